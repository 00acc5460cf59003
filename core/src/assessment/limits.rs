//! How much an assessment holds. Commands and the result file share these numbers, so that what was accepted once
//! can always be saved and opened again.

use std::ops::RangeInclusive;

/// Characters of a name: of the cluster, a commune, a decision, an institution, a file.
pub const NAME_CHARS: usize = 1_000;

/// Characters of a note or an evidence reference.
pub const NOTE_CHARS: usize = 10_000;

/// Corners of a boundary. A surveyed cluster has tens to hundreds; the file with this many stays below its limit.
pub const BOUNDARY_CORNERS: usize = 50_000;

/// Corners taken on site: as many as a table can be edited with.
pub const WALK_CORNERS: usize = 2_000;

/// Institutions that a user adds.
pub const PLACES: usize = 100;

/// Central meridians, degrees: wider than Viet Nam and its seas, so that a zone of a neighbour opens too.
pub const MERIDIAN: RangeInclusive<f64> = 90.0..=130.0;

/// UTM zones of Viet Nam.
pub const UTM_ZONES: RangeInclusive<u8> = 48..=49;

pub const LONGITUDE: RangeInclusive<f64> = -180.0..=180.0;
pub const LATITUDE: RangeInclusive<f64> = -90.0..=90.0;

/// Areas, lengths and deviations.
pub const NOT_NEGATIVE: RangeInclusive<f64> = 0.0..=f64::MAX;

/// What JSON can hold.
pub const FINITE: RangeInclusive<f64> = f64::MIN..=f64::MAX;
