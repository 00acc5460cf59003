//! The legal checks, beside the score.

mod case;
mod facts;
mod lacking;
mod mark;
mod verdict;

use crate::ui::prelude::*;

use super::Shown;
use super::part::part;
use crate::platform::{clock, intl};
use crate::ui::components::{empty, paragraph, plain_button};
use crate::ui::state::{App, Screen};
use crate::view_model::result::{
    Part, asked, by_urgency, common_grade, reasons, sets_used, tally, to_handle,
};
use cluster_ready_core::law::{self, Grade, Outcome, Verdict};
use cluster_ready_core::model::Text;

pub use mark::outcome_tag;

/// What is known of a check, as sentences.
pub fn said(app: App, verdict: &Verdict<'_>) -> String {
    facts::sentences(app, &verdict.facts, verdict.outcome)
}

/// Outcomes that ask for nothing, in the order in which they are folded under the others.
const FOLDED: [(Outcome, &str); 3] = [
    (Outcome::OldRuleApplies, "law.fold.old"),
    (Outcome::Met, "law.fold.met"),
    (Outcome::NotApplicable, "law.fold.not_applicable"),
];

/// What the law says about this cluster: what has to be done, what is still to be told, and folded what asks for nothing.
pub fn legal(app: App, shown: &Shown) -> View {
    let mut body = vec![paragraph("section__intro", app.t("law.disclaimer"))];
    let Some(rules) = app.rules() else {
        body.push(paragraph("measure", app.t("law.broken")));
        return part(Part::Law, app.t("law.title"), body);
    };
    if shown.assessment.profile.assessed.is_none() {
        // Every check would only say that the date is missing.
        let way = plain_button(app.t("law.to_profile"), move || app.go(Screen::Profile));
        body.push(empty(app.t("law.no_date"), app.t("law.no_date_text"), way));
        return part(Part::Law, app.t("law.title"), body);
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
    if !ordered.is_empty() {
        body.push(counts(app, &ordered));
    }
    let common = common_grade(&ordered);
    body.extend(common.map(|grade| {
        let words = app.fill("law.grades", &[("grade", grade_words(app, grade))]);
        paragraph("section__intro", words)
    }));
    let notes = reasons(&ordered);
    body.push(cases(app, &ordered, common, &notes));
    let open: Vec<&Verdict<'_>> = of(&ordered, Outcome::NotEnoughData);
    if !open.is_empty() {
        let verdicts = verdicts(app, &open, common, &notes);
        let title = app.count("law.fold.open", open.len());
        body.push(group(
            app.t("law.open"),
            vec![
                lacking::gathered(app, &open),
                fold(title, String::new(), verdicts),
            ],
        ));
    }
    let mut rest = Vec::new();
    if !aside.is_empty() {
        rest.push(not_asked(app, &aside));
    }
    rest.extend(FOLDED.into_iter().filter_map(|(outcome, title)| {
        let found = of(&ordered, outcome);
        (!found.is_empty()).then(|| {
            let verdicts = verdicts(app, &found, common, &notes);
            let note = titles(app, &found).join("; ");
            fold(app.count(title, found.len()), note, verdicts)
        })
    }));
    if !rest.is_empty() {
        let rest = view! { <div class="folds">{rest}</div> }.into_any();
        body.push(group(app.t("law.rest"), vec![rest]));
    }
    body.push(sources(app, shown, &checked, &notes));
    part(Part::Law, app.t("law.title"), body)
}

/// The verdicts that came out this way.
fn of<'v, 'a>(ordered: &[&'v Verdict<'a>], outcome: Outcome) -> Vec<&'v Verdict<'a>> {
    let verdicts = ordered.iter().filter(|one| one.outcome == outcome);
    verdicts.copied().collect()
}

fn titles(app: App, verdicts: &[&Verdict<'_>]) -> Vec<String> {
    let titles = verdicts.iter().map(|one| app.text(&one.check.title));
    titles.collect()
}

/// How many checks came out each way.
fn counts(app: App, ordered: &[&Verdict<'_>]) -> View {
    let items = tally(ordered).into_iter().map(|(outcome, count)| {
        let mark = mark::outcome_mark(outcome);
        view! { <li>{mark}<b>{app.whole(count)}</b>" "<span>{outcome_words(app, outcome)}</span></li> }
    });
    view! { <ul class="counts">{items.collect_view()}</ul> }.into_any()
}

/// Verdicts under a heading of their own.
fn group(title: &'static str, body: Vec<View>) -> View {
    view! { <div class="law-group"><h3>{title}</h3>{body}</div> }.into_any()
}

/// What is folded away under a heading; printed open.
fn fold(title: String, note: String, body: View) -> View {
    let note =
        (!note.is_empty()).then(|| view! { <span class="fold__note no-print">{note}</span> });
    view! {
        <details class="more fold">
            <summary class="more__summary"><span class="fold__head"><span class="fold__name">{title}</span>{note}</span></summary>
            <div class="fold__body">{body}</div>
        </details>
    }
    .into_any()
}

/// What needs action, open.
fn cases(app: App, ordered: &[&Verdict<'_>], common: Option<Grade>, notes: &[&Text]) -> View {
    let cases = to_handle(ordered);
    let body = if cases.is_empty() {
        vec![paragraph("measure", app.t("law.handle_none"))]
    } else {
        let cases = cases.into_iter();
        cases
            .map(|one| case::case(app, one, common, notes))
            .collect()
    };
    group(app.t("law.handle"), body)
}

fn verdicts(app: App, found: &[&Verdict<'_>], common: Option<Grade>, notes: &[&Text]) -> View {
    let items = found
        .iter()
        .map(|one| verdict::verdict(app, one, common, notes))
        .collect_view();
    view! { <ul class="verdicts">{items}</ul> }.into_any()
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
    let titles = titles(app, aside).into_iter();
    let titles = titles
        .map(|title| view! { <li>{title}</li> })
        .collect_view();
    fold(
        app.count("law.not_asked", aside.len()),
        String::new(),
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
