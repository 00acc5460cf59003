//! Where in a text the table is, and what its columns are.

use super::{
    super::system::Size,
    heading::{self, Role},
    lines::Row,
    pair,
};

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Index of the first row with coordinates.
    pub start: usize,
    /// The heading, when there is one.
    pub heading: Option<usize>,
    /// The two coordinate columns.
    pub columns: [usize; 2],
    pub label: Option<usize>,
    pub ring: Option<usize>,
    /// The heading calls the first coordinate column north (or the second east).
    pub heading_north_first: Option<bool>,
}

/// Rows looked at to find the columns.
const SAMPLE: usize = 200;

/// What rows may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Content {
    /// Coordinates of Viet Nam.
    Coordinates,
    /// Numbers, but no such coordinates.
    Numbers,
    Words,
}

/// What the best row holds.
pub(in crate::read) fn content(rows: &[Row]) -> Content {
    if rows.iter().any(has_coordinates) {
        Content::Coordinates
    } else if rows.iter().any(|row| numbers(row) >= 2) {
        Content::Numbers
    } else {
        Content::Words
    }
}

/// `None` when no row has two numbers.
pub(super) fn find(rows: &[Row]) -> Option<Layout> {
    let start = rows
        .iter()
        .position(has_coordinates)
        .or_else(|| rows.iter().position(|row| numbers(row) >= 2))?;
    let heading = rows
        .get(..start)?
        .iter()
        .rposition(|row| row.cells.iter().filter(|cell| !cell.is_empty()).count() >= 2);
    let roles = heading
        .and_then(|row| rows.get(row))
        .map(heading::roles)
        .unwrap_or_default();
    let role = |column: usize| roles.get(column).copied();
    let sample: Vec<&Row> = rows.iter().skip(start).take(SAMPLE).collect();
    let width = sample.iter().map(|row| row.cells.len()).max()?;
    let fitting = |i: usize, j: usize| {
        sample
            .iter()
            .filter(|row| pair::fits(row.cell(i), row.cell(j)))
            .count()
    };
    let mut best: Option<(usize, [usize; 2])> = None;
    for i in 0..width {
        for j in i + 1..width {
            let named = match (role(i), role(j)) {
                (Some(first), Some(second)) => first.together(second).is_some(),
                _ => false,
            };
            // A pair that the heading names beats one that only fits, and needs one row that fits.
            let score = fitting(i, j) * 2 + if named { sample.len() + 1 } else { 0 };
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, [i, j]));
            }
        }
    }
    let columns = match best {
        Some((score, columns)) if score > 0 => columns,
        // Nothing fits: the last two numbers of the first row, for the message about them.
        _ => last_two(rows.get(start)?)?,
    };
    let [first, second] = columns;
    let heading_north_first = role(first)
        .zip(role(second))
        .and_then(|(first, second)| first.together(second))
        .flatten();
    let free = |wanted: Role| {
        (0..width).find(|column| !columns.contains(column) && role(*column) == Some(wanted))
    };
    let label =
        free(Role::Label).or_else(|| (first > 0 && role(0) != Some(Role::Ring)).then_some(0));
    Some(Layout {
        start,
        heading,
        columns,
        label,
        ring: free(Role::Ring),
        heading_north_first,
    })
}

/// Cells of a row in which its coordinates are looked for.
const LIMIT_SEARCHED: usize = 16;

fn has_coordinates(row: &Row) -> bool {
    let cells = row.cells.iter().take(LIMIT_SEARCHED);
    let values: Vec<Vec<f64>> = cells.map(|cell| pair::values(cell).collect()).collect();
    let fit = |first: &[f64], second: &[f64]| {
        let mut first = first.iter();
        first.any(|x| second.iter().any(|y| Size::fits_viet_nam([*x, *y])))
    };
    values.iter().enumerate().any(|(index, first)| {
        let mut after = values.iter().skip(index + 1);
        after.any(|second| fit(first, second))
    })
}

fn numbers(row: &Row) -> usize {
    row.cells
        .iter()
        .filter(|cell| pair::is_number(cell))
        .count()
}

fn last_two(row: &Row) -> Option<[usize; 2]> {
    let mut columns = (0..row.cells.len())
        .rev()
        .filter(|column| pair::is_number(row.cell(*column)));
    let last = columns.next()?;
    Some([columns.next()?, last])
}
