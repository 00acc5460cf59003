use std::collections::BTreeMap;
use std::rc::Rc;

use super::streams::{DRAWS, Set, Streams};
use crate::assessment::{Answer, Entry, Origin, State};
use crate::model::{AnswerKind, Curve, Ground, Indicator, Model};
use crate::score::{points, tally};

/// Half-width, in points, of the doubt in an answer whose origin is not said: a step of a ladder is coarse.
///
/// # Sources
/// The method, section 4; so are the other constants here.
const OF_A_LEVEL: f64 = 12.5;
const OF_A_FIGURE: f64 = 5.0;
/// The widest and narrowest factor by which a curve may be misplaced, and what lies between.
const CURVE_FROM: f64 = 0.9;
const CURVE_WIDTH: f64 = 0.2;
/// What a missing answer is taken for, kept off the ends so that it can still be anything.
const MISSING: std::ops::RangeInclusive<f64> = 5.0..=95.0;

/// An indicator that applies: answered or missing.
#[derive(Debug, Clone)]
pub struct Live<'a> {
    pub indicator: &'a Indicator,
    pub value: Value<'a>,
}

/// Where its points come from.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    Answered {
        points: f64,
        half_width: f64,
        /// The answer, where the curve that it is read off is doubted too.
        on_curve: Option<&'a Answer>,
    },
    Missing {
        /// What the central score takes it for.
        mean: f64,
    },
}

/// The indicators that apply, in the order of the model.
pub fn live<'a>(model: &'a Model, entries: &'a BTreeMap<String, Entry>) -> Vec<Live<'a>> {
    let tallies = tally::tallies(model, entries);
    let mut live = Vec::with_capacity(model.indicators.len());
    for indicator in &model.indicators {
        let entry = entries.get(&indicator.id);
        let value = match State::of(indicator, entry) {
            State::NotApplicable => continue,
            State::Answered => answered(indicator, entry),
            State::Unknown | State::Unanswered => None,
        };
        let central = tallies
            .get(indicator.dimension)
            .and_then(tally::Tally::central);
        live.push(Live {
            indicator,
            value: value.unwrap_or(Value::Missing {
                mean: central.unwrap_or(tally::NOTHING_KNOWN),
            }),
        });
    }
    live
}

fn answered<'a>(indicator: &Indicator, entry: Option<&'a Entry>) -> Option<Value<'a>> {
    let entry = entry?;
    let answer = entry.answer.as_ref()?;
    let is_read_off = matches!(
        indicator.answer,
        AnswerKind::Number(_) | AnswerKind::Numbers { .. }
    );
    let is_doubted = is_read_off && indicator.rests_on.contains(&Ground::Judgement);
    Some(Value::Answered {
        points: points(indicator, answer)?,
        half_width: half_width(indicator, entry),
        on_curve: is_doubted.then_some(answer),
    })
}

/// How far the points of an answer may be off, by what was said about it.
fn half_width(indicator: &Indicator, entry: &Entry) -> f64 {
    if !entry.evidence.is_empty() {
        return 0.0;
    }
    match (entry.origin, &indicator.answer) {
        (Some(Origin::Boundary | Origin::Documented), _) => 0.0,
        (Some(Origin::Records), _) => 5.0,
        (Some(Origin::Estimate), _) => 12.5,
        (None, AnswerKind::Level(_)) => OF_A_LEVEL,
        (None, _) => OF_A_FIGURE,
    }
}

impl<'a> Live<'a> {
    /// As if it were answered, with the points that the central score takes it for.
    pub const fn at_central(one: &Live<'a>) -> Self {
        Self {
            indicator: one.indicator,
            value: Value::Answered {
                points: one.central(),
                half_width: OF_A_FIGURE,
                on_curve: None,
            },
        }
    }
    pub const fn is_missing(&self) -> bool {
        matches!(self.value, Value::Missing { .. })
    }

    /// Whether the curve that it is read off is doubted.
    pub const fn is_on_curve(&self) -> bool {
        matches!(
            self.value,
            Value::Answered {
                on_curve: Some(_),
                ..
            }
        )
    }

    /// The points that the central score takes it for.
    pub const fn central(&self) -> f64 {
        match self.value {
            Value::Answered { points, .. } => points,
            Value::Missing { mean } => mean,
        }
    }

