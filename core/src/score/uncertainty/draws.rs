use std::rc::Rc;

use super::live::Live;
use super::streams::{DRAWS, Set, Streams};
use crate::model::Model;

/// A weight may be this part of itself, and as much more than `WEIGHT_FROM` as `WEIGHT_WIDTH`.
///
/// # Sources
/// The method, section 4; so are the other constants here.
const WEIGHT_FROM: f64 = 0.75;
const WEIGHT_WIDTH: f64 = 0.5;
/// Of the numbers of the formula: below the first the shift of the model, below the second the arithmetic mean.
const FORMULA: [f64; 2] = [0.5, 0.75];
/// The shift above both: weak dimensions count almost as in a plain geometric mean.
const SMALL_SHIFT: f64 = 1.0;

/// How dimensions are put together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Formula {
    Arithmetic,
    /// Geometric mean of the values with this shift.
    Shifted(f64),
}

impl Formula {
    /// The three that are thought of.
    pub const fn all(model: &Model) -> [Self; 3] {
        [
            Self::Shifted(model.shift),
            Self::Arithmetic,
            Self::Shifted(SMALL_SHIFT),
        ]
    }

    fn at(model: &Model, u: f64) -> Self {
        let [main, arithmetic, small] = Self::all(model);
        match FORMULA {
            [first, _] if u < first => main,
            [_, second] if u < second => arithmetic,
            _ => small,
        }
    }

    /// The part of a value in the sum.
    pub fn term(self, value: f64) -> f64 {
        match self {
            Self::Arithmetic => value,
            Self::Shifted(shift) => libm::log(value + shift),
        }
    }

    /// The overall value of a weighted sum of terms.
    pub fn overall(self, sum: f64) -> f64 {
        match self {
            Self::Arithmetic => sum,
            Self::Shifted(shift) => libm::exp(sum) - shift,
        }
    }
}

/// Weights in every draw.
pub struct Weights {
    /// Of each live indicator within its dimension: they add up to 1 in each draw.
    pub inner: Vec<Vec<f64>>,
    /// Of each dimension, likewise.
    pub outer: Vec<Vec<f64>>,
}

impl Weights {
    pub fn drawn(model: &Model, live: &[Live<'_>], streams: &mut Streams, set: Set) -> Self {
        let mut sums = vec![vec![0.0; DRAWS]; model.dimensions.len()];
        let mut inner: Vec<Vec<f64>> = Vec::with_capacity(live.len());
        for one in live {
            let drawn = scaled(streams, &one.indicator.id, one.indicator.weight, set);
            if let Some(sum) = sums.get_mut(one.indicator.dimension) {
                add(sum, &drawn);
            }
            inner.push(drawn);
        }
        for (one, drawn) in live.iter().zip(&mut inner) {
            if let Some(sum) = sums.get(one.indicator.dimension) {
                divide(drawn, sum);
            }
        }
        let mut total = vec![0.0; DRAWS];
        let mut outer: Vec<Vec<f64>> = Vec::with_capacity(model.dimensions.len());
        for dimension in &model.dimensions {
            let drawn = scaled(streams, &dimension.id, dimension.weight, set);
            add(&mut total, &drawn);
            outer.push(drawn);
        }
        for drawn in &mut outer {
            divide(drawn, &total);
        }
        Self { inner, outer }
    }
}

fn scaled(streams: &mut Streams, id: &str, weight: f64, set: Set) -> Vec<f64> {
    let stream = streams.stream("weight", id, set);
    stream
        .iter()
        .map(|u| weight * (WEIGHT_FROM + WEIGHT_WIDTH * u))
        .collect()
}

fn add(sum: &mut [f64], more: &[f64]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

fn divide(values: &mut [f64], by: &[f64]) {
    for (value, by) in values.iter_mut().zip(by) {
        *value /= by;
    }
}

/// The formula of every draw.
pub fn formulas(model: &Model, streams: &mut Streams, set: Set) -> Rc<[Formula]> {
    let stream = streams.stream("formula", "", set);
    stream.iter().map(|u| Formula::at(model, *u)).collect()
}

/// The dimensions' values in every draw, out of the points and weights of the indicators.
pub fn dimensions<P: AsRef<[f64]>>(
    model: &Model,
    live: &[Live<'_>],
    points: &[P],
    weights: &Weights,
) -> Vec<Vec<f64>> {
    let mut values = vec![vec![0.0; DRAWS]; model.dimensions.len()];
    for ((one, points), weights) in live.iter().zip(points).zip(&weights.inner) {
        let Some(values) = values.get_mut(one.indicator.dimension) else {
            continue;
        };
        for ((value, points), weight) in values.iter_mut().zip(points.as_ref()).zip(weights) {
            *value += weight * points;
        }
    }
    values
}

/// The weighted sum of the dimensions' terms in every draw.
pub fn sums(dimensions: &[Vec<f64>], weights: &Weights, formulas: &[Formula]) -> Vec<f64> {
    let mut sums = vec![0.0; DRAWS];
    for (values, weights) in dimensions.iter().zip(&weights.outer) {
        let terms = values.iter().zip(weights).zip(formulas);
        for (sum, ((value, weight), formula)) in sums.iter_mut().zip(terms) {
            *sum += weight * formula.term(*value);
        }
    }
    sums
}

/// The overall value in every draw.
pub fn overall(sums: &[f64], formulas: &[Formula]) -> Vec<f64> {
    let pairs = sums.iter().zip(formulas);
    pairs.map(|(sum, formula)| formula.overall(*sum)).collect()
}
