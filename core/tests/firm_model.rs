//! The model for one firm: its agreement with the cluster's, its scores, and files across the two.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

mod broken_model;
#[allow(dead_code, reason = "the suite of the result file uses more of it")]
mod generate;
#[allow(dead_code, reason = "the suite of the native command uses more of it")]
mod golden;
mod score_ranges;

use broken_model::{broken, rule};
use cluster_ready_core::assessment::file::{FileError, Meta, Parsed, read, read_answers, write};
use cluster_ready_core::assessment::{Answer, Assessment, Firm, Made, Mode, Profile};
use cluster_ready_core::json::Writer;
use cluster_ready_core::model::{self, AnswerKind, BrokenRule, Model, Subject};
use cluster_ready_core::score::{LevelStatus, roadmap, score};
use proptest::prelude::*;
use score_ranges::{assert_not_lower, ranges};
use serde_json::{Value, json};

const FILE: &str = include_str!("../../data/model-firm.json");
const GOLDEN: &str = include_str!("../../tests/data/golden-firm.json");

fn firm() -> &'static Model {
    model::bundled_for_firms().unwrap()
}

/// Figure and points, in the order of the figures, of what can be answered to a question that is a figure or a ladder.
fn marks(kind: &AnswerKind) -> Vec<[f64; 2]> {
    match kind {
        AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => spec.curve.points().to_vec(),
        AnswerKind::Level(options) => options
            .iter()
            .enumerate()
            .map(|(step, option)| [f64::from(u8::try_from(step).unwrap()), option.score])
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn bundled_model_for_firms_asks_what_the_method_puts_to_a_firm() {
    let model = firm();
    assert_eq!(model.subject, Subject::Firm);
    assert!(model.levels.is_empty());
    let ids: Vec<&str> = model.indicators.iter().map(|one| one.id.as_str()).collect();
    // `profiles` of the cluster's model says to whom a question is put.
    let cluster: Value = serde_json::from_str(include_str!("../../data/model.json")).unwrap();
    let to_firms = cluster["indicators"].as_array().unwrap().iter();
    let wanted: Vec<&str> = to_firms
        .filter(|one| one["profiles"].as_array().unwrap().contains(&json!("E")))
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, wanted);
    assert_eq!(ids.len(), 19);
    let dimensions: Vec<&str> = model.dimensions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(
        dimensions,
        ["location", "industry", "direction", "technology"]
    );
}

#[test]
fn marks_for_a_firm_are_those_of_the_cluster_model() {
    let cluster = model::bundled().unwrap();
    for one in &firm().indicators {
        let of_cluster = cluster.indicator(&one.id).unwrap();
        assert_eq!(
            (one.class, one.weight),
            (of_cluster.class, of_cluster.weight),
            "{}",
            one.id
        );
        let (mine, theirs) = (&one.answer, &of_cluster.answer);
        match theirs {
            AnswerKind::Number(spec) | AnswerKind::Derived(spec, _) => {
                let curve = spec.firm.as_ref().map_or(&spec.curve, |firm| &firm.curve);
                assert_eq!(marks(mine), curve.points(), "{}", one.id);
            }
            AnswerKind::Numbers { .. } => assert_eq!(mine, theirs, "{}", one.id),
            AnswerKind::Level(_) => assert_eq!(marks(mine), marks(theirs), "{}", one.id),
            AnswerKind::Choices { score_by_count, .. } => {
                let AnswerKind::Choices {
                    score_by_count: mine,
                    ..
                } = mine
                else {
                    panic!("{} is another kind", one.id)
                };
                assert_eq!(mine, score_by_count, "{}", one.id);
            }
            AnswerKind::Checklist(_) => panic!("{} is put to firms", one.id),
        }
    }
}

#[test]
fn every_golden_firm_gives_the_expected_scores() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let cases = golden["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 9);
    for case in cases {
        let entries = read_answers(&case.to_string(), firm()).unwrap();
        let score = score(firm(), &entries);
        let mut w = Writer::compact();
        w.open_object();
        cluster_ready_core::assessment::file::write_dimensions(&mut w, firm(), &score);
        cluster_ready_core::assessment::file::write_overall(&mut w, &score);
        w.close();
        let found: Value = serde_json::from_str(&w.finish()).unwrap();
        let (name, expected) = (case["name"].as_str().unwrap(), &case["expected"]);
        for part in ["dimensions", "overall"] {
            let also = [
                "rated",
                "arithmetic_mean",
                "table2",
                "level",
                "level_before_cap",
            ];
            golden::assert_same(name, &expected[part], &found[part], &also);
        }
        let status = match score.status {
            LevelStatus::NoLevels => "none",
            LevelStatus::Withheld { .. } => "withheld",
            LevelStatus::NotRated { .. } => "not-rated",
            LevelStatus::Shown | LevelStatus::Capped { .. } => "a level",
        };
        assert_eq!(status, expected["status"], "{name}");
        assert_eq!(
            (score.level, score.level_before_cap, score.table2_level),
            (None, None, None),
            "{name}"
        );
    }
}

#[test]
fn model_for_firms_with_levels_or_with_the_dimensions_of_a_cluster_is_refused() {
    assert_eq!(
        broken(FILE, |file| file["levels"] = json!([])),
        rule("levels", BrokenRule::LevelsOfFirm)
    );
    assert_eq!(
        broken(FILE, |file| file["subject"] = json!("cluster")),
        rule(
            "dimensions",
            BrokenRule::DimensionCount {
                found: 4,
                expected: 5
            }
        )
    );
    assert_eq!(
        broken(FILE, |file| file["subject"] = json!("park")).path(),
        Some("subject")
    );
}

#[test]
fn file_of_a_firm_is_no_file_of_a_cluster_and_the_other_way_round() {
    let profile = Profile {
        name: "DN 07".to_owned(),
        firm: Some(Box::new(Firm {
            cluster: "Cụm Đồng Vân".to_owned(),
            workers: Some(120),
            year: Some(2025),
        })),
        ..Profile::default()
    };
    let mut of_firm = Assessment {
        mode: Mode::Firm,
        profile,
        ..Assessment::default()
    };
    of_firm
        .entries
        .insert("I2".to_owned(), generate::entry(Answer::Number(3.0)));
    let text = |model: &Model, assessment: &Assessment| {
        write(
            model,
            assessment,
            &score(model, &assessment.entries),
            &Value::Null,
            &Meta::default(),
        )
    };
    let (cluster, written) = (model::bundled().unwrap(), text(firm(), &of_firm));
    assert_eq!(Parsed::of(&written).unwrap().subject(), Subject::Firm);
    assert_eq!(read(&written, firm()).unwrap().assessment, of_firm);
    let refused = |subject| Some(FileError::OtherSubject { subject });
    assert_eq!(read(&written, cluster).err(), refused(Subject::Firm));
    let of_cluster = text(cluster, &Assessment::default());
    assert_eq!(Parsed::of(&of_cluster).unwrap().subject(), Subject::Cluster);
    assert_eq!(read(&of_cluster, firm()).err(), refused(Subject::Cluster));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_value_of_a_firm_is_bounded_and_lies_between_its_bounds(entries in generate::answers_to(firm())) {
        let score = score(firm(), &entries);
        for range in ranges(&score) {
            let all = [range.low, range.central, range.high];
            prop_assert!(all.iter().flatten().all(|value| (0.0..=100.0).contains(value)));
            let known: Vec<f64> = all.into_iter().flatten().collect();
            prop_assert!(known.windows(2).all(|pair| pair[0] <= pair[1]));
        }
        prop_assert_eq!(score.level, None);
        let actions = roadmap(firm(), &entries, &score, &|_| false);
        prop_assert!(actions.len() <= 5);
        for dimension in 0..firm().dimensions.len() {
            let of_it = |id: &str| firm().indicator(id).unwrap().dimension == dimension;
            prop_assert!(actions.iter().filter(|one| of_it(&one.indicator)).count() <= 2);
        }
    }

    #[test]
    fn raising_an_answer_of_a_firm_lowers_nothing(
        entries in generate::answers_to(firm()),
        (indicator, rising) in generate::rising_answers(firm()),
    ) {
        let [before, after] = rising.map(|answer| {
            let mut entries = entries.clone();
            entries.insert(indicator.id.clone(), generate::entry(answer));
            score(firm(), &entries)
        });
        assert_not_lower(&before, &after);
    }
}

/// What a firm does not hold of itself is asked as of the cluster; nothing is divided, as a firm is asked for its own figures.
#[test]
fn ranges_are_offered_where_the_question_is_that_of_the_cluster() {
    let edges = |model: &'static Model, id: &str| {
        let spec = model.indicator(id).unwrap().figure().unwrap();
        spec.aids.as_ref().map(|aids| aids.brackets.clone())
    };
    let helped: Vec<&str> = firm()
        .indicators
        .iter()
        .filter(|one| one.figure().is_some_and(|spec| spec.aids.is_some()))
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(helped, ["L5", "D1", "D6"]);
    let cluster = model::bundled().unwrap();
    assert_eq!(edges(firm(), "L5"), edges(cluster, "L5"));
    for id in helped {
        let spec = firm().indicator(id).unwrap().figure().unwrap();
        let aids = spec.aids.as_ref().unwrap();
        assert!(aids.division.is_none() && aids.also.is_none(), "{id}");
        // Each range lies on another part of the curve: no two of them give the same points below the top.
        let points: Vec<f64> = aids
            .ranges()
            .map(|range| spec.curve.at(Made::middle(range)))
            .collect();
        let rises = points
            .windows(2)
            .all(|pair| pair[0] < pair[1] || pair[0] == 100.0);
        assert!(rises, "{id}: {points:?}");
    }
}
