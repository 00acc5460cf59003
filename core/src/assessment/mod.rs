//! The answers a person gives, and the assessment they belong to.

mod answer;
mod apply;
mod boundary_record;
mod carry;
mod check;
mod command;
mod date;
mod facts_problem;
pub mod file;
pub mod limits;
mod made;
mod plain;
mod profile;
mod profile_problem;
mod state;

use std::collections::BTreeMap;

pub use answer::{Answer, Entry, ItemState, Origin};
pub use boundary_record::{BoundaryRecord, Place, Places};
pub use carry::{Earlier, MadeWith, asks_the_same};
pub use check::{AnswerProblem, check};
pub use command::{Command, CommandError, NumberField, TextField};
pub use date::Date;
pub use facts_problem::{FactsProblem, Land};
pub use made::{DivisionProblem, Made, Way, divide};
pub use profile::{ClusterKind, Expansion, Firm, LegalFacts, OldSign, Profile};
pub use profile_problem::{Area, ProfileProblem, Share};
pub use state::State;

use crate::boundary::Fix;
use crate::model::{Indicator, Model};

/// How many questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The ten quick indicators.
    Quick,
    #[default]
    Full,
    /// All questions of a model for firms.
    Firm,
}

impl Mode {
    /// Whether a question of the model is asked.
    pub fn asks(self, indicator: &Indicator) -> bool {
        self != Self::Quick || indicator.quick
    }
}

/// One assessment of one cluster, or of one firm in it: everything that a save file holds and that scores depend on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assessment {
    pub mode: Mode,
    pub profile: Profile,
    /// By indicator id; an absent key is unanswered.
    pub entries: BTreeMap<String, Entry>,
    pub boundary: Option<BoundaryRecord>,
    pub places: Places,
    /// Corners taken on site with the device's position, one after the other.
    pub walk: Vec<Fix>,
    /// An invented worked example, marked as such wherever it is shown.
    pub example: bool,
    /// What was answered to an earlier version of the model, from which the answers were carried over.
    pub earlier: Option<Box<Earlier>>,
    /// The person was told of a newer version of the model and goes on with this one.
    pub stays: bool,
}

impl Assessment {
    /// Whether a question is asked.
    pub fn asks(&self, indicator: &Indicator) -> bool {
        self.mode.asks(indicator) && !self.lacks_boundary(indicator)
    }

    /// Only a boundary could answer it and there is none. What was answered before stays.
    pub fn lacks_boundary(&self, indicator: &Indicator) -> bool {
        let is_answered = |entry: &Entry| entry.answer.is_some();
        indicator.needs_boundary
            && self.boundary.is_none()
            && !self.entries.get(&indicator.id).is_some_and(is_answered)
    }

    /// The questions that are asked, in the order of the model.
    pub fn asked<'a>(&'a self, model: &'a Model) -> impl Iterator<Item = &'a Indicator> {
        model
            .indicators
            .iter()
            .filter(|indicator| self.asks(indicator))
    }

    pub fn state(&self, indicator: &Indicator) -> State {
        State::of(indicator, self.entries.get(&indicator.id))
    }
}
