//! How much an assessment holds. Commands and the result file share these numbers, so that what was accepted once
//! can always be saved and opened again.

/// Characters of a name: of the cluster, a commune, a decision, an institution, a file.
pub const NAME_CHARS: usize = 1_000;

/// Characters of a note or an evidence reference.
pub const NOTE_CHARS: usize = 10_000;

/// Corners of a boundary. A surveyed cluster has tens to hundreds; the file with this many stays below its limit.
pub const BOUNDARY_CORNERS: usize = 50_000;

/// Institutions that a user adds.
pub const PLACES: usize = 100;
