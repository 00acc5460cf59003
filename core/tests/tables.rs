//! Corner tables in the layouts of decisions, extracts, instruments and pages, and what has to come of each.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::{fs, path::PathBuf};

use cluster_ready_core::{
    boundary::{Crs, Examined},
    read::{Layer, ReadError, read},
};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/tables")
}

/// `EPSG:104.75` stands for the zone of three degrees with that meridian.
fn crs_of(text: &str) -> Option<Crs> {
    let number = text.strip_prefix("EPSG:").unwrap();
    match number.parse::<u32>() {
        Ok(code) if code > 1000 => Crs::from_epsg(code),
        _ => Crs::from_meridian(number.parse().unwrap()),
    }
}

fn examined(layer: &Layer) -> Option<Vec<Examined>> {
    let crs = layer.crs.known()?;
    let candidates = layer.candidates.iter();
    Some(candidates.map(|one| layer.examine(one, crs, 1.0)).collect())
}

fn is_near(area: f64, expected: f64) -> bool {
    (area / expected - 1.0).abs() < 0.002
}

/// Areas that are measured, where all are.
fn areas(layer: &Layer) -> Option<Vec<f64>> {
    let all = examined(layer)?;
    all.iter()
        .map(|one| one.measures.as_ref().map(|measures| measures.area_m2))
        .collect()
}

fn is_ok(layer: &Layer, expect: &Value) -> bool {
    let Some(area) = areas(layer).and_then(|areas| areas.first().copied()) else {
        return false;
    };
    // A corner that stands twice in a row is one.
    let ring = &examined(layer).unwrap()[0].wgs84;
    let corners = ring.positions().count() as u64 - 1;
    layer.candidates.len() == 1
        && expect["area"]
            .as_f64()
            .is_none_or(|expected| is_near(area, expected))
        && expect["corners"]
            .as_u64()
            .is_none_or(|expected| expected == corners)
        && expect["crs"]
            .as_str()
            .is_none_or(|crs| crs_of(crs) == layer.crs.known())
}

/// Not measured without a word.
fn is_not_silent(came: &Result<Layer, ReadError>) -> bool {
    let Ok(layer) = came else {
        return true;
    };
    let has_problem = |all: Vec<Examined>| all.iter().any(|one| !one.problems.is_empty());
    layer.candidates.len() > 1 || !layer.notes.is_empty() || examined(layer).is_none_or(has_problem)
}

fn fits(came: &Result<Layer, ReadError>, expect: &Value) -> bool {
    match (expect["outcome"].as_str().unwrap(), came) {
        ("ok", Ok(layer)) => is_ok(layer, expect),
        ("choose", Ok(layer)) => {
            // Where they may be one boundary too, that is offered beside them.
            let expected = expect["areas"].as_array().unwrap();
            let areas = areas(layer);
            let has = |area: &Value| {
                let area = area.as_f64().unwrap();
                areas
                    .as_ref()
                    .is_none_or(|areas| areas.iter().any(|one| is_near(*one, area)))
            };
            layer.candidates.len() >= expected.len() && expected.iter().all(has)
        }
        ("needs_crs", Ok(layer)) => layer.crs.known().is_none(),
        ("refuse" | "ok_or_refuse" | "refuse_or_4756", Err(_)) => true,
        ("ok_or_refuse", Ok(layer)) => is_ok(layer, expect),
        ("refuse_or_4756", Ok(layer)) => layer.crs.known() == Crs::from_epsg(4756),
        ("zones", Ok(layer)) => {
            layer.candidates.len() > 1
                || layer.crs.known().is_none()
                || areas(layer).is_some_and(|areas| is_near(areas[0], 579_200.0))
        }
        ("zones", Err(_)) | ("any", _) => true,
        ("warn" | "not_silent", came) => is_not_silent(came),
        _ => false,
    }
}

#[test]
fn tables_as_people_write_them_are_measured_rightly_asked_or_refused() {
    let expected = fs::read_to_string(folder().join("expected.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let tables = expected.as_object().unwrap();
    assert_eq!(tables.len(), fs::read_dir(folder()).unwrap().count() - 2);
    let mut wrong = Vec::new();
    for (file, expect) in tables {
        let came = read(&fs::read(folder().join(file)).unwrap(), &Default::default());
        if !fits(&came, expect) {
            wrong.push(format!("{file}: {expect}\n{came:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
