//! The result file: an assessment, what it was answered with, and what came out of it, as one JSON object.
//!
//! [`write()`] and [`read()`] are inverse: `read(write(a)) == a`, to the last bit. Drafts are the same file without results.
//!
//! # Sources
//! The method, section 9.

mod answers;
mod boundary;
mod earlier;
mod error;
mod glance;
mod meta;
mod parsed;
mod profile;
mod read;
mod results;
mod sieve;
mod stored;
mod words;
mod write;

pub use error::{Damage, FileError};
pub use glance::{Glance, boundary, glance};
pub use meta::{Meta, Opened, Warning};
pub use parsed::Parsed;
pub use read::{made_with, read, read_answers, read_case};
pub use results::{
    write_band, write_causes, write_counts, write_dimensions, write_overall, write_uncertainty,
};
pub use stored::{Difference, StoredResults};
pub(crate) use stored::{as_early_as, compare};
pub use words::mode_word;
pub use write::{draft, write};

/// First field of every file.
pub const FORMAT: &str = "cluster-ready-result";

/// Raised when an older program could misread a file. Versions below are migrated while reading.
/// 1: whether the cluster grows was yes or no. 2: how far its growing has come, and more facts for the legal checks.
pub const FORMAT_VERSION: u32 = 2;

/// Bytes of a file that is opened.
///
/// More than the largest file that can be written: 50 000 corners at 54 bytes, 2 000 taken on site at 100, 34 notes
/// and 34 evidence references of 10 000 characters at up to 6 bytes, results and verdicts.
pub const FILE_BYTES: usize = 8 * 1024 * 1024;
