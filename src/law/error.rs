/// A rule file that cannot be used: the first thing wrong with it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct RulesError {
    /// Inside the file, e.g. `sets[3].area.max`; `file` for the whole.
    pub path: String,
    pub reason: Reason,
}

/// What is wrong at a place of the rule file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Reason {
    #[error("not JSON at line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    #[error("not a rule file")]
    WrongFormat,
    #[error("format version {found}, this program reads {known}")]
    OtherVersion { found: u64, known: u64 },
    #[error("missing")]
    Missing,
    #[error("no such field")]
    UnknownField,
    #[error("expected {expected}")]
    WrongType { expected: &'static str },
    #[error("empty")]
    Empty,
    #[error("not a date of the form YYYY-MM-DD")]
    NotADate,
    #[error("not a day of the form MM-DD")]
    NotADay,
    #[error("outside {least} to {most}")]
    OutOfRange { least: f64, most: f64 },
    #[error("least area above the greatest")]
    LeastAboveGreatest,
    #[error("occurs twice")]
    Repeated,
    #[error("earlier than the one before it")]
    NotAscending,
    #[error("no rule set of this id")]
    UnknownSet,
    #[error("no check of this id is known")]
    UnknownCheck,
    #[error("the check {id} is missing")]
    CheckMissing { id: &'static str },
    #[error("no value is known for {{{name}}}")]
    UnknownPlaceholder { name: String },
    #[error("a provision for {set}, whose figures are missing")]
    FiguresMissing { set: String },
    #[error("figures of {set} without a provision in words")]
    ProvisionMissing { set: String },
}
