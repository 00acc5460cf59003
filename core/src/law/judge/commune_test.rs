use super::case::Case;
use super::finding::{Finding, Judged};
use crate::law::fact::Fact;
use crate::law::missing::Missing;
use crate::law::rules::EstablishmentRule;

/// The test that the other clusters of a commune have to pass before a new one is established: it belongs to the set
/// in force on the day of establishment. The other clusters' figures are not in this assessment.
pub(super) fn judge<'a>(case: &Case<'a, '_>) -> Judged<'a> {
    let Some(established) = case.established else {
        let open = Finding::missing(Missing::EstablishmentDate);
        return super::judged(case.set, case.assessed, open);
    };
    let then = case
        .rules
        .in_force(established)
        .and_then(|set| Some((set, set.establishment.as_ref()?)))
        .filter(|(set, _)| case.check.provision(set, established).is_some());
    match then {
        Some((set, rule)) => super::judged(set, established, find(case, rule)),
        None => {
            let earlier = Finding::not_applicable(Fact::Established { date: established });
            super::judged(case.set, case.assessed, earlier)
        }
    }
}

fn find(case: &Case<'_, '_>, rule: &EstablishmentRule) -> Finding {
    match case.profile().kind {
        Some(kind) if rule.exempt.contains(&kind) => {
            Finding::not_applicable(Fact::OtherType { kind })
        }
        kind => {
            let open = Finding::missing(Missing::CommuneClusters).with(Fact::CommuneTest {
                mean_occupancy_above: rule.mean_occupancy_above,
                max_unleased_ha: rule.max_unleased,
            });
            match kind {
                None if !rule.exempt.is_empty() => open.lacking(Missing::Kind),
                _ => open,
            }
        }
    }
}
