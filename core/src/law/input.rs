use std::collections::BTreeMap;

use super::rules::{AnswerRule, ItemRule, OptionRule, Rules, Works, YesNoRule};
use crate::assessment::{Answer, Assessment, Date, Entry, ItemState, Profile};
use crate::boundary::Measures;

/// Everything about a cluster that the checks look at.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Holds the assessment date and the establishment date.
    pub profile: &'a Profile,
    pub entries: &'a BTreeMap<String, Entry>,
    /// `None` without a boundary or while it has an error.
    pub measures: Option<&'a Measures>,
    /// Why the declared and the measured area differ; empty while nothing is said.
    pub area_explanation: &'a str,
}

impl<'a> Input<'a> {
    /// Of an assessment.
    pub fn of(assessment: &'a Assessment) -> Self {
        Self {
            profile: &assessment.profile,
            entries: &assessment.entries,
            measures: assessment
                .boundary
                .as_ref()
                .and_then(|boundary| boundary.measures.as_ref()),
            area_explanation: &assessment.profile.facts.area_explanation,
        }
    }

    /// Percent of industrial land leased, sub-leased or given to approved projects: from the areas, else as answered.
    ///
    /// # Sources
    /// Decree 32/2024/NĐ-CP, Article 2(7).
    pub(super) fn occupancy(&self, rules: &Rules) -> Option<f64> {
        let from_areas = self.profile.occupancy().and_then(percent);
        from_areas.or_else(|| {
            rules.answers.iter().find_map(|rule| match rule {
                AnswerRule::Occupancy { indicator } => self.number(indicator),
                _ => None,
            })
        })
    }

    /// Percent of land kept for start-ups, as answered.
    pub(super) fn start_up_land(&self, rules: &Rules) -> Option<f64> {
        rules.answers.iter().find_map(|rule| match rule {
            AnswerRule::StartUpLand { indicator } => self.number(indicator),
            _ => None,
        })
    }

    /// Whether a shared work is finished, as answered.
    pub fn finished(&self, rules: &Rules, asked: Works) -> Option<bool> {
        rules.answers.iter().find_map(|rule| match rule {
            AnswerRule::Finished { works, item } if *works == asked => self.item(item),
            _ => None,
        })
    }

    /// The cluster took shape before a day: by its signs, else by its decision.
    pub(super) fn formed_before(&self, day: Date) -> Option<bool> {
        match &self.profile.facts.signs_before_2009 {
            Some(signs) if !signs.is_empty() => Some(true),
            said => match self.profile.established {
                Some(established) if established < day => Some(true),
                _ => said.as_ref().map(|_| false),
            },
        }
    }

    /// What the answer says, when it says anything.
    pub fn says(&self, rule: &YesNoRule) -> Option<bool> {
        match rule {
            YesNoRule::Option(option) => self.option(option),
            YesNoRule::Item(item) => self.item(item),
        }
    }

    /// Only what is wholly done is done.
    fn item(&self, rule: &ItemRule) -> Option<bool> {
        match self.answer(&rule.indicator)? {
            Answer::Checklist(states) => states
                .get(rule.index)
                .map(|state| *state == ItemState::Done),
            _ => None,
        }
    }

    fn option(&self, rule: &OptionRule) -> Option<bool> {
        match self.answer(&rule.indicator)? {
            Answer::Level(chosen) if *chosen >= rule.yes_from => Some(true),
            Answer::Level(chosen) if *chosen < rule.no_below => Some(false),
            _ => None,
        }
    }

    fn number(&self, indicator: &str) -> Option<f64> {
        match self.answer(indicator)? {
            Answer::Number(value) => percent(*value),
            _ => None,
        }
    }

    fn answer(&self, indicator: &str) -> Option<&Answer> {
        self.entries.get(indicator)?.answer.as_ref()
    }
}

/// `None` for what is no percentage.
pub(super) fn percent(value: f64) -> Option<f64> {
    (0.0..=100.0).contains(&value).then_some(value)
}
