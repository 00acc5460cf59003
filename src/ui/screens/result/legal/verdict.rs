use crate::ui::prelude::*;

use super::{facts, grade_words, mark, outcome_words, to_confirm};
use crate::platform::intl;
use crate::ui::components::paragraph;
use crate::ui::state::App;
use cluster_ready_core::law::{
    self, Citation, Fact, Grade, Other, Outcome, Quantity, RuleSet, Verdict,
};
use cluster_ready_core::model::Text;

/// One check that is folded away: outcome, facts, the rule in words and where it stands. What it lacks is gathered over the fold.
///
/// `common`: how well most rules are known, said once over the list. `notes`: the reasons why rules have to be confirmed, as
/// numbered under it.
pub fn verdict(app: App, verdict: &Verdict<'_>, common: Option<Grade>, notes: &[&Text]) -> View {
    let mut body = Vec::new();
    let said = facts::sentences(app, &verdict.facts, verdict.outcome);
    if !said.is_empty() {
        body.push(paragraph("", said));
    }
    if let (Outcome::OldRuleApplies, Some(other)) = (verdict.outcome, &verdict.other) {
        let text = app.fill(
            "law.old_rule",
            &[
                ("then", &app.text(&verdict.set.name)),
                ("now", &app.text(&other.set.name)),
            ],
        );
        body.push(paragraph("", text));
    }
    body.extend(due(app, verdict).map(|text| paragraph("", text)));
    if let Some(citation) = verdict.citation() {
        body.push(paragraph("", rule(app, &citation, &verdict.values)));
    }
    body.extend(to_do(app, verdict).map(|text| paragraph("", text)));
    if let Some(other) = &verdict.other {
        body.push(paragraph("", beside(app, other, notes)));
    }
    body.push(source(
        app,
        verdict.set,
        verdict.citation().as_ref(),
        common,
        notes,
    ));
    view! {
        <li class="verdict">
            {mark::outcome_tag(app, verdict.outcome)}
            <div class="verdict__text"><h4>{app.text(&verdict.check.title)}</h4>{body}</div>
        </li>
    }
    .into_any()
}

/// The next day on which something is due, unless a fact has said it already.
pub(super) fn due(app: App, verdict: &Verdict<'_>) -> Option<String> {
    let due = verdict.due?;
    let said = verdict
        .facts
        .iter()
        .any(|fact| matches!(fact, Fact::Deadline { date, .. } if *date == due));
    let date = intl::date(app.language(), due);
    (!said).then(|| app.fill("law.due", &[("date", &date)]))
}

/// Who decides, where figures are missing: what would mend a breach says nothing where it is not known whether there is one.
fn to_do(app: App, verdict: &Verdict<'_>) -> Option<String> {
    let authority = verdict.check.authority.as_ref();
    let authority = authority.filter(|_| verdict.outcome == Outcome::NotEnoughData)?;
    Some(app.fill("law.to_do_unknown", &[("authority", &app.text(authority))]))
}

pub(super) fn rule(
    app: App,
    citation: &Citation<'_>,
    values: &[(&'static str, Quantity)],
) -> String {
    let words = law::fill(
        &app.text(citation.rule),
        values,
        &|quantity| match quantity {
            Quantity::Number(value) => app.number(value, 2),
            Quantity::Date(date) => intl::date(app.language(), date),
            Quantity::DayOfYear(day) => intl::day_of_year(app.language(), day.month, day.day),
        },
    );
    app.fill("law.rule", &[("rule", &words)])
}

/// The same check by the rule of the other date.
pub(super) fn beside(app: App, other: &Other<'_>, notes: &[&Text]) -> String {
    let mut text = app.fill(
        "law.beside",
        &[
            ("set", &app.text(&other.set.name)),
            ("date", &intl::date(app.language(), other.set.in_force)),
            ("outcome", &outcome_words(app, other.outcome)),
        ],
    );
    let said = facts::differing(app, &other.facts, other.outcome);
    let citation = other.citation();
    let rule = citation.map(|citation| rule(app, &citation, &other.values));
    let unsure = citation.and_then(|citation| citation.to_be_confirmed);
    let more = [
        Some(said).filter(|said| !said.is_empty()),
        rule,
        to_confirm(app, unsure, notes),
    ];
    for more in more.into_iter().flatten() {
        text = format!("{text} {more}");
    }
    text
}

/// Where the rule stands; how well it is known only where it is not as most are.
pub(super) fn source(
    app: App,
    set: &RuleSet,
    citation: Option<&Citation<'_>>,
    common: Option<Grade>,
    notes: &[&Text],
) -> View {
    let Some(citation) = citation else {
        return paragraph("verdict__source", format!("{}.", app.text(&set.name)));
    };
    let document = document(app, set, citation);
    let text = app.fill(
        "law.source",
        &[
            ("document", &document),
            ("article", &app.text(citation.article)),
            ("date", &intl::date(app.language(), citation.in_force)),
        ],
    );
    let grade = citation
        .grade
        .filter(|grade| Some(*grade) != common)
        .map(|grade| {
            let words = app.fill("law.grade", &[("grade", grade_words(app, grade))]);
            view! { " "{words} }
        });
    let unsure = to_confirm(app, citation.to_be_confirmed, notes)
        .map(|mark| view! { " "<strong>{mark}</strong> });
    view! { <p class="verdict__source">{text}{grade}{unsure}</p> }.into_any()
}

/// The document of a rule. The full names of the sets' own documents stand once, under the list.
pub(super) fn document(app: App, set: &RuleSet, citation: &Citation<'_>) -> String {
    if *citation.document == set.document {
        app.text(&set.name)
    } else {
        app.text(citation.document)
    }
}
