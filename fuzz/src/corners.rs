//! The editable table of corners: rows of two cells as they are typed, complete or not.

use cluster_ready_core::{
    boundary::{Crs, examine, provinces},
    read::{CellProblem, CrsFound, Hint, Rows, parse_rows},
};

use crate::layer::{check_examined, check_positions};

/// Checks the rows of a text: the first byte says what is known beside them, each other line is a row.
pub fn check_corners(bytes: &[u8]) {
    let Some((first, text)) = bytes.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let mut rows: Vec<(String, String)> = text.split('\n').map(row).collect();
    let hint = hint(*first);
    let read = parse_rows(&rows, &hint);
    check_rows(&rows, &read);
    if let (Some(candidate), Some(found)) = (&read.candidate, &read.crs) {
        let crs = match found {
            CrsFound::Unknown(options) => options.first().expect("no system to choose from").crs,
            known => known.known().unwrap_or(Crs::Wgs84),
        };
        check_examined(&examine(&candidate.shape, crs, 1.0));
    }
    // Rows that are still to be filled in change nothing, nor does a space beside a number.
    rows.push((String::new(), " ".to_owned()));
    for (cell, other) in &mut rows {
        cell.insert(0, ' ');
        other.push('\t');
    }
    assert_eq!(parse_rows(&rows, &hint), read);
}

/// A row's last two cells.
fn row(line: &str) -> (String, String) {
    let mut cells = line.rsplit([';', '\t']);
    let second = cells.next().unwrap_or_default();
    match cells.next() {
        Some(first) => (first.to_owned(), second.to_owned()),
        None => (second.to_owned(), String::new()),
    }
}

fn hint(byte: u8) -> Hint {
    let number = usize::from(byte);
    let systems = [None, Some(Crs::Wgs84), Some(Crs::WebMercator)];
    let zones = Crs::vn2000_zones().map(Some);
    Hint {
        province: provinces()
            .get(number)
            .map(|province| province.code.to_string()),
        crs: systems.into_iter().chain(zones).nth(number / 8).flatten(),
    }
}

fn check_rows(rows: &[(String, String)], read: &Rows) {
    for (at, column, problem) in &read.problems {
        let (first, second) = rows.get(*at).expect("a problem without a row");
        let cell = match column {
            cluster_ready_core::read::Column::First => first,
            cluster_ready_core::read::Column::Second => second,
        };
        let is_blank = cell.trim().is_empty();
        assert_eq!(is_blank, *problem == CellProblem::Blank, "{cell:?}");
    }
    assert!(read.corners <= rows.len(), "more corners than rows");
    assert_eq!(read.candidate.is_some(), read.crs.is_some());
    if let Some(candidate) = &read.candidate {
        assert!(read.problems.is_empty(), "a boundary in spite of problems");
        assert!(candidate.corner_labels.len() >= 3, "two corners");
        check_positions(candidate);
        for label in &candidate.corner_labels {
            let row: usize = label.parse().expect("no number of a row");
            assert!((1..=rows.len()).contains(&row), "no such row");
        }
    }
}
