mod about;
mod answers;
mod row;

use crate::ui::prelude::*;

use crate::ui::components::{back, button, link};
use crate::ui::screens::mismatches::mismatches;
use crate::ui::screens::question::place_of;
use crate::ui::state::{App, Screen};
use crate::view_model;
use cluster_ready_core::model::Indicator;

/// How many of the missing answers are named at the top.
const NAMED: usize = 5;

/// Every answer on one page, and what the missing ones could change.
pub fn check(app: App) -> View {
    let progress = app.peek(|assessment| view_model::progress(app.model(), assessment));
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div>
                    {back(app.t("question.tasks"), move || app.go(Screen::Tasks))}
                    <div class="flow"><h1 tabindex="-1">{app.t("check.title")}</h1><p class="lead measure">{app.t("check.lead")}</p></div>
                </div>
                {mismatches(app)}
                {missing(app)}
                {about::about(app)}
                {progress.iter().map(|section| answers::of_section(app, section)).collect_view()}
                <p class="actions">{button(app.t("check.result"), move || app.go(Screen::Result))}</p>
            </div>
        </div>
    }
    .into_any()
}

fn change(app: App, index: usize) {
    app.changing.set(true);
    app.go(place_of(app, index));
}

/// The missing answers that would narrow the range most.
fn missing(app: App) -> View {
    let score = untrack(|| app.score());
    let mut missing: Vec<(usize, &'static Indicator, f64)> = app
        .model()
        .indicators
        .iter()
        .enumerate()
        .zip(&score.indicators)
        .filter(|(_, scored)| scored.could_change > 0.0)
        .map(|((index, indicator), scored)| (index, indicator, scored.could_change))
        .collect();
    cluster_ready_core::order::by(&mut missing, |a, b| b.2.total_cmp(&a.2));
    if missing.is_empty() {
        return view! { <p class="measure">{app.t("check.nothing_missing")}</p> }.into_any();
    }
    let total = missing.len();
    let row = |(index, indicator, change_points): (usize, &'static Indicator, f64)| {
        let points = app.fill(
            "check.could_change",
            &[("points", &app.number(change_points, 1))],
        );
        view! {
            <tr>
                <th scope="row">{link(app.text(&indicator.name), move || change(app, index))}</th>
                <td class="num">{points}</td>
            </tr>
        }
    };
    view! {
        <section class="section" aria-labelledby="check-missing">
            <h2 id="check-missing">{app.count("check.missing", total)}</h2>
            <p class="section__intro">{app.t("check.missing_text")}</p>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="check-missing">
                <table class="changes">
                    <thead><tr><th scope="col">{app.t("check.question")}</th><th scope="col" class="num">{app.t("check.width")}</th></tr></thead>
                    <tbody>{missing.into_iter().take(NAMED).map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
