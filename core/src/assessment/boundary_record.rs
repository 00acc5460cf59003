use crate::boundary::{Crs, Measures, Shape};

/// The boundary as kept in the assessment: as given, with the system it was given in.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundaryRecord {
    /// File name, or empty for typed and pasted corners.
    pub file_name: String,
    /// Format word of the reader, e.g. `geojson`, `table`.
    pub format: String,
    pub crs: Crs,
    /// In the units of `crs`: x is east or longitude, y is north or latitude.
    pub given: Shape,
    /// Standard deviation of a corner, metres.
    pub sigma_m: f64,
    /// What was measured; `None` while an error stands.
    pub measures: Option<Measures>,
}

/// An institution the user added or chose by hand.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Place {
    pub name: String,
    pub lon: f64,
    pub lat: f64,
}

/// Corrections of the nearest institutions. `None`: as computed.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct Places {
    /// Id of `data/institutions.json` chosen instead of the nearest.
    pub university: Option<String>,
    pub institute: Option<String>,
    /// Institutions missing in the data.
    pub added: Vec<Place>,
}
