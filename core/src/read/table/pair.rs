//! Two columns read as coordinates: the decimal mark of each column and the order of the axes are decided by all rows
//! together.

use super::super::system::Size;
use super::angle::Axis;
use super::coordinate::{Coordinate, zone_of};
use crate::{
    boundary::{Position, size},
    number::{self, Mark},
};

/// How the numbers of one column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Mark(Mark),
    /// Each number by its own last mark.
    LastMark,
}

const STYLES: [Style; 3] = [
    Style::Mark(Mark::Point),
    Style::Mark(Mark::Comma),
    Style::LastMark,
];

impl Style {
    fn read(self, cell: &str) -> Option<f64> {
        Coordinate::of(cell)?.value(|text| match self {
            Self::Mark(mark) => number::read_with_mark(text, mark),
            Self::LastMark => number::read(text).value(),
        })
    }
}

/// Two columns read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    /// Values in the order of the columns; `None` where a cell is blank or no number.
    pub values: Vec<[Option<f64>; 2]>,
    /// The first column holds latitudes or northings.
    pub north_first: bool,
    /// The marks could be told apart by the size of the numbers only.
    pub marks_by_size: bool,
    /// The number of the zone that stands before every easting.
    pub zone: Option<u8>,
}

impl Pair {
    /// x east, y north; `None` with a bad cell.
    pub(super) fn position(&self, row: usize) -> Option<Position> {
        match *self.values.get(row)? {
            [Some(first), Some(second)] if self.north_first => Some([second, first]),
            [Some(first), Some(second)] => Some([first, second]),
            _ => None,
        }
    }
}

/// Reads two columns. `heading_north_first`: what the heading says about the order, for numbers whose size says nothing.
pub(super) fn read(cells: &[[&str; 2]], heading_north_first: Option<bool>) -> Pair {
    let columns = [0, 1].map(|side| STYLES.map(|style| column(cells, side, style)));
    let [first, second] = &columns;
    let mut best: Option<(Score, Vec<[Option<f64>; 2]>)> = None;
    let mut fitting = 0;
    // Same style in both columns before mixed ones.
    let mut order: Vec<(usize, usize)> = (0..9).map(|index| (index / 3, index % 3)).collect();
    crate::order::by_key(&mut order, |(a, b)| (a != b, *a));
    for (a, b) in order {
        let (Some(x), Some(y)) = (first.get(a), second.get(b)) else {
            continue;
        };
        let values: Vec<[Option<f64>; 2]> = x.iter().zip(y).map(|(x, y)| [*x, *y]).collect();
        let score = Score::of(&values);
        let is_better = best.as_ref().is_none_or(|(known, _)| score > *known);
        let is_other = best.as_ref().is_none_or(|(_, known)| *known != values);
        if score.read == cells.len() * 2 && is_other {
            fitting += 1;
        }
        if is_better {
            best = Some((score, values));
        }
    }
    let mut values = best.map(|(_, values)| values).unwrap_or_default();
    let zone = zone(cells, &mut values);
    Pair {
        north_first: north_first(cells, &values, heading_north_first),
        marks_by_size: fitting > 1,
        values,
        zone,
    }
}

/// The zone before the eastings. A number without it, or with another one, is none of them.
fn zone(cells: &[[&str; 2]], values: &mut [[Option<f64>; 2]]) -> Option<u8> {
    let zones = |cell: &[&str; 2]| cell.map(zone_of);
    let zone = cells.iter().find_map(|cell| {
        let [first, second] = zones(cell);
        first.or(second)
    })?;
    for (cell, values) in cells.iter().zip(values) {
        let here = zones(cell);
        if !here.contains(&Some(zone)) || here.iter().flatten().any(|other| *other != zone) {
            for value in values {
                *value = value.filter(|value| !size::is_easting(*value));
            }
        }
    }
    Some(zone)
}

fn column(cells: &[[&str; 2]], side: usize, style: Style) -> Vec<Option<f64>> {
    cells
        .iter()
        .map(|pair| style.read(pair.get(side)?))
        .collect()
}

/// Rows that fit Viet Nam, then cells that are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    fitting: usize,
    read: usize,
}

impl Score {
    fn of(values: &[[Option<f64>; 2]]) -> Self {
        let fits = |pair: &&[Option<f64>; 2]| match **pair {
            [Some(x), Some(y)] => Size::fits_viet_nam([x, y]),
            _ => false,
        };
        Self {
            fitting: values.iter().filter(fits).count(),
            read: values.iter().flatten().flatten().count(),
        }
    }
}

/// By letters of the axes, else by size, else by the heading.
fn north_first(cells: &[[&str; 2]], values: &[[Option<f64>; 2]], heading: Option<bool>) -> bool {
    let axis = |cell: &str| Coordinate::of(cell).and_then(|found| found.axis);
    let letters = cells
        .iter()
        .find_map(|[first, second]| match (axis(first), axis(second)) {
            (Some(axis), _) => Some(axis == Axis::Latitude),
            (None, Some(axis)) => Some(axis == Axis::Longitude),
            (None, None) => None,
        });
    let mut votes = [0_usize; 2];
    for pair in values {
        if let [Some(first), Some(second)] = *pair {
            let north = |x, y| {
                (size::is_latitude(x) && size::is_longitude(y))
                    || (size::is_northing(x) && size::is_easting(y))
                    || size::is_mercator([y, x])
            };
            let [yes, no] = votes;
            votes = [
                yes + usize::from(north(first, second)),
                no + usize::from(north(second, first)),
            ];
        }
    }
    let [yes, no] = votes;
    letters.unwrap_or(match yes.cmp(&no) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => heading.unwrap_or(false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn northing_is_known_by_its_size() {
        let pair = read(&[["1851433.395", "588656.512"]], Some(false));
        assert!(pair.north_first);
        assert_eq!(pair.position(0), Some([588_656.512, 1_851_433.395]));
    }

    #[test]
    fn ambiguous_marks_follow_the_column() {
        let pair = read(
            &[["1.851.433,395", "588.656"], ["1.851.452", "588.422"]],
            None,
        );
        assert_eq!(pair.position(0), Some([588_656.0, 1_851_433.395]));
        assert_eq!(pair.position(1), Some([588_422.0, 1_851_452.0]));
        let degrees = read(&[["107.083", "16.738"]], None);
        assert_eq!(degrees.position(0), Some([107.083, 16.738]));
        assert!(degrees.marks_by_size);
    }

    #[test]
    fn mixed_marks_go_by_the_last_one() {
        let pair = read(
            &[["1851433,395", "588656.512"], ["1851452.225", "588422,97"]],
            None,
        );
        assert_eq!(pair.position(0), Some([588_656.512, 1_851_433.395]));
        assert_eq!(pair.position(1), Some([588_422.97, 1_851_452.225]));
    }

    #[test]
    fn bad_cells_stay_empty() {
        let pair = read(&[["1851433.395", "588656.512"], ["NaN", ""]], None);
        assert_eq!(pair.position(1), None);
    }

    #[test]
    fn zone_before_the_easting_stands_before_all_or_names_the_others() {
        let pair = read(&[["2325000", "48588500.5"], ["2325100", "48 588600"]], None);
        assert_eq!(pair.zone, Some(48));
        assert_eq!(pair.position(1), Some([588_600.0, 2_325_100.0]));
        let mixed = read(&[["2325000", "48588500.5"], ["2325100", "588600"]], None);
        assert_eq!(mixed.position(1), None);
    }
}
