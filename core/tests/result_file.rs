//! Saving and opening: nothing lost, nothing half read, no panic on any text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[allow(dead_code, reason = "the suite of the score uses more of it")]
mod generate;

use cluster_ready_core::assessment::file::{
    Damage, FILE_BYTES, FileError, Meta, Opened, Warning, draft, read, read_answers, write,
};
use cluster_ready_core::assessment::{Answer, AnswerProblem, Assessment, Expansion, Made, Way};
use cluster_ready_core::boundary::Shape;
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::score::score;
use proptest::prelude::*;
use serde_json::{Value, json};

fn model() -> &'static Model {
    model::bundled().unwrap()
}

fn meta() -> Meta {
    Meta {
        tool_version: "0.1.0".to_owned(),
        saved_at: Some("2026-11-23T10:32:00+07:00".to_owned()),
        rules: vec!["R2024".to_owned(), "R2026".to_owned()],
    }
}

fn save(assessment: &Assessment) -> String {
    let score = score(model(), &assessment.entries);
    let legal = json!([{"check": "area", "outcome": "met"}]);
    write(model(), assessment, &score, &legal, &meta())
}

fn open(text: &str) -> Result<Opened, FileError> {
    read(text, model())
}

/// A small file that opens.
fn good() -> Value {
    let mut assessment = Assessment::default();
    assessment
        .entries
        .insert("M2".to_owned(), generate::entry(Answer::Level(2)));
    serde_json::from_str(&save(&assessment)).unwrap()
}

fn opened_with(change: impl Fn(&mut Value)) -> Result<Opened, FileError> {
    let mut file = good();
    change(&mut file);
    open(&file.to_string())
}

