use std::collections::BTreeMap;

use super::mean::shifted_geometric_mean;
use super::tally::{Tally, tallies};
use super::{Action, Score};
use crate::assessment::Entry;
use crate::model::{Indicator, Model};

/// Points by which an action is assumed to raise its indicator: one step of a ladder.
///
/// # Sources
/// The method, section 5; so are the other constants here.
const RAISE: f64 = 25.0;
const URGENT: f64 = 1.5;
const ACTIONS: usize = 5;
const PER_DIMENSION: usize = 2;
/// Dimensions below this level get an action in any case.
const WEAK_BELOW_LEVEL: u8 = 2;
/// Priorities closer than this are equal.
const TIE: f64 = 1e-9;

/// The five actions that pay most for their effort, best first.
///
/// Only answered indicators can be raised. Empty without an overall value.
///
/// `linked` says of an indicator that a legal check linked with it is not met, or due within twelve months.
pub fn roadmap(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    score: &Score,
    linked: &dyn Fn(&str) -> bool,
) -> Vec<Action> {
    let Some(overall) = score.overall.central else {
        return Vec::new();
    };
    let tallies = tallies(model, entries);
    let mut candidates = Vec::new();
    for (indicator, scored) in model.indicators.iter().zip(&score.indicators) {
        let Some(points) = scored.points else {
            continue;
        };
        let more = RAISE.min(100.0 - points);
        if more <= 0.0 {
            continue;
        }
        let gain = (raised(model, &tallies, indicator, more) - overall).max(0.0);
        let urgency = if linked(&indicator.id) { URGENT } else { 1.0 };
        candidates.push(Candidate {
            dimension: indicator.dimension,
            action: Action {
                indicator: indicator.id.clone(),
                gain,
                priority: gain * urgency / f64::from(indicator.effort),
            },
        });
    }
    choose(ranked(candidates), &weak(model, score))
}

/// The overall value once all these actions are done, each raising its indicator as [`roadmap`] assumes.
///
/// Exact, and so not the sum of the gains: the gains of one dimension add up, those of several dimensions together
/// give a little more or less. `None` without an overall value.
pub fn after(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    score: &Score,
    actions: &[Action],
) -> Option<f64> {
    score.overall.central?;
    let mut more = vec![0.0; model.dimensions.len()];
    for action in actions {
        let scored = score
            .indicators
            .iter()
            .find(|one| one.id == action.indicator);
        if let (Some(indicator), Some(points)) = (
            model.indicator(&action.indicator),
            scored.and_then(|one| one.points),
        ) && let Some(more) = more.get_mut(indicator.dimension)
        {
            *more += indicator.weight * RAISE.min(100.0 - points);
        }
    }
    let values: Option<Vec<f64>> = tallies(model, entries)
        .iter()
        .zip(more)
        .map(|(tally, more)| tally.central_raised(1.0, more))
        .collect();
    let weights: Vec<f64> = model.dimensions.iter().map(|one| one.weight).collect();
    Some(shifted_geometric_mean(&weights, &values?, model.shift))
}

struct Candidate {
    dimension: usize,
    action: Action,
}

fn raised(model: &Model, tallies: &[Tally], indicator: &Indicator, more: f64) -> f64 {
    let values: Vec<f64> = tallies
        .iter()
        .enumerate()
        .map(|(dimension, tally)| {
            let value = if dimension == indicator.dimension {
                tally.central_raised(indicator.weight, more)
            } else {
                tally.central()
            };
            value.unwrap_or(0.0)
        })
        .collect();
    let weights: Vec<f64> = model.dimensions.iter().map(|one| one.weight).collect();
    shifted_geometric_mean(&weights, &values, model.shift)
}

fn weak(model: &Model, score: &Score) -> Vec<usize> {
    // Without levels none is below one.
    let below = |value: f64| !model.levels.is_empty() && model.level_of(value) < WEAK_BELOW_LEVEL;
    score
        .dimensions
        .iter()
        .enumerate()
        .filter(|(_, dimension)| dimension.range.central.is_some_and(below))
        .map(|(index, _)| index)
        .collect()
}

/// Best first; among equals by id. Equality with slack is no order to sort by, so the best is taken again and again.
fn ranked(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut ranked = Vec::with_capacity(candidates.len());
    while let Some(best) = candidates
        .iter()
        .map(|candidate| candidate.action.priority)
        .max_by(f64::total_cmp)
    {
        let next = candidates
            .iter()
            .enumerate()
            .filter(|(_, candidate)| candidate.action.priority >= best - TIE)
            .min_by(|(_, a), (_, b)| a.action.indicator.cmp(&b.action.indicator))
            .map(|(index, _)| index);
        let Some(next) = next else { break };
        ranked.push(candidates.remove(next));
    }
    ranked
}

/// Keeps a place for the best action of every weak dimension, then fills up from the top.
fn choose(ranked: Vec<Candidate>, weak: &[usize]) -> Vec<Action> {
    let best_of = |dimension: &usize| ranked.iter().position(|one| one.dimension == *dimension);
    let mut chosen: Vec<usize> = weak.iter().filter_map(best_of).take(ACTIONS).collect();
    for (index, candidate) in ranked.iter().enumerate() {
        let of_dimension = chosen
            .iter()
            .filter_map(|one| ranked.get(*one))
            .filter(|one| one.dimension == candidate.dimension)
            .count();
        if chosen.len() < ACTIONS && of_dimension < PER_DIMENSION && !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    ranked
        .into_iter()
        .enumerate()
        .filter(|(index, _)| chosen.contains(index))
        .map(|(_, candidate)| candidate.action)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::file::read_answers;
    use crate::score::score;

    fn example() -> (&'static Model, BTreeMap<String, Entry>, Score) {
        let model = crate::model::bundled().unwrap();
        let entries = read_answers(include_str!("../../../data/example.json"), model).unwrap();
        let score = score(model, &entries);
        (model, entries, score)
    }

    #[test]
    fn one_action_alone_gives_exactly_its_gain() {
        let (model, entries, score) = example();
        for action in roadmap(model, &entries, &score, &|_| false) {
            let gain = action.gain;
            let after = after(model, &entries, &score, &[action]).unwrap();
            assert!((after - score.overall.central.unwrap() - gain).abs() < 1e-9);
        }
    }

    #[test]
    fn all_actions_together_equal_a_new_score_of_the_raised_points() {
        let (model, entries, score) = example();
        let actions = roadmap(model, &entries, &score, &|_| false);
        let raised = |dimension: usize| -> f64 {
            model
                .indicators
                .iter()
                .zip(&score.indicators)
                .filter(|(indicator, _)| indicator.dimension == dimension)
                .map(|(indicator, one)| {
                    let chosen = actions.iter().any(|a| a.indicator == indicator.id);
                    let points = one.points.unwrap_or(0.0);
                    one.share
                        * if chosen {
                            (points + 25.0).min(100.0)
                        } else {
                            points
                        }
                })
                .sum()
        };
        let product: f64 = (0..5).map(|d| (raised(d) + 10.0).ln()).sum::<f64>() / 5.0;
        let after = after(model, &entries, &score, &actions).unwrap();
        assert!((after - (product.exp() - 10.0)).abs() < 1e-9);
    }

    #[test]
    fn without_an_overall_value_there_is_nothing_after() {
        let model = crate::model::bundled().unwrap();
        let none = BTreeMap::new();
        assert_eq!(after(model, &none, &score(model, &none), &[]), None);
    }
}
