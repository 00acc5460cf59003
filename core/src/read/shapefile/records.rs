//! The records of a `.shp` file.
//!
//! # Sources
//! ESRI Shapefile Technical Description, July 1998.

use super::super::{
    Found, LIMIT_CORNERS, ReadError,
    bytes::{array, size, small},
    findings::is_closed,
};
use super::Format;
use crate::boundary::{Position, Ring};
use crate::number::plain;
use crate::progress::done;

pub(super) const HEADER_BYTES: usize = 100;
pub(super) const RECORD_HEADER_BYTES: usize = 8;
/// Type, box, number of parts and of points.
const POLYGON_BYTES: usize = 44;
const POINT_BYTES: usize = 16;

/// What one record holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Record {
    Nothing,
    /// Points, open lines, surfaces.
    Other,
    Rings(Vec<Ring>),
    /// Lines that are closed.
    Lines(Vec<Ring>),
}

/// The records in their order, and where those end, when only zeros follow: some programs announce more than they write.
///
/// # Errors
/// A length that does not fit, an unknown type, a coordinate that is no number, too many corners.
pub(super) fn read(file: &[u8]) -> Result<(Vec<Record>, Option<usize>), ReadError> {
    let announced = words(file, 24).ok_or_else(|| corrupt(file.len()))?;
    if !Format::Shapefile.begins(file) || announced < HEADER_BYTES {
        return Err(corrupt(0));
    }
    // Less than announced is a cut file; what comes after its end is none of it, unless it is one record more.
    let (file, rest) = file
        .split_at_checked(announced)
        .ok_or_else(|| corrupt(file.len()))?;
    let mut records = Vec::new();
    let mut corners = 0;
    let mut at = HEADER_BYTES;
    while at < file.len() {
        let mut rest = file.iter().skip(at);
        if rest.all(|byte| *byte == 0) {
            return Ok((records, Some(at)));
        }
        let content = words(file, at + 4)
            .and_then(|length| file.get(at + RECORD_HEADER_BYTES..)?.get(..length))
            .ok_or_else(|| corrupt(at))?;
        let record = record(content).ok_or_else(|| corrupt(at))?;
        if let Record::Rings(rings) | Record::Lines(rings) = &record {
            corners += rings.iter().map(Vec::len).sum::<usize>();
            check(rings, records.len() + 1, corners)?;
        }
        records.push(record);
        at += RECORD_HEADER_BYTES + content.len();
    }
    let next = u32::try_from(records.len() + 1).map(u32::to_be_bytes);
    match next {
        Ok(next) if rest.starts_with(&next) => Err(corrupt(announced)),
        _ => Ok((records, None)),
    }
}

const fn corrupt(byte: usize) -> ReadError {
    ReadError::CorruptFile { byte: byte + 1 }
}

/// A length in words of two bytes, in bytes.
pub(super) fn words(bytes: &[u8], at: usize) -> Option<usize> {
    let words = array(bytes, at).map(u32::from_be_bytes)?;
    usize::try_from(words).ok()?.checked_mul(2)
}

fn record(content: &[u8]) -> Option<Record> {
    let kind = small(content, 0)?;
    let high = small(content, 2)?;
    match (high, kind) {
        (0, 0) => Some(Record::Nothing),
        // Polygons, with heights, with measures: both come after the points.
        (0, 5 | 15 | 25) => rings(content).map(Record::Rings),
        // Lines.
        (0, 3 | 13 | 23) => rings(content).map(|lines| {
            if lines.iter().all(|line| is_closed(line)) {
                Record::Lines(lines)
            } else {
                Record::Other
            }
        }),
        // Points, many points, surfaces.
        (0, 1 | 11 | 21 | 8 | 18 | 28 | 31) => Some(Record::Other),
        _ => None,
    }
}

/// Nothing is made before the record is known to be long enough for what it announces.
fn rings(content: &[u8]) -> Option<Vec<Ring>> {
    let (parts, points) = (size(content, 36)?, size(content, 40)?);
    let points_at = parts.checked_mul(4)?.checked_add(POLYGON_BYTES)?;
    let end = points.checked_mul(POINT_BYTES)?.checked_add(points_at)?;
    let starts = content.get(POLYGON_BYTES..points_at)?;
    let (points, _) = content.get(points_at..end)?.as_chunks::<POINT_BYTES>();
    let starts: Vec<usize> = (0..parts)
        .map(|part| size(starts, part * 4))
        .collect::<Option<_>>()?;
    if starts.first().is_some_and(|first| *first != 0) || (parts == 0 && !points.is_empty()) {
        return None;
    }
    let ends = starts.iter().copied().skip(1).chain([points.len()]);
    starts
        .iter()
        .zip(ends)
        // A part that begins after its end is a lie.
        .map(|(start, end)| Some(points.get(*start..end)?.iter().map(position).collect()))
        .collect()
}

fn position(point: &[u8; POINT_BYTES]) -> Position {
    let number = |at| array(point, at).map_or(f64::NAN, f64::from_le_bytes);
    [number(0), number(8)]
}

/// Every coordinate of a record is a number, and there are not too many in the file.
fn check(rings: &[Ring], record: usize, corners: usize) -> Result<(), ReadError> {
    done(rings.iter().map(Vec::len).sum());
    if corners > LIMIT_CORNERS {
        return Err(ReadError::TooManyCorners {
            limit: LIMIT_CORNERS,
        });
    }
    let bad = rings
        .iter()
        .flatten()
        .enumerate()
        .find_map(|(index, position)| {
            let coordinate = position.iter().find(|number| !number.is_finite())?;
            Some((index + 1, *coordinate))
        });
    match bad {
        None => Ok(()),
        Some((corner, coordinate)) => Err(ReadError::BadCoordinates {
            found: plain(coordinate),
            place: Found::Corner {
                shape: record,
                corner,
            },
        }),
    }
}
