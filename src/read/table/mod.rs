//! Coordinate tables: files, pasted text, and the editable table.
//!
//! Sizes decide what is north and what is east, headings only where sizes do not: in Vietnamese tables X is the
//! northing. All values of a column decide together which mark is the decimal one.

mod angle;
mod heading;
mod layout;
mod lines;
mod pair;
mod rings;
mod rows;
mod spoken;

use layout::Layout;
pub(super) use layout::{Content, content};
pub(super) use lines::Row;
use rings::Corner;
pub use rows::{CellProblem, Column, Rows, parse_rows};

use super::{
    Candidate, Found, Hint, LIMIT_CORNERS, Layer, Note, ReadError, Unsupported, fold::lower_case,
    name::beginning, system,
};
use crate::boundary::Crs;
use crate::progress::done;

/// What a table holds.
pub(super) struct Table {
    pub candidates: Vec<Candidate>,
    /// The system that a line of text names.
    pub stated: Option<Crs>,
    pub notes: Vec<Note>,
}

/// Reads a table from a text.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    let rows = lines::rows(text);
    let layout = layout::find(&rows).ok_or_else(|| no_layout(&rows))?;
    let table = table(&rows, &layout, commas_in_two_roles)?;
    let system = system::find(&table.candidates, table.stated, hint)?;
    Ok(Layer {
        format: "table",
        candidates: table.candidates,
        crs: system.crs,
        axes_swapped: false,
        notes: table.notes,
    })
}

/// Reads a table whose cells are known, as those of a sheet are.
pub(super) fn of_rows(rows: &[Row]) -> Result<Table, ReadError> {
    let layout = layout::find(rows).ok_or(ReadError::NoPolygon { others: 0 })?;
    table(rows, &layout, |_, _, _| None)
}

/// The system that rows without a table name.
pub(super) fn named_system(rows: &[Row]) -> Result<Option<Crs>, ReadError> {
    let lines: Vec<String> = rows.iter().map(|row| row.cells.join(" ")).collect();
    spoken::system(&lines)
}

/// A way in which cells were cut wrongly.
type Cut = fn(&[Data<'_>], &Layout, &[Row]) -> Option<ReadError>;

fn table(rows: &[Row], layout: &Layout, cut: Cut) -> Result<Table, ReadError> {
    let mut notes = Vec::new();
    let (data, spoken) = data_rows(rows, layout, &mut notes)?;
    if let Some(error) = cut(&data, layout, rows) {
        return Err(error);
    }
    let cells: Vec<[&str; 2]> = data
        .iter()
        .map(|data| layout.columns.map(|column| data.row.cell(column)))
        .collect();
    let pair = pair::read(&cells, layout.heading_north_first);
    let mut corners = Vec::with_capacity(data.len());
    for (index, data) in data.iter().enumerate() {
        let Some(position) = pair.position(index) else {
            return Err(bad_cell(data.row, layout, pair.values.get(index)));
        };
        corners.push(Corner {
            position,
            label: layout
                .label
                .map_or_else(String::new, |column| data.row.cell(column).to_owned()),
            area: layout
                .ring
                .map_or(data.title, |column| data.row.cell(column))
                .to_owned(),
        });
    }
    let candidates = rings::candidates(corners);
    if let Some(few) = candidates
        .iter()
        .map(|candidate| candidate.corner_labels.len())
        .find(|corners| *corners < 3)
    {
        return Err(ReadError::TooFewPoints { corners: few });
    }
    if layout
        .heading_north_first
        .is_some_and(|north_first| north_first != pair.north_first)
    {
        notes.push(Note::HeadingAgainstSizes);
    }
    if pair.marks_by_size {
        notes.push(Note::MarksBySize);
    }
    Ok(Table {
        stated: spoken::system(&spoken)?.filter(|_| !is_degrees(&candidates)),
        candidates,
        notes,
    })
}

/// Why a text without two columns of numbers is no boundary.
fn no_layout(rows: &[Row]) -> ReadError {
    if is_table(rows) {
        ReadError::NoPolygon { others: 0 }
    } else {
        ReadError::UnsupportedFormat {
            found: Unsupported::Text,
        }
    }
}

/// Some line has a heading or several cells.
fn is_table(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.cells.len() >= 2)
}

/// A sentence about VN-2000 above a table of degrees says nothing about the degrees.
pub(super) fn is_degrees(candidates: &[Candidate]) -> bool {
    candidates.iter().all(|candidate| {
        candidate
            .shape
            .positions()
            .all(|[x, y]| x.abs() <= 180.0 && y.abs() <= 90.0)
    })
}

/// A row with a corner, and the line of text above it.
struct Data<'a> {
    row: &'a Row,
    title: &'a str,
}

