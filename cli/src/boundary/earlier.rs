use std::path::Path;

use super::{SIGMA_M, read_bytes};
use cluster_ready_core::assessment::file;
use cluster_ready_core::boundary::{Crs, Examined, examine};
use cluster_ready_core::overlay::{Compared, Level, cut};
use cluster_ready_core::read::{Hint, read};

/// The boundary that others are compared with.
pub(super) struct Earlier {
    examined: Examined,
    sigma_m: f64,
}

impl Earlier {
    /// Of a boundary file with one polygon, or of a result file with its boundary.
    ///
    /// # Errors
    /// Why it cannot be measured.
    pub(super) fn open(path: &Path, crs: Option<Crs>) -> Result<Self, String> {
        let bytes = read_bytes(path).map_err(|error| error.to_string())?;
        let (examined, sigma_m) = match of_result(&bytes)? {
            Some(found) => found,
            None => (of_boundary(&bytes, crs)?, SIGMA_M),
        };
        match examined.problems.first() {
            Some(problem) if examined.measures.is_none() => Err(super::in_words(problem)),
            _ => Ok(Self { examined, sigma_m }),
        }
    }

    /// `None` while the present one is not measured.
    pub(super) fn compare(&self, present: &Examined) -> Option<Compared> {
        let (level, shapes) = Level::of(present, &self.examined)?;
        let pieces = shapes.as_ref().map(cut);
        Some(Compared::of(level, pieces, [SIGMA_M, self.sigma_m]))
    }
}

/// `None` for a file of another kind.
fn of_result(bytes: &[u8]) -> Result<Option<(Examined, f64)>, String> {
    let text = std::str::from_utf8(bytes).ok();
    let Some(Ok(found)) = text.map(file::boundary) else {
        return Ok(None);
    };
    let record = found
        .filter(|record| !record.given.parts.is_empty())
        .ok_or("holds no corners of a boundary")?;
    let examined = examine(&record.given, record.crs, record.sigma_m);
    Ok(Some((examined, record.sigma_m)))
}

fn of_boundary(bytes: &[u8], crs: Option<Crs>) -> Result<Examined, String> {
    let hint = Hint {
        province: None,
        crs,
    };
    let layer = read(bytes, &hint).map_err(|error| error.to_string())?;
    let [only] = layer.candidates.as_slice() else {
        return Err(format!("{} polygons", layer.candidates.len()));
    };
    let known = layer.crs.known();
    let crs = known.ok_or("the coordinate system is not known: give --compare-crs")?;
    Ok(layer.examine(only, crs, SIGMA_M))
}
