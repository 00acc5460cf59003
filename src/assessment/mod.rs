//! The answers a person gives, and the assessment they belong to.

mod answer;
mod apply;
mod boundary_record;
mod check;
mod command;
mod date;
mod facts_problem;
pub mod file;
pub mod limits;
mod plain;
mod profile;
mod profile_problem;
mod state;

use std::collections::BTreeMap;

pub use answer::{Answer, Entry, ItemState, Origin};
pub use boundary_record::{BoundaryRecord, Place, Places};
pub use check::{AnswerProblem, check};
pub use command::{Command, CommandError, NumberField, TextField};
pub use date::Date;
pub use facts_problem::{FactsProblem, Land};
pub use profile::{ClusterKind, Expansion, Firm, LegalFacts, OldSign, Profile};
pub use profile_problem::{Area, ProfileProblem, Share};
pub use state::State;

use crate::boundary::{Fix, Shape};
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
}

impl Assessment {
    /// The questions of the chosen mode, in the order of the model.
    pub fn asked<'a>(&self, model: &'a Model) -> impl Iterator<Item = &'a Indicator> + use<'a> {
        let mode = self.mode;
        model
            .indicators
            .iter()
            .filter(move |indicator| mode.asks(indicator))
    }

    pub fn state(&self, indicator: &Indicator) -> State {
        State::of(indicator, self.entries.get(&indicator.id))
    }

    /// The same without the corners of the boundary: what was measured and derived from them stays, its centre
    /// too. For people who share a result and not their survey.
    pub fn without_corners(&self) -> Self {
        let mut shared = self.clone();
        if let Some(record) = &mut shared.boundary {
            record.given = Shape::default();
            record.file_name.clear();
        }
        shared.walk.clear();
        shared
    }
}
