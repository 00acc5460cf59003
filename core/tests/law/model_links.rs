//! The rule file names indicators, options and lines of the versions of the assessment model: they have to be there.

use std::sync::LazyLock;

use cluster_ready_core::law::{AnswerRule, YesNoRule};
use cluster_ready_core::model::{self, AnswerKind, Locale, Model};

use crate::cluster::rules;

static FIRST: LazyLock<Model> =
    LazyLock::new(|| Model::parse(include_str!("../../../data/model-1.0.0.json")).unwrap());

fn kind(id: &str) -> &'static AnswerKind {
    kind_in(model::bundled().unwrap(), id)
}

fn kind_in<'a>(model: &'a Model, id: &str) -> &'a AnswerKind {
    let indicator = model.indicator(id);
    &indicator
        .unwrap_or_else(|| panic!("no indicator {id}"))
        .answer
}

#[test]
fn linked_indicators_are_in_the_model() {
    for id in rules().checks.iter().flat_map(|check| &check.indicators) {
        kind(id);
    }
}

fn fits(rule: &AnswerRule, model: &Model) -> bool {
    let item = |id: &str, index: usize| match kind_in(model, id) {
        AnswerKind::Checklist(items) => index < items.len(),
        _ => false,
    };
    match rule {
        AnswerRule::Occupancy { indicator } | AnswerRule::StartUpLand { indicator } => {
            matches!(kind_in(model, indicator), AnswerKind::Number(_))
        }
        AnswerRule::ReportOnTime(rule)
        | AnswerRule::CentralTreatment(rule)
        | AnswerRule::AutomaticMonitoring(rule) => match rule {
            YesNoRule::Option(option) => match kind_in(model, &option.indicator) {
                AnswerKind::Level(options) => usize::from(option.yes_from) < options.len(),
                _ => false,
            },
            YesNoRule::Item(rule) => item(&rule.indicator, rule.index),
        },
        AnswerRule::Finished { item: rule, .. } => item(&rule.indicator, rule.index),
    }
}

/// Everything that a rule of the kind says, but not how.
fn fact(rule: &AnswerRule) -> String {
    match rule {
        AnswerRule::Finished { works, .. } => works.code().to_owned(),
        _ => format!("{:?}", std::mem::discriminant(rule)),
    }
}

#[test]
fn every_fact_has_a_rule_that_fits_each_version_of_the_model() {
    let present = model::bundled().unwrap();
    for rule in &rules().answers {
        assert!(fits(rule, present) || fits(rule, &FIRST), "{rule:?}");
        for model in [present, &FIRST] {
            let one = |other: &&AnswerRule| fact(other) == fact(rule) && fits(other, model);
            let version = &model.version;
            assert_eq!(
                rules().answers.iter().filter(one).count(),
                1,
                "{version} {rule:?}"
            );
        }
    }
}

#[test]
fn works_of_the_expansion_rule_are_the_lines_they_are_named_after() {
    let words = |rule: &AnswerRule| match rule {
        AnswerRule::Finished { works, item } => match kind(&item.indicator) {
            AnswerKind::Checklist(items) => Some((
                works.code(),
                items[item.index].get(Locale::En).to_lowercase(),
            )),
            _ => None,
        },
        _ => None,
    };
    for (works, line) in rules().answers.iter().filter_map(words) {
        let word = works.split('_').next().unwrap();
        assert!(line.contains(word), "{works}: {line}");
    }
}
