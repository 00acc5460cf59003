//! The legal checks, beside the score.

mod facts;
mod lacking;
mod mark;
mod verdict;

use crate::ui::prelude::*;

use super::Shown;
use crate::law::{self, Outcome};
use crate::model::Text;
use crate::platform::{clock, intl};
use crate::ui::components::{empty, paragraph, plain_button, section};
use crate::ui::state::{App, Screen};
use crate::view_model::result::{by_urgency, reasons, sets_used, tally};

/// What the law says about this cluster, most urgent first.
pub fn legal(app: App, shown: &Shown) -> View {
    let mut body = vec![paragraph("section__intro", app.t("law.disclaimer"))];
    let Some(rules) = app.rules() else {
        body.push(paragraph("measure", app.t("law.broken")));
        return section("result-legal", app.t("law.title"), body);
    };
    if shown.assessment.profile.assessed.is_none() {
        // Every check would only say that the date is missing.
        let way = plain_button(app.t("law.to_profile"), move || app.go(Screen::Profile));
        body.push(empty(app.t("law.no_date"), app.t("law.no_date_text"), way));
        return section("result-legal", app.t("law.title"), body);
    }
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
        "section__intro",
        app.fill("law.summary", &[("counts", &counts.join(", "))]),
    ));
    let ordered = by_urgency(&shown.verdicts);
    let notes = reasons(&ordered);
    let cards = ordered
        .iter()
        .map(|one| verdict::verdict(app, one, &checked, &notes))
        .collect_view();
    body.push(view! { <ul class="verdicts">{cards}</ul> }.into_any());
    body.push(sources(app, shown, &checked, &notes));
    section("result-legal", app.t("law.title"), body)
}

/// An outcome inside a sentence.
fn outcome_words(app: App, outcome: Outcome) -> String {
    mark::outcome_name(app, outcome).to_lowercase()
}

/// Why some rules still have to be confirmed, and the documents of the rule sets in full.
fn sources(app: App, shown: &Shown, checked: &str, notes: &[&Text]) -> View {
    let documents = sets_used(&shown.verdicts).into_iter().map(|set| {
        let text = app.fill(
            "law.document",
            &[
                ("set", &set.id),
                ("document", &app.text(&set.document)),
                ("date", &intl::date(app.language(), set.in_force)),
            ],
        );
        match set.to_be_confirmed {
            Some(_) => format!("{text} {}", app.t("law.to_confirm")),
            None => text,
        }
    });
    let notes = notes.iter().enumerate().map(|(index, why)| {
        let number = (index + 1).to_string();
        app.fill("law.note", &[("number", &number), ("text", &app.text(why))])
    });
    let lines = notes
        .chain([app.fill("law.documents", &[("date", checked)])])
        .chain(documents)
        .map(|text| view! { <li>{text}</li> })
        .collect_view();
    view! { <ul class="law-notes small">{lines}</ul> }.into_any()
}

/// The mark of a rule that still has to be confirmed, with the number of its reason.
fn to_confirm(app: App, why: Option<&Text>, notes: &[&Text]) -> Option<String> {
    let number = notes.iter().position(|note| Some(*note) == why)? + 1;
    Some(app.fill("law.to_confirm_note", &[("number", &number.to_string())]))
}
