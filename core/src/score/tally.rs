use std::collections::BTreeMap;

use super::{DimensionScore, Range, points};
use crate::assessment::{Entry, State};
use crate::model::{Indicator, Model};

/// More than this share of a dimension's weight not applicable: the dimension is not rated.
///
/// # Sources
/// The method, section 3.
const NOT_APPLICABLE_LIMIT: f64 = 0.30;

/// Where a missing answer stands in a dimension without any: the middle of what it can be.
pub const NOTHING_KNOWN: f64 = 50.0;

/// Slack of comparisons between shares.
pub const SHARE_SLACK: f64 = 1e-9;

/// What the answers of one dimension add up to. Sums run in the order of the model, so they never depend on the
/// order of the answers.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    pub answered_weight: f64,
    /// Σ weight × points over the answered indicators.
    pub weighted_points: f64,
    /// Weights of the indicators that are unknown or unanswered, in the order of the model.
    pub missing: Vec<f64>,
    pub not_applicable_weight: f64,
}

impl Tally {
    pub fn applicable_weight(&self) -> f64 {
        self.answered_weight + self.missing_weight()
    }

    pub fn missing_weight(&self) -> f64 {
        self.missing.iter().sum()
    }

    /// Answered weight over applicable weight; 0 where nothing is applicable.
    pub fn coverage(&self) -> f64 {
        share(self.answered_weight, self.applicable_weight()).unwrap_or(0.0)
    }

    pub fn rated(&self) -> bool {
        let total = self.applicable_weight() + self.not_applicable_weight;
        share(self.not_applicable_weight, total)
            .is_some_and(|left_out| left_out <= NOT_APPLICABLE_LIMIT + SHARE_SLACK)
    }

    pub fn central(&self) -> Option<f64> {
        share(self.weighted_points, self.answered_weight).map(bounded)
    }

    /// The value as if one missing indicator had these points and the other missing ones stood at `others`.
    pub fn value_with(&self, weight: f64, points: f64, others: f64) -> Option<f64> {
        let rest = (self.missing_weight() - weight).max(0.0);
        let sum = self.weighted_points + weight * points + rest * others;
        share(sum, self.applicable_weight()).map(bounded)
    }

    /// One missing indicator is answered, with the points of the central value.
    pub fn settle(&mut self, weight: f64) {
        let points = self.central().unwrap_or(NOTHING_KNOWN);
        if let Some(place) = self.missing.iter().position(|one| *one == weight) {
            self.missing.remove(place);
            self.answered_weight += weight;
            self.weighted_points += weight * points;
        }
    }

    /// The central value as if an answered indicator had got `more` points.
    pub fn central_raised(&self, weight: f64, more: f64) -> Option<f64> {
        share(self.weighted_points + weight * more, self.answered_weight).map(bounded)
    }

    pub fn score(&self) -> DimensionScore {
        let applicable = self.applicable_weight();
        let best = self.weighted_points + 100.0 * self.missing_weight();
        let central = self.central();
        // Rounding must not push a bound past the value between the bounds.
        let low = share(self.weighted_points, applicable)
            .map(|low| bounded(low).min(central.unwrap_or(100.0)));
        let high = share(best, applicable).map(|high| bounded(high).max(central.unwrap_or(0.0)));
        DimensionScore {
            range: Range { central, low, high },
            coverage: self.coverage(),
            rated: self.rated(),
        }
    }

    fn add(&mut self, indicator: &Indicator, entry: Option<&Entry>) {
        let answer = entry.and_then(|entry| entry.answer.as_ref());
        match State::of(indicator, entry) {
            State::Answered => {
                let points = answer.and_then(|answer| points(indicator, answer));
                self.answered_weight += indicator.weight;
                self.weighted_points += indicator.weight * points.unwrap_or(0.0);
            }
            State::Unknown | State::Unanswered => self.missing.push(indicator.weight),
            State::NotApplicable => self.not_applicable_weight += indicator.weight,
        }
    }
}

/// One tally per dimension, in the order of the model.
pub fn tallies(model: &Model, entries: &BTreeMap<String, Entry>) -> Vec<Tally> {
    (0..model.dimensions.len())
        .map(|dimension| {
            let mut tally = Tally::default();
            for indicator in model.of_dimension(dimension) {
                tally.add(indicator, entries.get(&indicator.id));
            }
            tally
        })
        .collect()
}

fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn bounded(points: f64) -> f64 {
    points.clamp(0.0, 100.0)
}
