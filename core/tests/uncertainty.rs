//! Bands, shares, total effects and comparisons of the golden file, and what holds for any answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "other suites use more of it")]
mod generate;
#[allow(dead_code, reason = "other suites use more of it")]
mod golden;

use std::collections::BTreeMap;

use cluster_ready_core::assessment::{Entry, Origin, State};
use cluster_ready_core::model;
use cluster_ready_core::score::score;
use cluster_ready_core::score::uncertainty::{
    Direction, Group, Streams, compare, everything, narrowed, tornado, uncertainty,
};
use proptest::prelude::*;

#[test]
fn every_golden_case_gives_its_band_shares_and_effects() {
    golden::assert_every_uncertainty();
}

#[test]
fn every_golden_pair_gives_its_comparison() {
    golden::assert_every_comparison();
}

#[test]
fn answers_that_move_most_narrow_band_and_range() {
    let model = model::bundled().unwrap();
    let cases = golden::cases();
    let case = cases
        .iter()
        .find(|case| case["name"] == "typical-with-six-unknown")
        .unwrap();
    let entries = golden::entries(case);
    let mut streams = Streams::new(&"0".repeat(64));
    // The figures that the second mock was drawn with, computed apart from this program.
    let found = narrowed(model, &entries, &["D2", "D1", "T6"], &mut streams).unwrap();
    let whole = |value: f64| (value * 10.0).round() / 10.0;
    assert_eq!([whole(found.band.p05), whole(found.band.p95)], [29.4, 36.1]);
    let range = found.range;
    assert_eq!(
        [range.low, range.high].map(|end| whole(end.unwrap())),
        [28.7, 37.8]
    );
    assert!(
        (range.central.unwrap() - score(model, &entries).overall.central.unwrap()).abs() < 1e-9
    );
    let same = narrowed(model, &entries, &["M1", "none"], &mut streams).unwrap();
    assert_eq!(
        same.band,
        uncertainty(model, &entries, &mut streams).unwrap().band
    );
}

/// Answers to some or all questions, with where they come from.
fn answers() -> impl Strategy<Value = BTreeMap<String, Entry>> {
    let origin = prop_oneof![
        Just(None),
        Just(Some(Origin::Estimate)),
        Just(Some(Origin::Records)),
        Just(Some(Origin::Documented)),
        Just(Some(Origin::Boundary)),
    ];
    let count = model::bundled().unwrap().indicators.len();
    let said = proptest::collection::vec((origin, prop_oneof!["", "Biên bản"]), count);
    (generate::answers(), said).prop_map(|(mut entries, said)| {
        for (entry, (origin, evidence)) in entries.values_mut().zip(said) {
            (entry.origin, entry.evidence) = (origin, evidence);
        }
        entries
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn shares_add_up_and_what_cannot_move_has_nothing(entries in answers()) {
        let model = model::bundled().unwrap();
        let mut streams = Streams::of(model);
        let Some(found) = uncertainty(model, &entries, &mut streams) else {
            prop_assert!(score(model, &entries).overall.central.is_none());
            return Ok(());
        };
        let sum: f64 = found.level_shares.iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-9);
        for band in found.dimensions.iter().chain([&found.band]) {
            prop_assert!(0.0 <= band.p05 && band.p05 <= band.p50 && band.p50 <= band.p95);
            prop_assert!(band.p95 <= 100.0 + 1e-9);
        }
        let (_, causes) = everything(model, &entries, &mut streams).unwrap();
        prop_assert!((causes.sources.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        let missing = |id: &str| {
            let indicator = model.indicator(id).unwrap();
            matches!(State::of(indicator, entries.get(id)), State::Unknown | State::Unanswered)
        };
        if !causes.total_effects.iter().any(|(id, _)| missing(id)) {
            prop_assert_eq!(causes.sources[Group::ALL.iter().position(|one| *one == Group::Missing).unwrap()], 0.0);
        }
        for (id, effect) in &causes.total_effects {
            let entry = entries.get(id);
            let certain = entry.is_some_and(|entry| {
                !entry.evidence.is_empty() || matches!(entry.origin, Some(Origin::Documented | Origin::Boundary))
            });
            if certain && !missing(id) {
                prop_assert_eq!(*effect, 0.0);
            } else {
                prop_assert!(*effect >= 0.0);
            }
        }
    }

    #[test]
    fn bars_hold_the_value_and_a_result_does_not_differ_from_itself(entries in answers()) {
        let model = model::bundled().unwrap();
        let mut streams = Streams::of(model);
        let Some(found) = tornado(model, &entries, &mut streams) else {
            return Ok(());
        };
        prop_assert!((found.central - score(model, &entries).overall.central.unwrap()).abs() < 1e-9);
        let slack = 1e-9;
        // Near an end of the scale a missing answer is taken for a value a little off it.
        let scored = score(model, &entries);
        let off_ends = |id: &str| {
            let dimension = &scored.dimensions[model.indicator(id).unwrap().dimension];
            (5.0..=95.0).contains(&dimension.range.central.unwrap())
        };
        for (id, bar) in found.indicators.iter().filter(|(id, _)| off_ends(id)) {
            prop_assert!(bar.low <= found.central + slack && found.central <= bar.high + slack, "{id} {bar:?}");
        }
        prop_assert!(found.formula.low <= found.central + slack && found.central <= found.formula.high + slack);
        let same = compare(model, &entries, &entries, &mut streams).unwrap();
        prop_assert_eq!([same.band.p05, same.band.p50, same.band.p95], [0.0; 3]);
        prop_assert_eq!((same.share_better, same.direction), (0.0, Direction::NotClear));
    }

    #[test]
    fn what_was_drawn_before_changes_nothing(first in answers(), second in answers()) {
        let model = model::bundled().unwrap();
        let mut used = Streams::of(model);
        let _ = everything(model, &first, &mut used);
        prop_assert_eq!(
            uncertainty(model, &second, &mut used),
            uncertainty(model, &second, &mut Streams::of(model))
        );
        let there = compare(model, &first, &second, &mut used);
        let back = compare(model, &second, &first, &mut used);
        if let (Some(there), Some(back)) = (there, back) {
            prop_assert!((there.band.p50 + back.band.p50).abs() < 1e-9);
            prop_assert_eq!(there.direction == Direction::Improved, back.direction == Direction::Worse);
        }
    }
}
