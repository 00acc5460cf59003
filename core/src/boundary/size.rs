//! What the size of a number can be in Viet Nam.

use super::Position;

/// Degrees: the mainland and both archipelagos lie between 102.1 and 117.8.
pub(crate) fn is_longitude(degrees: f64) -> bool {
    (101.0..=118.0).contains(&degrees)
}

/// Degrees: between 7.2 and 23.4.
pub(crate) fn is_latitude(degrees: f64) -> bool {
    (7.0..=24.0).contains(&degrees)
}

/// Metres on VN-2000 or UTM.
pub(crate) fn is_easting(metres: f64) -> bool {
    (100_000.0..900_000.0).contains(&metres)
}

/// Metres on VN-2000 or UTM. The southernmost land lies at 8.4° N, 930 km; with the bounds of the easting the two never
/// meet.
pub(crate) fn is_northing(metres: f64) -> bool {
    (900_000.0..2_700_000.0).contains(&metres)
}

/// Metres of EPSG:3857.
pub(crate) fn is_mercator([x, y]: Position) -> bool {
    (11_200_000.0..13_200_000.0).contains(&x) && (780_000.0..2_750_000.0).contains(&y)
}
