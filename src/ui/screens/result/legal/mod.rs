//! The legal checks, beside the score.

mod facts;
mod lacking;
mod mark;
mod verdict;

use crate::ui::prelude::*;

use super::Shown;
use crate::platform::{clock, intl};
use crate::ui::components::{empty, more, paragraph, plain_button, section};
use crate::ui::state::{App, Screen};
use crate::view_model::result::{asked, by_urgency, common_grade, reasons, sets_used, tally};
use cluster_ready_core::law::{self, Grade, Outcome, Verdict};
use cluster_ready_core::model::Text;

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
    let (ordered, aside) = asked(by_urgency(&shown.verdicts), shown.assessment.mode);
    let counts: Vec<String> = tally(&ordered)
        .into_iter()
        .map(|(outcome, count)| format!("{} {}", count, outcome_words(app, outcome)))
        .collect();
    if !counts.is_empty() {
        body.push(paragraph(
            "section__intro",
            app.fill("law.summary", &[("counts", &counts.join(", "))]),
        ));
    }
    let common = common_grade(&ordered);
    body.extend(common.map(|grade| {
        let words = app.fill("law.grades", &[("grade", grade_words(app, grade))]);
        paragraph("section__intro", words)
    }));
    let notes = reasons(&ordered);
    let cards = ordered
        .iter()
        .map(|one| verdict::verdict(app, one, common, &notes))
        .collect_view();
    if !ordered.is_empty() {
        body.push(view! { <ul class="verdicts">{cards}</ul> }.into_any());
    }
    if !aside.is_empty() {
        body.push(not_asked(app, &aside));
    }
    body.push(sources(app, shown, &checked, &notes));
    section("result-legal", app.t("law.title"), body)
}

/// How well a rule is known, inside a sentence.
fn grade_words(app: App, grade: Grade) -> &'static str {
    app.t(match grade {
        Grade::Text => "law.grade.text",
        Grade::Summary => "law.grade.summary",
        Grade::Secondary => "law.grade.secondary",
    })
}

/// What the quick way never asked for, in one line that opens.
fn not_asked(app: App, aside: &[&Verdict<'_>]) -> View {
    let titles = aside
        .iter()
        .map(|one| view! { <li>{app.text(&one.check.title)}</li> })
        .collect_view();
    more(
        app.count("law.not_asked", aside.len()),
        view! { <ul class="flow">{titles}</ul> }.into_any(),
    )
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
