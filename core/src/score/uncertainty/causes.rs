use super::draws::{self, Weights};
use super::live::Live;
use super::streams::{DRAWS, Set, Streams};
use super::{Drawn, estimate};
use crate::model::Model;

/// Where doubt comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Answers,
    Missing,
    Weights,
    /// The formula, with the curves.
    Formula,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Answers, Self::Missing, Self::Weights, Self::Formula];

    /// As result files and commands call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Missing => "missing",
            Self::Weights => "weights",
            Self::Formula => "formula",
        }
    }

    const fn bit(self) -> usize {
        match self {
            Self::Answers => 1,
            Self::Missing => 2,
            Self::Weights => 4,
            Self::Formula => 8,
        }
    }
}

/// A result that varies by less than this, points squared, does not vary: what is left is rounding.
const NO_VARIANCE: f64 = 1e-18;

/// What moves a result most.
#[derive(Debug, Clone, PartialEq)]
pub struct Causes {
    /// Shares of the variance, in the order of [`Group::ALL`]; all 0 where nothing varies.
    pub sources: [f64; 4],
    /// Total effect of each indicator that applies, in the order of the model: 0 where it is documented.
    pub total_effects: Vec<(String, f64)>,
}

pub(super) fn of_draws(
    model: &Model,
    live: &[Live<'_>],
    drawn: &Drawn,
    streams: &mut Streams,
) -> Causes {
    let variance = estimate::variance(&drawn.overall);
    if variance < NO_VARIANCE {
        let none = |one: &Live<'_>| (one.indicator.id.clone(), 0.0);
        return Causes {
            sources: [0.0; 4],
            total_effects: live.iter().map(none).collect(),
        };
    }
    // With their own numbers out of the second streams.
    let again = points(live, streams, Set::Second, Set::First);
    Causes {
        sources: sources(model, live, drawn, &again, streams),
        total_effects: total_effects(live, drawn, &again, variance),
    }
}

fn points(live: &[Live<'_>], streams: &mut Streams, own: Set, curve: Set) -> Vec<Vec<f64>> {
    live.iter()
        .map(|one| one.draws(streams, own, curve))
        .collect()
}

/// Shapley shares of the four groups.
fn sources(
    model: &Model,
    live: &[Live<'_>],
    drawn: &Drawn,
    again: &[Vec<f64>],
    streams: &mut Streams,
) -> [f64; 4] {
    let second = Weights::drawn(model, live, streams, Set::Second);
    let formulas = draws::formulas(model, streams, Set::Second);
    // Those that are read off a doubted curve, with the curve out of the second streams too.
    let curved: Vec<Option<[Vec<f64>; 2]>> = live
        .iter()
        .map(|one| {
            let mut with = |own| one.draws(streams, own, Set::Second);
            one.is_on_curve()
                .then(|| [with(Set::First), with(Set::Second)])
        })
        .collect();
    let explained: Vec<f64> = (0..16)
        .map(|kept| {
            let is_kept = |group: Group| kept & group.bit() != 0;
            let picked: Vec<&[f64]> = live
                .iter()
                .zip(drawn.points.iter().zip(again).zip(&curved))
                .map(|(one, ((first, again), curved))| {
                    let own = is_kept(if one.is_missing() {
                        Group::Missing
                    } else {
                        Group::Answers
                    });
                    let [first, again] = match curved {
                        Some([first, again]) if !is_kept(Group::Formula) => [first, again],
                        _ => [first, again],
                    };
                    if own { first } else { again }.as_slice()
                })
                .collect();
            let weights = if is_kept(Group::Weights) {
                &drawn.weights
            } else {
                &second
            };
            let formulas = if is_kept(Group::Formula) {
                &drawn.formulas
            } else {
                &formulas
            };
            let dimensions = draws::dimensions(model, live, &picked, weights);
            let sums = draws::sums(&dimensions, weights, formulas);
            estimate::covariance(&drawn.overall, &draws::overall(&sums, formulas))
        })
        .collect();
    estimate::shapley(&explained)
}

/// An indicator touches only its own dimension, so each draw needs one logarithm.
fn total_effects(
    live: &[Live<'_>],
    drawn: &Drawn,
    redrawn: &[Vec<f64>],
    variance: f64,
) -> Vec<(String, f64)> {
    let mut again = vec![0.0; DRAWS];
    let terms: Vec<Vec<f64>> = drawn
        .dimensions
        .iter()
        .map(|values| {
            let pairs = values.iter().zip(drawn.formulas.iter());
            pairs.map(|(value, formula)| formula.term(*value)).collect()
        })
        .collect();
    let mut effects = Vec::with_capacity(live.len());
    let drawn_points = drawn.points.iter().zip(redrawn);
    for ((one, (points, other)), inner) in live.iter().zip(drawn_points).zip(&drawn.weights.inner) {
        let dimension = one.indicator.dimension;
        let (Some(values), Some(terms), Some(outer)) = (
            drawn.dimensions.get(dimension),
            terms.get(dimension),
            drawn.weights.outer.get(dimension),
        ) else {
            continue;
        };
        let moved = points.iter().zip(other).zip(inner).zip(values);
        let rest = outer
            .iter()
            .zip(&drawn.sums)
            .zip(terms)
            .zip(drawn.formulas.iter());
        for (again, ((((points, other), inner), value), (((outer, sum), term), formula))) in
            again.iter_mut().zip(moved.zip(rest))
        {
            let value = value + inner * (other - points);
            *again = formula.overall(sum + outer * (formula.term(value) - term));
        }
        let effect = estimate::total_effect(&drawn.overall, &again, variance);
        effects.push((one.indicator.id.clone(), effect));
    }
    effects
}
