use std::collections::BTreeMap;

use super::draws::{Formula, Weights};
use super::live::{Live, live};
use super::streams::{Set, Streams};
use super::{Band, draws, shown};
use crate::assessment::Entry;
use crate::model::Model;

/// The random numbers at which an indicator's ends are taken.
///
/// # Sources
/// The method, section 4.
const ENDS: [f64; 2] = [0.05, 0.95];

/// How far one source alone moves the overall value, all else central.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    pub low: f64,
    pub high: f64,
}

impl Bar {
    pub fn width(self) -> f64 {
        self.high - self.low
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// The overall value.
    pub central: f64,
    /// Of each indicator that applies, in the order of the model.
    pub indicators: Vec<(String, Bar)>,
    /// 5th to 95th percentile with the weights alone drawn.
    pub weights: Bar,
    /// Least to most of the three formulas.
    pub formula: Bar,
}

/// `None` where no overall value is shown.
pub fn tornado(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    streams: &mut Streams,
) -> Option<Tornado> {
    let scored = shown(model, entries)?;
    let live = live(model, entries);
    let values: Vec<f64> = scored
        .dimensions
        .iter()
        .filter_map(|one| one.range.central)
        .collect();
    let outer: Vec<f64> = model.dimensions.iter().map(|one| one.weight).collect();
    let overall = |values: &[f64], formula: Formula| {
        let terms = values.iter().zip(&outer);
        formula.overall(
            terms
                .map(|(value, weight)| weight * formula.term(*value))
                .sum(),
        )
    };
    let [main, ..] = Formula::all(model);
    let indicators = live
        .iter()
        .map(|one| {
            let share = share(&live, one);
            let [low, high] = ENDS.map(|u| {
                let mut moved = values.clone();
                if let Some(value) = moved.get_mut(one.indicator.dimension) {
                    *value += share * (one.at(u) - one.central());
                }
                overall(&moved, main)
            });
            (one.indicator.id.clone(), Bar { low, high })
        })
        .collect();
    let formulas = Formula::all(model).map(|formula| overall(&values, formula));
    Some(Tornado {
        central: overall(&values, main),
        indicators,
        weights: by_weights(model, &live, streams),
        formula: Bar {
            low: formulas.into_iter().fold(f64::INFINITY, f64::min),
            high: formulas.into_iter().fold(f64::NEG_INFINITY, f64::max),
        },
    })
}

/// Share of an indicator in its dimension's live weight.
fn share(live: &[Live<'_>], one: &Live<'_>) -> f64 {
    let of_dimension = live
        .iter()
        .filter(|other| other.indicator.dimension == one.indicator.dimension);
    let sum: f64 = of_dimension.map(|other| other.indicator.weight).sum();
    one.indicator.weight / sum
}

fn by_weights(model: &Model, live: &[Live<'_>], streams: &mut Streams) -> Bar {
    let weights = Weights::drawn(model, live, streams, Set::First);
    let points: Vec<Vec<f64>> = live
        .iter()
        .map(|one| vec![one.central(); super::DRAWS])
        .collect();
    let [main, ..] = Formula::all(model);
    let formulas = vec![main; super::DRAWS];
    let dimensions = draws::dimensions(model, live, &points, &weights);
    let sums = draws::sums(&dimensions, &weights, &formulas);
    let band = Band::of(draws::overall(&sums, &formulas));
    Bar {
        low: band.p05,
        high: band.p95,
    }
}
