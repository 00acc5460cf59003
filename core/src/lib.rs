//! The core of Cluster Ready: model, assessment, score, law, boundary, files. It knows nothing of the browser and is tested
//! natively; the widget, its worker and the native command are built on it.

pub mod assessment;
pub mod boundary;
mod crc;
pub mod direction;
pub mod json;
pub mod law;
pub mod lines;
pub mod mismatch;
pub mod model;
pub mod number;
mod numbers;
pub mod order;
pub mod overlay;
pub mod pdf;
pub mod places;
pub mod progress;
pub mod read;
pub mod score;
pub mod survey;
pub mod verify;
pub mod write;

/// What this build is made of, in a few letters; the page's program and its worker have to agree on it.
pub const BUILD: &str = env!("CLUSTER_READY_CORE");

/// The allocator of the browser's programs: smaller and quicker than the standard library's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
