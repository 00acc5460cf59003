//! Cells that were cut wrongly: by a mark that was lost, or by a comma in two roles.

use super::super::{Found, ReadError, fold::fold};
use super::{
    corners::{Data, bad_cell},
    key::Key,
    layout::{Block, Layout},
    lines::Row,
    rings::Corner,
};

/// "580000 25" in a column of decimals: the mark was lost, and the figures behind it became a cell of their own.
pub(super) fn lost_mark(data: &[Data<'_>], layout: &Layout) -> Option<ReadError> {
    let is_digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let column = |data: &Data<'_>| data.block.columns.into_iter().max().unwrap_or_default();
    let has_mark = |data: &&Data<'_>| data.row.cell(column(data)).contains(['.', ',']);
    let is_cut = |data: &&Data<'_>| {
        let column = column(data);
        // Behind the figures of the mark the name stands where nothing should.
        let is_moved = data.block.label == Some(column + 1)
            && !layout.is_of_corners(column + 2)
            && Key::of(data.row.cell(column + 2)).is_some();
        !has_mark(data)
            && is_digits(data.row.cell(column + 1))
            && (!layout.knows(column + 1) || is_moved || data.row.cells.len() > layout.usual)
    };
    // A unit that was cut off.
    let is_unit = |data: &&Data<'_>| {
        let is_free = !layout.knows(column(data) + 1);
        let next = fold(data.row.cell(column(data) + 1));
        is_free
            && matches!(
                &*next,
                "ha" | "km" | "km2" | "m2" | "ft" | "feet" | "cm" | "mm"
            )
    };
    // A coordinate that stands twice, or a part of it, takes the place of the name and pushes the name on.
    let is_pushed = |data: &&Data<'_>| {
        let is_measure =
            |cell: &str| cell.contains(['.', ',']) && !cell.contains(char::is_alphabetic);
        data.block.label.is_some_and(|label| {
            label > column(data)
                && data.row.cells.len() > layout.usual
                && is_measure(data.row.cell(label))
                && !layout.knows(label + 1)
                && Key::of(data.row.cell(label + 1)).is_some()
        })
    };
    if let Some(pushed) = data.iter().find(is_pushed).or_else(|| slid(data)) {
        return Some(bad_cell(pushed.row, pushed.block.label.unwrap_or_default()));
    }
    // Blocks are alike; figures behind a lost mark push one of them apart.
    let gap = |block: &Block| block.columns[1].abs_diff(block.columns[0]);
    let usual = layout.blocks.first().map(gap);
    if let Some(odd) = data.iter().find(|data| Some(gap(&data.block)) != usual) {
        return Some(bad_cell(odd.row, odd.block.columns[0]));
    }
    if let Some(cut) = data.iter().find(is_unit) {
        return Some(bad_cell(cut.row, column(cut) + 1));
    }
    let is_seldom = data.iter().filter(is_cut).count() * 4 <= data.len();
    let are_decimals = data.iter().filter(has_mark).count() * 2 > data.len();
    let cut = data
        .iter()
        .find(is_cut)
        .filter(|_| is_seldom && are_decimals)?;
    Some(bad_cell(cut.row, column(cut)))
}

/// Of names that count in whole numbers, or letters with them, one that is a decimal: a blank name, into whose place the next cell has slid.
/// "3.1" after "3" is a corner between two others.
fn slid<'a, 'b>(data: &'a [Data<'b>]) -> Option<&'a Data<'b>> {
    let whole = |data: &Data<'_>| data.label().trim().parse::<u32>().ok();
    let decimal = |data: &Data<'_>| {
        let (whole, figures) = data.label().trim().split_once(['.', ','])?;
        let is_one = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
        whole.parse::<u32>().ok().filter(|_| is_one)
    };
    let is_name = |data: &&Data<'_>| decimal(data).is_none() && Key::of(data.label()).is_some();
    let count = data.iter().filter(is_name).count();
    if count * 4 < data.len() * 3 {
        return None;
    }
    let mut last = None;
    data.iter().find(|data| {
        let between = last;
        last = whole(data).or(last);
        decimal(data).is_some_and(|number| Some(number) != between)
    })
}

/// A comma that parts the cells and begins the decimals too ("1851433,395,588656,512"): the decimals would be lost as
/// cells of their own. Seen by whole numbers in both columns, each followed by a column of digits, or by rows longer
/// than the heading.
pub(super) fn commas_in_two_roles(
    data: &[Data<'_>],
    layout: &Layout,
    rows: &[Row],
) -> Option<ReadError> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let [first, second] = layout.columns();
    let heading = layout.heading.and_then(|index| rows.get(index));
    let is_longer = |row: &Row| {
        let filled = row.cells.iter().rposition(|cell| !cell.is_empty());
        heading.is_some_and(|heading| filled >= Some(heading.cells.len()))
    };
    let is_cut = |row: &Row| {
        second == first + 2
            && [first, first + 1, second, second + 1]
                .iter()
                .all(|column| is_digits(row.cell(*column)))
            && (heading.is_none() || is_longer(row))
    };
    let first_row = data.first()?.row;
    (!data.is_empty() && data.iter().all(|data| is_cut(data.row))).then(|| {
        let cell = |column| first_row.cell(column);
        ReadError::BadCoordinates {
            found: format!("{},{}", cell(first), cell(first + 1)),
            place: Found::Cell {
                row: first_row.number,
                column: first + 1,
            },
        }
    })
}

/// Of degrees that all lie on one meridian or parallel the decimals were cut off: no boundary has such corners.
pub(super) fn lie_on_one_line(corners: &[Corner]) -> bool {
    let same = |axis: fn(&Corner) -> f64| {
        let first = corners.first().map(axis);
        corners.iter().all(|corner| first == Some(axis(corner)))
    };
    let [x, y]: [fn(&Corner) -> f64; 2] =
        [|corner| corner.position[0], |corner| corner.position[1]];
    corners.len() >= 3 && (same(x) || same(y))
}
