//! The rule file names indicators, options and lines of the assessment model: they have to be there.

use cluster_ready::law::{AnswerRule, YesNoRule};
use cluster_ready::model::{self, AnswerKind};

use crate::cluster::rules;

fn kind(id: &str) -> &'static AnswerKind {
    &model::bundled()
        .unwrap()
        .indicators
        .iter()
        .find(|indicator| indicator.id == id)
        .unwrap_or_else(|| panic!("no indicator {id}"))
        .answer
}

#[test]
fn linked_indicators_are_in_the_model() {
    for id in rules().checks.iter().flat_map(|check| &check.indicators) {
        kind(id);
    }
}

#[test]
fn answers_that_stand_in_for_facts_are_of_the_right_kind() {
    for rule in &rules().answers {
        let fits = match rule {
            AnswerRule::Occupancy { indicator } | AnswerRule::StartUpLand { indicator } => {
                matches!(kind(indicator), AnswerKind::Number(_))
            }
            AnswerRule::ReportOnTime(rule)
            | AnswerRule::CentralTreatment(rule)
            | AnswerRule::AutomaticMonitoring(rule) => match (rule, kind(rule.indicator())) {
                (YesNoRule::Option(option), AnswerKind::Level(options)) => {
                    usize::from(option.yes_from) < options.len()
                }
                (YesNoRule::Item(item), AnswerKind::Checklist(items)) => item.index < items.len(),
                _ => false,
            },
            AnswerRule::Finished { item, .. } => match kind(&item.indicator) {
                AnswerKind::Checklist(items) => item.index < items.len(),
                _ => false,
            },
        };
        assert!(fits, "{rule:?}");
    }
}

#[test]
fn works_of_the_expansion_rule_are_the_lines_they_are_named_after() {
    let words = |rule: &AnswerRule| match rule {
        AnswerRule::Finished { works, item } => match kind(&item.indicator) {
            AnswerKind::Checklist(items) => {
                Some((works.code(), items[item.index].en.to_lowercase()))
            }
            _ => None,
        },
        _ => None,
    };
    for (works, line) in rules().answers.iter().filter_map(words) {
        let word = works.split('_').next().unwrap();
        assert!(line.contains(word), "{works}: {line}");
    }
}
