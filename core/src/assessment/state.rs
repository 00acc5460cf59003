use super::{Answer, Entry, check};
use crate::model::Indicator;

/// Each indicator is in exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Answered,
    Unknown,
    NotApplicable,
    Unanswered,
}

impl State {
    /// An answer that does not belong to the question is none.
    pub fn of(indicator: &Indicator, entry: Option<&Entry>) -> Self {
        let Some(answer) = entry.and_then(|entry| entry.answer.as_ref()) else {
            return Self::Unanswered;
        };
        match (check(indicator, answer), answer) {
            (Err(_), _) => Self::Unanswered,
            (Ok(()), Answer::Unknown) => Self::Unknown,
            (Ok(()), Answer::NotApplicable(_)) => Self::NotApplicable,
            (Ok(()), _) => Self::Answered,
        }
    }
}
