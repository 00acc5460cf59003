use thiserror::Error;

use super::{Answer, AnswerProblem, BoundaryRecord, Entry, Mode, Places, Profile};
use crate::boundary::Fix;

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
    /// `derived` holds the answers that the boundary gives, by indicator. They fill what nobody has typed; those of
    /// an earlier boundary go.
    SetBoundary {
        record: Option<Box<BoundaryRecord>>,
        derived: Vec<(String, Answer)>,
    },
    SetPlaces(Box<Places>),
    /// The corners taken on site so far.
    SetWalk(Vec<Fix>),
    /// Go on with the version of the model that was answered, although there is a newer one.
    StayWithVersion,
}

/// Why a change is refused; the assessment stays as it was.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum CommandError {
    #[error("the model has no indicator {id:?}")]
    UnknownIndicator { id: String },
    #[error("answer to {indicator}: {problem}")]
    Answer {
        indicator: String,
        problem: AnswerProblem,
    },
    #[error("{field} is longer than {limit} characters")]
    TextTooLong { field: TextField, limit: usize },
    /// Beyond what a file can hold; what cannot be so in a profile is a [`super::ProfileProblem`] instead.
    #[error("{field} is {value}, not between {min} and {max}")]
    NumberOutOfRange {
        field: NumberField,
        value: f64,
        min: f64,
        max: f64,
    },
    #[error("the boundary has {corners} corners, {limit} can be kept")]
    TooManyCorners { corners: usize, limit: usize },
    #[error("there are {places} added institutions, {limit} can be kept")]
    TooManyPlaces { places: usize, limit: usize },
}

/// A text that a person types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextField {
    Name,
    Province,
    Commune,
    Industry,
    Decision,
    AreaExplanation,
    Note,
    Evidence,
    FileName,
    Format,
    Place,
}

impl std::fmt::Display for TextField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

/// A figure outside the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberField {
    DeclaredArea,
    IndustrialLand,
    LeasedLand,
    ApprovedLand,
    ExpansionAdded,
    StartUpLand,
    CraftLandShare,
    SectorLandShare,
    ServicesShare,
    Corner,
    CornerAccuracy,
    Meridian,
    Zone,
    Measure,
    Longitude,
    Latitude,
}

impl std::fmt::Display for NumberField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}
