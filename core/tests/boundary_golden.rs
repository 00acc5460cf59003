//! Projection, distances, measures and problems against PROJ, GeographicLib and GEOS.
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

use std::{collections::BTreeMap, fs, path::Path};

use cluster_ready_core::{
    boundary::{Crs, distance_m, examine},
    read::{Hint, read},
};

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/data/boundary")
        .join(name);
    fs::read_to_string(path).unwrap()
}

fn rows(name: &str) -> Vec<Vec<f64>> {
    data(name)
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|cell| cell.parse().unwrap()).collect())
        .collect()
}

#[test]
fn vn_2000_points_land_within_their_last_digit_in_every_zone() {
    let mut zones = BTreeMap::new();
    for row in rows("vn2000_points.csv") {
        let [epsg, x, y, lon, lat] = row[..] else {
            panic!()
        };
        let crs = Crs::from_epsg(epsg as u32).unwrap();
        let off = distance_m(crs.to_wgs84([x, y]), [lon, lat]);
        // The file has ten decimals of a degree, 11 µm, on both axes.
        assert!(off < 16e-6, "EPSG:{epsg} {x} {y}: {off} m");
        *zones.entry(epsg as u32).or_insert(0) += 1;
    }
    assert_eq!(zones.len(), 20);
    assert!(zones.values().all(|count| *count == 10));
}

#[test]
fn distances_agree_within_a_millimetre() {
    let rows = rows("distances.csv");
    assert_eq!(rows.len(), 60);
    for row in rows {
        let [lon_a, lat_a, lon_b, lat_b, expected] = row[..] else {
            panic!()
        };
        let distance = distance_m([lon_a, lat_a], [lon_b, lat_b]);
        assert!((distance - expected).abs() < 0.001, "{distance} {expected}");
    }
}

/// The cells of one line; quoted cells may hold commas.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

#[test]
fn polygons_have_the_expected_status_problems_and_measures() {
    let layer = read(data("polygons.geojson").as_bytes(), &Hint::default()).unwrap();
    assert_eq!(layer.candidates.len(), 44);
    let expected = data("expected.csv");
    for (line, candidate) in expected.lines().skip(1).zip(&layer.candidates) {
        let cells = cells(line);
        let [id, status, issues] = [0, 3, 4].map(|column| cells[column].as_str());
        assert_eq!(candidate.id.as_deref(), Some(id));
        let examined = examine(&candidate.shape, Crs::Wgs84, 1.0);
        assert_eq!(
            examined.status().word(),
            status,
            "{id}: {:?}",
            examined.problems
        );
        let mut codes: Vec<_> = examined
            .problems
            .iter()
            .map(|problem| problem.code())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.join(";"), issues, "{id}: {:?}", examined.problems);
        if status == "error" {
            assert_eq!(examined.measures, None, "{id}");
            continue;
        }
        let measures = examined.measures.unwrap();
        let near = |value: f64, column: usize, tolerance: f64| {
            let expected: f64 = cells[column].parse().unwrap();
            assert!(
                (value - expected).abs() <= tolerance,
                "{id}: {value} {expected}"
            );
        };
        near(measures.area_m2, 8, 0.001);
        near(measures.perimeter_m, 9, 0.001);
        near(measures.compactness, 11, 0.000_001);
        // The plane's area is between −0.02 % and +0.14 % away.
        let plane = measures.plane_area_m2 / measures.area_m2;
        assert!(
            (0.9997..1.0016).contains(&plane) || id == "S44",
            "{id}: {plane}"
        );
    }
}

#[test]
fn every_problem_of_the_faulty_polygons_has_a_place() {
    let layer = read(data("polygons.geojson").as_bytes(), &Hint::default()).unwrap();
    for candidate in &layer.candidates {
        let examined = examine(&candidate.shape, Crs::Wgs84, 1.0);
        for problem in &examined.problems {
            let whole = [
                "AXES_SWAPPED",
                "MULTI_PART",
                "OUTSIDE_VIET_NAM",
                "RING_ORIENTATION",
            ];
            if !whole.contains(&problem.code()) {
                assert!(
                    problem.at.is_some() && problem.at_wgs84.is_some(),
                    "{problem:?}"
                );
            }
        }
    }
}

#[test]
fn bow_ties_offer_the_exchange_that_mends_them() {
    let layer = read(data("polygons.geojson").as_bytes(), &Hint::default()).unwrap();
    for id in ["S25", "S26"] {
        let candidate = layer
            .candidates
            .iter()
            .find(|one| one.id.as_deref() == Some(id))
            .unwrap();
        let examined = examine(&candidate.shape, Crs::Wgs84, 1.0);
        let problem = &examined.problems[0];
        let mended = cluster_ready_core::boundary::repair(
            &candidate.shape,
            problem.repair.as_ref().unwrap(),
        );
        let measures = examine(&mended, Crs::Wgs84, 1.0).measures.unwrap();
        assert_eq!(problem.repaired_area_m2, Some(measures.area_m2));
    }
}
