use crate::json::{Fault, FaultKind, TextError};

/// A rule file that cannot be used: the first thing wrong with it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct RulesError {
    /// Inside the file, e.g. `sets[3].area.max`; empty for the whole.
    pub path: String,
    pub reason: Reason,
}

/// What is wrong at a place of the rule file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Reason {
    #[error(transparent)]
    Text(TextError),
    /// A field is missing, of another type or out of range.
    #[error(transparent)]
    Shape(FaultKind),
    #[error("not a rule file")]
    WrongFormat,
    #[error("format version {found}, this program reads {known}")]
    OtherVersion { found: u32, known: u32 },
    #[error("no such field")]
    UnknownField,
    #[error("not a date of the form YYYY-MM-DD")]
    NotADate,
    #[error("not a day of the form MM-DD")]
    NotADay,
    #[error("least area above the greatest")]
    LeastAboveGreatest,
    #[error("occurs twice")]
    Repeated,
    #[error("earlier than the one before it")]
    NotAscending,
    #[error("no rule set of this id")]
    UnknownSet,
    #[error("the check {id} is missing")]
    CheckMissing { id: &'static str },
    #[error("no value is known for {{{name}}}")]
    UnknownPlaceholder { name: String },
    #[error("a provision for {set}, whose figures are missing")]
    FiguresMissing { set: String },
    #[error("figures of {set} without a provision in words")]
    ProvisionMissing { set: String },
}

impl From<Fault> for RulesError {
    fn from(fault: Fault) -> Self {
        Self {
            path: fault.path,
            reason: Reason::Shape(fault.kind),
        }
    }
}

impl From<TextError> for RulesError {
    fn from(error: TextError) -> Self {
        Self {
            path: String::new(),
            reason: Reason::Text(error),
        }
    }
}
