use super::fact::Fact;
use super::fill::Quantity;
use super::missing::Missing;
use super::rules::{Check, Grade, Provision, RuleSet};
use crate::assessment::Date;
use crate::model::Text;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Met,
    NotMet,
    /// So close to a limit that the boundary's accuracy, or the way of measuring, decides.
    NearLimit,
    NotEnoughData,
    NotApplicable,
    /// Not met by today's rule, but met by the one in force when the cluster was established.
    OldRuleApplies,
}

impl Outcome {
    /// For result files and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NearLimit => "near-limit",
            Self::NotEnoughData => "not-enough-data",
            Self::NotApplicable => "not-applicable",
            Self::OldRuleApplies => "old-rule-applies",
        }
    }

    /// Of several conditions that all have to hold: one failed fails all, then one unknown leaves it open, then one
    /// near its limit. What does not apply asks nothing.
    pub(super) fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        let weight = |outcome: &Self| match outcome {
            Self::NotMet => 3,
            Self::NotEnoughData => 2,
            Self::NearLimit => 1,
            Self::Met | Self::NotApplicable | Self::OldRuleApplies => 0,
        };
        outcomes
            .into_iter()
            .max_by_key(weight)
            .filter(|outcome| weight(outcome) > 0)
            .unwrap_or(Self::Met)
    }
}

/// What one check says about one cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict<'a> {
    pub check: &'a Check,
    pub outcome: Outcome,
    /// The set whose rule gave the outcome.
    pub set: &'a RuleSet,
    /// In which words and where; `None` when the set holds no such rule.
    pub provision: Option<&'a Provision>,
    /// The verdict by the other date's rule, when the rule changed between establishment and assessment.
    pub other: Option<Other<'a>>,
    pub facts: Vec<Fact>,
    /// What would settle the verdict; empty once it is settled.
    pub missing: Vec<Missing>,
    /// The next day on which something is due.
    pub due: Option<Date>,
    /// `due` lies within twelve months after the assessment date.
    pub due_soon: bool,
    /// Figures for the `{name}`s of the rule's words.
    pub values: Vec<(&'static str, Quantity)>,
}

/// The same check by the rule of the other date.
#[derive(Debug, Clone, PartialEq)]
pub struct Other<'a> {
    pub set: &'a RuleSet,
    pub provision: Option<&'a Provision>,
    pub outcome: Outcome,
    pub facts: Vec<Fact>,
    pub values: Vec<(&'static str, Quantity)>,
}

/// Where a rule stands: what is printed under every verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Citation<'a> {
    pub rule: &'a Text,
    pub document: &'a Text,
    pub article: &'a Text,
    pub in_force: Date,
    /// `None` where the rule file does not say.
    pub grade: Option<Grade>,
    /// Why the text still has to be confirmed; `None` when it needs no mark.
    pub to_be_confirmed: Option<&'a Text>,
}

impl<'a> Verdict<'a> {
    /// `None` when the set holds no such rule.
    pub fn citation(&self) -> Option<Citation<'a>> {
        self.provision.map(|provision| cite(self.set, provision))
    }
}

impl<'a> Other<'a> {
    /// `None` when the set holds no such rule.
    pub fn citation(&self) -> Option<Citation<'a>> {
        self.provision.map(|provision| cite(self.set, provision))
    }
}

fn cite<'a>(set: &'a RuleSet, provision: &'a Provision) -> Citation<'a> {
    let of_the_set = if provision.document.is_none() {
        set.to_be_confirmed.as_ref()
    } else {
        None
    };
    Citation {
        rule: &provision.rule,
        document: provision.document.as_ref().unwrap_or(&set.document),
        article: &provision.article,
        in_force: provision.starts(set),
        grade: provision.grade.or_else(|| {
            let is_of_the_set = provision.document.is_none();
            set.grade.filter(|_| is_of_the_set)
        }),
        to_be_confirmed: provision.to_be_confirmed.as_ref().or(of_the_set),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_condition_fails_all_and_an_unknown_one_leaves_the_rest_open() {
        use Outcome::{Met, NearLimit, NotApplicable, NotEnoughData, NotMet};
        assert_eq!(
            Outcome::all([Met, NotEnoughData, NotMet, NearLimit]),
            NotMet
        );
        assert_eq!(Outcome::all([NearLimit, NotEnoughData]), NotEnoughData);
        assert_eq!(Outcome::all([Met, NearLimit]), NearLimit);
        assert_eq!(Outcome::all([NotApplicable, Met]), Met);
        assert_eq!(Outcome::all([]), Met);
    }
}
