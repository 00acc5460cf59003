//! VN-2000 ↔ WGS 84, in two dimensions: the ellipsoidal height is 0 on the side that goes in.
//!
//! # Sources
//! EPSG:6960 (VN-2000 to WGS 84 (2)), method 1032, coordinate-frame rotation. Many tables print the rotations with
//! the signs of the position-vector convention; taking those here would land 0.5 to 0.8 m off.

use super::tm::{ECCENTRICITY_2, FLATTENING, SEMI_MAJOR_M};

const TRANSLATION_M: [f64; 3] = [-191.904_414_29, -39.303_182_79, -111.450_328_35];
const ARC_SECOND: f64 = std::f64::consts::PI / 180.0 / 3600.0;
const ROTATION: [f64; 3] = [
    -0.009_288_36 * ARC_SECOND,
    0.019_754_79 * ARC_SECOND,
    -0.004_273_72 * ARC_SECOND,
];
const SCALE: f64 = 1.0 + 0.252_906_278e-6;

/// Steps of the latitude from earth-centred coordinates; three reach 1e-12 degrees at the surface.
const STEPS: usize = 3;

/// Longitude and latitude, radians.
pub(super) fn to_wgs84(position: [f64; 2]) -> [f64; 2] {
    let [x, y, z] = earth_centred(position);
    let [rx, ry, rz] = ROTATION;
    let [tx, ty, tz] = TRANSLATION_M;
    geographic([
        tx + SCALE * (x + rz * y - ry * z),
        ty + SCALE * (-rz * x + y + rx * z),
        tz + SCALE * (ry * x - rx * y + z),
    ])
}

/// Longitude and latitude, degrees.
pub(crate) fn vn2000_degrees_to_wgs84([lon, lat]: [f64; 2]) -> [f64; 2] {
    to_wgs84([lon.to_radians(), lat.to_radians()]).map(f64::to_degrees)
}

/// Longitude and latitude, radians.
pub(super) fn from_wgs84(position: [f64; 2]) -> [f64; 2] {
    let [x, y, z] = earth_centred(position);
    let [rx, ry, rz] = ROTATION;
    let [tx, ty, tz] = TRANSLATION_M;
    let [x, y, z] = [(x - tx) / SCALE, (y - ty) / SCALE, (z - tz) / SCALE];
    geographic([
        x - rz * y + ry * z,
        rz * x + y - rx * z,
        -ry * x + rx * y + z,
    ])
}

/// At height 0.
pub(super) fn earth_centred([lon, lat]: [f64; 2]) -> [f64; 3] {
    let radius = SEMI_MAJOR_M / (1.0 - ECCENTRICITY_2 * lat.sin().powi(2)).sqrt();
    [
        radius * lat.cos() * lon.cos(),
        radius * lat.cos() * lon.sin(),
        radius * (1.0 - ECCENTRICITY_2) * lat.sin(),
    ]
}

/// Bowring's formula by the parametric latitude; the height is dropped.
fn geographic([x, y, z]: [f64; 3]) -> [f64; 2] {
    let semi_minor = SEMI_MAJOR_M * (1.0 - FLATTENING);
    let second_eccentricity_2 = ECCENTRICITY_2 / (1.0 - ECCENTRICITY_2);
    let from_axis = x.hypot(y);
    let step = |parametric: f64| {
        (z + second_eccentricity_2 * semi_minor * parametric.sin().powi(3))
            .atan2(from_axis - ECCENTRICITY_2 * SEMI_MAJOR_M * parametric.cos().powi(3))
    };
    let mut lat = step((z * SEMI_MAJOR_M).atan2(from_axis * semi_minor));
    for _ in 1..STEPS {
        let next = step(((1.0 - FLATTENING) * lat.sin()).atan2(lat.cos()));
        if next == lat {
            // A further step would give the same again.
            break;
        }
        lat = next;
    }
    [y.atan2(x), lat]
}
