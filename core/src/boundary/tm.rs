//! Transverse Mercator by Krüger's series in the third flattening, order 6, summed by Clenshaw's recurrence.
//!
//! # Sources
//! C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011),
//! equations 7–11, 35 and 36.

use super::{
    Position,
    geographic::{Angle, Geographic},
};

/// Semi-major axis of WGS 84, which VN-2000 shares, metres.
pub(super) const SEMI_MAJOR_M: f64 = 6_378_137.0;
/// Flattening of WGS 84.
pub(super) const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// Square of the eccentricity.
pub(super) const ECCENTRICITY_2: f64 = FLATTENING * (2.0 - FLATTENING);

const FALSE_EASTING_M: f64 = 500_000.0;

const N: f64 = FLATTENING / (2.0 - FLATTENING);
const N2: f64 = N * N;
const N3: f64 = N2 * N;
const N4: f64 = N3 * N;
const N5: f64 = N4 * N;
const N6: f64 = N5 * N;

/// Radius of the sphere with the meridian's length.
const RECTIFYING_RADIUS_M: f64 =
    SEMI_MAJOR_M / (1.0 + N) * (1.0 + N2 / 4.0 + N4 / 64.0 + N6 / 256.0);

/// From the conformal sphere to the plane.
const ALPHA: [f64; 6] = [
    N / 2.0 - 2.0 / 3.0 * N2 + 5.0 / 16.0 * N3 + 41.0 / 180.0 * N4 - 127.0 / 288.0 * N5
        + 7_891.0 / 37_800.0 * N6,
    13.0 / 48.0 * N2 - 3.0 / 5.0 * N3 + 557.0 / 1_440.0 * N4 + 281.0 / 630.0 * N5
        - 1_983_433.0 / 1_935_360.0 * N6,
    61.0 / 240.0 * N3 - 103.0 / 140.0 * N4 + 15_061.0 / 26_880.0 * N5 + 167_603.0 / 181_440.0 * N6,
    49_561.0 / 161_280.0 * N4 - 179.0 / 168.0 * N5 + 6_601_661.0 / 7_257_600.0 * N6,
    34_729.0 / 80_640.0 * N5 - 3_418_889.0 / 1_995_840.0 * N6,
    212_378_941.0 / 319_334_400.0 * N6,
];

/// From the plane to the conformal sphere.
const BETA: [f64; 6] = [
    N / 2.0 - 2.0 / 3.0 * N2 + 37.0 / 96.0 * N3 - N4 / 360.0 - 81.0 / 512.0 * N5
        + 96_199.0 / 604_800.0 * N6,
    N2 / 48.0 + N3 / 15.0 - 437.0 / 1_440.0 * N4 + 46.0 / 105.0 * N5
        - 1_118_711.0 / 3_870_720.0 * N6,
    17.0 / 480.0 * N3 - 37.0 / 840.0 * N4 - 209.0 / 4_480.0 * N5 + 5_569.0 / 90_720.0 * N6,
    4_397.0 / 161_280.0 * N4 - 11.0 / 504.0 * N5 - 830_251.0 / 7_257_600.0 * N6,
    4_583.0 / 161_280.0 * N5 - 108_847.0 / 3_991_680.0 * N6,
    20_648_693.0 / 638_668_800.0 * N6,
];

/// Newton's steps towards the latitude at most; two are enough.
const STEPS: usize = 6;
/// A step of this size was the last but one: each squares the error.
const LAST_STEP: f64 = 1e-9;

/// One zone: false easting 500 000 m, false northing 0, latitude of origin 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Zone {
    meridian: Angle,
    /// From the conformal sphere to the plane, metres.
    radius: f64,
}

impl Zone {
    /// `scale`: on the central meridian.
    pub(super) fn new(meridian_deg: f64, scale: f64) -> Self {
        Self {
            meridian: Angle::of_degrees(meridian_deg),
            radius: RECTIFYING_RADIUS_M * scale,
        }
    }

    /// To easting and northing in metres, on one ellipsoid.
    pub(super) fn project(&self, Geographic { lon, lat }: Geographic) -> Position {
        let from_meridian = lon.minus(self.meridian);
        let (sigma, root) = isometric(lat.sin);
        // The place on the conformal sphere, in space.
        let up = lat.sin * root - sigma;
        let [out, across] = [from_meridian.cos, from_meridian.sin].map(|share| lat.cos * share);
        let share = 1.0 / (up * up + out * out).sqrt();
        let (sin, cos, sinh) = (up * share, out * share, across * share);
        let twice = Angle {
            sin: 2.0 * sin * cos,
            cos: 2.0 * cos * cos - 1.0,
        };
        let (sinh_2, cosh_2) = (
            2.0 * sinh * (1.0 + sinh * sinh).sqrt(),
            1.0 + 2.0 * sinh * sinh,
        );
        let [x, y] = series(&ALPHA, twice, sinh_2, cosh_2);
        let [xi, eta] = [libm::atan2(up, out), arsinh(sinh)];
        [
            FALSE_EASTING_M + self.radius * (eta + y),
            self.radius * (xi + x),
        ]
    }

