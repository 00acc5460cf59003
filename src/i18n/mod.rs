//! Texts of the interface: message keys, one flat JSON file per locale of `data/languages.json`, named placeholders.
//!
//! The questions' texts live with the model; numbers and dates are formatted by the platform's `Intl`.

mod direction;
mod messages;

pub use cluster_ready_core::model::Locale;
pub use direction::fill_isolated;
pub use messages::{Messages, Part, messages, supply};
