use super::case::Case;
use super::finding::Finding;
use crate::assessment::Date;
use crate::law::area::Limit;
use crate::law::fact::{Fact, ShareOf};
use crate::law::input::percent;
use crate::law::missing::Missing;
use crate::law::rules::RuleSet;

/// A specialised, supporting or high-tech cluster gives a least share of its land to that sector.
pub(super) fn find(case: &Case<'_, '_>, set: &RuleSet, _on: Date) -> Finding {
    let Some(types) = &set.types else {
        return Finding::not_applicable(Fact::NoRuleInSet);
    };
    let Some(kind) = case.profile().kind else {
        return Finding::missing(Missing::Kind);
    };
    match types.of(kind) {
        Some(share) => Finding::share(
            ShareOf::SectorLand(kind),
            case.facts().sector_land_share.and_then(percent),
            Limit::AtLeast,
            share,
            Missing::SectorLandShare,
        ),
        None => Finding::not_applicable(Fact::OtherType { kind }),
    }
}
