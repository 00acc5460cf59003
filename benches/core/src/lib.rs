//! Inputs of the benchmark: made here, the same in every run.

use std::f64::consts::TAU;
use std::fmt::Write;

/// Corners of a boundary of about 40 ha near 21° N, longitude and latitude, closed. Its edge waves in and out, as a surveyed
/// one does, and never crosses itself.
pub fn ring(corners: u32) -> Vec<[f64; 2]> {
    let mut ring: Vec<[f64; 2]> = (0..corners)
        .map(|corner| {
            let angle = TAU * f64::from(corner) / f64::from(corners);
            let reach = 1.0 + 0.2 * (9.0 * angle).sin() + 0.01 * (997.0 * angle).cos();
            [
                105.7 + 0.0035 * reach * angle.cos(),
                21.2 + 0.003 * reach * angle.sin(),
            ]
        })
        .collect();
    ring.extend(ring.first().copied());
    ring
}

/// The ring as a GeoJSON polygon.
pub fn geojson(ring: &[[f64; 2]]) -> String {
    let mut text = String::from("{\"type\":\"Polygon\",\"coordinates\":[[");
    for (index, [lon, lat]) in ring.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(text, "{comma}[{lon:.9},{lat:.9}]");
    }
    text.push_str("]]}");
    text
}

/// The ring as a table of longitudes and latitudes under a heading, without the corner that closes it.
pub fn table(ring: &[[f64; 2]]) -> String {
    let mut text = String::from("STT,lon,lat\n");
    for (index, [lon, lat]) in ring.iter().skip(1).enumerate() {
        let _ = writeln!(text, "{},{lon:.9},{lat:.9}", index + 1);
    }
    text
}
