//! What has to hold for any bytes: they are refused with an error that has a code, or give boundaries that can be
//! examined.

mod stored_zip;

use cluster_ready::{
    boundary::{Crs, ProblemKind},
    read::{CrsFound, Hint, Layer, read},
};
pub use stored_zip::stored_zip;

/// Examining has its own limits and its own tests; more corners only make each run slow.
const EXAMINED_CORNERS: usize = 2_000;
const EXAMINED_CANDIDATES: usize = 8;

/// Reads bytes and checks what comes of them.
pub fn check(bytes: &[u8]) {
    match read(bytes, &Hint::default()) {
        Ok(layer) => check_layer(&layer),
        Err(error) => assert!(!error.code().is_empty() && !error.to_string().is_empty()),
    }
}

fn check_layer(layer: &Layer) {
    assert!(!layer.candidates.is_empty(), "no candidate and no error");
    let crs = match &layer.crs {
        CrsFound::Unknown(options) => {
            assert!(!options.is_empty(), "no system to choose from");
            options.first().map_or(Crs::Wgs84, |option| option.crs)
        }
        known => known.known().unwrap_or(Crs::Wgs84),
    };
    for candidate in &layer.candidates {
        let finite = |[x, y]: [f64; 2]| x.is_finite() && y.is_finite();
        assert!(candidate.shape.positions().all(finite), "no finite corner");
        assert!(candidate.shape.positions().next().is_some(), "no corner");
    }
    for candidate in layer.candidates.iter().take(EXAMINED_CANDIDATES) {
        if candidate.shape.positions().count() > EXAMINED_CORNERS {
            continue;
        }
        let examined = layer.examine(candidate, crs, 1.0);
        if let Some(measures) = &examined.measures {
            assert!(
                measures.area_m2.is_finite() && measures.area_m2 >= 0.0,
                "area {}",
                measures.area_m2
            );
        }
        let bad = |kind| matches!(kind, ProblemKind::BadCoordinates);
        assert!(
            !examined.problems.iter().any(|problem| bad(problem.kind)),
            "a reader let a bad coordinate pass"
        );
    }
}

/// The bytes with a beginning that leads to one reader, unless they have it.
pub fn check_after(beginning: &[u8], bytes: &[u8]) {
    if bytes.starts_with(beginning) || bytes.first() == beginning.first() {
        check(bytes);
    } else {
        check(&[beginning, bytes].concat());
    }
}
