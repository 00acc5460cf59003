//! VN-2000 ↔ WGS 84, in two dimensions: the ellipsoidal height is 0 on the side that goes in.
//!
//! # Sources
//! EPSG:6960 (VN-2000 to WGS 84 (2)), method 1032, coordinate-frame rotation. Many tables print the rotations with
//! the signs of the position-vector convention; taking those here would land 0.5 to 0.8 m off.

use super::{
    Position,
    geographic::{Angle, Geographic},
    tm::{ECCENTRICITY_2, FLATTENING, SEMI_MAJOR_M},
};

const TRANSLATION_M: [f64; 3] = [-191.904_414_29, -39.303_182_79, -111.450_328_35];
const ARC_SECOND: f64 = std::f64::consts::PI / 180.0 / 3600.0;
const ROTATION: [f64; 3] = [
    -0.009_288_36 * ARC_SECOND,
    0.019_754_79 * ARC_SECOND,
    -0.004_273_72 * ARC_SECOND,
];
const SCALE: f64 = 1.0 + 0.252_906_278e-6;

pub(super) fn to_wgs84(place: Geographic) -> Geographic {
    let [x, y, z] = earth_centred(place);
    let [rx, ry, rz] = ROTATION;
    let [tx, ty, tz] = TRANSLATION_M;
    geographic([
        tx + SCALE * (x + rz * y - ry * z),
        ty + SCALE * (-rz * x + y + rx * z),
        tz + SCALE * (ry * x - rx * y + z),
    ])
}

/// Longitude and latitude, degrees.
pub(crate) fn vn2000_degrees_to_wgs84(place: Position) -> Position {
    to_wgs84(Geographic::of_degrees(place)).to_degrees()
}

pub(super) fn from_wgs84(place: Geographic) -> Geographic {
    let [x, y, z] = earth_centred(place);
    let [rx, ry, rz] = ROTATION;
    let [tx, ty, tz] = TRANSLATION_M;
    let [x, y, z] = [x - tx, y - ty, z - tz].map(|metres| metres * (1.0 / SCALE));
    geographic([
        x - rz * y + ry * z,
        rz * x + y - rx * z,
        -ry * x + rx * y + z,
    ])
}

/// At height 0.
pub(super) fn earth_centred(Geographic { lon, lat }: Geographic) -> [f64; 3] {
    let radius = SEMI_MAJOR_M / (1.0 - ECCENTRICITY_2 * lat.sin * lat.sin).sqrt();
    let from_axis = radius * lat.cos;
    [
        from_axis * lon.cos,
        from_axis * lon.sin,
        radius * (1.0 - ECCENTRICITY_2) * lat.sin,
    ]
}

/// Bowring's formula by the parametric latitude; the height is dropped.
///
/// # Assumptions
/// The place is within kilometres of the surface: there the first step is off by less than 1e-9 m.
fn geographic([x, y, z]: [f64; 3]) -> Geographic {
    const SEMI_MINOR_M: f64 = SEMI_MAJOR_M * (1.0 - FLATTENING);
    const SECOND_ECCENTRICITY_2: f64 = ECCENTRICITY_2 / (1.0 - ECCENTRICITY_2);
    let from_axis = (x * x + y * y).sqrt();
    let parametric = Angle::towards(from_axis * SEMI_MINOR_M, z * SEMI_MAJOR_M);
    let cube = |number: f64| number * number * number;
    let lat = Angle::towards(
        from_axis - ECCENTRICITY_2 * SEMI_MAJOR_M * cube(parametric.cos),
        z + SECOND_ECCENTRICITY_2 * SEMI_MINOR_M * cube(parametric.sin),
    );
    let share = 1.0 / from_axis;
    let lon = Angle {
        sin: y * share,
        cos: x * share,
    };
    Geographic { lon, lat }
}
