use super::case::Case;
use super::finding::Finding;
use crate::law::fact::{Fact, State, Subject};
use crate::law::missing::Missing;
use crate::law::rules::AnswerRule;
use crate::law::verdict::Outcome;

/// Central treatment, automatic monitoring, works for incidents: all three. What the profile leaves open may follow
/// from the answer about waste water.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let facts = case.facts();
    let parts = [
        (
            Subject::CentralTreatment,
            facts
                .central_treatment
                .or_else(|| answered(case, Subject::CentralTreatment)),
            Missing::CentralTreatment,
        ),
        (
            Subject::AutomaticMonitoring,
            facts
                .automatic_monitoring
                .or_else(|| answered(case, Subject::AutomaticMonitoring)),
            Missing::AutomaticMonitoring,
        ),
        (
            Subject::IncidentWorks,
            facts.incident_works,
            Missing::IncidentWorks,
        ),
    ];
    let mut finding = Finding::new(Outcome::all(parts.iter().map(|(_, said, _)| match said {
        Some(true) => Outcome::Met,
        Some(false) => Outcome::NotMet,
        None => Outcome::NotEnoughData,
    })));
    for (subject, said, missing) in parts {
        finding.facts.push(Fact::Part {
            subject,
            state: State::from(said),
        });
        if said.is_none() && finding.outcome == Outcome::NotEnoughData {
            finding.missing.push(missing);
        }
    }
    finding
}

fn answered(case: &Case<'_, '_>, subject: Subject) -> Option<bool> {
    case.rules
        .answers
        .iter()
        .find_map(|rule| match (rule, subject) {
            (AnswerRule::CentralTreatment(option), Subject::CentralTreatment)
            | (AnswerRule::AutomaticMonitoring(option), Subject::AutomaticMonitoring) => {
                case.input.option(option)
            }
            _ => None,
        })
}
