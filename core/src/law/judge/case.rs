use crate::assessment::{Date, LegalFacts, Profile};
use crate::law::input::Input;
use crate::law::rules::{Check, RuleSet, Rules};

/// One cluster before one check.
pub(super) struct Case<'a, 'i> {
    pub rules: &'a Rules,
    pub check: &'a Check,
    pub input: &'i Input<'i>,
    pub assessed: Date,
    /// In force on the assessment date.
    pub set: &'a RuleSet,
    /// Not later than the assessment date.
    pub established: Option<Date>,
}

impl<'i> Case<'_, 'i> {
    pub fn profile(&self) -> &'i Profile {
        self.input.profile
    }

    pub fn facts(&self) -> &'i LegalFacts {
        &self.input.profile.facts
    }
}
