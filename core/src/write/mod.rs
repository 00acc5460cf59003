//! A measured boundary → files for other programs. One file per format.
//!
//! What a person typed, the name above all, is data in every format: it can neither end an element or a cell nor be
//! taken for a formula. The same boundary gives the same bytes everywhere. Words of a table come in as arguments.

mod csv;
mod degrees;
mod geojson;
mod guard;
mod kml;
mod line;
mod rings;
mod table;
mod xlsx;
mod xml;

pub use csv::csv;
pub use geojson::geojson;
pub use guard::quoted;
pub use kml::kml;
pub use table::Words;
pub use xlsx::{TooManyRows, xlsx};

use crate::boundary::{Examined, Measures, Shape};

/// A boundary that was measured, as it was measured.
#[derive(Debug, Clone, Copy)]
pub struct Boundary<'a> {
    name: &'a str,
    wgs84: &'a Shape,
    /// On the VN-2000 plane of [`Examined::plane_crs`].
    plane: &'a Shape,
    measures: &'a Measures,
}

impl<'a> Boundary<'a> {
    /// `None` while a problem that must be fixed stands.
    pub fn of(name: &'a str, examined: &'a Examined) -> Option<Self> {
        Some(Self {
            name,
            wgs84: &examined.wgs84,
            plane: &examined.plane,
            measures: examined.measures.as_ref()?,
        })
    }
}

#[cfg(test)]
mod sample;
