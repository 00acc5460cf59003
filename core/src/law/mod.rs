//! Dated legal rule sets and their verdicts. Information, not a decision of the authority.
//!
//! The rules are a data file ([`bundled`]); a new decree is a new set in that file. [`judge`] compares one cluster
//! with the set in force on the assessment date and, where the rule changed since, with the set in force on the day
//! the cluster was established. Verdicts never touch the score; [`linked`] only raises the priority of roadmap actions.

mod area;
mod carry;
mod declared;
mod error;
mod fact;
mod fill;
mod input;
mod judge;
mod linked;
mod missing;
mod read;
mod record;
mod rules;
mod verdict;

use std::sync::OnceLock;

pub use area::{AreaBasis, Limit, NEAR_LIMIT_DEVIATIONS, PLANE_PERCENT};
pub use carry::{answered, items_from_facts};
pub use declared::{
    Agreement, BLOCK_ABOVE_PERCENT, Comparison, WARN_ABOVE_PERCENT, compare_declared,
};
pub use error::{Reason, RulesError};
pub use fact::{Fact, ShareOf, State, Subject};
pub use fill::{Quantity, fill};
pub use input::Input;
pub use judge::judge;
pub use linked::linked;
pub use missing::Missing;
pub use read::RULES_BYTES;
pub use record::record;
pub use rules::{
    AnswerRule, AreaRule, Check, CheckKind, EstablishmentRule, ExpansionRule, GoesOn, Grade,
    ItemRule, MonthDay, OptionRule, Provision, ReportDuty, RuleSet, Rules, STALE_AFTER_DAYS,
    SettlementDuty, StartUpLandDuty, TypeShares, Works, YesNoRule,
};
pub use verdict::{Citation, Other, Outcome, Verdict};

/// The rule file that comes with this version.
///
/// # Errors
/// The path inside the file and the reason, when the file is broken; the tests keep it whole.
pub fn bundled() -> Result<&'static Rules, &'static RulesError> {
    static RULES: OnceLock<Result<Rules, RulesError>> = OnceLock::new();
    RULES
        .get_or_init(|| Rules::parse(include_str!("../../../data/law.json")))
        .as_ref()
}

#[cfg(test)]
mod tests {
    #[test]
    fn bundled_rules_are_whole() {
        assert_eq!(super::bundled().map(|rules| rules.sets.len()), Ok(4));
    }
}
