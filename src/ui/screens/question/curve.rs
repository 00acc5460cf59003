//! Figures and the points they get, as a table.

use crate::ui::prelude::*;
use crate::ui::state::App;
use cluster_ready_core::model::{AnswerKind, Curve, Indicator, PartSpec};

/// Of the question's kind; a checklist has none.
pub fn curve_table(app: App, indicator: &'static Indicator) -> Option<View> {
    match &indicator.answer {
        AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => Some(table(
            app,
            app.text(&spec.unit),
            spec.curve
                .points()
                .iter()
                .map(|[x, y]| (app.number(*x, 2), *y))
                .collect(),
        )),
        AnswerKind::Numbers { unit, parts } => {
            let one = |part: &PartSpec| {
                let head = format!("{} ({})", app.text(&part.name), app.text(unit));
                table(app, head, points_of(app, &part.curve))
            };
            Some(parts.iter().map(one).collect_view().into_any())
        }
        AnswerKind::Choices { score_by_count, .. } => {
            let rows = score_by_count
                .iter()
                .enumerate()
                .map(|(count, points)| (count.to_string(), *points))
                .collect();
            Some(table(app, app.t("question.chosen").to_owned(), rows))
        }
        AnswerKind::Level(options) => {
            let rows = options
                .iter()
                .enumerate()
                .map(|(index, option)| ((index + 1).to_string(), option.score))
                .collect();
            Some(table(app, app.t("question.step").to_owned(), rows))
        }
        AnswerKind::Checklist(_) => None,
    }
}

fn points_of(app: App, curve: &Curve) -> Vec<(String, f64)> {
    curve
        .points()
        .iter()
        .map(|[x, y]| (app.number(*x, 2), *y))
        .collect()
}

fn table(app: App, head: String, rows: Vec<(String, f64)>) -> View {
    let row = |(figure, points): (String, f64)| {
        view! { <tr><th scope="row" class="num">{figure}</th><td class="num">{app.points(points)}</td></tr> }
    };
    view! {
        <table class="curve">
            <thead><tr><th scope="col" class="num">{head}</th><th scope="col" class="num">{app.t("question.points")}</th></tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
