//! What each screen shows, computed from the core; no text, no DOM.

pub mod chart;
mod history;
pub mod map;
pub mod profile;
pub mod progress;
pub mod result;
mod taking;
pub mod unit;
pub mod way;

pub use history::History;
pub use profile::{facts_said, occupancy};
pub use progress::{Progress, SectionState, progress};
pub use taking::Taking;
pub use way::{Left, Place, left, next, place, previous};
