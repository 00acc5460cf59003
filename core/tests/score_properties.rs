//! What holds for the score of any answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the suite of the result file uses more of it")]
mod generate;
mod score_ranges;

use std::collections::BTreeMap;

use cluster_ready_core::assessment::{Answer, Entry, ItemState, State};
use cluster_ready_core::model::{self, AnswerKind, Model, NotApplicable, Text};
use cluster_ready_core::score::{LevelStatus, Range, roadmap, score};
use proptest::prelude::*;
use score_ranges::{SLACK, assert_not_lower, ranges};

fn model() -> &'static Model {
    model::bundled().unwrap()
}

/// Coverage gates, counted anew from the weights.
fn gates_open(entries: &BTreeMap<String, Entry>, also: &[&str]) -> bool {
    let model = model();
    let mut sum = 0.0;
    let mut open = true;
    for dimension in 0..model.dimensions.len() {
        let (mut answered, mut applicable) = (0.0, 0.0);
        for indicator in model.of_dimension(dimension) {
            let state = State::of(indicator, entries.get(&indicator.id));
            if state == State::NotApplicable {
                continue;
            }
            applicable += indicator.weight;
            if state == State::Answered || also.contains(&indicator.id.as_str()) {
                answered += indicator.weight;
            }
        }
        open &= answered / applicable >= 0.60 - SLACK;
        sum += answered / applicable;
    }
    open && sum / 5.0 >= 0.75 - SLACK
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_value_is_bounded_and_lies_between_its_bounds(entries in generate::answers()) {
        let score = score(model(), &entries);
        for range in ranges(&score) {
            for value in [range.central, range.low, range.high].into_iter().flatten() {
                prop_assert!((0.0..=100.0).contains(&value));
            }
            if let (Some(low), Some(high)) = (range.low, range.high) {
                prop_assert!(low <= high);
                if let Some(central) = range.central {
                    prop_assert!(low <= central && central <= high);
                }
            }
        }
        prop_assert!((0.0..=1.0 + SLACK).contains(&score.coverage));
        if let (Some(geometric), Some(arithmetic)) = (score.overall.central, score.arithmetic_mean) {
            prop_assert!(geometric <= arithmetic + SLACK);
        }
        let counts = score.counts;
        let all = counts.answered + counts.unknown + counts.not_applicable + counts.unanswered;
        prop_assert_eq!(all, model().indicators.len());
    }

    #[test]
    fn raising_an_answer_lowers_nothing(
        entries in generate::answers(),
        (indicator, rising) in generate::rising_answers(model()),
    ) {
        let [before, after] = rising.map(|answer| {
            let mut entries = entries.clone();
            entries.insert(indicator.id.clone(), generate::entry(answer));
            score(model(), &entries)
        });
        assert_not_lower(&before, &after);
        prop_assert!(after.level >= before.level);
    }

    #[test]
    fn order_of_the_answers_does_not_matter(entries in generate::answers()) {
        let mut backwards = BTreeMap::new();
        for (id, entry) in entries.iter().rev() {
            backwards.insert(id.clone(), entry.clone());
        }
        prop_assert_eq!(score(model(), &entries), score(model(), &backwards));
    }

    #[test]
    fn equal_dimensions_give_exactly_that_value(
        level in 0..5_u8,
        kept in proptest::collection::vec(any::<bool>(), model().indicators.len()),
    ) {
        let mut entries = BTreeMap::new();
        for dimension in 0..model().dimensions.len() {
            let ladders = model()
                .of_dimension(dimension)
                .filter(|one| matches!(one.answer, AnswerKind::Level(_)));
            for (index, indicator) in ladders.enumerate() {
                if index == 0 || kept[model().position(&indicator.id).unwrap()] {
                    entries.insert(indicator.id.clone(), generate::entry(Answer::Level(level)));
                }
            }
        }
        let score = score(model(), &entries);
        prop_assert_eq!(score.overall.central, Some(f64::from(level) * 25.0));
        prop_assert_eq!(score.table2, Some(f64::from(level) * 25.0));
    }

    #[test]
    fn contributions_add_up_to_the_dimension(entries in generate::answers()) {
        let score = score(model(), &entries);
        for (index, dimension) in score.dimensions.iter().enumerate() {
            let of_dimension = || model().indicators.iter().zip(&score.indicators)
                .filter(|(indicator, _)| indicator.dimension == index)
                .map(|(_, scored)| scored);
            let sum: f64 = of_dimension().map(|one| one.contribution).sum();
            let shares: f64 = of_dimension().map(|one| one.share).sum();
            if let Some(central) = dimension.range.central {
                prop_assert!((sum - central).abs() <= SLACK);
                prop_assert!((shares - 1.0).abs() <= SLACK);
            }
        }
        for one in &score.indicators {
            prop_assert!((0.0..=100.0).contains(&one.could_change));
        }
    }

    #[test]
    fn roadmap_keeps_its_rules(entries in generate::answers(), urgent in 0..34_usize) {
        let score = score(model(), &entries);
        let urgent = model().indicators[urgent].id.clone();
        let actions = roadmap(model(), &entries, &score, &|id| id == urgent);
        prop_assert!(actions.len() <= 5);
        let dimension = |id: &str| model().indicator(id).unwrap().dimension;
        for pair in actions.windows(2) {
            prop_assert!(pair[0].priority >= pair[1].priority - 2e-9);
        }
        for index in 0..model().dimensions.len() {
            let count = actions.iter().filter(|one| dimension(&one.indicator) == index).count();
            prop_assert!(count <= 2);
            let weak = score.dimensions[index].range.central.is_some_and(|value| value < 20.0 - SLACK);
            prop_assert!(!weak || count >= 1 || score.overall.central.is_none());
        }
    }

    #[test]
    fn number_of_missing_answers_is_the_least_that_opens_the_gates(
        missing in proptest::collection::btree_set(0..34_usize, 1..12),
        level in 0..5_u8,
    ) {
        let model = model();
        let mut entries = BTreeMap::new();
        for (index, indicator) in model.indicators.iter().enumerate() {
            let answer = match &indicator.answer {
                _ if missing.contains(&index) => continue,
                AnswerKind::Level(_) => Answer::Level(level),
                AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => Answer::Number(spec.min),
                AnswerKind::Numbers { parts, .. } => Answer::Numbers(vec![0.0; parts.len()]),
                AnswerKind::Choices { .. } => Answer::Selected(Vec::new()),
                AnswerKind::Checklist(items) => {
                    Answer::Checklist(vec![cluster_ready_core::assessment::ItemState::No; items.len()])
                }
            };
            entries.insert(indicator.id.clone(), generate::entry(answer));
        }
        let ids: Vec<&str> = missing.iter().map(|index| model.indicators[*index].id.as_str()).collect();
        let least = (0..1_u32 << ids.len())
            .filter(|set| {
                let also: Vec<&str> = ids.iter().enumerate()
                    .filter(|(bit, _)| set >> bit & 1 == 1)
                    .map(|(_, id)| *id)
                    .collect();
                gates_open(&entries, &also)
            })
            .map(u32::count_ones)
            .min()
            .unwrap();
        match score(model, &entries).status {
            LevelStatus::Withheld { missing } => prop_assert_eq!(missing, least as usize),
            LevelStatus::Shown | LevelStatus::Capped { .. } => prop_assert_eq!(least, 0),
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

#[test]
fn dimension_without_anything_applicable_is_not_rated_and_has_no_value() {
    // The bundled model allows no such thing, so one that does is made of it.
    let mut permissive = model().clone();
    for indicator in &mut permissive.indicators {
        indicator
            .not_applicable
            .get_or_insert_with(|| NotApplicable {
                tenants_at_most: None,
                reason: String::new(),
                text: Text::default(),
            });
    }
    let model = &permissive;
    let entries = model
        .indicators
        .iter()
        .map(|one| {
            let reason = one
                .not_applicable
                .as_ref()
                .map(|allowed| allowed.reason.clone());
            let answer = Answer::NotApplicable(reason.unwrap_or_default());
            (one.id.clone(), generate::entry(answer))
        })
        .collect();
    let score = score(model, &entries);
    assert_eq!(score.status, LevelStatus::NotRated { dimension: 0 });
    for dimension in &score.dimensions {
        let Range { central, low, high } = dimension.range;
        assert_eq!((central, low, high), (None, None, None));
        assert_eq!((dimension.coverage, dimension.rated), (0.0, false));
    }
    assert_eq!(score.counts.not_applicable, model.indicators.len());
    assert!(roadmap(model, &entries, &score, &|_| true).is_empty());
}

#[test]
fn strong_cluster_without_technology_is_capped_by_it() {
    let mut entries = BTreeMap::new();
    for indicator in &model().indicators {
        let technology = model().dimensions[indicator.dimension].id == "technology";
        let answer = match &indicator.answer {
            AnswerKind::Level(_) => Answer::Level(if technology { 0 } else { 4 }),
            AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => {
                let best = if spec.curve.rises() {
                    spec.max
                } else {
                    spec.min
                };
                Answer::Number(if technology { spec.min } else { best })
            }
            AnswerKind::Choices { options, .. } => {
                let all = u8::try_from(options.len()).unwrap();
                Answer::Selected(if technology {
                    Vec::new()
                } else {
                    (0..all).collect()
                })
            }
            AnswerKind::Checklist(items) => {
                let state = if technology {
                    ItemState::No
                } else {
                    ItemState::Done
                };
                Answer::Checklist(vec![state; items.len()])
            }
            AnswerKind::Numbers { .. } => Answer::Unknown,
        };
        entries.insert(indicator.id.clone(), generate::entry(answer));
    }
    let score = score(model(), &entries);
    assert_eq!(score.status, LevelStatus::Capped { weakest: 4 });
    assert_eq!((score.level, score.level_before_cap), (Some(2), Some(3)));
}
