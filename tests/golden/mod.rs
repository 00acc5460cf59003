//! The golden cases and their comparison, for the native suites and for the browser.

use std::collections::BTreeMap;

use cluster_ready::assessment::Entry;
use cluster_ready::assessment::file::{
    read_answers, write_counts, write_dimensions, write_overall,
};
use cluster_ready::json::Writer;
use cluster_ready::model;
use cluster_ready::score::score;
use serde_json::Value;

const CASES: &str = include_str!("../data/golden-scores.json");
const SAME: f64 = 1e-9;

pub fn cases() -> Vec<Value> {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
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
    let model = model::bundled().unwrap();
    for case in cases() {
        let score = score(model, &entries(&case));
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
