//! PDF files as annexes come, and hostile ones: see tests/data/pdf/README.md.
#![cfg(feature = "pdf")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::{fs, path::PathBuf};

use cluster_ready_core::boundary::Crs;
use cluster_ready_core::pdf;
use cluster_ready_core::read::{Hint, Layer, Note, ReadError, read};

/// On the ellipsoid, m².
const AREA_M2: f64 = 579_270.9;

fn bytes(file: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/pdf");
    fs::read(folder.join(file)).unwrap()
}

fn opened(file: &str) -> Result<Layer, ReadError> {
    read(&bytes(file), &Hint::default())
}

fn code(file: &str) -> &'static str {
    opened(file).map_or_else(|error| error.code(), |_| "read")
}

fn area_m2(file: &str, layer: &Layer) -> f64 {
    let [only] = layer.candidates.as_slice() else {
        panic!("{file}: {} candidates", layer.candidates.len());
    };
    let crs = layer.crs.known().unwrap();
    assert_eq!(Some(crs), Crs::from_meridian(104.75), "{file}");
    layer.examine(only, crs, 1.0).measures.unwrap().area_m2
}

#[test]
fn annexes_of_every_maker_are_measured() {
    for (file, corners) in [
        ("writer_grid.pdf", 8),
        ("writer_merged.pdf", 8),
        ("chromium_two_blocks.pdf", 8),
        ("reportlab_two_pages.pdf", 80),
        ("reportlab_no_lines.pdf", 8),
        ("fpdf_notes.pdf", 8),
        ("turned.pdf", 8),
        ("letter_by_letter.pdf", 8),
        ("objects_packed.pdf", 8),
        ("locked_rc4.pdf", 8),
        ("locked_aes_128.pdf", 8),
        ("locked_aes_256.pdf", 8),
    ] {
        let layer = opened(file).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(layer.format.word(), "pdf");
        let area = area_m2(file, &layer);
        assert!((area - AREA_M2).abs() < 0.1, "{file}: {area}");
        let labels = layer.candidates.first().map(|one| one.corner_labels.len());
        assert_eq!(labels, Some(corners), "{file}");
    }
}

#[test]
fn last_version_of_a_file_that_was_added_to_counts() {
    let area = area_m2("added_to.pdf", &opened("added_to.pdf").unwrap());
    assert!((area - 555_268.5).abs() < 0.1, "{area}");
}

#[test]
fn what_cannot_be_read_is_told_for_what_it_is() {
    for (file, expected) in [
        ("scan.pdf", "NO_TEXT"),
        ("letters_untold.pdf", "UNKNOWN_LETTERS"),
        ("locked_password.pdf", "ENCRYPTED_PDF"),
    ] {
        assert_eq!(code(file), expected, "{file}");
    }
}

#[test]
fn pictures_and_recognised_figures_are_noted() {
    let notes = |file: &str| opened(file).unwrap().notes;
    assert_eq!(notes("recognised.pdf"), [Note::RecognisedText]);
    let pages = vec!["2".to_owned()];
    assert_eq!(notes("scan_behind.pdf"), [Note::ScannedPages { pages }]);
}

#[test]
fn hostile_files_are_refused_and_nothing_is_left_out_in_silence() {
    for (file, expected) in [
        ("bomb.pdf", "TOO_LARGE_UNPACKED"),
        ("bomb_of_objects.pdf", "TOO_LARGE_UNPACKED"),
        ("cut.pdf", "CORRUPT_FILE"),
        ("drawing_in_itself.pdf", "TOO_LARGE_UNPACKED"),
        ("drawings_of_drawings.pdf", "TOO_LARGE_UNPACKED"),
        ("end_missing.pdf", "CORRUPT_FILE"),
        ("filter_unknown.pdf", "CORRUPT_FILE"),
        ("flate_cut.pdf", "CORRUPT_FILE"),
        ("flate_flipped.pdf", "CORRUPT_FILE"),
        ("font_without_end.pdf", "NO_POLYGON"),
        ("length_of_itself.pdf", "CORRUPT_FILE"),
        ("lines_without_number.pdf", "read"),
        ("locked_by_junk.pdf", "CORRUPT_FILE"),
        ("nested.pdf", "CORRUPT_FILE"),
        ("page_missing.pdf", "CORRUPT_FILE"),
        ("pages_in_a_circle.pdf", "TOO_LARGE_UNPACKED"),
        ("part_missing.pdf", "CORRUPT_FILE"),
        ("pictures_without_end.pdf", "NO_TEXT"),
        ("predictor.pdf", "CORRUPT_FILE"),
        ("quote_over_rows.pdf", "read"),
        ("reference_in_a_circle.pdf", "CORRUPT_FILE"),
        ("states.pdf", "TOO_LARGE_UNPACKED"),
    ] {
        assert_eq!(code(&format!("hostile/{file}")), expected, "{file}");
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/pdf/hostile");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 22);
}

#[test]
fn no_row_is_lost_to_a_quote() {
    let layer = opened("hostile/quote_over_rows.pdf").unwrap();
    let corners = layer.candidates.first().map(|one| one.corner_labels.len());
    assert_eq!(corners, Some(3));
}

#[test]
fn file_cut_anywhere_is_damaged_and_never_half_read() {
    let whole = bytes("reportlab_no_lines.pdf");
    let end = whole.len() - "%%EOF\n".len();
    for length in (8..end).step_by(7) {
        let cut = whole.get(..length).unwrap();
        assert_eq!(pdf::text(cut), Err(pdf::Fault::Damaged), "{length}");
    }
}

#[test]
fn message_of_a_file_is_read_as_the_file() {
    for file in ["writer_grid.pdf", "scan.pdf", "hostile/cut.pdf"] {
        let message = pdf::to_message(&bytes(file));
        assert_eq!(read(&message, &Hint::default()), opened(file), "{file}");
    }
}
