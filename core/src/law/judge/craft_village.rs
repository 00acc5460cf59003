use super::case::Case;
use super::finding::Finding;
use crate::assessment::{ClusterKind, Date};
use crate::law::area::Limit;
use crate::law::fact::{Fact, ShareOf};
use crate::law::input::percent;
use crate::law::missing::Missing;
use crate::law::rules::RuleSet;

/// A craft-village cluster gives most of its industrial land to the craft villages.
pub(super) fn find(case: &Case<'_, '_>, set: &RuleSet, _on: Date) -> Finding {
    let Some(share) = set.craft_village_share else {
        return Finding::not_applicable(Fact::NoRuleInSet);
    };
    match case.profile().kind {
        None => Finding::missing(Missing::Kind),
        Some(ClusterKind::CraftVillage) => Finding::share(
            ShareOf::CraftLand,
            case.facts().craft_land_share.and_then(percent),
            Limit::AtLeast,
            share,
            Missing::CraftLandShare,
        ),
        Some(kind) => Finding::not_applicable(Fact::OtherType { kind }),
    }
}
