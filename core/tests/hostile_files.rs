//! Files that chance has found to break a reader, and what must come of them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::{fs, path::Path};

use cluster_ready_core::{
    boundary::{Crs, Problem, ProblemKind, Status, repair},
    read::{Candidate, Hint, Layer, ReadError, read},
};

fn opened(file: &str) -> Result<Layer, ReadError> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/hostile");
    read(&fs::read(folder.join(file)).unwrap(), &Hint::default())
}

fn code(file: &str) -> Option<&'static str> {
    opened(file).err().map(|error| error.code())
}

#[test]
fn one_corner_in_the_other_order_is_refused_and_not_measured() {
    // Taken as it stands it lies beyond the pole, and the area was no number.
    assert_eq!(
        code("one_corner_exchanged.kml"),
        Some("COORDINATES_OUT_OF_RANGE")
    );
}

#[test]
fn row_after_the_one_with_the_largest_number_is_read() {
    assert_eq!(code("row_after_the_largest_number.xlsx"), None);
}

#[test]
fn workbook_with_more_links_or_sheets_than_an_archive_has_files_is_refused() {
    // Each sheet is looked up among the links: a file of 30 KB took a minute.
    for file in ["more_links_than_files.xlsx", "more_sheets_than_files.xlsx"] {
        assert_eq!(code(file), Some("CORRUPT_ARCHIVE"), "{file}");
    }
}

#[test]
fn blanks_in_a_projection_are_passed_over_once() {
    // For each blank all blanks after it were passed over: it took half an hour.
    assert_eq!(code("two_million_blanks_in_prj.zip"), None);
}

#[test]
fn exchange_of_corners_that_leads_to_no_boundary_is_not_offered() {
    // In the other order no edges cross, but the first corner is on no plane of Viet Nam.
    let layer = opened("exchange_far_away.wkt").unwrap();
    let examined = layer.examine(&layer.candidates[0], Crs::Wgs84, 1.0);
    assert_eq!(examined.status(), Status::Error);
    let crossing = |problem: &&Problem| matches!(problem.kind, ProblemKind::SelfIntersection);
    let crossing = examined.problems.iter().find(crossing).unwrap();
    assert_eq!(crossing.repair, None);
    assert_eq!(crossing.repaired_area_m2, None);
}

#[test]
fn repair_across_half_the_earth_gives_no_negative_area() {
    // Two corners are 107° away from the others: on the plane of Viet Nam the hole is larger than its shell.
    let layer = opened("repair_across_half_the_earth.shp").unwrap();
    let candidate = &layer.candidates[0];
    let examined = layer.examine(candidate, Crs::Wgs84, 1.0);
    assert_eq!(examined.status(), Status::Error);
    for offered in examined
        .problems
        .iter()
        .filter_map(|one| one.repair.as_ref())
    {
        let mended = Candidate {
            shape: repair(&candidate.shape, offered),
            ..Candidate::default()
        };
        let mended = layer.examine(&mended, Crs::Wgs84, 1.0);
        let areas = mended.measures.map(|one| [one.area_m2, one.plane_area_m2]);
        assert!(
            areas.is_none_or(|areas| areas.iter().all(|area| *area >= 0.0)),
            "{areas:?}"
        );
    }
}
