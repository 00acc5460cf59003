use super::case::Case;
use super::finding::Finding;
use crate::law::carry;
use crate::law::fact::{Fact, State, Subject};
use crate::law::missing::Missing;
use crate::law::verdict::Outcome;

/// Central treatment, automatic monitoring, works for incidents: all three, unless the waste water goes to a plant outside.
/// What the profile leaves open may follow from the answer about waste water.
///
/// # Sources
/// Law on Environmental Protection 72/2020/QH14, Articles 51, 52 and 111(1)(a).
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let facts = case.facts();
    let outside = facts.connected_outside;
    if outside == Some(true) {
        return Finding::new(Outcome::Met).with(Fact::Stated {
            subject: Subject::ConnectedOutside,
            yes: true,
        });
    }
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
    // A connection outside would make up for what is not there.
    if outside.is_none() && finding.outcome != Outcome::Met {
        finding.outcome = Outcome::NotEnoughData;
        finding.missing.push(Missing::ConnectedOutside);
    }
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
    let (_, yes) = carry::answered(case.rules, case.input, subject)?;
    Some(yes)
}
