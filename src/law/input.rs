use std::collections::BTreeMap;

use super::rules::{AnswerRule, OptionRule, Rules, Works};
use crate::assessment::{Answer, Assessment, Entry, ItemState, Profile};
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

    /// Percent of industrial land leased: from the two areas, else as answered.
    pub(super) fn occupancy(&self, rules: &Rules) -> Option<f64> {
        let from_areas = match (self.profile.leased_land_ha, self.profile.industrial_land_ha) {
            (Some(leased), Some(industrial)) if industrial > 0.0 => {
                percent(leased / industrial * 100.0)
            }
            _ => None,
        };
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
    pub(super) fn finished(&self, rules: &Rules, asked: Works) -> Option<bool> {
        rules.answers.iter().find_map(|rule| match rule {
            AnswerRule::Finished { works, item } if *works == asked => {
                match self.answer(&item.indicator)? {
                    Answer::Checklist(states) => {
                        states.get(item.index).map(|s| *s == ItemState::Done)
                    }
                    _ => None,
                }
            }
            _ => None,
        })
    }

    /// What the chosen option says, when it says anything.
    pub(super) fn option(&self, rule: &OptionRule) -> Option<bool> {
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
