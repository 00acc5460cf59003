//! Cluster Ready: the smart-cluster readiness of an industrial cluster, assessed wholly in the browser.
//!
//! The core (model, assessment, score, law, boundary, read, write, view_model) knows nothing of the browser and is
//! tested natively. The view and its platform come with the feature `widget`. Dependencies point inwards:
//! `element → ui → view_model → { score, law, assessment, model, boundary }`.

pub mod assessment;
pub mod boundary;
mod crc;
pub mod direction;
pub mod i18n;
pub mod json;
pub mod law;
mod lines;
pub mod model;
pub mod number;
mod numbers;
pub mod order;
pub mod pdf;
pub mod places;
pub mod progress;
pub mod read;
pub mod score;
pub mod survey;
pub mod verify;
pub mod view_model;
pub mod write;

/// What this build is made of, in a few letters; the page's program and its worker have to agree on it.
pub const BUILD: &str = env!("CLUSTER_READY_BUILD");

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "widget")]
pub mod element;
#[cfg(feature = "widget")]
pub mod platform;
#[cfg(feature = "widget")]
pub mod ui;
