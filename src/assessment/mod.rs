//! The answers a person gives, and the assessment they belong to.

mod answer;
mod boundary_record;
mod check;
mod date;
mod profile;
mod state;

use std::collections::BTreeMap;

pub use answer::{Answer, Entry, ItemState, Origin};
pub use boundary_record::{BoundaryRecord, Place, Places};
pub use check::{AnswerProblem, check};
pub use date::Date;
pub use profile::{ClusterKind, LegalFacts, Profile};
pub use state::State;

/// How many questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The ten quick indicators.
    Quick,
    #[default]
    Full,
}

/// One assessment of one cluster: everything that a save file holds and that scores depend on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assessment {
    pub mode: Mode,
    pub profile: Profile,
    /// By indicator id; an absent key is unanswered.
    pub entries: BTreeMap<String, Entry>,
    pub boundary: Option<BoundaryRecord>,
    pub places: Places,
    /// An invented worked example, marked as such wherever it is shown.
    pub example: bool,
}

/// One change a person makes.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    SetMode(Mode),
    SetProfile(Box<Profile>),
    /// `None` clears the answer.
    SetEntry {
        indicator: String,
        entry: Option<Entry>,
    },
    /// Also fills L1, L2 and L7 with the figures derived from it; clears the derived ones when `None`.
    SetBoundary(Option<Box<BoundaryRecord>>),
    SetPlaces(Box<Places>),
}
