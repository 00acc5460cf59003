use thiserror::Error;

use super::CurveError;
use crate::json::{Fault, TextError};

/// Why a model file is refused: the first thing that is wrong with it.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ModelError {
    #[error(transparent)]
    Text(#[from] TextError),
    /// A field is missing or of another type.
    #[error(transparent)]
    Shape(#[from] Fault),
    /// The file is well formed, and what it says breaks a rule.
    #[error("{path}: {rule}")]
    Rule { path: String, rule: BrokenRule },
}

impl ModelError {
    /// The place inside the file, as in `indicators[3].answer.curve[2]`; `None` for a text that is no JSON.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Shape(fault) => Some(&fault.path),
            Self::Rule { path, .. } => Some(path),
        }
    }
}

/// A rule of the model that a file breaks.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum BrokenRule {
    #[error("format {found:?} is not that of a model")]
    Format { found: String },
    #[error("format version {found} is not known")]
    FormatVersion { found: u32 },
    #[error("{value} is not a positive weight")]
    Weight { value: f64 },
    #[error("the weights add up to {sum}, not to 1")]
    WeightSum { sum: f64 },
    #[error("{value} is not a positive shift")]
    Shift { value: f64 },
    #[error("the id {id:?} is there twice")]
    DuplicateId { id: String },
    #[error("no dimension has the id {id:?}")]
    UnknownDimension { id: String },
    #[error("there are {found} dimensions, not {expected}")]
    DimensionCount { found: usize, expected: usize },
    #[error("the dimension has no indicator")]
    EmptyDimension,
    #[error("the levels do not start at 0 and rise")]
    LevelOrder,
    #[error("a firm has no levels")]
    LevelsOfFirm,
    #[error("the scores do not rise from 0 to 100")]
    Scores,
    #[error("there are {found} scores for {options} options; one more than options is needed")]
    ScoreCount { found: usize, options: usize },
    #[error("the effort {found} is not 1, 2 or 3")]
    Effort { found: u32 },
    #[error("min {min} is not below max {max}")]
    Bounds { min: f64, max: f64 },
    #[error("the edges are not at least three that rise from {min} to at most {max}")]
    Brackets { min: f64, max: f64 },
    #[error("{value} is not a positive factor")]
    Times { value: f64 },
    #[error("only a question that the boundary answers can need it")]
    NotOfTheBoundary,
    #[error(transparent)]
    Curve(#[from] CurveError),
}
