//! The golden cases and their comparison, for the native suites and for the browser.

use std::collections::BTreeMap;

use cluster_ready_core::assessment::Entry;
use cluster_ready_core::assessment::file::{
    read_answers, write_counts, write_dimensions, write_overall,
};
use cluster_ready_core::json::Writer;
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::score::score;
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
