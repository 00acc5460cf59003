//! Transverse Mercator by Krüger's series in the third flattening, order 6.
//!
//! # Sources
//! C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011),
//! equations 7–11, 35 and 36.

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

/// Newton's steps towards the latitude: two are enough, the rest is a bound.
const STEPS: usize = 6;

/// One zone: false easting 500 000 m, false northing 0, latitude of origin 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Zone {
    pub meridian_deg: f64,
    pub scale: f64,
}

/// tan of the conformal latitude from tan of the latitude (Karney, equations 7 and 9).
fn conformal(tan_lat: f64) -> f64 {
    let e = ECCENTRICITY_2.sqrt();
    let root = tan_lat.hypot(1.0);
    let sigma = (e * (e * tan_lat / root).atanh()).sinh();
    tan_lat * sigma.hypot(1.0) - sigma * root
}

impl Zone {
    /// Longitude and latitude in radians → easting and northing in metres, on one ellipsoid.
    pub(super) fn project(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        let conformal = conformal(lat.tan());
        let from_meridian = lon - self.meridian_deg.to_radians();
        let xi = conformal.atan2(from_meridian.cos());
        let eta = (from_meridian.sin() / conformal.hypot(from_meridian.cos())).asinh();
        let [x, y] = series(&ALPHA, 1.0, xi, eta);
        let radius = RECTIFYING_RADIUS_M * self.scale;
        [FALSE_EASTING_M + radius * y, radius * x]
    }

    /// Easting and northing in metres → longitude and latitude in radians, on one ellipsoid.
    pub(super) fn unproject(&self, [easting, northing]: [f64; 2]) -> [f64; 2] {
        let radius = RECTIFYING_RADIUS_M * self.scale;
        let [x, y] = series(
            &BETA,
            -1.0,
            northing / radius,
            (easting - FALSE_EASTING_M) / radius,
        );
        let target = x.sin() / y.sinh().hypot(x.cos());
        let mut tan_lat = target / (1.0 - ECCENTRICITY_2);
        for _ in 0..STEPS {
            let reached = conformal(tan_lat);
            let slope = (1.0 + (1.0 - ECCENTRICITY_2) * tan_lat * tan_lat)
                / ((1.0 - ECCENTRICITY_2) * tan_lat.hypot(1.0));
            let step = (target - reached) / reached.hypot(1.0) * slope;
            tan_lat += step;
            if step.abs() < 1e-15 {
                break;
            }
        }
        [
            self.meridian_deg.to_radians() + y.sinh().atan2(x.cos()),
            tan_lat.atan(),
        ]
    }
}

/// Adds the series to (xi, eta) with the sign of the direction.
fn series(coefficients: &[f64; 6], sign: f64, xi: f64, eta: f64) -> [f64; 2] {
    let mut order = 0.0;
    coefficients.iter().fold([xi, eta], |[x, y], coefficient| {
        order += 2.0;
        [
            x + sign * coefficient * (order * xi).sin() * (order * eta).cosh(),
            y + sign * coefficient * (order * xi).cos() * (order * eta).sinh(),
        ]
    })
}
