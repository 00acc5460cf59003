//! Two columns read as coordinates: the decimal mark of each column and the order of the axes are decided by all rows
//! together.

use super::super::system::Size;
use super::angle::{self, Axis};
use crate::{
    boundary::{Position, size},
    number::{self, Mark, Reading},
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
    fn read(self, text: &str) -> Option<f64> {
        let text = bare(text);
        if let Some(angle) = angle::read(text) {
            return Some(angle.degrees);
        }
        match self {
            Self::Mark(mark) => number::read_with_mark(text, mark),
            Self::LastMark => number::read(text).value(),
        }
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

/// Whether two cells can be the coordinates of one place in Viet Nam, in some way of reading them.
pub(super) fn fits(first: &str, second: &str) -> bool {
    values(first).any(|x| values(second).any(|y| Size::fits_viet_nam([x, y])))
}

/// Whether a cell can be read as a number or an angle at all.
pub(super) fn is_number(text: &str) -> bool {
    values(text).next().is_some()
}

/// Without brackets and without a name: "(1851433.4" and "X=1851433.4" are 1851433.4.
fn bare(cell: &str) -> &str {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || "()[]".contains(c));
    match cell.split_once(['=', ':']) {
        Some((name, number))
            if !name.is_empty() && name.chars().all(|c| c.is_alphabetic() || c == ' ') =>
        {
            number.trim()
        }
        _ => cell,
    }
}

/// The numbers a cell can be read as.
pub(super) fn values(text: &str) -> impl Iterator<Item = f64> {
    let text = bare(text);
    let angle = angle::read(text).map(|angle| angle.degrees);
    let [a, b] = match number::read(text) {
        Reading::Value(value) => [Some(value), None],
        Reading::Ambiguous { thousands, decimal } => [Some(decimal), Some(thousands)],
        Reading::Empty | Reading::NotANumber => [None, None],
    };
    [angle, a, b].into_iter().flatten()
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
    let values = best.map(|(_, values)| values).unwrap_or_default();
    Pair {
        north_first: north_first(cells, &values, heading_north_first),
        marks_by_size: fitting > 1,
        values,
    }
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

/// By hemisphere letters, else by size, else by the heading.
fn north_first(cells: &[[&str; 2]], values: &[[Option<f64>; 2]], heading: Option<bool>) -> bool {
    let letters = cells.iter().find_map(|[first, second]| {
        let of_first = angle::read(bare(first)).and_then(|angle| angle.axis);
        let of_second = angle::read(bare(second)).and_then(|angle| angle.axis);
        match (of_first, of_second) {
            (Some(axis), _) => Some(axis == Axis::Latitude),
            (None, Some(axis)) => Some(axis == Axis::Longitude),
            (None, None) => None,
        }
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
}
