use super::case::Case;
use super::finding::Finding;
use crate::law::fact::{Fact, Subject};
use crate::law::missing::Missing;
use crate::law::verdict::Outcome;

/// Clusters of the provincial plan that took shape before the first rules have to be settled by a deadline: the province
/// decides on establishing them.
///
/// # Sources
/// Decree 32/2024/NĐ-CP, Article 35(4) and (4a).
///
/// # Assumptions
/// A decision, or its date, means that the cluster is settled. Where its signs are not said and its decision is later than the
/// first rules, nothing is left to settle either way.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let duty = &case.rules.settlement;
    let facts = case.facts();
    let is_decided = !facts.decision.trim().is_empty()
        || case
            .established
            .is_some_and(|day| day >= duty.formed_before);
    let planned = facts.in_provincial_plan.map(|yes| Fact::Stated {
        subject: Subject::ProvincialPlan,
        yes,
    });
    if let (Some(false), Some(outside)) = (facts.in_provincial_plan, &planned) {
        return Finding::not_applicable(outside.clone());
    }
    let has_signs = facts
        .signs_before_2009
        .as_ref()
        .map(|signs| !signs.is_empty());
    let mut finding = match (has_signs, is_decided) {
        (Some(false), _) => {
            return Finding::not_applicable(Fact::NoOldSign {
                before: duty.formed_before,
            });
        }
        (None, true) if case.established.is_none_or(|day| day >= duty.formed_before) => {
            return Finding::not_applicable(match case.established {
                Some(date) => Fact::Established { date },
                None => Fact::Decision {
                    text: facts.decision.trim().to_owned(),
                },
            });
        }
        (None, _) => Finding::missing(Missing::OldSigns),
        (Some(true), true) => Finding::new(Outcome::Met),
        (Some(true), false) if case.established.is_some() => Finding::missing(Missing::Decision),
        (Some(true), false) => Finding::new(Outcome::NotMet),
    };
    if facts.in_provincial_plan.is_none() && finding.outcome != Outcome::Met {
        finding.outcome = Outcome::NotEnoughData;
        finding.missing.push(Missing::ProvincialPlan);
    }
    finding.facts.extend(planned);
    if let Some(established) = case.established.filter(|day| *day < duty.formed_before) {
        finding.facts.push(Fact::FormedBefore {
            established,
            first_rules: duty.formed_before,
        });
    }
    let passed = case.assessed > duty.deadline;
    let due = (finding.outcome != Outcome::Met && !passed).then_some(duty.deadline);
    finding
        .with(Fact::Deadline {
            date: duty.deadline,
            passed,
        })
        .due(due)
}
