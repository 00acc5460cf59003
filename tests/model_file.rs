//! The bundled model, and what is said of a broken one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

mod broken_model;

use broken_model::rule;
use cluster_ready::json::{FaultKind, TextError};
use cluster_ready::model::{
    self, BrokenRule, CurveError, MODEL_BYTES, Model, ModelError, canonical,
};
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../data/model.json");

fn broken(change: impl Fn(&mut Value)) -> ModelError {
    broken_model::broken(BUNDLED, change)
}

/// Index of the indicator with this id.
fn at(id: &str) -> usize {
    model::bundled().unwrap().position(id).unwrap()
}

#[test]
fn bundled_model_is_whole() {
    let model = model::bundled().unwrap();
    assert_eq!(model.indicators.len(), 34);
    assert_eq!(model.dimensions.len(), 5);
    assert_eq!(model.levels.len(), 5);
    assert_eq!(model.indicators.iter().filter(|one| one.quick).count(), 10);
    assert_eq!(model.hash.len(), 64);
    assert_eq!(model.indicator("T7").unwrap().dimension, 4);
}

#[test]
fn file_larger_than_any_model_is_refused_unread() {
    let large = " ".repeat(MODEL_BYTES + 1);
    assert_eq!(
        Model::parse(&large),
        Err(ModelError::Text(TextError::TooLarge {
            bytes: MODEL_BYTES + 1,
            limit: MODEL_BYTES
        }))
    );
}

#[test]
fn hash_is_that_of_the_canonical_file_whatever_its_layout() {
    let file: Value = serde_json::from_str(BUNDLED).unwrap();
    let compact = Model::parse(&file.to_string()).unwrap();
    let model = model::bundled().unwrap();
    assert_eq!(compact.hash, model.hash);
    assert_eq!(
        canonical::sha256_hex(&canonical::canonical(&file)),
        model.hash
    );
}

#[test]
fn value_just_below_a_step_by_rounding_has_reached_it() {
    let model = model::bundled().unwrap();
    for (value, level) in [
        (0.0, 1),
        (19.99, 1),
        (20.0 - 1e-10, 2),
        (40.0, 3),
        (79.999, 4),
        (80.0, 5),
        (100.0, 5),
    ] {
        assert_eq!(model.level_of(value), level, "{value}");
    }
}

#[test]
fn syntax_error_has_its_line_and_column() {
    assert_eq!(
        Model::parse("{\n \"id\": \"x\"\n \"version\""),
        Err(ModelError::Text(TextError::NotJson { line: 3, column: 2 }))
    );
}

#[test]
fn missing_and_mistyped_fields_are_named_with_their_path() {
    let error = broken(|file| {
        file["indicators"][3]["hint"]["en"] = Value::Null;
    });
    assert_eq!(error.path(), Some("indicators[3].hint.en"));
    let error = broken(|file| {
        file["indicators"][3].as_object_mut().unwrap().remove("who");
    });
    let ModelError::Shape(fault) = &error else {
        panic!("{error}");
    };
    assert_eq!(
        (fault.path.as_str(), &fault.kind),
        ("indicators[3].who", &FaultKind::Missing)
    );
    let error = broken(|file| file["levels"][2]["name"]["vi"] = json!("  "));
    assert_eq!(error.path(), Some("levels[2].name.vi"));
    let error = broken(|file| file["indicators"][0]["class"] = json!("Z"));
    assert_eq!(error.path(), Some("indicators[0].class"));
    assert_eq!(
        error.to_string(),
        "indicators[0].class: \"Z\" is not one of the words allowed here"
    );
}

#[test]
fn broken_rules_are_named_with_their_path() {
    let m6 = at("M6");
    assert_eq!(
        broken(|file| file["indicators"][m6]["answer"]["curve"][2][1] = json!(40)),
        rule(
            &format!("indicators[{m6}].answer.curve[2]"),
            CurveError::NotMonotone { index: 2 }.into()
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][m6]["answer"]["max"] = json!(0)),
        rule(
            &format!("indicators[{m6}].answer"),
            BrokenRule::Bounds { min: 0.0, max: 0.0 }
        )
    );
    assert_eq!(
        broken(|file| file["dimensions"][1]["weight"] = json!(0.25)),
        rule("dimensions", BrokenRule::WeightSum { sum: 1.05 })
    );
    assert_eq!(
        broken(|file| file["dimensions"][1]["weight"] = json!(-0.2)),
        rule("dimensions[1].weight", BrokenRule::Weight { value: -0.2 })
    );
    assert_eq!(
        broken(|file| file["weight_classes"]["S"] = json!(0)),
        rule("weight_classes.S", BrokenRule::Weight { value: 0.0 })
    );
    assert_eq!(
        broken(|file| file["indicators"][5]["id"] = json!("M1")),
        rule(
            "indicators[5].id",
            BrokenRule::DuplicateId {
                id: "M1".to_owned()
            }
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][5]["dimension"] = json!("weather")),
        rule(
            "indicators[5].dimension",
            BrokenRule::UnknownDimension {
                id: "weather".to_owned()
            }
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][0]["answer"]["options"][1]["score"] = json!(60)),
        rule("indicators[0].answer.options", BrokenRule::Scores)
    );
    let i5 = at("I5");
    assert_eq!(
        broken(|file| {
            let options = &mut file["indicators"][i5]["answer"]["options"];
            options.as_array_mut().unwrap().pop();
        }),
        rule(
            &format!("indicators[{i5}].answer.score_by_count"),
            BrokenRule::ScoreCount {
                found: 9,
                options: 7
            }
        )
    );
    let l6 = at("L6");
    assert_eq!(
        broken(|file| file["indicators"][l6]["answer"]["parts"][0]["weight"] = json!(0.5)),
        rule(
            &format!("indicators[{l6}].answer.parts"),
            BrokenRule::WeightSum { sum: 0.9 }
        )
    );
    assert_eq!(
        broken(|file| file["levels"][2]["from"] = json!(20)),
        rule("levels[2]", BrokenRule::LevelOrder)
    );
    assert_eq!(
        broken(|file| file["indicators"].as_array_mut().unwrap().truncate(20)),
        rule("dimensions[3]", BrokenRule::EmptyDimension)
    );
    assert_eq!(
        broken(|file| file["format"] = json!("cluster-ready-result")),
        rule(
            "format",
            BrokenRule::Format {
                found: "cluster-ready-result".to_owned()
            }
        )
    );
    assert_eq!(
        broken(|file| file["indicators"][0]["effort"] = json!(0)),
        rule("indicators[0].effort", BrokenRule::Effort { found: 0 })
    );
}
