use crate::assessment::Date;
use crate::law::area::Limit;
use crate::law::fact::{Fact, ShareOf};
use crate::law::missing::Missing;
use crate::law::rules::RuleSet;
use crate::law::verdict::{Other, Outcome};

/// What one rule says, before it is dressed as a verdict.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Finding {
    pub outcome: Outcome,
    pub facts: Vec<Fact>,
    pub missing: Vec<Missing>,
    pub due: Option<Date>,
}

/// A finding with the set and the day whose rule it follows.
pub(super) struct Judged<'a> {
    pub set: &'a RuleSet,
    pub on: Date,
    pub finding: Finding,
    pub other: Option<Other<'a>>,
}

/// Percentages typed by people and quotients of areas: 60 % may be stored a hair below 60.
const SLACK: f64 = 1e-9;

impl Finding {
    pub fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            facts: Vec::new(),
            missing: Vec::new(),
            due: None,
        }
    }

    pub fn missing(what: Missing) -> Self {
        Self::new(Outcome::NotEnoughData).lacking(what)
    }

    pub fn not_applicable(why: Fact) -> Self {
        Self::new(Outcome::NotApplicable).with(why)
    }

    pub fn with(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    pub fn lacking(mut self, what: Missing) -> Self {
        self.missing.push(what);
        self
    }

    pub fn due(mut self, day: Option<Date>) -> Self {
        self.due = day;
        self
    }

    /// A percentage against its limit; `what` is missing where it is not known.
    pub fn share(
        of: ShareOf,
        percent: Option<f64>,
        limit: Limit,
        limit_percent: f64,
        what: Missing,
    ) -> Self {
        let Some(percent) = percent else {
            return Self::missing(what);
        };
        let met = match limit {
            Limit::AtLeast => percent >= limit_percent - SLACK,
            Limit::AtMost => percent <= limit_percent + SLACK,
        };
        Self::new(if met { Outcome::Met } else { Outcome::NotMet }).with(Fact::Share {
            of,
            percent,
            limit,
            limit_percent,
        })
    }
}
