//! Scores, bounds, coverage, levels, contributions, roadmap: pure functions of model and answers.

/// A value and how far the missing answers could move it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// From the answers given; `None` without any, or where not rated.
    pub central: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DimensionScore {
    pub range: Range,
    /// Answered weight over applicable weight, 0–1.
    pub coverage: f64,
    /// False where more than 30 % of the weight is not applicable.
    pub rated: bool,
}

/// Why no level is shown, or why it is lower than the value alone would give.
#[derive(Debug, Clone, PartialEq)]
pub enum LevelStatus {
    Shown,
    /// The weakest dimension (index) holds the level down.
    Capped {
        weakest: usize,
    },
    /// Coverage below the gates; with how many more answers would be needed at the least.
    Withheld {
        missing: usize,
    },
    NotRated {
        dimension: usize,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// In the order of the model's dimensions.
    pub dimensions: Vec<DimensionScore>,
    pub overall: Range,
    pub coverage: f64,
    pub rated: bool,
    pub arithmetic_mean: Option<f64>,
    pub table2: Option<f64>,
    /// Level that the table-2 weights would give, under the same cap and gates.
    pub table2_level: Option<u8>,
    pub level: Option<u8>,
    pub level_before_cap: Option<u8>,
    pub status: LevelStatus,
    pub counts: Counts,
    /// One per indicator, in the order of the model.
    pub indicators: Vec<IndicatorScore>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub answered: usize,
    pub unknown: usize,
    pub not_applicable: usize,
    pub unanswered: usize,
}

/// One indicator in the result.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorScore {
    pub id: String,
    /// Points of the answer, `None` where there is none.
    pub points: Option<f64>,
    /// Share of its dimension's weight among the answered, 0–1.
    pub share: f64,
    /// Points it adds to its dimension's central value.
    pub contribution: f64,
    /// For a missing answer: how far the overall value could move between its worst and its best, points.
    pub could_change: f64,
}

/// One of the five recommended actions.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub indicator: String,
    /// Points the overall value gains if this indicator gains 25.
    pub gain: f64,
    pub priority: f64,
}
