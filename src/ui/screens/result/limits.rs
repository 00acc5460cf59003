use crate::ui::prelude::*;

use super::part::part;
use crate::ui::components::{link, paragraph};
use crate::ui::state::{App, Screen};
use crate::view_model::result::Part;

/// Said of a firm's contribution, and of a cluster's score.
const NOT_A_SCORE: &str = "contribution.not_a_score";
const LAW: &str = "result.limits.law";

/// How the numbers came about and what they do not say, in a few sentences.
pub fn limits(app: App) -> View {
    let texts = [
        NOT_A_SCORE,
        "result.limits.answers",
        "result.limits.overall",
        "result.limits.range",
        "result.limits.judgement",
        LAW,
    ];
    let mut body: Vec<View> = texts
        .into_iter()
        .filter(|key| *key != if app.is_firm() { LAW } else { NOT_A_SCORE })
        .map(|key| paragraph("measure", app.t(key)))
        .collect();
    let source = app.fill(
        "result.limits.source",
        &[
            ("model", &app.model().id),
            ("version", &app.model().version),
            ("hash", &app.model().hash),
        ],
    );
    body.push(paragraph("measure", source));
    let more = link(app.t("result.to_method"), move || app.visit(Screen::Method));
    body.push(view! { <p class="no-print">{more}</p> }.into_any());
    part(Part::Method, app.t("result.limits"), body)
}

/// The paper that the questions come from, in full: every answer cites a row of it.
pub fn paper(app: App) -> View {
    let paper = app.fill("result.paper", &[("paper", app.t("method.source.paper"))]);
    view! { <p class="paper">{paper}</p> }.into_any()
}
