//! The legal checks, beside the score.

mod facts;
mod lacking;
mod mark;
mod verdict;

use leptos::prelude::*;

use super::Shown;
use crate::law::{self, Outcome};
use crate::platform::{clock, intl};
use crate::ui::components::{paragraph, section};
use crate::ui::state::App;
use crate::view_model::result::{by_urgency, sets_used, tally};

/// What the law says about this cluster, most urgent first.
pub fn legal(app: App, shown: &Shown) -> AnyView {
    let mut body = vec![paragraph("section__intro", app.t("law.disclaimer"))];
    let Ok(rules) = law::bundled() else {
        body.push(paragraph("measure", app.t("law.broken")));
        return section("result-legal", app.t("law.title"), body);
    };
    let checked = intl::date(app.language(), rules.checked);
    if clock::today().is_some_and(|today| rules.is_stale(today)) {
        let text = app.fill(
            "law.stale",
            &[
                ("date", &checked),
                ("days", &law::STALE_AFTER_DAYS.to_string()),
            ],
        );
        body.push(view! { <p class="measure"><strong>{text}</strong></p> }.into_any());
    }
    let counts: Vec<String> = tally(&shown.verdicts)
        .into_iter()
        .map(|(outcome, count)| format!("{} {}", count, outcome_words(app, outcome)))
        .collect();
    body.push(paragraph(
        "measure",
        app.fill("law.summary", &[("counts", &counts.join(", "))]),
    ));
    let cards = by_urgency(&shown.verdicts)
        .into_iter()
        .map(|one| verdict::verdict(app, one, &checked))
        .collect_view();
    body.push(view! { <ul class="verdicts">{cards}</ul> }.into_any());
    body.push(documents(app, shown, &checked));
    section("result-legal", app.t("law.title"), body)
}

/// An outcome inside a sentence.
fn outcome_words(app: App, outcome: Outcome) -> String {
    mark::outcome_name(app, outcome).to_lowercase()
}

/// The documents of the rule sets, in full.
fn documents(app: App, shown: &Shown, checked: &str) -> AnyView {
    let items = sets_used(&shown.verdicts)
        .into_iter()
        .map(|set| {
            let mut text = app.fill(
                "law.document",
                &[
                    ("set", &set.id),
                    ("document", &app.text(&set.document)),
                    ("date", &intl::date(app.language(), set.in_force)),
                ],
            );
            if let Some(why) = &set.to_be_confirmed {
                text = format!("{text} {} {}", app.t("law.to_confirm"), app.text(why));
            }
            view! { <li>{text}</li> }
        })
        .collect_view();
    let intro = app.fill("law.documents", &[("date", checked)]);
    view! { <div class="measure small"><p>{intro}</p><ul class="plain-list">{items}</ul></div> }
        .into_any()
}
