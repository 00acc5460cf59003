//! The ranges of a score, compared.

use cluster_ready_core::score::{Range, Score};

/// Rounding of sums and logarithms.
pub const SLACK: f64 = 1e-9;

/// Those of the dimensions, then the overall one.
pub fn ranges(score: &Score) -> Vec<Range> {
    let dimensions = score.dimensions.iter().map(|one| one.range);
    dimensions.chain([score.overall]).collect()
}

/// No value of the score got lower, came or went.
pub fn assert_not_lower(before: &Score, after: &Score) {
    for (before, after) in ranges(before).iter().zip(ranges(after)) {
        for (before, after) in [
            (before.central, after.central),
            (before.low, after.low),
            (before.high, after.high),
        ] {
            assert_eq!(before.is_some(), after.is_some());
            assert!(after.unwrap_or(0.0) >= before.unwrap_or(0.0) - SLACK);
        }
    }
}
