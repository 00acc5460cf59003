//! Why a suite did not come to its end.

use crate::failure::Failure;

#[derive(Debug)]
pub enum Stop {
    /// What it needs cannot be had on this machine, or the time for it has passed.
    Absent(Failure),
    /// Anything else; the tests might have failed.
    Broken(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Broken(failure)
    }
}
