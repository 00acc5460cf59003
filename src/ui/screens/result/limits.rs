use crate::ui::prelude::*;

use crate::ui::components::{link, paragraph, section};
use crate::ui::state::{App, Screen};

/// How the numbers came about and what they do not say, in a few sentences.
pub fn limits(app: App) -> View {
    let texts = [
        "result.limits.answers",
        "result.limits.overall",
        "result.limits.range",
        "result.limits.judgement",
        "result.limits.law",
    ];
    let mut body: Vec<View> = texts
        .into_iter()
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
    section("result-limits", app.t("result.limits"), body)
}
