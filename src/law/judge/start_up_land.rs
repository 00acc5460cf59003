use super::case::Case;
use super::finding::Finding;
use crate::law::area::Limit;
use crate::law::fact::{Fact, ShareOf};
use crate::law::missing::Missing;
use crate::law::rules::AnswerRule;

/// New clusters keep a part of their land for high-tech private firms, small firms and start-ups.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let duty = &case.rules.start_up_land;
    let Some(established) = case.established else {
        return Finding::missing(Missing::EstablishmentDate);
    };
    if established <= duty.established_after {
        return Finding::not_applicable(Fact::BoundOnlyAfter {
            day: duty.established_after,
        })
        .with(Fact::Established { date: established });
    }
    let asked = case.rules.answers.iter().find_map(|rule| match rule {
        AnswerRule::StartUpLand { indicator } => Some(indicator.clone()),
        _ => None,
    });
    Finding::share(
        ShareOf::StartUpLand,
        case.input.start_up_land(case.rules),
        Limit::AtLeast,
        duty.min_share,
        Missing::Answer(asked.unwrap_or_default()),
    )
}
