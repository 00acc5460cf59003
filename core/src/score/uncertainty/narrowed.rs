use std::collections::BTreeMap;

use super::live::{Live, live};
use super::streams::Streams;
use super::{Band, Drawn, shown};
use crate::assessment::Entry;
use crate::model::Model;
use crate::score::Range;
use crate::score::mean::shifted_geometric_mean;
use crate::score::tally;

/// What would be left of the doubt once some missing answers are given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Narrowed {
    pub band: Band,
    /// With the answers still missing at 0 and at 100.
    pub range: Range,
}

/// The band and the exact range as if these missing answers gave the central value of their dimension, with the doubt of a figure
/// whose origin is not said. Other answers would move both up or down.
///
/// Ids that are answered, do not apply or are not known are passed over. `None` where no overall value is shown.
pub fn narrowed(
    model: &Model,
    entries: &BTreeMap<String, Entry>,
    ids: &[&str],
    streams: &mut Streams,
) -> Option<Narrowed> {
    shown(model, entries)?;
    let mut live = live(model, entries);
    let mut tallies = tally::tallies(model, entries);
    let settled = live
        .iter_mut()
        .filter(|one| one.is_missing() && ids.contains(&one.indicator.id.as_str()));
    for one in settled {
        if let Some(tally) = tallies.get_mut(one.indicator.dimension) {
            tally.settle(one.indicator.weight);
        }
        *one = Live::at_central(one);
    }
    let band = Band::of(Drawn::first(model, &live, streams).overall);
    let weights: Vec<f64> = model.dimensions.iter().map(|one| one.weight).collect();
    let overall = |pick: fn(&Range) -> Option<f64>| {
        let values: Option<Vec<f64>> = tallies
            .iter()
            .map(|tally| pick(&tally.score().range))
            .collect();
        values.map(|values| shifted_geometric_mean(&weights, &values, model.shift))
    };
    Some(Narrowed {
        band,
        range: Range {
            central: overall(|range| range.central),
            low: overall(|range| range.low),
            high: overall(|range| range.high),
        },
    })
}
