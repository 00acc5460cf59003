//! Which coordinate system a layer is in, by what the file says and by the size of the numbers.

use super::{Candidate, CrsFound, Hint, ReadError, crs_options};
use crate::boundary::{Crs, Position, Shape, size};

/// What the size of numbers says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Degrees,
    /// Latitude before longitude.
    DegreesSwapped,
    /// VN-2000 or UTM.
    Metres,
    /// Northing before easting.
    MetresSwapped,
    Mercator,
    Other,
}

impl Size {
    pub(super) fn of([x, y]: Position) -> Self {
        if size::is_latitude(x) && size::is_longitude(y) {
            Self::DegreesSwapped
        } else if x.abs() <= 180.0 && y.abs() <= 90.0 {
            Self::Degrees
        } else if size::is_easting(x) && size::is_northing(y) {
            Self::Metres
        } else if size::is_northing(x) && size::is_easting(y) {
            Self::MetresSwapped
        } else if size::is_mercator([x, y]) {
            Self::Mercator
        } else {
            Self::Other
        }
    }

    /// Fits Viet Nam, in either order.
    pub(super) fn fits_viet_nam(position: Position) -> bool {
        match Self::of(position) {
            Self::Degrees => size::is_longitude(position[0]) && size::is_latitude(position[1]),
            Self::Other => false,
            _ => true,
        }
    }

    const fn unit(self) -> Unit {
        match self {
            Self::Degrees | Self::DegreesSwapped => Unit::Degree,
            Self::Metres | Self::MetresSwapped => Unit::Metre,
            Self::Mercator => Unit::Mercator,
            Self::Other => Unit::None,
        }
    }

    const fn is_swapped(self) -> bool {
        matches!(self, Self::DegreesSwapped | Self::MetresSwapped)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Degree,
    Metre,
    Mercator,
    None,
}

pub(super) struct System {
    pub crs: CrsFound,
    pub axes_swapped: bool,
}

/// The system of all candidates. What the file states counts unless the numbers cannot be in it; degrees need no
/// statement; a person's choice counts for metres.
pub(super) fn find(
    candidates: &[Candidate],
    stated: Option<Crs>,
    hint: &Hint,
) -> Result<System, ReadError> {
    let mut unit = None;
    let mut axes_swapped = true;
    for candidate in candidates {
        let (own, swapped) = size_of(&candidate.shape)?;
        axes_swapped &= swapped;
        if *unit.get_or_insert(own) != own {
            return Err(out_of_range(&candidate.shape, 1));
        }
    }
    let shape = candidates.first().map(|candidate| &candidate.shape);
    let unit = unit.unwrap_or(Unit::None);
    let suits = |crs: &Crs| match crs {
        Crs::Wgs84 => unit == Unit::Degree,
        Crs::WebMercator => unit == Unit::Mercator,
        _ => unit == Unit::Metre,
    };
    let crs = match stated {
        Some(crs) if suits(&crs) => CrsFound::Stated(crs),
        // VN-2000 named over degrees: one of the two is wrong, and nobody can tell which.
        Some(crs) if !crs.is_degrees() => {
            return Err(shape.map_or(ReadError::EmptyFile, |shape| out_of_range(shape, 1)));
        }
        _ if unit == Unit::Degree => CrsFound::Obvious(Crs::Wgs84),
        _ => match hint.crs {
            Some(crs) if suits(&crs) => CrsFound::Stated(crs),
            _ => CrsFound::Unknown(shape.map_or_else(Vec::new, |shape| {
                crs_options(shape, hint.province.as_deref())
            })),
        },
    };
    Ok(System { crs, axes_swapped })
}

/// The unit that all positions share, and whether all are in exchanged order. Of positions in both orders nothing can be
/// made: the first of the fewer ones is named.
fn size_of(shape: &Shape) -> Result<(Unit, bool), ReadError> {
    let mut shared = None;
    // Corners in exchanged order and in the other, and the first of each.
    let (mut swapped, mut upright) = ([0_usize; 2], [0_usize; 2]);
    for (index, position) in shape.positions().enumerate() {
        let size = Size::of(position);
        if size == Size::Other || *shared.get_or_insert(size.unit()) != size.unit() {
            return Err(out_of_range(shape, index + 1));
        }
        let [count, first] = if size.is_swapped() {
            &mut swapped
        } else {
            &mut upright
        };
        *count += 1;
        if *count == 1 {
            *first = index + 1;
        }
    }
    if swapped[0] > 0 && upright[0] > 0 {
        let [_, corner] = swapped.min(upright);
        return Err(out_of_range(shape, corner));
    }
    Ok((shared.unwrap_or(Unit::None), upright[0] == 0))
}

fn out_of_range(shape: &Shape, corner: usize) -> ReadError {
    let [x, y] = shape
        .positions()
        .nth(corner.saturating_sub(1))
        .unwrap_or_default();
    ReadError::CoordinatesOutOfRange { x, y, corner }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(ring: Vec<Position>) -> Result<bool, ReadError> {
        let candidate = Candidate {
            shape: Shape::of_ring(ring),
            ..Candidate::default()
        };
        find(&[candidate], None, &Hint::default()).map(|system| system.axes_swapped)
    }

    #[test]
    fn exchanged_order_is_told_of_all_corners_together() {
        assert_eq!(found(vec![[107.0, 16.0], [107.1, 16.1]]), Ok(false));
        assert_eq!(found(vec![[16.0, 107.0], [16.1, 107.1]]), Ok(true));
    }

    #[test]
    fn corner_in_the_other_order_is_named() {
        let out_of_range = |x, y, corner| Err(ReadError::CoordinatesOutOfRange { x, y, corner });
        assert_eq!(
            found(vec![[107.0, 16.0], [16.1, 107.1], [107.1, 16.1]]),
            out_of_range(16.1, 107.1, 2)
        );
        assert_eq!(
            found(vec![[16.0, 107.0], [16.1, 107.1], [16.1, 7.1]]),
            out_of_range(16.1, 7.1, 3)
        );
        assert_eq!(
            found(vec![[5e5, 1.8e6], [5e5, 1.9e6], [1.85e6, 5e5]]),
            out_of_range(1.85e6, 5e5, 3)
        );
    }
}
