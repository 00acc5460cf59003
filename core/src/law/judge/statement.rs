//! Checks that rest on one statement of the user.

use super::case::Case;
use super::finding::Finding;
use crate::law::fact::{Fact, Subject};
use crate::law::missing::Missing;
use crate::law::verdict::Outcome;

pub(super) fn no_inhabitants(case: &Case<'_, '_>) -> Finding {
    let said = case.facts().inhabitants;
    let outcome = said.map(|inhabited| !inhabited);
    stated(Subject::Inhabitants, said, outcome, Missing::Inhabitants)
}

pub(super) fn provincial_plan(case: &Case<'_, '_>) -> Finding {
    let said = case.facts().in_provincial_plan;
    stated(Subject::ProvincialPlan, said, said, Missing::ProvincialPlan)
}

pub(super) fn owner(case: &Case<'_, '_>) -> Finding {
    let said = case.facts().owner;
    stated(Subject::Owner, said, said, Missing::Owner)
}

/// An empty field is not a missing decision: never "not met".
pub(super) fn decision(case: &Case<'_, '_>) -> Finding {
    match case.facts().decision.trim() {
        "" => Finding::missing(Missing::Decision),
        text => Finding::new(Outcome::Met).with(Fact::Decision {
            text: text.to_owned(),
        }),
    }
}

fn stated(subject: Subject, said: Option<bool>, met: Option<bool>, missing: Missing) -> Finding {
    match (said, met) {
        (Some(yes), Some(met)) => Finding::new(if met { Outcome::Met } else { Outcome::NotMet })
            .with(Fact::Stated { subject, yes }),
        _ => Finding::missing(missing),
    }
}
