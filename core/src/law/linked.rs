use std::collections::BTreeSet;

use super::verdict::{Outcome, Verdict};

/// Ids of the indicators with a linked check that is not met or has something due within twelve months.
///
/// A check that is met does not count although its next date is near: the next report of a cluster that reports in
/// time is routine, not a gap. Neither does one that does not apply.
pub fn linked(verdicts: &[Verdict<'_>]) -> BTreeSet<String> {
    verdicts
        .iter()
        .filter(|verdict| match verdict.outcome {
            Outcome::NotMet => true,
            Outcome::NearLimit | Outcome::NotEnoughData | Outcome::OldRuleApplies => {
                verdict.due_soon
            }
            Outcome::Met | Outcome::NotApplicable => false,
        })
        .flat_map(|verdict| verdict.check.indicators.iter().cloned())
        .collect()
}
