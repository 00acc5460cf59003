//! What is asked of rows beside their corners: by the reader of documents, and where a table gives no boundary.

use super::super::fold::lower_case;
use super::{
    beginning, heading, layout,
    lines::{Row, has_coordinates},
};

/// The columns of the corners' coordinates.
pub(in crate::read) fn columns(rows: &[Row]) -> Option<Vec<[usize; 2]>> {
    let layout = layout::find(rows)?;
    Some(layout.blocks.iter().map(|block| block.columns).collect())
}

/// Whether a heading calls two columns the coordinates of one place.
pub(in crate::read) fn names_coordinates(rows: &[Row]) -> bool {
    rows.iter().any(|row| {
        let roles = heading::roles(
            std::slice::from_ref(row),
            row.cells.len(),
            [row.cells.len(); 2],
        );
        let second =
            |first: &heading::Role| roles.iter().any(|role| first.together(*role).is_some());
        roles.iter().any(second)
    })
}

/// Whether a row has two numbers as long as coordinates, one of which cannot be read.
pub(in crate::read) fn has_spoilt_corner(rows: &[Row]) -> bool {
    rows.iter().any(|row| {
        let is_long = |cell: &&String| cell.bytes().filter(u8::is_ascii_digit).count() >= 5;
        let is_spoilt = |cell: &String| layout::is_spoilt_number(cell);
        row.cells.iter().filter(is_long).count() >= 2 && row.cells.iter().any(is_spoilt)
    })
}

/// "Phần trừ hành lang điện": no part of the boundary but of what is taken away from it.
pub fn names_what_is_taken_away(title: &str) -> bool {
    let title = lower_case(title);
    let words = title.trim_start_matches(|c: char| !c.is_alphabetic());
    let first = [
        "trừ",
        "phần trừ",
        "diện tích trừ",
        "loại trừ",
        "phần loại trừ",
        "khoét",
        "excluded",
        "exclusion",
    ];
    first.iter().any(|first| {
        let after = words.strip_prefix(first);
        after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    })
}

/// The coordinates of each row that holds any, as they stand; of blocks side by side those of each block. A corner above
/// the first one that can be read is one of them.
pub(in crate::read) fn pairs(rows: &[Row]) -> Vec<[String; 2]> {
    let Some(layout) = layout::find(rows) else {
        return Vec::new();
    };
    let mut pairs = Vec::new();
    for block in &layout.blocks {
        for (index, row) in rows.iter().enumerate() {
            let pair = block.columns.map(|column| row.cell(column));
            let digits = |cell: &&str| cell.bytes().filter(u8::is_ascii_digit).count();
            let least = if index < layout.start { 5 } else { 4 };
            if row.filled() > 1 && pair.iter().any(|cell| digits(cell) >= least) {
                pairs.push(pair.map(str::to_owned));
            }
        }
    }
    pairs
}

/// Digits of a coordinate at least, in metres or as a decimal of degrees.
const LEAST_DIGITS: usize = 6;

/// The first row with what is as long as a coordinate and is no corner, with its beginning; where no row is, the first one.
pub(in crate::read) fn unread(rows: &[Row]) -> Option<(usize, String)> {
    let is_long = |word: &str| word.bytes().filter(u8::is_ascii_digit).count() >= LEAST_DIGITS;
    let has_long = |row: &&Row| {
        let mut words = row.cells.iter().flat_map(|cell| cell.split_whitespace());
        !has_coordinates(row) && words.any(is_long)
    };
    let row = rows.iter().find(has_long).or_else(|| {
        rows.iter()
            .find(|row| row.filled() > 0 && !has_coordinates(row))
    })?;
    Some((row.number, beginning(&row.text()).to_owned()))
}
