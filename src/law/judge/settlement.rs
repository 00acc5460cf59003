use super::case::Case;
use super::finding::Finding;
use crate::law::fact::{Fact, Subject};
use crate::law::missing::Missing;
use crate::law::verdict::Outcome;

/// Clusters older than the first rules have to be settled by a deadline.
///
/// # Assumptions
/// A cluster that stands in the provincial plan and has a decision counts as settled; one that does not stand in the
/// plan is not. Anything else is open.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let duty = &case.rules.settlement;
    let Some(established) = case.established else {
        return Finding::missing(Missing::EstablishmentDate);
    };
    if established >= duty.formed_before {
        return Finding::not_applicable(Fact::Established { date: established });
    }
    let facts = case.facts();
    let decided = !facts.decision.trim().is_empty();
    let finding = match (facts.in_provincial_plan, decided) {
        (Some(true), true) => Finding::new(Outcome::Met),
        (Some(false), _) => Finding::new(Outcome::NotMet),
        (planned, decided) => {
            let mut open = Finding::new(Outcome::NotEnoughData);
            if planned.is_none() {
                open.missing.push(Missing::ProvincialPlan);
            }
            if !decided {
                open.missing.push(Missing::Decision);
            }
            open
        }
    };
    let finding = match facts.in_provincial_plan {
        Some(yes) => finding.with(Fact::Stated {
            subject: Subject::ProvincialPlan,
            yes,
        }),
        None => finding,
    };
    let passed = case.assessed > duty.deadline;
    let due = (finding.outcome != Outcome::Met && !passed).then_some(duty.deadline);
    finding
        .with(Fact::FormedBefore {
            established,
            first_rules: duty.formed_before,
        })
        .with(Fact::Deadline {
            date: duty.deadline,
            passed,
        })
        .due(due)
}
