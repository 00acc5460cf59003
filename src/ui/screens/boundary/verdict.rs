use crate::ui::prelude::*;

use crate::platform::intl;
use crate::ui::components::svg;
use crate::ui::state::App;
use cluster_ready_core::law::{CheckKind, Missing, Outcome, Quantity, fill};

/// What the law says about the area. The result page shows every check; here only the one the boundary decides.
pub fn verdict(app: App) -> Option<View> {
    let placed = app
        .survey()
        .seen
        .with(|seen| seen.as_ref().is_some_and(|seen| seen.measures.is_some()));
    let known = app
        .survey()
        .work
        .with(|work| work.as_ref().is_some_and(|work| work.crs.is_some()));
    if !placed || !known {
        return None;
    }
    let verdicts = app.verdicts();
    let found = verdicts
        .iter()
        .find(|verdict| verdict.check.kind == CheckKind::Area)?;
    let citation = found.citation();
    let write = |quantity| match quantity {
        Quantity::Number(value) => app.number(value, 2),
        Quantity::Date(date) => intl::date(app.language(), date),
        Quantity::DayOfYear(day) => format!("{}/{}", day.day, day.month),
    };
    let rule = citation.map(|citation| {
        let words = fill(&app.text(citation.rule), &found.values, &write);
        let source = format!(
            "{}, {}",
            app.text(citation.article),
            app.text(citation.document)
        );
        let unsure = citation
            .to_be_confirmed
            .map(|_| view! { <span>" "{app.t("boundary.verdict.to_confirm")}</span> });
        view! { <p>{words}</p><p class="small soft">{source}{unsure}</p> }
    });
    let blocked = found.missing.contains(&Missing::AreaExplanation);
    let wanted = if blocked {
        Some("boundary.verdict.explain")
    } else if found.outcome == Outcome::NotEnoughData {
        Some("boundary.verdict.missing")
    } else {
        None
    };
    Some(
        view! {
            <div class="verdict">
                <p class="tag">{outcome_mark(found.outcome)}{app.t(outcome_key(found.outcome))}</p>
                <div class="flow">
                    <h3>{app.text(&found.check.title)}</h3>
                    {rule}
                    {wanted.map(|key| view! { <p>{app.t(key)}</p> })}
                    <p class="small soft">{app.t("boundary.verdict.information")}</p>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "boundary.verdict.met",
        Outcome::NotMet => "boundary.verdict.not_met",
        Outcome::NearLimit => "boundary.verdict.near",
        Outcome::NotEnoughData => "boundary.verdict.open",
        Outcome::NotApplicable => "boundary.verdict.not_applicable",
        Outcome::OldRuleApplies => "boundary.verdict.old_rule",
    }
}

/// Shapes, never colours: disc with tick, square with cross, diamond with wave, ring, ring with bar, ring with hand.
fn outcome_mark(outcome: Outcome) -> View {
    svg(
        "tag__icon",
        "0 0 24 24",
        match outcome {
            Outcome::Met => {
                r#"<circle class="mark__solid" cx="12" cy="12" r="10"/><path class="mark__cut" d="M7 12.5l3.5 3.5L17 8.5"/>"#
            }
            Outcome::NotMet => {
                r#"<rect class="mark__solid" x="2.5" y="2.5" width="19" height="19"/><path class="mark__cut" d="M7.5 7.5l9 9M16.5 7.5l-9 9"/>"#
            }
            Outcome::NearLimit => {
                r#"<path class="mark__ring" d="M12 1.5 22.5 12 12 22.5 1.5 12Z"/><path class="mark__line" d="M7 13c1.5-3 3.2-3 5-1s3.5 2 5-1"/>"#
            }
            Outcome::NotEnoughData => r#"<circle class="mark__ring" cx="12" cy="12" r="10"/>"#,
            Outcome::NotApplicable => {
                r#"<circle class="mark__ring" cx="12" cy="12" r="10"/><path class="mark__line" d="M7 12h10"/>"#
            }
            Outcome::OldRuleApplies => {
                r#"<circle class="mark__ring" cx="12" cy="12" r="10"/><path class="mark__line" d="M12 6v6l4.5 3"/>"#
            }
        },
    )
}
