//! What the result page shows.

mod certainty;
mod contributions;
mod narrowing;
mod roadmap;
mod settle;
mod standing;
mod verdicts;

pub use certainty::{Certainty, Levels, Moved, Sure, certainty, levels};
pub use contributions::{Group, Row, contributions};
pub use narrowing::narrowing;
pub use roadmap::{Order, ordered};
pub use settle::{Settle, settle};
pub use standing::{NextLevel, Standing, standing};
pub use verdicts::{asked, by_urgency, common_grade, reasons, sets_used, tally};
