//! Small files on which readers have failed, and what must come of each: measured, asked, or refused in the right words.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::{collections::BTreeSet, fs, path::PathBuf};

use cluster_ready_core::{
    boundary::{Crs, Severity},
    read::{Hint, Layer, ReadError, read},
};
use serde_json::Value;

const MANIFEST: &str = "manifest.json";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/found")
}

fn manifest() -> Vec<Value> {
    let text = fs::read_to_string(folder().join(MANIFEST)).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    manifest["files"].as_array().unwrap().clone()
}

fn opened(file: &str, crs: Option<Crs>) -> Result<Layer, ReadError> {
    let hint = Hint {
        province: None,
        crs,
    };
    read(&fs::read(folder().join(file)).unwrap(), &hint)
}

/// What came of a file.
struct Came {
    outcome: &'static str,
    error: Option<&'static str>,
    /// The error in words, or the problems.
    said: String,
    /// Names of the notes with what they hold.
    notes: String,
    area_m2: Option<f64>,
    candidates: usize,
}

fn came_of(file: &str, crs: Option<Crs>) -> Came {
    let layer = match opened(file, crs) {
        Ok(layer) => layer,
        Err(error) => {
            return Came {
                outcome: "error",
                error: Some(error.code()),
                said: error.to_string(),
                notes: String::new(),
                area_m2: None,
                candidates: 0,
            };
        }
    };
    let mut came = Came {
        outcome: "choose",
        error: None,
        said: String::new(),
        notes: format!("{:?}", layer.notes),
        area_m2: None,
        candidates: layer.candidates.len(),
    };
    let [only] = layer.candidates.as_slice() else {
        return came;
    };
    let Some(crs) = layer.crs.known() else {
        came.outcome = "needs_crs";
        return came;
    };
    let examined = layer.examine(only, crs, 1.0);
    let mut problems = examined.problems.iter();
    came.said = format!("{:?}", examined.problems);
    came.error = problems
        .find(|problem| problem.severity == Severity::MustFix)
        .map(|problem| problem.code());
    came.area_m2 = examined.measures.as_ref().map(|measures| measures.area_m2);
    came.outcome = match examined.status().word() {
        "warn" => "ok",
        word => word,
    };
    came
}

#[test]
fn every_file_gives_what_its_row_says() {
    for row in manifest() {
        let file = row["file"].as_str().unwrap();
        let came = came_of(file, None);
        let said = format!("{file}: {} {:?} {}", came.outcome, came.error, came.said);
        assert_eq!(Some(came.outcome), row["outcome"].as_str(), "{said}");
        assert_eq!(came.error, row["error"].as_str(), "{said}");
        for words in [&row["says"], &row["problem"]] {
            let words = words.as_str().unwrap_or_default();
            assert!(came.said.contains(words), "{said}");
        }
        if let Some(count) = row["candidates"].as_u64() {
            assert_eq!(came.candidates as u64, count, "{said}");
        }
        for note in row["notes"].as_array().into_iter().flatten() {
            assert!(
                came.notes.contains(note.as_str().unwrap()),
                "{said}: {}",
                came.notes
            );
        }
        let Some(area) = row["area_m2"].as_f64() else {
            continue;
        };
        let measured = match row["meridian"].as_f64() {
            Some(meridian) => came_of(file, Crs::from_meridian(meridian)).area_m2,
            None => came.area_m2,
        };
        let tolerance = row["tolerance_m2"].as_f64().unwrap_or(0.05);
        let measured = measured.unwrap_or_else(|| panic!("{said}: not measured"));
        assert!(
            (measured - area).abs() <= tolerance,
            "{said}: {measured} m2"
        );
    }
}

#[test]
fn every_file_has_a_row() {
    let listed: BTreeSet<String> = manifest()
        .iter()
        .map(|row| row["file"].as_str().unwrap().to_owned())
        .collect();
    let there: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name != MANIFEST)
        .collect();
    assert_eq!(listed, there);
}
