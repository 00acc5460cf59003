use thiserror::Error;

/// Something in a JSON document that is not as it has to be, with its place.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{path}: {kind}")]
pub struct Fault {
    /// As in `indicators[3].answer.curve[2]`; empty for the document itself.
    pub path: String,
    pub kind: FaultKind,
}

#[derive(Debug, Clone, PartialEq, Error)]
pub enum FaultKind {
    #[error("is missing")]
    Missing,
    #[error("has to be {expected}")]
    WrongType { expected: &'static str },
    #[error("is empty")]
    Empty,
    #[error("is longer than {limit} characters")]
    TooLong { limit: usize },
    #[error("has {found} entries, {limit} are allowed")]
    TooMany { found: usize, limit: usize },
    #[error("{value} is not between {min} and {max}")]
    OutOfRange { value: f64, min: f64, max: f64 },
    #[error("{found:?} is not one of the words allowed here")]
    UnknownWord { found: String },
}
