//! What the result page shows.

mod certainty;
mod contents;
mod contributions;
mod front;
mod lacking;
mod narrowing;
mod roadmap;
mod settle;
mod standing;
mod verdicts;

pub use certainty::{Certainty, Levels, Moved, Sure, certainty, levels};
pub use contents::{Entry, Extent, Note, Part, contents, in_view};
pub use contributions::{Group, Row, contributions};
pub use front::{Extreme, extremes, first_actions, foremost, to_handle};
pub use lacking::{Lack, lacking};
pub use narrowing::narrowing;
pub use roadmap::{Order, ordered};
pub use settle::{Settle, settle};
pub use standing::{NextLevel, Standing, standing};
pub use verdicts::{asked, by_urgency, common_grade, reasons, sets_used, tally};
