use crate::ui::prelude::*;

use crate::ui::components::svg;
use crate::ui::state::App;
use cluster_ready_core::law::Outcome;

/// An outcome as a shape and a word: never by colour.
pub fn outcome_tag(app: App, outcome: Outcome) -> View {
    let mark = outcome_mark(outcome);
    view! { <p class="tag">{mark}{outcome_name(app, outcome)}</p> }.into_any()
}

/// The shape alone, beside which its word stands.
pub fn outcome_mark(outcome: Outcome) -> View {
    let body = match outcome {
        Outcome::Met => {
            r#"<circle class="mark__solid" cx="12" cy="12" r="10"/><path class="mark__cut" d="M7 12.5l3.5 3.5L17 8.5"/>"#
        }
        Outcome::NotMet => {
            r#"<rect class="mark__must" x="2" y="2" width="20" height="20" rx="2"/><path class="mark__cut" d="M7.5 7.5l9 9m0-9l-9 9"/>"#
        }
        Outcome::NearLimit => {
            r#"<path class="mark__ring" d="M12 1.5 22.5 12 12 22.5 1.5 12z"/><path class="mark__line" d="M6.5 12.5c2-3 3.5-3 5.5-.5s3.5 2.5 5.5-.5"/>"#
        }
        Outcome::NotEnoughData => {
            r#"<circle class="mark__ring mark__ring--soft" cx="12" cy="12" r="10"/>"#
        }
        Outcome::NotApplicable => {
            r#"<circle class="mark__ring mark__ring--soft" cx="12" cy="12" r="10"/><path class="mark__line" d="M7 12h10"/>"#
        }
        Outcome::OldRuleApplies => {
            r#"<circle class="mark__ring" cx="12" cy="12" r="10"/><path class="mark__line" d="M12 6v6l4.5 3"/>"#
        }
    };
    svg("tag__icon", "0 0 24 24", body).into_any()
}

/// An outcome's name.
pub fn outcome_name(app: App, outcome: Outcome) -> &'static str {
    app.t(match outcome {
        Outcome::Met => "law.outcome.met",
        Outcome::NotMet => "law.outcome.not_met",
        Outcome::NearLimit => "law.outcome.near_limit",
        Outcome::NotEnoughData => "law.outcome.not_enough_data",
        Outcome::NotApplicable => "law.outcome.not_applicable",
        Outcome::OldRuleApplies => "law.outcome.old_rule",
    })
}
