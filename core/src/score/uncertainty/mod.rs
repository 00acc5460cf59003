//! How sure a result is: bands, level shares, what moves the result most, and comparison of two results.
//!
//! # Units
//! Points from 0 to 100; shares from 0 to 1.
//!
//! # Sources
//! The method, section 4.

mod causes;
mod compare;
mod draws;
mod estimate;
mod live;
mod narrowed;
mod streams;
mod tornado;

use std::collections::BTreeMap;

pub use causes::{Causes, Group};
pub use compare::{Comparison, Direction, compare};
pub use narrowed::{Narrowed, narrowed};
pub use streams::{DRAWS, Streams};
pub use tornado::{Bar, Tornado, tornado};

use super::{Score, score};
use crate::assessment::Entry;
use crate::model::Model;
use draws::Weights;
use live::Live;
use streams::Set;

/// Share of the draws that makes a level firm.
///
/// # Sources
/// The method, section 4.
const FIRM: f64 = 0.8;

/// 5th, 50th and 95th percentile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    pub p05: f64,
    pub p50: f64,
    pub p95: f64,
}

impl Band {
    fn of(mut values: Vec<f64>) -> Self {
        let [p05, p50, p95] = [0.05, 0.5, 0.95].map(|p| estimate::quantile(&mut values, p));
        Self { p05, p50, p95 }
    }
}

/// How sure a result is.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertainty {
    /// Of the overall value.
    pub band: Band,
    /// Mean of the overall value.
    pub mean: f64,
    /// One per dimension, in the order of the model.
    pub dimensions: Vec<Band>,
    /// Share of the draws in each level, with its cap; empty where the subject has no levels.
    pub level_shares: Vec<f64>,
    /// The level that at least four of five draws have, where a level is shown at all.
    pub firm_level: Option<u8>,
}

/// `None` where no overall value is shown.
pub fn uncertainty(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    streams: &mut Streams,
) -> Option<Uncertainty> {
    let scored = shown(model, entries)?;
    let drawn = Drawn::first(model, &live::live(model, entries), streams);
    Some(of_draws(model, &scored, drawn))
}

/// The same with what moves it most, at less than the cost of both.
pub fn everything(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    streams: &mut Streams,
) -> Option<(Uncertainty, Causes)> {
    let scored = shown(model, entries)?;
    let live = live::live(model, entries);
    let drawn = Drawn::first(model, &live, streams);
    let causes = causes::of_draws(model, &live, &drawn, streams);
    Some((of_draws(model, &scored, drawn), causes))
}

fn of_draws(model: &Model, scored: &Score, drawn: Drawn) -> Uncertainty {
    let level_shares = level_shares(model, &drawn);
    let firm = model
        .levels
        .iter()
        .zip(&level_shares)
        .find(|(_, share)| **share >= FIRM)
        .map(|(level, _)| level.number);
    Uncertainty {
        mean: estimate::mean(&drawn.overall),
        band: Band::of(drawn.overall),
        dimensions: drawn.dimensions.into_iter().map(Band::of).collect(),
        level_shares,
        firm_level: firm.filter(|_| scored.level.is_some()),
    }
}

/// The score, where it has an overall value.
fn shown(model: &Model, entries: &BTreeMap<String, Entry>) -> Option<Score> {
    Some(score(model, entries)).filter(|score| score.overall.central.is_some())
}

/// All draws out of the first streams.
struct Drawn {
    /// Of each live indicator.
    points: Vec<Vec<f64>>,
    weights: Weights,
    formulas: std::rc::Rc<[draws::Formula]>,
    dimensions: Vec<Vec<f64>>,
    /// Weighted sums of the dimensions' terms.
    sums: Vec<f64>,
    overall: Vec<f64>,
}

impl Drawn {
    fn first(model: &Model, live: &[Live<'_>], streams: &mut Streams) -> Self {
        let points: Vec<Vec<f64>> = live
            .iter()
            .map(|one| one.draws(streams, Set::First, Set::First))
            .collect();
        let weights = Weights::drawn(model, live, streams, Set::First);
        let formulas = draws::formulas(model, streams, Set::First);
        let dimensions = draws::dimensions(model, live, &points, &weights);
        let sums = draws::sums(&dimensions, &weights, &formulas);
        let overall = draws::overall(&sums, &formulas);
        Self {
            points,
            weights,
            formulas,
            dimensions,
            sums,
            overall,
        }
    }
}

fn level_shares(model: &Model, drawn: &Drawn) -> Vec<f64> {
    let mut weakest = vec![f64::INFINITY; DRAWS];
    for values in &drawn.dimensions {
        for (weakest, value) in weakest.iter_mut().zip(values) {
            *weakest = weakest.min(*value);
        }
    }
    let mut counts = vec![0_u32; model.levels.len()];
    for (overall, weakest) in drawn.overall.iter().zip(weakest) {
        let level = super::level::capped(model, *overall, weakest);
        let at = model.levels.iter().position(|one| one.number == level);
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    // Thousands of draws.
    let share = |count: &u32| f64::from(*count) / DRAWS as f64;
    counts.iter().map(share).collect()
}
