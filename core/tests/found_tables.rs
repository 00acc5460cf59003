//! Tables and workbooks of which a part was once lost without a word, and what must come of them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a test says what went wrong by panicking, outside test functions too; its numbers are small"
)]

use std::{fs, path::PathBuf};

use cluster_ready_core::read::{Hint, Layer, read};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/found/tables")
}

/// Doubled area of the plane between the corners, and how many there are.
fn plane(layer: &Layer) -> (f64, usize) {
    let ring: Vec<_> = layer.candidates[0].shape.positions().collect();
    let [x0, y0] = ring[0];
    let edges = ring.windows(2).map(|edge| {
        let [[x, y], [u, v]] = [edge[0], edge[1]];
        (x - x0) * (v - y0) - (u - x0) * (y - y0)
    });
    (edges.sum::<f64>().abs() / 2.0, ring.len() - 1)
}

fn assert_measured(file: &str, layer: &Layer, expect: &Value) {
    let [only] = layer.candidates.as_slice() else {
        panic!("{file}: {} candidates", layer.candidates.len());
    };
    let (plane_m2, corners) = plane(layer);
    assert_eq!(
        Some(corners),
        expect["corners"].as_u64().map(|corners| corners as usize),
        "{file}"
    );
    if let Some(expected) = expect["plane_area_m2"].as_f64() {
        assert!((plane_m2 - expected).abs() < 0.01, "{file}: {plane_m2}");
    }
    if let Some(expected) = expect["area_m2"].as_f64() {
        let crs = layer.crs.known().unwrap();
        let area = layer.examine(only, crs, 1.0).measures.unwrap().area_m2;
        assert!((area / expected - 1.0).abs() < 0.005, "{file}: {area}");
    }
    if let Some(note) = expect["note"].as_str() {
        let notes = format!("{:?}", layer.notes);
        assert!(notes.contains(note), "{file}: {notes}");
    }
}

#[test]
fn nothing_of_these_tables_is_lost() {
    let manifest = fs::read_to_string(folder().join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), fs::read_dir(folder()).unwrap().count() - 1);
    for entry in files {
        let (file, expect) = (entry["file"].as_str().unwrap(), &entry["expect"]);
        let came = read(&fs::read(folder().join(file)).unwrap(), &Hint::default());
        match (expect["outcome"].as_str().unwrap(), came) {
            ("ok", Ok(layer)) => {
                assert!(layer.crs.known().is_some(), "{file}");
                assert_measured(file, &layer, expect);
            }
            ("needs_crs", Ok(layer)) => {
                assert_eq!(layer.crs.known(), None, "{file}");
                assert_measured(file, &layer, expect);
            }
            ("error", Err(error)) => {
                assert_eq!(Some(error.code()), expect["error"].as_str(), "{file}");
                let place = expect["place"].as_str().unwrap_or_default();
                assert!(error.to_string().contains(place), "{file}: {error}");
            }
            (outcome, came) => panic!("{file}: {outcome} expected, {came:?}"),
        }
    }
}
