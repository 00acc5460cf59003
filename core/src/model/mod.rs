//! The assessment model: dimensions, indicators, curves, levels. Read from `data/model.json`, checked once.

mod aids;
mod answer_kind;
mod bundled;
pub mod canonical;
mod curve;
mod error;
mod packed;
mod parse;
mod parse_aids;
mod parse_answer;
mod parse_indicator;
mod text;
mod versions;

pub use aids::{Aids, Also, AlsoOption, Division, Known, Operand};
pub use answer_kind::{
    AnswerKind, BoundaryFigure, FirmSpec, NumberSpec, OptionSpec, PartSpec, Whole,
};
#[cfg(not(target_arch = "wasm32"))]
pub use bundled::bundled_for_firms;
pub use bundled::{bundled, questions};
pub use curve::{Curve, CurveError};
pub use error::{BrokenRule, ModelError};
pub use parse::MODEL_BYTES;
pub use text::{Locale, Text};
#[cfg(not(target_arch = "wasm32"))]
pub use versions::versions;
pub use versions::{Version, earlier};

/// What a model asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// A cluster as a place.
    #[default]
    Cluster,
    /// One firm inside a cluster: its result is a contribution, and there are no levels.
    Firm,
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Cluster => "cluster",
            Self::Firm => "firm",
        })
    }
}

impl Subject {
    /// How many dimensions its model has. Nobody in a firm answers for the management of the cluster.
    ///
    /// # Sources
    /// The method, section 1.
    pub const fn dimensions(self) -> usize {
        match self {
            Self::Cluster => 5,
            Self::Firm => 4,
        }
    }
}

/// A checked assessment model. Only [`Model::parse`] builds one.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub subject: Subject,
    pub id: String,
    pub version: String,
    /// SHA-256 of the canonical JSON of the model file, lower-case hex.
    pub hash: String,
    pub dimensions: Vec<Dimension>,
    pub indicators: Vec<Indicator>,
    /// None where the subject has none.
    pub levels: Vec<Level>,
    /// Shift `c` of the geometric mean.
    pub shift: f64,
    /// Dimension weights with the six rows of Table 2 equal, in the order of `dimensions`.
    pub table2_weights: Vec<f64>,
}

impl Model {
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|one| one.id == id)
    }

    /// Index into [`Model::indicators`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|one| one.id == id)
    }

    /// The questions that the boundary answers with this figure; a page's own model may have none.
    pub fn answered_by(&self, figure: BoundaryFigure) -> impl Iterator<Item = &Indicator> {
        self.indicators
            .iter()
            .filter(move |one| one.boundary_figure() == Some(figure))
    }

    /// The indicators of one dimension, in the order of the model.
    pub fn of_dimension(&self, dimension: usize) -> impl Iterator<Item = &Indicator> {
        self.indicators
            .iter()
            .filter(move |one| one.dimension == dimension)
    }

    /// Number of the level that a value reaches; a value short of a step by rounding alone has reached it.
    pub fn level_of(&self, value: f64) -> u8 {
        self.levels
            .iter()
            .rev()
            .find(|level| value >= level.from - LEVEL_SLACK)
            .map_or(1, |level| level.number)
    }
}

/// Slack of a comparison with a step, points.
const LEVEL_SLACK: f64 = 1e-9;

/// One of the five topics of the paper's section 4.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    pub id: String,
    pub name: Text,
    /// For axes and rails.
    pub short: Text,
    pub weight: f64,
}

/// A readiness level; applies from `from` points on.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    pub number: u8,
    pub from: f64,
    pub name: Text,
    /// What a cluster of this level is like, in a sentence.
    pub summary: Option<Text>,
}

/// How firmly the paper asks for an indicator: C in Table 2, S in its text, X context or law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeightClass {
    C,
    S,
    X,
}

/// One question of the assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    pub id: String,
    /// Index into [`Model::dimensions`].
    pub dimension: usize,
    pub class: WeightClass,
    /// Weight of the class: 3, 2 or 1.
    pub weight: f64,
    /// Asked in the quick mode too.
    pub quick: bool,
    /// Only the boundary gives it: without one it is not asked.
    pub needs_boundary: bool,
    pub effort: u8,
    pub name: Text,
    pub question: Text,
    pub hint: Text,
    /// A public figure to compare the asked one with, and whose it is.
    pub compare: Option<Text>,
    pub why: Text,
    pub scoring: Text,
    pub answer: AnswerKind,
    pub not_applicable: Option<NotApplicable>,
    pub paper: Text,
    pub source: Text,
    pub basis: Text,
    /// What `basis` says, as words; empty in a model from before these words.
    pub rests_on: Vec<Ground>,
    pub action: Text,
    pub who: Text,
    pub first_step: Text,
    pub proof: Text,
    pub example: Text,
}

impl Indicator {
    /// What is asked where one figure is.
    pub const fn figure(&self) -> Option<&NumberSpec> {
        match &self.answer {
            AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => Some(spec),
            _ => None,
        }
    }

    /// What the boundary answers it with, where it does.
    pub const fn boundary_figure(&self) -> Option<BoundaryFigure> {
        match &self.answer {
            AnswerKind::Derived(_, figure) => Some(*figure),
            _ => None,
        }
    }

    /// Its page is among those that are loaded first: a ladder or a checklist with which the quick way begins.
    pub const fn comes_first(&self) -> bool {
        self.quick
            && self.dimension == 0
            && matches!(self.answer, AnswerKind::Level(_) | AnswerKind::Checklist(_))
    }
}

/// What the numbers of an indicator rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Law,
    Statistic,
    /// A framework or rating that others use.
    Anchor,
    Literature,
    Geometry,
    Judgement,
}

/// The one allowed reason for "not applicable".
#[derive(Debug, Clone, PartialEq)]
pub struct NotApplicable {
    /// As stored in result files.
    pub reason: String,
    /// It holds with so many firms in the cluster at most, where it speaks of their number. Not among the first questions.
    pub tenants_at_most: Option<u32>,
    pub text: Text,
}
