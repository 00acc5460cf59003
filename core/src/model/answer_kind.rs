use super::{Aids, Curve, Text};

/// What kind of answer an indicator takes, and how it maps to points.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerKind {
    /// A ladder: one of the options.
    Level(Vec<OptionSpec>),
    /// One figure.
    Number(NumberSpec),
    /// A figure the boundary gives; a person may type it too.
    Derived(NumberSpec, BoundaryFigure),
    /// Several figures, weighted.
    Numbers { unit: Text, parts: Vec<PartSpec> },
    /// How many of the options hold; `score_by_count` has one entry more than `options`.
    Choices {
        options: Vec<Text>,
        score_by_count: Vec<f64>,
    },
    /// Each item done, partly done or not.
    Checklist(Vec<Text>),
}

/// A figure that a valid boundary gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoundaryFigure {
    /// Kilometres to the nearest university.
    University,
    /// Kilometres to the nearest institution in the cluster's field.
    Institute,
    /// Polsby–Popper, from 0 to 1.
    Compactness,
}

#[derive(Debug, Clone, PartialEq)]
pub struct OptionSpec {
    pub score: f64,
    pub text: Text,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NumberSpec {
    /// Empty for a ratio.
    pub unit: Text,
    /// What a percentage is taken of, where it is counted elsewhere in the assessment. Not among the first questions.
    pub share_of: Option<Whole>,
    /// Allowed input, both ends included.
    pub min: f64,
    pub max: f64,
    pub curve: Curve,
    /// The marks of the same question for one firm, which the model for firms has to keep. Not among the first questions.
    pub firm: Option<Box<FirmSpec>>,
    /// What helps to the figure. Not among the first questions either.
    pub aids: Option<Box<Aids>>,
}

/// Something counted, of which a percentage is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// The firms in the cluster.
    Tenants,
    /// The workers of the firm that answers.
    Workers,
}

/// How a firm's own figure maps to points.
#[derive(Debug, Clone, PartialEq)]
pub struct FirmSpec {
    pub unit: Text,
    pub min: f64,
    pub max: f64,
    pub curve: Curve,
}

#[derive(Debug, Clone, PartialEq)]
pub struct PartSpec {
    pub weight: f64,
    pub name: Text,
    pub min: f64,
    pub max: f64,
    pub curve: Curve,
}
