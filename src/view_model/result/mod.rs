//! What the result page shows.

mod contributions;
mod narrowing;
mod settle;
mod standing;
mod verdicts;

pub use contributions::{Group, Row, contributions};
pub use narrowing::narrowing;
pub use settle::{Settle, settle};
pub use standing::{NextLevel, Standing, standing};
pub use verdicts::{by_urgency, reasons, sets_used, tally};
