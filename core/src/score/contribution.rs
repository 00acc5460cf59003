use std::collections::BTreeMap;

use super::mean::shifted_geometric_mean;
use super::tally::{NOTHING_KNOWN, Tally};
use super::{IndicatorScore, points};
use crate::assessment::{Entry, State};
use crate::model::{Indicator, Model};

/// What each answer adds and what each missing one could change, in the order of the model.
pub fn indicators(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    tallies: &[Tally],
) -> Vec<IndicatorScore> {
    let rated = tallies.iter().all(Tally::rated);
    model
        .indicators
        .iter()
        .map(|indicator| {
            let entry = entries.get(&indicator.id);
            let state = State::of(indicator, entry);
            let mut one = IndicatorScore {
                id: indicator.id.clone(),
                points: None,
                share: 0.0,
                contribution: 0.0,
                could_change: 0.0,
            };
            match state {
                State::Answered => {
                    let answer = entry.and_then(|entry| entry.answer.as_ref());
                    one.points = answer.and_then(|answer| points(indicator, answer));
                    if let Some(tally) = tallies.get(indicator.dimension) {
                        one.share = indicator.weight / tally.answered_weight;
                        one.contribution = one.share * one.points.unwrap_or(0.0);
                    }
                }
                State::Unknown | State::Unanswered if rated => {
                    let best = overall_with(model, tallies, indicator, 100.0);
                    let worst = overall_with(model, tallies, indicator, 0.0);
                    one.could_change = (best - worst).max(0.0);
                }
                State::Unknown | State::Unanswered | State::NotApplicable => {}
            }
            one
        })
        .collect()
}

/// The overall value as if the indicator had been answered with these points.
fn overall_with(model: &Model, tallies: &[Tally], indicator: &Indicator, points: f64) -> f64 {
    let values: Vec<f64> = tallies
        .iter()
        .enumerate()
        .map(|(dimension, tally)| {
            let value = if dimension == indicator.dimension {
                let others = tally.central().unwrap_or(NOTHING_KNOWN);
                tally.value_with(indicator.weight, points, others)
            } else {
                tally.central()
            };
            value.unwrap_or(NOTHING_KNOWN)
        })
        .collect();
    let weights: Vec<f64> = model.dimensions.iter().map(|one| one.weight).collect();
    shifted_geometric_mean(&weights, &values, model.shift)
}
