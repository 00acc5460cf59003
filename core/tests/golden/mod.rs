//! The golden cases and their comparison, for the native suites and for the browser.

use std::collections::BTreeMap;

use cluster_ready_core::assessment::Entry;
use cluster_ready_core::assessment::file::{
    read_answers, write_counts, write_dimensions, write_overall,
};
use cluster_ready_core::json::Writer;
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::score::score;
use cluster_ready_core::score::uncertainty::{Group, Streams, compare, everything, uncertainty};
use serde_json::Value;

const CASES: &str = include_str!("../../../tests/data/golden-scores.json");
const FIRST_MODEL: &str = include_str!("../../../data/model-1.0.0.json");
const FIRST_CASES: &str = include_str!("../../../tests/data/golden-scores-1.0.0.json");
const SAME: f64 = 1e-9;

/// The cases of the model that comes with the product.
pub fn cases() -> Vec<Value> {
    let mut file: Value = serde_json::from_str(CASES).unwrap();
    assert_eq!(file["model"], model::bundled().unwrap().version);
    listed(file["cases"].take())
}

/// The cases of its first version, whose file is a bare list.
pub fn first_cases() -> Vec<Value> {
    listed(serde_json::from_str(FIRST_CASES).unwrap())
}

fn listed(cases: Value) -> Vec<Value> {
    let Value::Array(cases) = cases else {
        panic!("the cases are no list")
    };
    assert_eq!(cases.len(), 47);
    cases
}

pub fn entries(case: &Value) -> BTreeMap<String, Entry> {
    read_answers(&case.to_string(), model::bundled().unwrap()).unwrap()
}

/// All that is expected is there and equal; nothing else is there but `also`.
pub fn assert_same(path: &str, expected: &Value, found: &Value, also: &[&str]) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for key in found.keys() {
                let known = expected.contains_key(key) || also.contains(&key.as_str());
                assert!(known, "{path}.{key} is not expected");
            }
            for (key, value) in expected {
                let found = found.get(key).unwrap_or(&Value::Null);
                assert_same(&format!("{path}.{key}"), value, found, &[]);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (expected.as_f64().unwrap(), found.as_f64().unwrap());
            assert!(
                (expected - found).abs() <= SAME,
                "{path}: {found}, not {expected}"
            );
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (place, (expected, found)) in expected.iter().zip(found).enumerate() {
                assert_same(&format!("{path}.{place}"), expected, found, &[]);
            }
        }
        _ => assert_eq!(expected, found, "{path}"),
    }
}

/// Scores every case and compares every field.
pub fn assert_every_case() {
    assert_scores(model::bundled().unwrap(), &cases());
}

/// The same with the first version of the model.
pub fn assert_every_first_case() {
    let model = Model::parse(FIRST_MODEL).unwrap();
    assert_eq!(model.version, "1.0.0");
    assert_scores(&model, &first_cases());
}

fn assert_scores(model: &Model, cases: &[Value]) {
    for case in cases {
        let entries = read_answers(&case.to_string(), model).unwrap();
        let score = score(model, &entries);
        let mut w = Writer::compact();
        w.open_object();
        write_dimensions(&mut w, model, &score);
        write_overall(&mut w, &score);
        write_counts(&mut w, score.counts);
        w.close();
        let found: Value = serde_json::from_str(&w.finish()).unwrap();
        let name = case["name"].as_str().unwrap();
        assert_same(name, &case["expected"], &found, &[]);
    }
}

/// Bands, level shares, firm level, sources and total effects of every case: to 1e-9, shares of draws exactly.
pub fn assert_every_uncertainty() {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let model = model::bundled().unwrap();
    let mut streams = Streams::new(file["key"].as_str().unwrap());
    for case in file["cases"].as_array().unwrap() {
        let name = case["name"].as_str().unwrap();
        let entries = entries(case);
        let expected = &case["uncertainty"];
        let Some(found) = uncertainty(model, &entries, &mut streams) else {
            assert!(expected.is_null(), "{name}");
            continue;
        };
        let near = |path: &str, expected: &Value, found: f64| {
            let expected = expected.as_f64().unwrap();
            assert!(
                (expected - found).abs() <= SAME,
                "{name}: {path} is {found}, not {expected}"
            );
        };
        near("p05", &expected["band"]["p05"], found.band.p05);
        near("p50", &expected["band"]["p50"], found.band.p50);
        near("p95", &expected["band"]["p95"], found.band.p95);
        near("mean", &expected["mean"], found.mean);
        for (dimension, band) in model.dimensions.iter().zip(&found.dimensions) {
            let expected = &expected["dimensions"][&dimension.id];
            near(&dimension.id, &expected["p05"], band.p05);
            near(&dimension.id, &expected["p95"], band.p95);
        }
        let shares: Vec<f64> = serde_json::from_value(expected["level_shares"].clone()).unwrap();
        assert_eq!(shares, found.level_shares, "{name}");
        let firm: Option<u8> = serde_json::from_value(expected["firm_level"].clone()).unwrap();
        assert_eq!(firm, found.firm_level, "{name}");
        let (_, causes) = everything(model, &entries, &mut streams).unwrap();
        for (group, share) in Group::ALL.iter().zip(causes.sources) {
            near(group.word(), &expected["sources"][group.word()], share);
        }
        let effects = expected["total_effects"].as_object().unwrap();
        assert_eq!(effects.len(), causes.total_effects.len(), "{name}");
        for (id, effect) in &causes.total_effects {
            near(id, &effects[id], *effect);
        }
    }
}

/// The pairs to compare.
pub fn comparisons() -> Vec<Value> {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let pairs = file["comparisons"].as_array().unwrap().clone();
    assert_eq!(pairs.len(), 10);
    pairs
}

/// Bands and verdicts of every pair.
pub fn assert_every_comparison() {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let model = model::bundled().unwrap();
    let mut streams = Streams::new(file["key"].as_str().unwrap());
    let case = |name: &Value| {
        let cases = file["cases"].as_array().unwrap();
        entries(cases.iter().find(|case| case["name"] == *name).unwrap())
    };
    for pair in &comparisons() {
        let (before, after) = (case(&pair["before"]), case(&pair["after"]));
        let expected = &pair["expected"];
        let Some(found) = compare(model, &before, &after, &mut streams) else {
            assert!(expected.is_null(), "{pair}");
            continue;
        };
        let values = [
            ("p05", found.band.p05),
            ("p50", found.band.p50),
            ("p95", found.band.p95),
        ];
        for (key, value) in values {
            let expected = expected[key].as_f64().unwrap();
            let same = (expected - value).abs() <= SAME;
            assert!(same, "{pair}: {key} is {value}");
        }
        assert_eq!(expected["share_better"], found.share_better, "{pair}");
        assert_eq!(expected["verdict"], found.direction.word(), "{pair}");
    }
}
