//! The core as WebAssembly in a browser: the same files give the same numbers as natively.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the native suite uses more of it")]
mod golden;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn logarithm_has_the_same_last_bit_as_natively() {
    assert_eq!(libm::log(12.5).to_bits(), 0x4004_34b1_382e_feb8);
}

#[wasm_bindgen_test]
fn every_golden_case_gives_the_expected_scores() {
    golden::assert_every_case();
}

#[wasm_bindgen_test]
fn every_golden_case_gives_its_band_shares_and_effects() {
    golden::assert_every_uncertainty();
}

#[wasm_bindgen_test]
fn every_golden_pair_gives_its_comparison() {
    golden::assert_every_comparison();
}

#[wasm_bindgen_test]
fn every_golden_case_of_the_first_model_still_gives_its_scores() {
    golden::assert_every_first_case();
}
