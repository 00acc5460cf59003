use super::tally::{SHARE_SLACK, Tally};
use super::{DimensionScore, LevelStatus, Score};
use crate::model::Model;

/// Coverage that every dimension needs before a level, or a firm's one figure, is shown.
///
/// # Sources
/// The method, section 3.
const DIMENSION_COVERAGE: f64 = 0.60;
/// Mean coverage that is needed before a level is shown. Source as above.
const OVERALL_COVERAGE: f64 = 0.75;

/// Values closer than this are one.
const ALIKE: f64 = 1e-9;

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
    let weakest = weakest(dimensions);
    let cap = cap(model, weakest.1);
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

/// The dimension with the lowest value, the first of several, and its value.
fn weakest(dimensions: &[DimensionScore]) -> (usize, f64) {
    let mut weakest = (0, 100.0);
    for (index, dimension) in dimensions.iter().enumerate() {
        let value = dimension.range.central.unwrap_or(0.0);
        if index == 0 || value < weakest.1 {
            weakest = (index, value);
        }
    }
    weakest
}

/// The highest level that is given while the weakest dimension has this value.
fn cap(model: &Model, weakest: f64) -> u8 {
    model.level_of(weakest).saturating_add(1)
}

/// The level of a value under the cap of the weakest dimension.
pub fn capped(model: &Model, overall: f64, weakest: f64) -> u8 {
    model.level_of(overall).min(cap(model, weakest))
}

/// The dimension that holds a level back most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeldBack {
    pub dimension: usize,
    /// Its central value.
    pub points: f64,
    /// The highest level that the cluster can have before this dimension rises.
    pub highest: u8,
}

/// What holds a shown level back, by the rule of the cap. `None` without a level, at the highest one, and where all
/// dimensions are alike.
pub fn held_back(model: &Model, score: &Score) -> Option<HeldBack> {
    let top = model.levels.last()?.number;
    score.level.filter(|level| *level < top)?;
    let (dimension, points) = weakest(&score.dimensions);
    let values = score.dimensions.iter().filter_map(|one| one.range.central);
    let is_weaker = values.fold(points, f64::max) > points + ALIKE;
    is_weaker.then(|| HeldBack {
        dimension,
        points,
        highest: cap(model, points).min(top),
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::score;

    /// The worked example with its dimensions at these values.
    fn at(values: [f64; 5], level: Option<u8>) -> Option<HeldBack> {
        let model = crate::model::bundled().unwrap();
        let text = include_str!("../../../data/example.json");
        let entries = crate::assessment::file::read_answers(text, model).unwrap();
        let mut made = score(model, &entries);
        made.level = level;
        for (dimension, value) in made.dimensions.iter_mut().zip(values) {
            dimension.range.central = Some(value);
        }
        held_back(model, &made)
    }

    #[test]
    fn the_weakest_dimension_holds_back_and_one_level_above_its_own_is_the_highest() {
        let values = [70.0, 65.0, 38.0, 90.0, 60.0];
        let expected = HeldBack {
            dimension: 2,
            points: 38.0,
            highest: 3,
        };
        assert_eq!(at(values, Some(3)), Some(expected));
        let highest = |weakest| {
            at([weakest, 99.0, 99.0, 99.0, 99.0], Some(2))
                .unwrap()
                .highest
        };
        assert_eq!([0.0, 20.0, 60.0, 85.0].map(highest), [2, 3, 5, 5]);
    }

    #[test]
    fn nothing_holds_back_without_a_level_at_the_top_or_where_all_are_alike() {
        assert_eq!(at([70.0, 65.0, 38.0, 90.0, 60.0], None), None);
        assert_eq!(at([90.0, 85.0, 81.0, 90.0, 99.0], Some(5)), None);
        assert_eq!(at([50.0; 5], Some(3)), None);
    }
}
