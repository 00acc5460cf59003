use std::collections::BTreeMap;

use super::live::live;
use super::streams::Streams;
use super::{Band, DRAWS, Drawn, shown};
use crate::assessment::Entry;
use crate::model::Model;

/// Share of the draws that has to agree.
///
/// # Sources
/// The method, section 4.
const AGREED: f64 = 0.9;

/// Which way a result went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Improved,
    Worse,
    NotClear,
}

impl Direction {
    /// As commands say it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Worse => "worse",
            Self::NotClear => "not clear",
        }
    }
}

/// The second of two results less the first, draw by draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub band: Band,
    /// Of each dimension, in the order of the model.
    pub dimensions: Vec<Band>,
    /// Share of the draws in which the second is higher.
    pub share_better: f64,
    pub direction: Direction,
}

/// Two sets of answers to one model, drawn alike. `None` where one of them shows no overall value.
pub fn compare(
    model: &Model,
    before: &BTreeMap<String, Entry>,
    after: &BTreeMap<String, Entry>,
    streams: &mut Streams,
) -> Option<Comparison> {
    shown(model, before)?;
    shown(model, after)?;
    let first = Drawn::first(model, &live(model, before), streams);
    let second = Drawn::first(model, &live(model, after), streams);
    let difference = less(&second.overall, &first.overall);
    // Thousands of draws.
    let share = |count: usize| count as f64 / DRAWS as f64;
    let share_better = share(difference.iter().filter(|one| **one > 0.0).count());
    let share_worse = share(difference.iter().filter(|one| **one < 0.0).count());
    let dimensions = second.dimensions.iter().zip(&first.dimensions);
    Some(Comparison {
        band: Band::of(difference),
        dimensions: dimensions
            .map(|(second, first)| Band::of(less(second, first)))
            .collect(),
        share_better,
        direction: if share_better >= AGREED {
            Direction::Improved
        } else if share_worse >= AGREED {
            Direction::Worse
        } else {
            Direction::NotClear
        },
    })
}

fn less(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}
