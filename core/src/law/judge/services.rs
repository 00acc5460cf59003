use super::case::Case;
use super::finding::Finding;
use crate::law::area::Limit;
use crate::law::fact::{Fact, ShareOf};
use crate::law::input::percent;
use crate::law::missing::Missing;

/// Direct services take at most a small part of the cluster.
pub(super) fn find(case: &Case<'_, '_>) -> Finding {
    let Some(share) = case.set.services_share else {
        return Finding::not_applicable(Fact::NoRuleInSet);
    };
    Finding::share(
        ShareOf::Services,
        case.facts().services_share.and_then(percent),
        Limit::AtMost,
        share,
        Missing::ServicesShare,
    )
}
