//! The legal checks on realistic clusters, at the border dates of every rule set, and on broken rule files.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking; so do the functions it calls"
)]

mod area;
mod broken_files;
mod cases;
mod cluster;
mod duties;
mod land;
mod model_links;
mod properties;
mod sets;
mod statements;
