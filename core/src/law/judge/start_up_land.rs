use super::case::Case;
use super::finding::Finding;
use crate::law::area::Limit;
use crate::law::fact::{Fact, ShareOf};
use crate::law::missing::Missing;
use crate::law::rules::AnswerRule;
use crate::law::verdict::Outcome;

/// Hectares computed from a percentage: a fixed 2 ha may come out a hair below 2.
const SLACK_HA: f64 = 1e-9;

/// Land for high-tech private firms, small firms and start-ups: as much as the province fixed for the cluster. A single
/// cluster without any breaks nothing.
///
/// # Sources
/// Resolution 198/2025/QH15, Article 7(4); Decree 32/2024/NĐ-CP, Article 32(2a).
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let duty = &case.rules.start_up_land;
    let fixed_ha = case.facts().start_up_land_ha;
    let bound = case
        .established
        .map(|established| established > duty.established_after);
    match (bound, fixed_ha) {
        (Some(false), None) => {
            return Finding::not_applicable(Fact::BoundOnlyAfter {
                day: duty.established_after,
            });
        }
        (None, None) => return Finding::missing(Missing::EstablishmentDate),
        _ => {}
    }
    let asked = case.rules.answers.iter().find_map(|rule| match rule {
        AnswerRule::StartUpLand { indicator } => Some(indicator.clone()),
        _ => None,
    });
    let answer = || Missing::Answer(asked.unwrap_or_default());
    let kept_percent = case.input.start_up_land(case.rules);
    if let Some(share) = duty.min_share {
        return Finding::share(
            ShareOf::StartUpLand,
            kept_percent,
            Limit::AtLeast,
            share,
            answer(),
        );
    }
    let Some(fixed_ha) = fixed_ha else {
        return Finding::missing(Missing::StartUpLand);
    };
    let industrial_ha = case.profile().industrial_land_ha;
    match (kept_percent, industrial_ha) {
        _ if fixed_ha <= 0.0 => Finding::new(Outcome::Met).with(Fact::StartUpLand {
            kept_ha: 0.0,
            fixed_ha,
        }),
        (Some(percent), Some(industrial_ha)) => {
            let kept_ha = industrial_ha * percent / 100.0;
            let outcome = if kept_ha >= fixed_ha - SLACK_HA {
                Outcome::Met
            } else {
                Outcome::NotMet
            };
            Finding::new(outcome).with(Fact::StartUpLand { kept_ha, fixed_ha })
        }
        (percent, industrial_ha) => {
            let mut open = Finding::new(Outcome::NotEnoughData);
            if percent.is_none() {
                open.missing.push(answer());
            }
            if industrial_ha.is_none() {
                open.missing.push(Missing::IndustrialLand);
            }
            open
        }
    }
}
