//! Word and OpenDocument files made by python-docx and LibreOffice: what must come of each.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

use std::{fs, path::PathBuf};

use cluster_ready_core::{
    boundary::Crs,
    read::{Hint, Note, read},
};

/// Square metres on the ellipsoid: the cluster, and the second parcel.
const MAIN_M2: f64 = 579_270.9;
const SECOND_M2: f64 = 122_069.9;

/// Areas of the parcels, and what is noted.
type Expected = (&'static str, &'static [f64], fn(&[Note]) -> bool);

const FILES: [Expected; 7] = [
    ("annex.docx", &[MAIN_M2], |_| true),
    ("libre_office.docx", &[MAIN_M2], |_| true),
    ("libre_office.odt", &[MAIN_M2], |_| true),
    ("merged.docx", &[MAIN_M2, SECOND_M2], |_| true),
    ("tracked.docx", &[MAIN_M2], |notes| {
        notes.contains(&Note::Deletions) && notes.contains(&Note::HiddenText)
    }),
    ("two_blocks.docx", &[MAIN_M2], |_| true),
    ("two_parcels.docx", &[MAIN_M2, SECOND_M2], |notes| {
        notes.contains(&Note::OtherTable { table: 4 })
    }),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/data/docx")
}

#[test]
fn every_document_gives_its_parcels() {
    for (file, areas, is_noted) in FILES {
        let layer = read(&fs::read(folder().join(file)).unwrap(), &Hint::default()).unwrap();
        let crs = layer.crs.known().unwrap();
        assert_eq!(crs, Crs::Vn2000Tm3 { meridian: 104.75 }, "{file}");
        let measured: Vec<f64> = layer
            .candidates
            .iter()
            .map(|one| layer.examine(one, crs, 1.0).measures.unwrap().area_m2)
            .collect();
        assert_eq!(measured.len(), areas.len(), "{file}");
        for (measured, expected) in measured.iter().zip(areas) {
            assert!((measured - expected).abs() < 1.0, "{file}: {measured}");
        }
        assert!(is_noted(&layer.notes), "{file}: {:?}", layer.notes);
        assert!(file.ends_with(layer.format.word()), "{file}");
    }
    let documents = fs::read_dir(folder()).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name().into_string().unwrap();
        name.ends_with(".docx") || name.ends_with(".odt")
    });
    assert_eq!(documents.count(), FILES.len());
}