    /// Its points where its own random number is `u`, the curve standing as it is.
    pub fn at(&self, u: f64) -> f64 {
        match self.value {
            Value::Answered {
                points, half_width, ..
            } => noisy(points, half_width, u),
            Value::Missing { mean } => missing(mean, u),
        }
    }

    /// Its points in every draw, with its own random numbers and those of its curve out of these sets.
    pub fn draws(&self, streams: &mut Streams, own: Set, curve: Set) -> Vec<f64> {
        let id = &self.indicator.id;
        match &self.value {
            Value::Missing { mean } => {
                let stream = streams.stream("missing", id, own);
                stream.iter().map(|u| missing(*mean, *u)).collect()
            }
            Value::Answered {
                points,
                half_width,
                on_curve,
            } => {
                let read = on_curve.map(|answer| {
                    let factors = streams.stream("curve", id, curve);
                    self.read_off(answer, &factors)
                });
                // Without noise nothing is drawn.
                let stream: Option<Rc<[f64]>> =
                    (*half_width > 0.0).then(|| streams.stream("answer", id, own));
                let mut drawn = read.unwrap_or_else(|| vec![*points; DRAWS]);
                if let Some(stream) = stream {
                    for (points, u) in drawn.iter_mut().zip(stream.iter()) {
                        *points = noisy(*points, *half_width, *u);
                    }
                }
                drawn
            }
        }
    }

    /// The points of a figure with every curve it is read off misplaced by the same factor.
    fn read_off(&self, answer: &Answer, stream: &[f64]) -> Vec<f64> {
        let parts: Vec<(f64, &Curve, f64)> = match (&self.indicator.answer, answer) {
            (AnswerKind::Number(spec), Answer::Number(figure)) => vec![(1.0, &spec.curve, *figure)],
            (AnswerKind::Numbers { parts, .. }, Answer::Numbers(figures)) => parts
                .iter()
                .zip(figures)
                .map(|(part, figure)| (part.weight, &part.curve, *figure))
                .collect(),
            _ => Vec::new(),
        };
        let at = |u: &f64| {
            let factor = CURVE_FROM + CURVE_WIDTH * u;
            let sum: f64 = parts
                .iter()
                .map(|(weight, curve, figure)| weight * curve.at(figure / factor))
                .sum();
            sum.clamp(0.0, 100.0)
        };
        stream.iter().map(at).collect()
    }
}

/// Points with triangular noise, within the scale.
fn noisy(points: f64, half_width: f64, u: f64) -> f64 {
    let noise = if u < 0.5 {
        half_width * (2.0 * u).sqrt() - half_width
    } else {
        half_width - half_width * (2.0 * (1.0 - u)).sqrt()
    };
    (points + noise).clamp(0.0, 100.0)
}

/// Anything from 0 to 100 with this mean.
fn missing(mean: f64, u: f64) -> f64 {
    let mean = mean.clamp(*MISSING.start(), *MISSING.end());
    let split = 1.0 - mean / 100.0;
    if u < split {
        mean * u / split
    } else {
        mean + (100.0 - mean) * (u - split) / (1.0 - split)
    }
}

#[cfg(test)]
mod tests {
    use super::super::streams::{seed, uniform};
    use super::*;

    #[test]
    fn noise_is_the_triangle_and_stays_on_the_scale() {
        assert_eq!(noisy(50.0, 12.5, 0.5), 50.0);
        assert!((noisy(50.0, 12.5, 1e-12) - 37.5).abs() < 1e-4);
        assert!((noisy(50.0, 12.5, 1.0 - 1e-12) - 62.5).abs() < 1e-4);
        assert_eq!(noisy(99.0, 12.5, 0.99), 100.0);
        assert_eq!(noisy(33.0, 0.0, 0.2), 33.0);
    }

    #[test]
    fn missing_answers_have_the_mean_that_the_score_takes_them_for() {
        for mean in [5.0, 19.0, 50.0, 95.0] {
            let drawn: Vec<f64> = uniform(seed("key", "missing"), 100_000)
                .iter()
                .map(|u| missing(mean, *u))
                .collect();
            let found = super::super::estimate::mean(&drawn);
            assert!((found - mean).abs() < 0.3, "{found}, not {mean}");
            assert!(drawn.iter().all(|one| (0.0..=100.0).contains(one)));
        }
        assert_eq!(missing(0.0, 0.5), missing(5.0, 0.5));
    }
}
