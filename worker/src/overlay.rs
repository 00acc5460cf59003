//! The binary that cuts a boundary along an earlier one: beside the worker's, which loads it for the first of them.

#[cfg(target_arch = "wasm32")]
#[allow(
    unsafe_code,
    reason = "functions are found by their names; none touches memory on its own"
)]
mod passed;

#[cfg(target_arch = "wasm32")]
fn message(question: &[u8]) -> Vec<u8> {
    cluster_ready_core::overlay::to_message(question)
}

fn main() {}
