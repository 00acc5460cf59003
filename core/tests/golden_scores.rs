//! The 47 golden cases of each version of the model, in every field to 1e-9.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the suite of the native command uses more of it")]
mod golden;

use cluster_ready_core::model;
use cluster_ready_core::score::{roadmap, score};
use golden::{cases, entries};

#[test]
fn every_golden_case_gives_the_expected_scores() {
    golden::assert_every_case();
}

#[test]
fn every_golden_case_of_the_first_model_still_gives_its_scores() {
    golden::assert_every_first_case();
}

#[test]
fn typical_cluster_gets_the_five_golden_actions_in_their_order() {
    let model = model::bundled().unwrap();
    let entries = entries(&cases()[0]);
    let actions = roadmap(model, &entries, &score(model, &entries), &|_| false);
    let ids: Vec<&str> = actions.iter().map(|one| one.indicator.as_str()).collect();
    assert_eq!(ids, ["T7", "D5", "D6", "L4", "I2"]);
}

#[test]
fn broken_legal_duty_moves_its_indicator_up_the_roadmap() {
    let model = model::bundled().unwrap();
    let entries = entries(&cases()[0]);
    let score = score(model, &entries);
    let priority = |linked: bool| {
        roadmap(model, &entries, &score, &|id| linked && id == "D6")
            .into_iter()
            .find(|one| one.indicator == "D6")
            .unwrap()
            .priority
    };
    assert_eq!(priority(true), 1.5 * priority(false));
}
