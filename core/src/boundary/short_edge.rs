//! Geodesics of some kilometres, by their series about the middle latitude: a fraction of the work of the general problem.
//!
//! # Method
//! Let x and y be the differences of longitude and latitude, φ the middle latitude, r and M the radii of its parallel and of
//! the meridian, X = r·x, Y = M·y, W² = 1 − e² sin²φ, and S(φ) the area from the equator to the parallel per radian of
//! longitude. Clairaut's relation gives the derivatives of both coordinates along a geodesic; expanded about its midpoint
//! the area has terms of odd order only, the square of the length of even order only:
//!
//! - area below = x·(S + S″·y²/8 + sin φ·(X² + 3Y²)/12). The last term is how far the geodesic bulges from the straight line
//!   of the cylindrical equal-area projection.
//! - length² = X² + Y² − (X²x²·sin²φ + Y²x²·(3 sin²φ + cos²φ·(1 + 8e² sin²φ)/(1 − e²)) − Y²y²·M″/M)/12 with
//!   M″/M = 3e²·(cos²φ − sin²φ)/W² + 15e⁴·sin²φ·cos²φ/W⁴.
//!
//! # Error
//! Beside an integration of the geodesic's equations in 50 digits, in sixteen directions, up to 45° of latitude, what is
//! left out of the area is below 0.0042·L⁵/a³ and of the length below 0.0028·L⁵/a⁴: for the longest edge taken here, of
//! 3.2 km, 6e-6 m² and 6e-13 m.

use super::{
    Position,
    tm::{ECCENTRICITY_2, SEMI_MAJOR_M},
};

/// Differences of longitude and of latitude up to which the series is taken, degrees.
const LIMIT_DEG: f64 = 0.02;
/// Latitude up to which the error was measured, degrees.
pub(super) const LIMIT_LATITUDE_DEG: f64 = 45.0;

/// One edge as a geodesic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measured {
    pub length_m: f64,
    /// From the equator to the edge, positive for an edge to the east on the northern half.
    pub below_m2: f64,
}

/// An edge between places on WGS 84 (degrees, latitude within [`LIMIT_LATITUDE_DEG`]); `None` when it is too long.
pub(super) fn short_edge([lon_a, lat_a]: Position, [lon_b, lat_b]: Position) -> Option<Measured> {
    let [x, y] = [lon_b - lon_a, lat_b - lat_a];
    let is_short = x.abs() <= LIMIT_DEG && y.abs() <= LIMIT_DEG;
    is_short.then(|| {
        let middle = (0.5 * (lat_a + lat_b)).to_radians();
        series(x.to_radians(), y.to_radians(), middle)
    })
}

fn series(x: f64, y: f64, middle: f64) -> Measured {
    const REST: f64 = 1.0 - ECCENTRICITY_2;
    let (sin, cos) = libm::sincos(middle);
    let (sin2, cos2) = (sin * sin, cos * cos);
    let w2 = 1.0 - ECCENTRICITY_2 * sin2;
    let over_w2 = 1.0 / w2;
    let normal = SEMI_MAJOR_M / w2.sqrt();
    let east = normal * cos * x;
    let north = normal * REST * over_w2 * y;
    let [x2, y2, east2, north2] = [x * x, y * y, east * east, north * north];

    let curved = 3.0 * sin2 + cos2 * (1.0 + 8.0 * ECCENTRICITY_2 * sin2) / REST;
    let share = ECCENTRICITY_2 * over_w2;
    let meridian = 3.0 * share * (cos2 - sin2) + 15.0 * share * share * sin2 * cos2;
    let fourth = x2 * (east2 * sin2 + north2 * curved) - y2 * north2 * meridian;

    let second = REST * normal * normal * over_w2 * (4.0 * share * cos2 - 1.0);
    let bulge = second * y2 / 8.0 + (east2 + 3.0 * north2) / 12.0;
    Measured {
        length_m: (east2 + north2 - fourth / 12.0).sqrt(),
        below_m2: x * sin * (zone(sin2) + bulge),
    }
}

/// The area from the equator to a parallel per radian of longitude, over the sine of its latitude; S″ of it is `second`
/// above. Up to 45° of latitude what is left out is below 1e-17 of it.
fn zone(sin2: f64) -> f64 {
    // (k + 1)/(2k + 1), from the last term on.
    const COEFFICIENTS: [f64; 7] = [
        7.0 / 13.0,
        6.0 / 11.0,
        5.0 / 9.0,
        4.0 / 7.0,
        3.0 / 5.0,
        2.0 / 3.0,
        1.0,
    ];
    let share = ECCENTRICITY_2 * sin2;
    let sum = COEFFICIENTS
        .iter()
        .fold(0.0, |sum, coefficient| sum * share + coefficient);
    SEMI_MAJOR_M * SEMI_MAJOR_M * (1.0 - ECCENTRICITY_2) * sum
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
