//! Bytes are refused with an error that has a code, or give boundaries that can be examined, written and read again.

use std::borrow::Cow;

use cluster_ready_core::{
    boundary::{Crs, Examined, ProblemKind, repair},
    read::{Candidate, CrsFound, Hint, Layer, ReadError, read},
    write::{Boundary, geojson, kml},
};

/// Examining has its own limits and its own tests; more corners only make each run slow.
const EXAMINED_CORNERS: usize = 300;
const EXAMINED_CANDIDATES: usize = 4;
/// As for writing, which happens with every run.
const WRITTEN_CORNERS: usize = 100;
const REPAIRS: usize = 4;

/// Reads bytes and checks what comes of them.
pub fn check(bytes: &[u8]) -> Result<Layer, ReadError> {
    let result = read(bytes, &Hint::default());
    match &result {
        Ok(layer) => check_layer(bytes, layer),
        Err(error) => assert!(!error.code().is_empty() && !error.to_string().is_empty()),
    }
    result
}

/// The bytes with a beginning that leads to one reader, unless they have it.
pub fn with_beginning<'a>(beginning: &[u8], bytes: &'a [u8]) -> Cow<'a, [u8]> {
    if bytes.starts_with(beginning) || bytes.first() == beginning.first() {
        Cow::Borrowed(bytes)
    } else {
        Cow::Owned([beginning, bytes].concat())
    }
}

fn check_layer(bytes: &[u8], layer: &Layer) {
    assert!(!layer.candidates.is_empty(), "no candidate and no error");
    let crs = match &layer.crs {
        CrsFound::Unknown(options) => {
            assert!(!options.is_empty(), "no system to choose from");
            let chosen = options.first().map(|option| option.crs);
            check_choice(bytes, layer, chosen);
            chosen.unwrap_or(Crs::Wgs84)
        }
        known => known.known().unwrap_or(Crs::Wgs84),
    };
    for candidate in &layer.candidates {
        check_positions(candidate);
    }
    for candidate in layer.candidates.iter().take(EXAMINED_CANDIDATES) {
        if candidate.shape.positions().count() <= EXAMINED_CORNERS {
            check_examined(&layer.examine(candidate, crs, 1.0));
        }
    }
    if let Some(candidate) = layer.candidates.first() {
        check_written(layer, candidate, crs);
    }
}

/// What a person chooses of the systems that are offered is taken, and changes nothing else.
fn check_choice(bytes: &[u8], layer: &Layer, crs: Option<Crs>) {
    let hint = Hint {
        province: None,
        crs,
    };
    let again = read(bytes, &hint).expect("refused after a system was chosen");
    assert_eq!(again.crs.known(), crs);
    assert_eq!(again.candidates, layer.candidates);
}

pub fn check_positions(candidate: &Candidate) {
    let finite = |[x, y]: [f64; 2]| x.is_finite() && y.is_finite();
    assert!(candidate.shape.positions().all(finite), "no finite corner");
    assert!(candidate.shape.positions().next().is_some(), "no corner");
}

pub fn check_examined(examined: &Examined) {
    if let Some(measures) = &examined.measures {
        let numbers = [
            measures.area_m2,
            measures.plane_area_m2,
            measures.area_sd_m2,
            measures.perimeter_m,
            measures.compactness,
        ];
        let is_measure = |number: &f64| number.is_finite() && *number >= 0.0;
        assert!(numbers.iter().all(is_measure), "{numbers:?}");
    }
    for problem in &examined.problems {
        let places = problem.at.iter().chain(&problem.at_wgs84);
        assert!(places.flatten().all(|number| number.is_finite()));
        // A corner of a foreign continent is on no plane of Viet Nam: it is told, and nothing is measured.
        if matches!(
            problem.kind,
            ProblemKind::BadCoordinates | ProblemKind::FarFromVietNam
        ) {
            assert!(examined.measures.is_none(), "measured in spite of it");
            assert_eq!(problem.corners.len(), 1, "a bad corner without its number");
        }
    }
}

/// What is offered for download opens again; a repair that is offered can be applied.
fn check_written(layer: &Layer, candidate: &Candidate, crs: Crs) {
    if candidate.shape.positions().count() > WRITTEN_CORNERS {
        return;
    }
    let examined = layer.examine(candidate, crs, 1.0);
    let name = candidate.label.as_deref().unwrap_or_default();
    if let Some(boundary) = Boundary::of(name, &examined) {
        for text in [geojson(&boundary), kml(&boundary)] {
            let again = read(text.as_bytes(), &Hint::default()).expect("written and not read");
            assert_eq!(again.crs.known(), Some(Crs::Wgs84));
        }
    }
    for problem in examined.problems.iter().take(REPAIRS) {
        let Some(offered) = &problem.repair else {
            continue;
        };
        let mended = Candidate {
            shape: repair(&candidate.shape, offered),
            ..Candidate::default()
        };
        let mended = layer.examine(&mended, crs, 1.0);
        check_examined(&mended);
        if let Some(promised) = problem.repaired_area_m2 {
            let area = mended.measures.expect("mended and not valid").area_m2;
            let same = (area - promised).abs() <= 1e-3 + area * 1e-9;
            assert!(same, "{promised} m² promised, {area} m² measured");
        }
    }
}
