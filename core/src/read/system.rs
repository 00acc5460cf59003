//! Which coordinate system a layer is in, by what the file says and by the size of the numbers.

use super::{Candidate, CrsFound, Hint, Note, ReadError, crs_options};
use crate::boundary::{Crs, Position, Shape, size, vn2000_degrees_to_wgs84};

/// What a map file says of its system.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Stated {
    Is(Crs),
    /// Longitude and latitude on the datum VN-2000, some 200 m from those on WGS 84.
    Vn2000Degrees,
}

impl Stated {
    /// `None` for a system the product does not read.
    pub(super) fn from_epsg(code: u32) -> Option<Self> {
        match code {
            4756 => Some(Self::Vn2000Degrees),
            // With heights.
            4979 => Some(Self::Is(Crs::Wgs84)),
            _ => Crs::from_epsg(code).map(Self::Is),
        }
    }

    const fn crs(self) -> Crs {
        match self {
            Self::Is(crs) => crs,
            Self::Vn2000Degrees => Crs::Wgs84,
        }
    }
}

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

/// As [`find`], of the outlines of a map: each is judged by itself, and those that lie nowhere near the others are set aside
/// with a note. Degrees on VN-2000 are moved to WGS 84.
pub(super) fn settle(
    candidates: &mut Vec<Candidate>,
    stated: Option<Stated>,
    hint: &Hint,
    notes: &mut Vec<Note>,
) -> Result<System, ReadError> {
    set_aside(candidates, notes);
    let mut system = find(candidates, stated.map(Stated::crs), hint)?;
    if stated == Some(Stated::Vn2000Degrees) && matches!(system.crs, CrsFound::Stated(_)) {
        let swapped = std::mem::take(&mut system.axes_swapped);
        for candidate in candidates {
            candidate.shape = candidate
                .shape
                .map(|[x, y]| vn2000_degrees_to_wgs84(if swapped { [y, x] } else { [x, y] }));
        }
    }
    Ok(system)
}

/// Outlines that are told one by one; those after them are told with the last one.
const LIMIT_TOLD: usize = 20;

/// Takes out what fits neither Viet Nam nor the outlines that do: the frame of a drawing, a ring with a mistyped corner.
/// Where none fits, or some in degrees and some in metres, nothing is decided.
fn set_aside(candidates: &mut Vec<Candidate>, notes: &mut Vec<Note>) {
    let units: Vec<Result<Unit, Bad>> = candidates
        .iter()
        .map(|candidate| size_of(&candidate.shape).map(|(unit, _)| unit))
        .collect();
    let mut fitting = candidates
        .iter()
        .zip(&units)
        .filter_map(|(candidate, unit)| {
            let unit = unit.as_ref().ok()?;
            let mut places = candidate.shape.positions();
            places.all(Size::fits_viet_nam).then_some(*unit)
        });
    let Some(home) = fitting.next() else {
        return;
    };
    if fitting.any(|unit| unit != home) {
        return;
    }
    let (mut units, mut number, mut told) = (units.into_iter(), 0, 0);
    candidates.retain(|candidate| {
        number += 1;
        let corner = match units.next() {
            Some(Ok(unit)) if unit == home => return true,
            Some(Err(Bad { corner })) => corner,
            _ => 1,
        };
        let [x, y] = place(&candidate.shape, corner);
        let name = name(candidate, number);
        match notes.last_mut() {
            Some(Note::ForeignOutline {
                name: last, count, ..
            }) if *last == name || told == LIMIT_TOLD => {
                *count += 1;
            }
            _ => {
                told += 1;
                notes.push(Note::ForeignOutline {
                    name,
                    count: 1,
                    corner,
                    x,
                    y,
                });
            }
        }
        false
    });
}

/// What an outline is called, else its number in the file.
fn name(candidate: &Candidate, number: usize) -> String {
    let named = candidate.label.as_ref().or(candidate.id.as_ref());
    named.map_or_else(|| number.to_string(), Clone::clone)
}

