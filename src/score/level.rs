use super::tally::{SHARE_SLACK, Tally};
use super::{DimensionScore, LevelStatus};
use crate::model::Model;

/// Coverage that every dimension needs before a level, or a firm's one figure, is shown.
///
/// # Sources
/// The method, section 3.
const DIMENSION_COVERAGE: f64 = 0.60;
/// Mean coverage that is needed before a level is shown. Source as above.
const OVERALL_COVERAGE: f64 = 0.75;

/// The levels of a result and what stands in their way.
pub struct Verdict {
    pub level: Option<u8>,
    pub before_cap: Option<u8>,
    pub table2: Option<u8>,
    pub status: LevelStatus,
}

pub fn verdict(
    model: &Model,
    tallies: &[Tally],
    dimensions: &[DimensionScore],
    overall: Option<f64>,
    table2: Option<f64>,
) -> Verdict {
    let without = |status| Verdict {
        level: None,
        before_cap: None,
        table2: None,
        status,
    };
    if let Some(dimension) = dimensions.iter().position(|one| !one.rated) {
        return without(LevelStatus::NotRated { dimension });
    }
    let missing = answers_needed(tallies);
    let (Some(overall), 0) = (overall, missing) else {
        return without(LevelStatus::Withheld { missing });
    };
    if model.levels.is_empty() {
        return without(LevelStatus::NoLevels);
    }
    let mut weakest = (0, 100.0);
    for (index, dimension) in dimensions.iter().enumerate() {
        let value = dimension.range.central.unwrap_or(0.0);
        if index == 0 || value < weakest.1 {
            weakest = (index, value);
        }
    }
    let cap = model.level_of(weakest.1).saturating_add(1);
    let before_cap = model.level_of(overall);
    Verdict {
        level: Some(before_cap.min(cap)),
        before_cap: Some(before_cap),
        table2: table2.map(|value| model.level_of(value).min(cap)),
        status: if before_cap > cap {
            LevelStatus::Capped { weakest: weakest.0 }
        } else {
            LevelStatus::Shown
        },
    }
}

/// Mean over the dimensions.
pub fn overall_coverage(dimensions: &[DimensionScore]) -> f64 {
    let sum: f64 = dimensions.iter().map(|dimension| dimension.coverage).sum();
    // A handful of dimensions.
    sum / dimensions.len().max(1) as f64
}

/// The least number of further answers that opens both gates; 0 when they are open.
///
/// Exact: in each dimension the heaviest missing answers come first. Those that the gate of a dimension asks for are
/// needed in any case; of the others each adds less than the one before it, so that taking the greatest next is best.
fn answers_needed(tallies: &[Tally]) -> usize {
    let mut needed = 0;
    let mut covered = 0.0;
    let mut left: Vec<f64> = Vec::new();
    for tally in tallies {
        let applicable = tally.applicable_weight();
        let mut missing = tally.missing.clone();
        crate::order::by(&mut missing, |a, b| b.total_cmp(a));
        let mut answered = tally.answered_weight;
        for weight in missing {
            if answered / applicable < DIMENSION_COVERAGE - SHARE_SLACK {
                answered += weight;
                needed += 1;
            } else {
                left.push(weight / applicable);
            }
        }
        if applicable > 0.0 {
            covered += answered / applicable;
        }
    }
    crate::order::by(&mut left, |a, b| b.total_cmp(a));
    // A handful of dimensions.
    let enough = OVERALL_COVERAGE * tallies.len() as f64 - SHARE_SLACK;
    for gain in left {
        if covered >= enough {
            break;
        }
        covered += gain;
        needed += 1;
    }
    needed
}
