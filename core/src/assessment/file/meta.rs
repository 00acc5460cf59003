use super::StoredResults;
use crate::assessment::Assessment;

/// What a file says about its making. The core has no clock: the time comes in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    pub tool_version: String,
    /// ISO 8601, as the caller's clock gives it.
    pub saved_at: Option<String>,
    /// Ids of the legal rule sets that the verdicts come from.
    pub rules: Vec<String>,
}

/// An opened file.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub assessment: Assessment,
    /// What the file says came out; `None` in a draft and in bare answers.
    pub stored: Option<StoredResults>,
    pub meta: Meta,
    pub warnings: Vec<Warning>,
}

/// Something to know about a file that opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Made with another version of the same model: the result may differ from the stored one.
    OtherModel { version: String, hash: String },
}