/// The system of all candidates. What the file states counts unless the numbers cannot be in it; degrees need no
/// statement; a person's choice counts for metres.
pub(super) fn find(
    candidates: &[Candidate],
    stated: Option<Crs>,
    hint: &Hint,
) -> Result<System, ReadError> {
    let out_of_range = |index: usize, corner: usize| {
        let candidate = candidates.get(index);
        let [x, y] = candidate.map_or([0.0; 2], |candidate| place(&candidate.shape, corner));
        let named = candidate.filter(|_| candidates.len() > 1);
        ReadError::CoordinatesOutOfRange {
            x,
            y,
            corner,
            outline: named.map(|candidate| name(candidate, index + 1)),
        }
    };
    let mut unit = None;
    let mut axes_swapped = true;
    for (index, candidate) in candidates.iter().enumerate() {
        let (own, swapped) =
            size_of(&candidate.shape).map_err(|bad| out_of_range(index, bad.corner))?;
        axes_swapped &= swapped;
        if *unit.get_or_insert(own) != own {
            return Err(out_of_range(index, 1));
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
        Some(crs) if !crs.is_degrees() => return Err(out_of_range(0, 1)),
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

/// A corner that fits nothing, or not the corners before it.
struct Bad {
    corner: usize,
}

/// The unit that all positions share, and whether all are in exchanged order. Of positions in both orders nothing can be
/// made: the first of the fewer ones is named.
fn size_of(shape: &Shape) -> Result<(Unit, bool), Bad> {
    let mut shared = None;
    // Corners in exchanged order and in the other, and the first of each.
    let (mut swapped, mut upright) = ([0_usize; 2], [0_usize; 2]);
    for (index, position) in shape.positions().enumerate() {
        let size = Size::of(position);
        if size == Size::Other || *shared.get_or_insert(size.unit()) != size.unit() {
            return Err(Bad { corner: index + 1 });
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
        return Err(Bad { corner });
    }
    Ok((shared.unwrap_or(Unit::None), upright[0] == 0))
}

fn place(shape: &Shape, corner: usize) -> Position {
    let mut places = shape.positions();
    places.nth(corner.saturating_sub(1)).unwrap_or_default()
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
        let out_of_range = |x, y, corner| {
            Err(ReadError::CoordinatesOutOfRange {
                x,
                y,
                corner,
                outline: None,
            })
        };
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

    /// Squares of a side from a corner on, with names.
    fn squares(of: &[(&str, Position, f64)]) -> Vec<Candidate> {
        let square = |(name, [x, y], side): &(&str, Position, f64)| Candidate {
            label: Some((*name).to_owned()),
            shape: Shape::of_ring(vec![[*x, *y], [x + side, *y], [x + side, y + side]]),
            ..Candidate::default()
        };
        of.iter().map(square).collect()
    }

    fn settled(mut candidates: Vec<Candidate>) -> Result<(Vec<String>, Vec<Note>), ReadError> {
        let mut notes = Vec::new();
        settle(&mut candidates, None, &Hint::default(), &mut notes)?;
        let names = candidates.into_iter().filter_map(|one| one.label);
        Ok((names.collect(), notes))
    }

    #[test]
    fn outlines_that_lie_nowhere_near_the_others_are_named_and_set_aside() {
        let foreign = |name: &str, count, corner, [x, y]: Position| Note::ForeignOutline {
            name: name.to_owned(),
            count,
            corner,
            x,
            y,
        };
        let cluster = ("RANH", [588_000.0, 1_851_000.0], 500.0);
        for side in [420.0, 80.0] {
            let frame = ("KHUNG", [0.0, 0.0], side);
            let (names, notes) = settled(squares(&[frame, cluster, frame, cluster])).unwrap();
            assert_eq!(names, ["RANH", "RANH"]);
            let corner = if side > 180.0 { 2 } else { 1 };
            let at = [if side > 180.0 { side } else { 0.0 }, 0.0];
            assert_eq!(notes, [foreign("KHUNG", 2, corner, at)]);
        }
        let typo = ("B", [106.01, 211.0], 0.01);
        let (names, notes) = settled(squares(&[("A", [106.0, 21.0], 0.01), typo])).unwrap();
        assert_eq!(names, ["A"]);
        assert_eq!(notes, [foreign("B", 1, 1, [106.01, 211.0])]);
    }

    #[test]
    fn of_many_foreign_outlines_some_are_named_and_all_are_counted() {
        let names: Vec<String> = (0..1_000).map(|number| format!("K{number}")).collect();
        let mut all: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), [0.0; 2], 420.0))
            .collect();
        all.push(("RANH", [588_000.0, 1_851_000.0], 500.0));
        let (_, notes) = settled(squares(&all)).unwrap();
        assert_eq!(notes.len(), LIMIT_TOLD);
        let count = |note: &Note| match note {
            Note::ForeignOutline { count, .. } => *count,
            _ => 0,
        };
        assert_eq!(notes.iter().map(count).sum::<usize>(), 1_000);
    }

    #[test]
    fn where_none_fits_or_both_units_do_the_outline_is_named() {
        for [a, b] in [
            [("A", [0.0, 0.0], 420.0), ("B", [0.0, 0.0], 300.0)],
            [
                ("X", [588_000.0, 1_851_000.0], 500.0),
                ("A", [106.0, 21.0], 0.01),
            ],
        ] {
            match settled(squares(&[a, b])).unwrap_err() {
                ReadError::CoordinatesOutOfRange { outline, .. } => {
                    assert_eq!(outline.as_deref(), Some("A"));
                }
                other => panic!("{other}"),
            }
        }
    }

    #[test]
    fn degrees_on_vn_2000_are_moved() {
        let mut candidates = squares(&[("A", [21.0, 106.0], 0.01)]);
        let stated = Stated::from_epsg(4756);
        let system = settle(&mut candidates, stated, &Hint::default(), &mut Vec::new()).unwrap();
        assert_eq!(
            (system.crs, system.axes_swapped),
            (CrsFound::Stated(Crs::Wgs84), false)
        );
        let moved = crate::boundary::distance_m(place(&candidates[0].shape, 1), [106.0, 21.0]);
        assert!((150.0..250.0).contains(&moved), "{moved}");
    }
}
