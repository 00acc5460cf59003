//! Every boundary file of the manifest gives what must come out of it: measured, asked, or refused.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a test says what went wrong by panicking, outside test functions too; its numbers are small"
)]

use std::{fs, path::PathBuf};

use cluster_ready_core::{
    boundary::{Crs, Measures, Severity, examine},
    read::{CrsFound, Hint, Layer, read},
};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/boundary")
}

fn manifest() -> Vec<(String, Value)> {
    let text = fs::read_to_string(folder().join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let file = |entry: &Value| {
        (
            entry["file"].as_str().unwrap().to_owned(),
            entry["expect"].clone(),
        )
    };
    let files: Vec<_> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(file)
        .collect();
    assert!(files.len() > 60);
    files
}

#[derive(Debug)]
struct Came {
    outcome: &'static str,
    error: Option<&'static str>,
    issues: Vec<&'static str>,
    measures: Option<Measures>,
    candidates: usize,
    crs: Option<Crs>,
}

fn run(file: &str, crs: Option<Crs>) -> Came {
    let bytes = fs::read(folder().join(file)).unwrap();
    let hint = Hint {
        province: None,
        crs,
    };
    match read(&bytes, &hint) {
        Err(error) => Came {
            outcome: "error",
            error: Some(error.code()),
            issues: Vec::new(),
            measures: None,
            candidates: 0,
            crs: None,
        },
        Ok(layer) => of_layer(&layer),
    }
}

fn of_layer(layer: &Layer) -> Came {
    let mut came = Came {
        outcome: "choose",
        error: None,
        issues: Vec::new(),
        measures: None,
        candidates: layer.candidates.len(),
        crs: layer.crs.known(),
    };
    let [only] = layer.candidates.as_slice() else {
        return came;
    };
    let Some(crs) = came.crs else {
        came.outcome = "needs_crs";
        return came;
    };
    let examined = examine(&only.shape, crs, 1.0);
    came.issues = examined
        .problems
        .iter()
        .map(|problem| problem.code())
        .collect();
    came.outcome = match examined.status().word() {
        "warn" => "ok",
        word => word,
    };
    came.error = examined
        .problems
        .iter()
        .find(|problem| problem.severity == Severity::MustFix)
        .map(|problem| problem.code());
    came.measures = examined.measures;
    came
}

/// The error is one of those expected.
fn is_expected_error(came: &Came, expect: &Value) -> bool {
    let mut expected = vec![expect["error"].as_str()];
    expected.extend(
        expect["also"]
            .as_array()
            .into_iter()
            .flatten()
            .map(Value::as_str),
    );
    came.outcome == "error" && expected.contains(&came.error)
}

fn assert_measures(file: &str, came: &Came, expect: &Value, area: &str) {
    let measures = came
        .measures
        .as_ref()
        .unwrap_or_else(|| panic!("{file}: {came:?}"));
    let number = |key: &str| expect[key].as_f64();
    let off = (measures.area_m2 - number(area).unwrap()).abs();
    assert!(
        off <= number("tol_area_m2").unwrap_or(0.05),
        "{file}: {off} m2"
    );
    if let Some(perimeter) = number("perimeter_m") {
        assert!((measures.perimeter_m - perimeter).abs() <= 0.001, "{file}");
    }
    if let Some(epsg) = expect["crs"].as_str() {
        assert_eq!(
            came.crs
                .and_then(|crs| crs.epsg())
                .map(|code| format!("EPSG:{code}"))
                .as_deref(),
            Some(epsg)
        );
    }
}

#[test]
fn every_file_gives_the_expected_outcome() {
    for (file, expect) in manifest() {
        let outcome = expect["outcome"].as_str().unwrap();
        if matches!(outcome, "table" | "per_feature") {
            continue;
        }
        let came = run(&file, None);
        if expect["needs_crs_choice"] == true {
            assert_eq!(came.outcome, "needs_crs", "{file}: {came:?}");
            let chosen = run(&file, Crs::from_epsg(9212));
            assert_measures(&file, &chosen, &expect, "area_m2");
            continue;
        }
        match outcome {
            "ok" => {
                assert_eq!(came.outcome, "ok", "{file}: {came:?}");
                assert_measures(&file, &came, &expect, "area_m2");
                for issue in expect["issues"].as_array().into_iter().flatten() {
                    assert!(came.issues.contains(&issue.as_str().unwrap()), "{file}");
                }
            }
            "error" => assert!(is_expected_error(&came, &expect), "{file}: {came:?}"),
            "ok_or_error" if expect["planar_area_m2"].is_number() => {
                let off = planar_area_m2(&file) - expect["planar_area_m2"].as_f64().unwrap();
                assert!(off.abs() < 0.05, "{file}: {off} m2");
            }
            "ok_or_error" => {
                if !is_expected_error(&came, &expect) {
                    assert_measures(&file, &came, &expect, "area_m2");
                }
            }
            "choose" | "choose_or_error" => {
                assert_eq!(came.outcome, "choose", "{file}: {came:?}");
                assert_eq!(
                    Some(came.candidates as u64),
                    expect["candidates"].as_u64(),
                    "{file}"
                );
            }
            "needs_crs" => {
                assert_eq!(came.outcome, "needs_crs", "{file}: {came:?}");
                if expect["area_m2_when_chosen"].is_number() {
                    let chosen = run(&file, Crs::from_epsg(9212));
                    assert_measures(&file, &chosen, &expect, "area_m2_when_chosen");
                    let swapped = chosen.issues.contains(&"AXES_SWAPPED");
                    assert_eq!(swapped, expect["axes"] == "swapped", "{file}");
                }
            }
            "repair" => {
                assert_eq!(came.outcome, "repair", "{file}: {came:?}");
                assert!(
                    came.issues.contains(&expect["issue"].as_str().unwrap()),
                    "{file}"
                );
                assert_measures(&file, &came, &expect, "area_m2");
            }
            other => panic!("{file}: {other}"),
        }
    }
}

/// Of the only ring, on the plane of the file.
fn planar_area_m2(file: &str) -> f64 {
    let bytes = fs::read(folder().join(file)).unwrap();
    let layer = read(&bytes, &Hint::default()).unwrap();
    let ring = &layer.candidates[0].shape.parts[0][0];
    let [x, y] = ring[0];
    let doubled: f64 = ring
        .windows(2)
        .map(|edge| (edge[0][0] - x) * (edge[1][1] - y) - (edge[1][0] - x) * (edge[0][1] - y))
        .sum();
    doubled.abs() / 2.0
}

fn options(file: &str) -> Vec<Crs> {
    let bytes = fs::read(folder().join(file)).unwrap();
    match read(&bytes, &Hint::default()).unwrap().crs {
        CrsFound::Unknown(options) => options.into_iter().map(|option| option.crs).collect(),
        known => panic!("{known:?}"),
    }
}

#[test]
fn utm_on_wgs_84_is_one_of_the_choices() {
    assert!(options("hostile/utm48_wgs84_no_crs.csv").contains(&Crs::Wgs84Utm { zone: 48 }));
}

#[test]
fn web_mercator_is_never_measured_as_vn_2000() {
    let file = "hostile/web_mercator_no_crs.geojson";
    assert_eq!(options(file), [Crs::WebMercator]);
    assert_eq!(run(file, Crs::from_epsg(9212)).outcome, "needs_crs");
}

#[test]
fn refused_rows_are_named() {
    let message = |file: &str| {
        let bytes = fs::read(folder().join(file)).unwrap();
        read(&bytes, &Hint::default()).unwrap_err().to_string()
    };
    assert!(message("hostile/csv_missing_cell.csv").contains("row 4, cell 3"));
    assert!(message("hostile/csv_nan_inf.csv").contains("row 16, cell 2"));
    assert!(message("hostile/geojson_coord_null.geojson").contains("line 1, column"));
}

#[test]
fn every_beginning_of_every_file_is_read_or_refused() {
    // A file cut anywhere must neither panic nor count as whole.
    for (file, _) in manifest() {
        let bytes = fs::read(folder().join(&file)).unwrap();
        let step = (bytes.len() / 24).max(1);
        for end in (0..bytes.len()).step_by(step) {
            let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
            if bytes[end..].iter().all(is_blank) {
                continue;
            }
            if let Ok(layer) = read(&bytes[..end], &Hint::default()) {
                // What follows the end of a table's row may be another row or nothing.
                assert_eq!(layer.format.word(), "table", "{file} cut at {end}");
            }
        }
    }
}
