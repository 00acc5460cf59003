use super::Made;

/// An answer as given. "Unanswered" is the absence of one.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Index of the chosen option.
    Level(u8),
    Number(f64),
    Numbers(Vec<f64>),
    /// Indices of the selected options, ascending, without repetition.
    Selected(Vec<u8>),
    Checklist(Vec<ItemState>),
    /// "We don't know": never counted as 0.
    Unknown,
    /// With the model's reason.
    NotApplicable(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    Done,
    Partly,
    No,
}

/// Where a figure comes from; narrows the uncertainty, never moves the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Estimate,
    Records,
    Documented,
    /// Computed from the boundary.
    Boundary,
}

/// An answer with what was said about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// `None`: only a note so far.
    pub answer: Option<Answer>,
    /// `None`: not said.
    pub origin: Option<Origin>,
    pub note: String,
    pub evidence: String,
    /// How the figure was come by, where it was not typed as it stands.
    pub made: Option<Made>,
    /// What else was said of the figure: ids of the question's options.
    pub also: Vec<String>,
}