/// The rows with corners, and the lines of text around them. A row is never skipped in silence: it is a corner, blank, a
/// repeated heading, or a line of text that is noted.
fn data_rows<'a>(
    rows: &'a [Row],
    layout: &Layout,
    notes: &mut Vec<Note>,
) -> Result<(Vec<Data<'a>>, Vec<String>), ReadError> {
    let before = rows.get(..layout.start).unwrap_or_default();
    let mut spoken: Vec<String> = before.iter().map(|row| row.cells.join(" ")).collect();
    let heading = layout.heading.and_then(|index| rows.get(index));
    let mut title = last_title(before).unwrap_or_default();
    let mut data: Vec<Data<'_>> = Vec::new();
    for row in rows.iter().skip(layout.start) {
        if row.is_blank() || heading.is_some_and(|heading| heading.cells == row.cells) {
            continue;
        }
        if let Some(text) = text_line(row, layout, data.last().map(|data| data.row)) {
            notes.push(Note::TextLine {
                row: row.number,
                text: text.to_owned(),
            });
            spoken.push(text.to_owned());
            title = beginning(text);
            continue;
        }
        if let Some(text) = beside_corners(row, layout) {
            notes.push(Note::TextLine {
                row: row.number,
                text,
            });
            continue;
        }
        data.push(Data { row, title });
        done(1);
        if data.len() > LIMIT_CORNERS {
            return Err(ReadError::TooManyCorners {
                limit: LIMIT_CORNERS,
            });
        }
    }
    Ok((data, spoken))
}

/// The last line above the table that is one cell of text.
fn last_title(before: &[Row]) -> Option<&str> {
    before.iter().rev().find_map(only_cell).map(beginning)
}

fn only_cell(row: &Row) -> Option<&str> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    match (filled.next(), filled.next()) {
        (Some(cell), None) => Some(cell),
        _ => None,
    }
}

/// A line that is one cell of words, and no corner whose coordinates are missing.
fn text_line<'a>(row: &'a Row, layout: &Layout, above: Option<&Row>) -> Option<&'a str> {
    let text = only_cell(row)?;
    let letters = |text: &str| {
        text.chars()
            .take_while(|c| c.is_alphabetic())
            .collect::<String>()
    };
    let is_words = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let label = layout
        .label
        .zip(above)
        .map(|(column, above)| letters(above.cell(column)))
        .unwrap_or_default();
    let looks_like_label = !label.is_empty() && letters(text) == label;
    let is_bad_number = ["nan", "inf"]
        .iter()
        .any(|word| lower_case(text).contains(word));
    (is_words && !looks_like_label && !is_bad_number).then_some(text)
}

/// What a row says that has neither a corner's name nor coordinates: official tables write the length of an edge between
/// the rows of its two corners.
fn beside_corners(row: &Row, layout: &Layout) -> Option<String> {
    let corner = layout.columns.into_iter().chain([layout.label?]);
    let is_corner = corner
        .into_iter()
        .any(|column| !row.cell(column).is_empty());
    (!is_corner).then(|| row.cells.join(" ").trim().to_owned())
}

/// A comma that parts the cells and begins the decimals too ("1851433,395,588656,512"): the decimals would be lost as
/// cells of their own. Seen by whole numbers in both columns, each followed by a column of digits, or by rows longer
/// than the heading.
fn commas_in_two_roles(data: &[Data<'_>], layout: &Layout, rows: &[Row]) -> Option<ReadError> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let [first, second] = layout.columns;
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

fn bad_cell(row: &Row, layout: &Layout, values: Option<&[Option<f64>; 2]>) -> ReadError {
    let [first, second] = layout.columns;
    let column = match values {
        Some([Some(_), None]) => second,
        _ => first,
    };
    ReadError::BadCoordinates {
        found: row.cell(column).chars().take(40).collect(),
        place: Found::Cell {
            row: row.number,
            column: column + 1,
        },
    }
}

#[cfg(test)]
mod tests;
