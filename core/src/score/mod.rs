//! Scores, bounds, coverage, levels, contributions, roadmap: pure functions of model and answers.

mod contribution;
mod level;
mod mean;
mod points;
mod roadmap;
mod tally;
pub mod uncertainty;

use std::collections::BTreeMap;

pub use level::{HeldBack, held_back};
pub use points::points;
pub use roadmap::{after, roadmap};

use crate::assessment::{Entry, State};
use crate::model::Model;
use mean::{arithmetic_mean, shifted_geometric_mean};
use tally::Tally;

/// Scores a set of answers, keyed by indicator id.
///
/// Answers that do not belong to their question count as unanswered; ids that the model does not know are passed over.
///
/// # Units
/// Points from 0 to 100.
///
/// # Sources
/// The method, sections 2 and 3.
pub fn score(model: &Model, entries: &BTreeMap<String, Entry>) -> Score {
    let tallies = tally::tallies(model, entries);
    let dimensions: Vec<DimensionScore> = tallies.iter().map(Tally::score).collect();
    let rated = dimensions.iter().all(|dimension| dimension.rated);
    let coverage = level::overall_coverage(&dimensions);

    let values = |pick: fn(&Range) -> Option<f64>| -> Option<Vec<f64>> {
        let all = dimensions.iter().map(|dimension| pick(&dimension.range));
        if rated { all.collect() } else { None }
    };
    let weights: Vec<f64> = model.dimensions.iter().map(|one| one.weight).collect();
    let geometric = |values: Option<&Vec<f64>>, weights: &[f64]| {
        values.map(|values| shifted_geometric_mean(weights, values, model.shift))
    };
    let central = values(|range| range.central);
    let overall = Range {
        central: geometric(central.as_ref(), &weights),
        low: geometric(values(|range| range.low).as_ref(), &weights),
        high: geometric(values(|range| range.high).as_ref(), &weights),
    };
    let table2 = geometric(central.as_ref(), &model.table2_weights);
    let verdict = level::verdict(model, &tallies, &dimensions, overall.central, table2);
    Score {
        arithmetic_mean: central
            .as_ref()
            .map(|values| arithmetic_mean(&weights, values)),
        overall,
        coverage,
        rated,
        table2,
        table2_level: verdict.table2,
        level: verdict.level,
        level_before_cap: verdict.before_cap,
        status: verdict.status,
        counts: counts(model, entries),
        indicators: contribution::indicators(model, entries, &tallies),
        dimensions,
    }
}

fn counts(model: &Model, entries: &BTreeMap<String, Entry>) -> Counts {
    let mut counts = Counts::default();
    for indicator in &model.indicators {
        let state = State::of(indicator, entries.get(&indicator.id));
        let count = match state {
            State::Answered => &mut counts.answered,
            State::Unknown => &mut counts.unknown,
            State::NotApplicable => &mut counts.not_applicable,
            State::Unanswered => &mut counts.unanswered,
        };
        *count += 1;
    }
    counts
}

/// A value and how far the missing answers could move it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// From the answers given; `None` without any, or where not rated.
    pub central: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DimensionScore {
    pub range: Range,
    /// Answered weight over applicable weight, 0–1.
    pub coverage: f64,
    /// False where more than 30 % of the weight is not applicable.
    pub rated: bool,
}

/// Why no level is shown, or why it is lower than the value alone would give.
#[derive(Debug, Clone, PartialEq)]
pub enum LevelStatus {
    Shown,
    /// The weakest dimension (index) holds the level down.
    Capped {
        weakest: usize,
    },
    /// The subject has no levels, and there are enough answers for one figure.
    NoLevels,
    /// Coverage below the gates; with how many more answers would be needed at the least.
    Withheld {
        missing: usize,
    },
    NotRated {
        dimension: usize,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// In the order of the model's dimensions.
    pub dimensions: Vec<DimensionScore>,
    pub overall: Range,
    pub coverage: f64,
    pub rated: bool,
    pub arithmetic_mean: Option<f64>,
    pub table2: Option<f64>,
    /// Level that the table-2 weights would give, under the same cap and gates.
    pub table2_level: Option<u8>,
    pub level: Option<u8>,
    pub level_before_cap: Option<u8>,
    pub status: LevelStatus,
    pub counts: Counts,
    /// One per indicator, in the order of the model.
    pub indicators: Vec<IndicatorScore>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub answered: usize,
    pub unknown: usize,
    pub not_applicable: usize,
    pub unanswered: usize,
}

/// One indicator in the result.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorScore {
    pub id: String,
    /// Points of the answer, `None` where there is none.
    pub points: Option<f64>,
    /// Share of its dimension's weight among the answered, 0–1.
    pub share: f64,
    /// Points it adds to its dimension's central value.
    pub contribution: f64,
    /// For a missing answer: the overall value with it at 100 minus that with it at 0, while everything else stands
    /// where it is now: other missing answers at the central value of their dimension, or at 50, the middle of what
    /// they can be, where it has none. 0 where the overall value is not rated.
    pub could_change: f64,
}

/// One of the five recommended actions.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub indicator: String,
    /// Points the overall value gains if this indicator gains 25.
    pub gain: f64,
    pub priority: f64,
}
