use thiserror::Error;

use crate::assessment::AnswerProblem;
use crate::json::{Fault, FaultKind, Node, TextError};
use crate::model::Subject;

/// Why a file is not opened. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum FileError {
    #[error("{bytes} bytes, more than the {limit} of any result file")]
    TooLarge { bytes: usize, limit: usize },
    #[error("nested deeper than {limit}")]
    TooDeep { limit: usize },
    #[error("not JSON: line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    /// JSON of something else; with its format word, if it has one.
    #[error("not a result file of Cluster Ready")]
    NotOurs { found: Option<String> },
    #[error("format version {version} is newer than this program")]
    Newer { version: u32 },
    /// Answers of a firm where those of a cluster are asked for, or the other way round.
    #[error("answers of a {subject}")]
    OtherSubject { subject: Subject },
    /// Answers to the questions of another model.
    #[error("made with the model {id:?} {version}")]
    OtherModel {
        id: String,
        version: String,
        hash: String,
    },
    #[error("{path}: {damage}")]
    Damaged { path: String, damage: Damage },
}

/// What is wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Damage {
    #[error(transparent)]
    Shape(FaultKind),
    #[error(transparent)]
    Answer(AnswerProblem),
    #[error("the model has no such indicator")]
    UnknownIndicator,
    #[error("is not one answer")]
    NotOneAnswer,
}

impl FileError {
    pub(super) fn damaged(node: &Node, damage: Damage) -> Self {
        Self::Damaged {
            path: node.path().to_owned(),
            damage,
        }
    }
}

impl From<Fault> for FileError {
    fn from(fault: Fault) -> Self {
        Self::Damaged {
            path: fault.path,
            damage: Damage::Shape(fault.kind),
        }
    }
}

impl From<TextError> for FileError {
    fn from(error: TextError) -> Self {
        match error {
            TextError::NotJson { line, column } => Self::NotJson { line, column },
            TextError::TooDeep { limit } => Self::TooDeep { limit },
            TextError::TooLarge { bytes, limit } => Self::TooLarge { bytes, limit },
        }
    }
}