fn damaged(path: &str, damage: impl Into<Option<Damage>>, result: Result<Opened, FileError>) {
    let Err(FileError::Damaged {
        path: at,
        damage: what,
    }) = result
    else {
        panic!("{result:?}");
    };
    assert_eq!(at, path);
    if let Some(damage) = damage.into() {
        assert_eq!(what, damage);
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[a-z_]{1,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        let key = prop_oneof![any::<String>(), "[A-Za-z_0-9]{1,10}".prop_map(String::from)];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            proptest::collection::btree_map(key, inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// What was measured and derived stays: of people who share a result and not their survey.
fn without_corners(assessment: &Assessment) -> Assessment {
    let mut shared = assessment.clone();
    if let Some(record) = &mut shared.boundary {
        record.given = Shape::default();
        record.file_name.clear();
    }
    shared.walk.clear();
    shared
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_was_saved_is_what_opens(assessment in generate::assessment()) {
        let opened = open(&save(&assessment)).unwrap();
        prop_assert_eq!(&opened.assessment, &assessment);
        prop_assert_eq!(&opened.meta, &meta());
        prop_assert!(opened.warnings.is_empty());
        let before = score(model(), &assessment.entries);
        let after = score(model(), &opened.assessment.entries);
        prop_assert_eq!(&before, &after);
        let stored = opened.stored.unwrap();
        prop_assert!(stored.differences(model(), &opened.assessment.entries).is_empty());
        prop_assert_eq!(stored.overall(), after.overall.central);
        prop_assert_eq!(stored.level(), after.level);
        // Saved again, it is the same file.
        prop_assert_eq!(save(&opened.assessment), save(&assessment));
    }

    #[test]
    fn file_without_corners_keeps_the_score_and_the_measures(assessment in generate::assessment()) {
        let shared = without_corners(&assessment);
        let opened = open(&save(&shared)).unwrap().assessment;
        prop_assert!(opened.walk.is_empty());
        prop_assert_eq!(&opened.entries, &assessment.entries);
        let area = |one: &Assessment| {
            one.boundary.as_ref().and_then(|record| record.measures.as_ref().map(|all| all.area_m2))
        };
        prop_assert_eq!(area(&opened), area(&assessment));
        prop_assert!(opened.boundary.is_none_or(|record| record.given.parts.is_empty()));
    }

    #[test]
    fn draft_opens_without_results(assessment in generate::assessment()) {
        let opened = open(&draft(model(), &assessment, &meta(), cluster_ready_core::json::canonical_number)).unwrap();
        prop_assert_eq!(opened.assessment, assessment);
        prop_assert!(opened.stored.is_none());
    }

    #[test]
    fn any_json_is_opened_or_refused(value in any_json()) {
        let _ = open(&value.to_string());
        let _ = read_answers(&json!({"answers": value}).to_string(), model());
    }

    #[test]
    fn any_json_in_place_of_a_field_is_opened_or_refused(
        value in any_json(),
        field in 0..14_usize,
        id in 0..34_usize,
    ) {
        let mut file = good();
        let keys: Vec<String> = file.as_object().unwrap().keys().cloned().collect();
        let id = &model().indicators[id].id;
        if let Some(key) = keys.get(field) {
            file[key] = value.clone();
            let _ = open(&file.to_string());
        }
        let _ = opened_with(|file| file["answers"][id] = value.clone());
        let _ = opened_with(|file| file["boundary"] = value.clone());
        if let Ok(opened) = open(&file.to_string()) {
            prop_assert_eq!(&open(&save(&opened.assessment)).unwrap().assessment, &opened.assessment);
        }
    }

    #[test]
    fn damaged_bytes_are_opened_or_refused(
        assessment in generate::assessment(),
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = save(&assessment).into_bytes();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = open(&String::from_utf8_lossy(&bytes));
        let _ = open(&String::from_utf8_lossy(&bytes[..cut.index(bytes.len())]));
    }
}

#[test]
fn saved_file_starts_with_what_it_is() {
    let text = save(&Assessment::default());
    assert!(
        text.starts_with("{\n \"format\": \"cluster-ready-result\",\n \"format_version\": 2,\n")
    );
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["model"]["sha256"], model().hash.as_str());
    assert_eq!(file["rules"], json!(["R2024", "R2026"]));
    assert_eq!(file["tool"]["version"], "0.1.0");
    assert_eq!(file["legal"][0]["outcome"], "met");
}

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    assert_eq!(open(""), Err(FileError::NotJson { line: 1, column: 0 }));
    assert_eq!(
        open("{\n \"format\": ,"),
        Err(FileError::NotJson {
            line: 2,
            column: 12
        })
    );
}

#[test]
fn byte_order_mark_is_passed_over() {
    assert!(open(&format!("\u{feff}{}", good())).is_ok());
}

#[test]
fn file_that_is_too_large_or_too_deep_is_refused_unread() {
    let large = " ".repeat(FILE_BYTES + 1);
    assert!(matches!(open(&large), Err(FileError::TooLarge { .. })));
    let deep = "[".repeat(1_000_000);
    assert!(matches!(open(&deep), Err(FileError::TooDeep { .. })));
}

#[test]
fn json_of_something_else_is_not_ours() {
    assert_eq!(
        open(r#"{"type": "FeatureCollection"}"#),
        Err(FileError::NotOurs { found: None })
    );
    let model_file = r#"{"format": "cluster-ready-model"}"#;
    let found = Some("cluster-ready-model".to_owned());
    assert_eq!(open(model_file), Err(FileError::NotOurs { found }));
    assert!(matches!(open("[1, 2]"), Err(FileError::NotOurs { .. })));
}

#[test]
fn file_of_a_newer_program_says_so() {
    let newer = opened_with(|file| file["format_version"] = json!(3));
    assert_eq!(newer, Err(FileError::Newer { version: 3 }));
}

#[test]
fn specimen_of_the_first_version_opens_whole_and_is_saved_as_of_today() {
    let text = include_str!("../../tests/data/results/format-1.cluster-ready.json");
    let first = Model::parse(include_str!("../../data/model-1.0.0.json")).unwrap();
    let opened = read(text, &first).unwrap();
    assert_eq!(opened.warnings, []);
    assert_eq!(opened.assessment.entries.len(), 34);
    let score = score(&first, &opened.assessment.entries);
    let again = write(&first, &opened.assessment, &score, &Value::Null, &meta());
    assert_eq!(read(&again, &first).unwrap().assessment, opened.assessment);
}

/// In the first version an expansion was planned, or under way, or not.
#[test]
fn file_of_the_first_version_opens_with_its_expansion() {
    for (said, stage) in [
        (json!(true), Some(Expansion::Planned)),
        (json!(false), Some(Expansion::NotPlanned)),
        (Value::Null, None),
    ] {
        let opened = opened_with(|file| {
            file["format_version"] = json!(1);
            file["profile"]["facts"]["expansion"] = said.clone();
            let facts = file["profile"]["facts"].as_object_mut().unwrap();
            for later in [
                "connected_outside",
                "expansion_added_ha",
                "start_up_land_ha",
            ] {
                facts.remove(later).unwrap();
            }
            let profile = file["profile"].as_object_mut().unwrap();
            profile.remove("approved_land_ha").unwrap();
        });
        let facts = opened.unwrap().assessment.profile.facts;
        assert_eq!(facts.expansion, stage);
        assert_eq!(facts.signs_before_2009, None);
    }
    assert!(opened_with(|file| file["format_version"] = json!(0)).is_err());
}

#[test]
fn file_of_another_model_is_refused_and_of_another_version_opens_with_a_warning() {
    let other = opened_with(|file| file["model"]["id"] = json!("another"));
    assert!(matches!(other, Err(FileError::OtherModel { .. })));
    let opened = opened_with(|file| file["model"]["sha256"] = json!("00")).unwrap();
    assert_eq!(
        opened.warnings,
        [Warning::OtherModel {
            version: model().version.clone(),
            hash: "00".to_owned()
        }]
    );
}

/// A file in which D1, D2 and I1 are answered, with these notes.
fn with_notes(notes: Value) -> Result<Opened, FileError> {
    opened_with(|file| {
        file["answers"] =
            json!({"D1": {"number": 7.5}, "D2": {"number": 12.5}, "I1": {"number": 40}});
        file["notes"] = notes.clone();
    })
}

#[test]
fn figures_behind_an_answer_are_kept_and_given_back() {
    let notes = json!({
        "D1": {"note": "", "evidence": "", "origin": "estimate", "bracket": [5, 10]},
        "D2": {"note": "", "evidence": "", "origin": "records", "ratio": [3, 24], "from_profile": [1]},
        "I1": {"note": "", "evidence": "", "origin": "estimate", "also": ["workers"]},
    });
    let opened = with_notes(notes.clone()).unwrap().assessment;
    assert_eq!(
        opened.entries["D2"].made,
        Some(Made {
            way: Way::Ratio,
            figures: [3.0, 24.0],
            from_profile: [false, true],
        })
    );
    let saved: Value = serde_json::from_str(&save(&opened)).unwrap();
    assert_eq!(saved["notes"], notes);
}

#[test]
fn figures_that_do_not_give_the_answer_are_left_out() {
    let opened = with_notes(json!({
        "D1": {"bracket": [10, 20]},
        "D2": {"ratio": [4, 24]},
        "I1": {"bracket": [0, 5], "also": ["workers", "moon", "land"]},
    }));
    let entries = opened.unwrap().assessment.entries;
    assert!(entries.values().all(|entry| entry.made.is_none()));
    assert_eq!(entries["I1"].also, ["land", "workers"]);
}

#[test]
fn figures_behind_an_answer_that_are_none_are_damage_with_its_path() {
    for (note, path) in [
        (json!({"bracket": [5]}), "notes.D1.bracket"),
        (json!({"bracket": [5, "10"]}), "notes.D1.bracket[1]"),
        (
            json!({"bracket": [5, 10], "ratio": [3, 24]}),
            "notes.D1.ratio",
        ),
        (
            json!({"bracket": [5, 10], "from_profile": [2]}),
            "notes.D1.from_profile[0]",
        ),
        (json!({"also": "land"}), "notes.D1.also"),
    ] {
        damaged(path, None, with_notes(json!({"D1": note})));
    }
}

#[test]
fn damage_is_reported_with_its_path() {
    let answer = |id: &'static str, answer: Value| {
        opened_with(move |file| file["answers"][id] = answer.clone())
    };
    damaged(
        "answers.Z9",
        Damage::UnknownIndicator,
        answer("Z9", json!({"level": 1})),
    );
    damaged(
        "answers.M2",
        Damage::Answer(AnswerProblem::NoSuchOption {
            index: 5,
            options: 5,
        }),
        answer("M2", json!({"level": 5})),
    );
    damaged(
        "answers.M2.level",
        None,
        answer("M2", json!({"level": 256})),
    );
    damaged(
        "answers.M2.level",
        None,
        answer("M2", json!({"level": 1.5})),
    );
    damaged("answers.M2.level", None, answer("M2", json!({"level": -1})));
    damaged("answers.M2", Damage::NotOneAnswer, answer("M2", json!({})));
    damaged(
        "answers.M2",
        Damage::NotOneAnswer,
        answer("M2", json!({"level": 1, "unknown": true})),
    );
    damaged(
        "answers.M2",
        Damage::NotOneAnswer,
        answer("M2", json!({"unknown": false})),
    );
    damaged(
        "answers.M2",
        Damage::Answer(AnswerProblem::WrongKind),
        answer("M2", json!({"number": 3})),
    );
    damaged(
        "answers.M2",
        Damage::Answer(AnswerProblem::ReasonNotAllowed),
        answer("M2", json!({"not_applicable": "no wish"})),
    );
    damaged(
        "answers.I5",
        Damage::Answer(AnswerProblem::NotAscending),
        answer("I5", json!({"selected": [2, 2]})),
    );
    damaged("answers.M6", None, answer("M6", json!({"number": 100.5})));
    damaged("answers.L6", None, answer("L6", json!({"numbers": [1]})));
    damaged(
        "answers.M7.checklist[1]",
        None,
        answer("M7", json!({"checklist": ["done", "maybe"]})),
    );
    damaged(
        "profile.assessed",
        None,
        opened_with(|file| file["profile"]["assessed"] = json!("2026-02-30")),
    );
    damaged(
        "notes.M2.note",
        None,
        opened_with(|file| file["notes"]["M2"] = json!({"note": "x".repeat(10_001)})),
    );
    for (path, walk) in [
        ("walk[0]", json!([[105.8, 21.0]])),
        ("walk[0][2]", json!([[105.8, 21.0, -1]])),
        ("walk[1][1]", json!([[105.8, 21.0, 4], [105.8, 91, 4]])),
        ("walk", json!(vec![[105.8, 21.0, 4.0]; 2_001])),
    ] {
        damaged(path, None, opened_with(|file| file["walk"] = walk.clone()));
    }
    damaged(
        "answers",
        None,
        opened_with(|file| {
            file.as_object_mut().unwrap().remove("answers");
        }),
    );
}

#[test]
fn boundary_with_too_many_corners_is_refused() {
    let ring: Vec<Value> = (0..=50_000).map(|_| json!([0, 0])).collect();
    let boundary = json!({
        "file_name": "", "format": "table", "crs": {"system": "wgs84"}, "sigma_m": 1,
        "parts": [[ring]], "measures": null,
    });
    let result = opened_with(|file| file["boundary"] = boundary.clone());
    damaged("boundary.parts", None, result);
}

#[test]
fn selected_options_may_come_in_any_order() {
    let text = r#"{"answers": {"I5": {"selected": [4, 0, 2]}}}"#;
    let entries = read_answers(text, model()).unwrap();
    assert_eq!(entries["I5"].answer, Some(Answer::Selected(vec![0, 2, 4])));
}

#[test]
fn changed_result_is_named_with_both_values() {
    let opened = opened_with(|file| file["results"]["counts"]["answered"] = json!(7)).unwrap();
    let stored = opened.stored.unwrap();
    let differences = stored.differences(model(), &opened.assessment.entries);
    assert_eq!(differences.len(), 1);
    assert_eq!(differences[0].path, "results.counts.answered");
    assert_eq!(differences[0].stored, Some(json!(7)));
    assert_eq!(differences[0].computed, Some(json!(1)));
}