    /// From easting and northing in metres, on one ellipsoid.
    pub(super) fn unproject(&self, [easting, northing]: Position) -> Geographic {
        let (xi, eta) = (
            northing / self.radius,
            (easting - FALSE_EASTING_M) / self.radius,
        );
        let (sin, cos) = libm::sincos(2.0 * xi);
        let sinh_2 = libm::sinh(2.0 * eta);
        let [x, y] = series(
            &BETA,
            Angle { sin, cos },
            sinh_2,
            (1.0 + sinh_2 * sinh_2).sqrt(),
        );
        let (sin, cos) = libm::sincos(xi - x);
        let sinh = libm::sinh(eta - y);
        let share = 1.0 / (sinh * sinh + cos * cos).sqrt();
        Geographic {
            lon: self.meridian.plus(Angle {
                sin: sinh * share,
                cos: cos * share,
            }),
            lat: latitude(sin * share),
        }
    }
}

/// Up to here the power series below is exact to the last digit: 3.4° from the meridian on the equator.
const SMALL: f64 = 0.06;

/// Its power series near the meridian, where most of a zone is.
fn arsinh(x: f64) -> f64 {
    const COEFFICIENTS: [f64; 8] = [
        -143.0 / 10_240.0,
        231.0 / 13_312.0,
        -63.0 / 2_816.0,
        35.0 / 1_152.0,
        -5.0 / 112.0,
        3.0 / 40.0,
        -1.0 / 6.0,
        1.0,
    ];
    if x.abs() > SMALL {
        return libm::asinh(x);
    }
    let square = x * x;
    x * COEFFICIENTS
        .into_iter()
        .fold(0.0, |sum, coefficient| sum * square + coefficient)
}

/// Hyperbolic sine and cosine of e·artanh(e sin φ), by which the isometric latitude differs between ellipsoid and sphere.
///
/// Power series: e² is small, and what is left out is below 1e-16 everywhere.
fn isometric(sin_lat: f64) -> (f64, f64) {
    const COEFFICIENTS: [f64; 7] = [
        1.0 / 13.0,
        1.0 / 11.0,
        1.0 / 9.0,
        1.0 / 7.0,
        1.0 / 5.0,
        1.0 / 3.0,
        1.0,
    ];
    let square = ECCENTRICITY_2 * sin_lat * sin_lat;
    let artanh = COEFFICIENTS
        .iter()
        .fold(0.0, |sum, coefficient| sum * square + coefficient);
    let x = ECCENTRICITY_2 * sin_lat * artanh;
    let x2 = x * x;
    (
        x * (1.0 + x2 / 6.0 * (1.0 + x2 / 20.0)),
        1.0 + x2 / 2.0 * (1.0 + x2 / 12.0 * (1.0 + x2 / 30.0)),
    )
}

/// The latitude from the tangent of the conformal one, by Newton's method (Karney, equations 7, 19 to 21).
fn latitude(target: f64) -> Angle {
    let root = |tan: f64| (1.0 + tan * tan).sqrt();
    let mut tan = target / (1.0 - ECCENTRICITY_2);
    for _ in 0..STEPS {
        let secant = root(tan);
        let (sigma, cosh) = isometric(tan / secant);
        let reached = tan * cosh - sigma * secant;
        let slope = (1.0 + (1.0 - ECCENTRICITY_2) * tan * tan) / ((1.0 - ECCENTRICITY_2) * secant);
        let step = (target - reached) / root(reached) * slope;
        tan += step;
        if step.abs() < LAST_STEP {
            break;
        }
    }
    Angle::towards(1.0, tan)
}

/// Σ cₖ sin 2kζ for ζ = ξ + iη, from sine and cosine of 2ξ and hyperbolic sine and cosine of 2η.
fn series(coefficients: &[f64; 6], twice: Angle, sinh: f64, cosh: f64) -> [f64; 2] {
    // 2 cos 2ζ and sin 2ζ.
    let (re, im) = (2.0 * twice.cos * cosh, -2.0 * twice.sin * sinh);
    let (sin_re, sin_im) = (twice.sin * cosh, twice.cos * sinh);
    let ([x, y], _) = coefficients.iter().rev().fold(
        ([0.0; 2], [0.0; 2]),
        |([x, y], [x_before, y_before]), coefficient| {
            let next = [
                coefficient + re * x - im * y - x_before,
                re * y + im * x - y_before,
            ];
            (next, [x, y])
        },
    );
    [x * sin_re - y * sin_im, x * sin_im + y * sin_re]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_of_the_area_hyperbolic_sine_meets_the_function() {
        for x in [0.0, 1e-9, 0.001, 0.03, 0.059_999, -0.045] {
            assert!(
                (arsinh(x) - libm::asinh(x)).abs() <= 2.0 * f64::EPSILON * x.abs(),
                "{x}"
            );
        }
    }

    #[test]
    fn projected_place_comes_back() {
        let zone = Zone::new(105.0, 0.9999);
        for place in [
            [105.0, 0.0],
            [102.0, 8.5],
            [108.5, 23.4],
            [105.0, -60.0],
            [135.0, 40.0],
        ] {
            let [lon, lat] = zone
                .unproject(zone.project(Geographic::of_degrees(place)))
                .to_degrees();
            assert!(
                (lon - place[0]).abs() < 1e-12 && (lat - place[1]).abs() < 1e-12,
                "{place:?}"
            );
        }
    }
}
