//! A corner table in any layout that the reader knows, one cell of it damaged: its area is right, or a person is asked, or a
//! note names the place, or it is refused. Never is another area given without a word.
//!
//! `NOTHING_LOST_SECONDS=3600` tries new tables for an hour.
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

mod flat;
mod tables;
mod workbook;
mod writing;

use std::time::{Duration, Instant};

use cluster_ready_core::{
    boundary::{Crs, Position, Shape},
    read::{Candidate, Hint, Layer, Note, read},
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use tables::{Layout, Spelling, layout};

/// Twice the area, by the shoelace.
fn area(ring: &[Position]) -> f64 {
    let mut sum = 0.0;
    let [x0, y0] = ring[0];
    for (index, [x, y]) in ring.iter().enumerate() {
        let [u, v] = ring[(index + 1) % ring.len()];
        sum += (x - x0) * (v - y0) - (u - x0) * (y - y0);
    }
    sum.abs()
}

fn open(shape: &Shape) -> Vec<Position> {
    let mut ring: Vec<Position> = shape.positions().collect();
    ring.pop();
    ring
}

fn is_right(candidate: &Candidate, expected: &[Position]) -> bool {
    let found = open(&candidate.shape);
    let [found_area, area] = [area(&found), area(expected)];
    found.len() == expected.len() && (found_area - area).abs() <= area * 2e-4
}

#[derive(Debug, PartialEq, Eq)]
enum Came {
    Right,
    Asked,
    Noted,
    Refused(String),
}

/// Whether each corner is one of a boundary that is offered.
fn holds_all(layer: &Layer, expected: &[Vec<Position>]) -> bool {
    let found: Vec<Position> = layer
        .candidates
        .iter()
        .flat_map(|candidate| open(&candidate.shape))
        .collect();
    expected.iter().flatten().all(|[x, y]| {
        let near = if *x < 180.0 { 1e-6 } else { 0.02 };
        let is_it = |[u, v]: &Position| (x - u).abs() < near && (y - v).abs() < near;
        found.iter().any(is_it)
    })
}

/// What came of a table; `Err` when a corner was lost or another area given without a word.
fn judge(layout: &Layout) -> Result<Came, String> {
    let (file, place) = layout.written();
    let hint = Hint {
        province: None,
        crs: Some(match layout.spelling {
            Spelling::ZoneBefore => Crs::Vn2000Utm { zone: 48 },
            _ => Crs::Vn2000Tm3 { meridian: 105.75 },
        }),
    };
    let layer = match read(&file, &hint) {
        Err(error) => return Ok(Came::Refused(error.to_string())),
        Ok(layer) => layer,
    };
    let expected = layout.expected();
    let is_one_right = |ring: &Vec<Position>| {
        let mut candidates = layer.candidates.iter();
        candidates.any(|candidate| is_right(candidate, ring))
    };
    let all_are_right = expected.iter().all(is_one_right);
    match (layer.candidates.as_slice(), expected.as_slice()) {
        ([_], [_]) | ([_, _, ..], [_, _]) if all_are_right => return Ok(Came::Right),
        ([_, _, ..], _) if holds_all(&layer, &expected) => return Ok(Came::Asked),
        ([_], [_]) if layer.crs.known().is_none() => return Ok(Came::Asked),
        _ => {}
    }
    let names = |note: &Note| match note {
        Note::TextLine { row, .. } => Some(*row) == place,
        Note::Column { .. } | Note::FarCorner { .. } => true,
        _ => false,
    };
    if layer.notes.iter().any(names) {
        return Ok(Came::Noted);
    }
    let found: Vec<Vec<Position>> = layer
        .candidates
        .iter()
        .map(|candidate| open(&candidate.shape))
        .collect();
    Err(format!(
        "{:?}\n{}\n{found:?}",
        layer.notes,
        String::from_utf8_lossy(&file)
    ))
}

/// Tables tried in the usual run.
const CASES: u32 = 600;

#[test]
fn no_table_gives_another_area_without_a_word() {
    let seconds = std::env::var("NOTHING_LOST_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let config = Config::default();
    let mut runner = match seconds {
        Some(_) => TestRunner::new(config),
        None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut tried, mut whole, mut right) = (0_u32, 0_u32, 0_u32);
    let mut refused = Vec::new();
    while end.map_or(tried < CASES, |end| Instant::now() < end) {
        let mut tree = layout().new_tree(&mut runner).unwrap();
        let layout = tree.current().sensible();
        tried += 1;
        match judge(&layout) {
            Ok(came) if layout.damage == 0 => {
                whole += 1;
                right += u32::from(came == Came::Right);
                if came != Came::Right {
                    refused.push((came, layout));
                }
            }
            Ok(_) => {}
            Err(mut found) => {
                let mut found_in = layout;
                // The smallest table with the fault.
                let mut steps = 0;
                let mut goes_on = tree.simplify();
                while goes_on && steps < 2000 {
                    steps += 1;
                    let smaller = tree.current().sensible();
                    goes_on = match judge(&smaller) {
                        Err(again) => {
                            (found, found_in) = (again, smaller);
                            tree.simplify()
                        }
                        Ok(_) => tree.complicate(),
                    };
                }
                panic!("table {tried}: {found}\n{found_in:?}");
            }
        }
    }
    println!("{tried} tables, {whole} whole, {right} of them measured");
    // To refuse everything would lose nothing either.
    let first: Vec<String> = refused
        .iter()
        .take(5)
        .map(|(came, layout)| {
            format!(
                "{came:?}: {layout:?}\n{}",
                String::from_utf8_lossy(&layout.written().0)
            )
        })
        .collect();
    assert!(
        right * 100 >= whole * 90,
        "{right} of {whole}: {}",
        first.join("\n\n")
    );
}
