use crate::ui::prelude::*;

use super::Shown;
use super::part::part;
use crate::platform::intl;
use crate::ui::components::paragraph;
use crate::ui::made_text::entry_text;
use crate::ui::screens::question::place_of;
use crate::ui::state::App;
use crate::view_model::result::{Group, Part, Row};
use cluster_ready_core::assessment::State;

/// Every indicator with its answer, its points, and what it gives or could change.
pub fn contributions(app: App, shown: &Shown) -> View {
    let groups = shown
        .groups
        .iter()
        .map(|one| group(app, shown, one))
        .collect_view();
    let head = |class: &'static str, key: &'static str| view! { <th scope="col" class=class>{app.t(key)}</th> };
    let table = view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="result-indicators">
            <table class="indicators" role="table">
                <caption class="hidden">{app.fill("result.indicators_caption", &[("count", &app.model().indicators.len().to_string())])}</caption>
                <thead><tr>
                    {head("", "result.indicator")}
                    {head("", "result.answer")}
                    {head("num", "result.points")}
                    {head("num", "result.share")}
                    {head("num", "result.contribution")}
                    {head("num", "result.could_change")}
                </tr></thead>
                {groups}
            </table>
        </div>
    };
    let body = vec![
        paragraph("section__intro", app.t("result.indicators_intro")),
        table.into_any(),
    ];
    part(Part::Answers, app.t("result.indicators"), body)
}

fn group(app: App, shown: &Shown, group: &Group) -> View {
    let name = app
        .model()
        .dimensions
        .get(group.dimension)
        .map(|one| app.text(&one.name))
        .unwrap_or_default();
    let value = shown
        .score
        .dimensions
        .get(group.dimension)
        .and_then(|one| one.range.central)
        .map(|value| app.fill("result.group_points", &[("points", &app.points(value))]));
    let rows = group
        .rows
        .iter()
        .map(|one| row(app, shown, one))
        .collect_view();
    view! {
        <tbody role="rowgroup">
            <tr role="row"><th scope="rowgroup" colspan="6"><b>{name}</b>" "{value}</th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(app: App, shown: &Shown, row: &Row) -> Option<View> {
    let index = row.index;
    let indicator = app.model().indicators.get(index)?;
    let answer = shown
        .assessment
        .entries
        .get(&indicator.id)
        .and_then(|entry| entry_text(app, indicator, entry));
    let text = match (answer, row.asked) {
        (Some(answer), _) => answer,
        (None, true) => app.t("result.row_open").to_owned(),
        (None, false) => app.t("result.row_not_asked").to_owned(),
    };
    let missing = matches!(row.state, State::Unknown | State::Unanswered);
    let way = missing.then(|| {
        let label = app.fill("result.answer_it_of", &[("what", &app.text(&indicator.name))]);
        view! {
            <span class="no-print">" "<button type="button" class="link-button" aria-label=label on:click=move |_| answer_it(app, index)>{app.t("result.answer_it")}</button></span>
        }
    });
    // On a narrow page the column's name stands in the cell, and a row is a card: its roles are said, as its display is another.
    let figure = |key: &'static str, shown: bool, text: String| {
        let text = if shown { text } else { "–".to_owned() };
        view! { <td role="cell" class="num" data-column=app.t(key)>{text}</td> }
    };
    let answered = row.points.is_some();
    let one_decimal = |value: f64| intl::fixed(app.language(), value, 1);
    Some(
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{format!("{} {}", indicator.id, app.text(&indicator.name))}<span class="indicators__source">{app.text(&indicator.paper)}</span></th>
                <td role="cell" class="indicators__answer">{text}{way}</td>
                {figure("result.points", answered, app.points(row.points.unwrap_or_default()))}
                {figure("result.share", answered, format!("{}%", app.number(row.share_percent, 0)))}
                {figure("result.contribution", answered, one_decimal(row.contribution))}
                {figure("result.could_change", row.could_change > 0.0, one_decimal(row.could_change))}
            </tr>
        }
        .into_any(),
    )
}

fn answer_it(app: App, index: usize) {
    app.changing.set(true);
    app.go(place_of(app, index));
}
