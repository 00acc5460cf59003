//! A boundary as a page asks for it: what is asked, what is answered, and the work in between.
//!
//! The page and the worker that reads files are two programs with two memories. Coordinates cross as bytes of their own
//! beside the message, and stay bytes on the page, which keeps them without taking them apart: a file of a million corners
//! never becomes a shape there. The worker keeps nothing between two questions, so one that was stopped loses nothing.

mod answer;
mod frames;
mod message;
mod reply;
mod request;
mod surveyed;
mod table;
mod thin;
mod writing;

pub use answer::answer;
pub use frames::{FRAME_BYTES, frame, frames};
pub use message::{BadMessage, from_message, to_message};
pub use reply::{Offer, Reply, Share};
pub use request::{Goal, Look, Request};
pub use surveyed::{Drawn, Surveyed};
pub use table::{MOST_LISTED, RingTable, open_corners};
pub use writing::{FileFormat, FileWords, Writing};

/// More corners than this are drawn thinned out.
pub const MOST_DRAWN: usize = 10_000;
