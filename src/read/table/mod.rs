//! Coordinate tables: files, pasted text, and the editable table.
//!
//! Sizes decide what is north and what is east, headings only where sizes do not: in Vietnamese tables X is the
//! northing. All values of a column decide together which mark is the decimal one.

mod angle;
mod classes;
mod clean;
mod columns;
mod coordinate;
mod corners;
mod foreign;
mod heading;
mod key;
mod layout;
mod lines;
mod order;
mod pair;
mod rings;
mod rows;
mod sexagesimal;
mod spoken;

pub(super) use clean::clean;
use coordinate::Sizes;
use corners::{Data, Gathered};
use layout::Layout;
pub(super) use layout::{Content, content};
pub(super) use lines::Row;
use rings::Corner;
pub use rows::{CellProblem, Column, Rows, parse_rows};
use spoken::Spoken;

use super::{
    Candidate, Found, Hint, Layer, Note, ReadError, Unsupported,
    fold::fold,
    name::beginning,
    system::{self, Size},
};
use crate::boundary::Crs;

/// What a table holds.
pub(super) struct Table {
    pub candidates: Vec<Candidate>,
    /// The system that a line of text names.
    pub stated: Option<Crs>,
    pub notes: Vec<Note>,
}

/// Reads a table from a text.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    foreign::check(text.lines().map(|line| [line]))?;
    let rows = lines::rows(text);
    let table = of_cells(&rows, commas_in_two_roles)?;
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
    foreign::check(rows.iter().map(|row| row.cells.iter().map(String::as_str)))?;
    of_cells(rows, |_, _, _| None)
}

/// The columns of the corners' coordinates.
pub(super) fn columns(rows: &[Row]) -> Option<Vec<[usize; 2]>> {
    let layout = layout::find(rows)?;
    Some(layout.blocks.iter().map(|block| block.columns).collect())
}

/// Whether a heading calls two columns the coordinates of one place.
pub(super) fn names_coordinates(rows: &[Row]) -> bool {
    rows.iter().any(|row| {
        let roles = heading::roles(std::slice::from_ref(row), row.cells.len(), row.cells.len());
        let second =
            |first: &heading::Role| roles.iter().any(|role| first.together(*role).is_some());
        roles.iter().any(second)
    })
}

/// Whether a row has two numbers as long as coordinates, one of which cannot be read.
pub(super) fn has_spoilt_corner(rows: &[Row]) -> bool {
    rows.iter().any(|row| {
        let is_long = |cell: &&String| cell.bytes().filter(u8::is_ascii_digit).count() >= 5;
        let is_spoilt = |cell: &String| layout::is_spoilt_number(cell);
        row.cells.iter().filter(is_long).count() >= 2 && row.cells.iter().any(is_spoilt)
    })
}

/// The system that rows without a table name.
pub(super) fn named_system(rows: &[Row]) -> Result<Option<Crs>, ReadError> {
    let lines: Vec<String> = rows.iter().map(Row::text).collect();
    Ok(spoken::systems(&lines)?.system())
}

/// A way in which cells were cut wrongly.
type Cut = fn(&[Data<'_>], &Layout, &[Row]) -> Option<ReadError>;

fn of_cells(rows: &[Row], cut: Cut) -> Result<Table, ReadError> {
    let rows = &*sexagesimal::joined(rows);
    let layout = layout::find(rows).ok_or_else(|| no_layout(rows))?;
    let mut gathered = corners::gather(rows, &layout, cut)?;
    if gathered.data.is_empty() {
        return Err(no_layout(rows));
    }
    let spoken = spoken::systems(&gathered.lines)?;
    corners::put_in_order(&mut gathered.data, &layout, spoken.systems.len())?;
    table(gathered, &layout, &spoken)
}

fn table(gathered: Gathered<'_>, layout: &Layout, spoken: &Spoken) -> Result<Table, ReadError> {
    let Gathered {
        data, mut notes, ..
    } = gathered;
    let cells: Vec<[&str; 2]> = data.iter().map(Data::cells).collect();
    let letters = packed_letters(&cells, layout, spoken, &data)?;
    let lettered: Vec<[String; 2]> = match letters {
        Some(letters) => cells
            .iter()
            .map(|cells| together(*cells, letters))
            .collect(),
        None => Vec::new(),
    };
    let cells = match letters {
        Some(_) => lettered
            .iter()
            .map(|[a, b]| [a.as_str(), b.as_str()])
            .collect(),
        None => cells,
    };
    let pair = pair::read(&cells, layout.heading_north_first);
    let mut corners = Vec::with_capacity(data.len());
    for (index, data) in data.iter().enumerate() {
        let Some(position) = pair.position(index) else {
            return Err(data.bad_cell(pair.values.get(index)));
        };
        // Two numbers beside degrees of Viet Nam that are none themselves: cells have moved.
        if layout.unit == Sizes::DEGREES && !Size::fits_viet_nam(position) {
            return Err(data.bad_cell(None));
        }
        corners.push(Corner {
            position,
            label: data.label().to_owned(),
            area: data.area.clone(),
            part: data.part,
            lines: data.lines,
        });
    }
    let first = corners.first().map(|corner| corner.position);
    let mut candidates = rings::candidates(corners);
    if let Some([x, y]) =
        first.filter(|_| layout.unit == Sizes::default() && is_degrees(&candidates))
    {
        return Err(ReadError::CoordinatesOutOfRange {
            x,
            y,
            corner: 1,
            outline: None,
        });
    }
    leave_control_points(&mut candidates, &mut notes);
    let few = candidates
        .iter()
        .map(|candidate| candidate.corner_labels.len())
        .find(|corners| *corners < 3);
    if let Some(corners) = few {
        return Err(ReadError::TooFewPoints { corners });
    }
    notes.extend(candidates.iter().filter_map(far_corner));
    if layout
        .heading_north_first
        .is_some_and(|north_first| north_first != pair.north_first)
    {
        notes.push(Note::HeadingAgainstSizes);
    }
    if pair.marks_by_size {
        notes.push(Note::MarksBySize);
    }
    let stated = stated(spoken, &candidates, layout.unit)?;
    if let Some(zone) = pair.zone {
        let agrees = |crs: &Crs| matches!(crs, Crs::Vn2000Utm { zone: other } | Crs::Wgs84Utm { zone: other } if *other == zone);
        if !stated.iter().all(agrees) {
            let first = data.first().ok_or(ReadError::NoPolygon { others: 0 })?;
            return Err(first.bad_cell(None));
        }
        notes.push(Note::ZoneNumber { zone });
    }
    Ok(Table {
        candidates,
        stated,
        notes,
    })
}

/// The system that the text around the table names. Two of them over several rings are those of different rings; over one
/// ring a person has to tell.
fn stated(
    spoken: &Spoken,
    candidates: &[Candidate],
    unit: Sizes,
) -> Result<Option<Crs>, ReadError> {
    if is_degrees(candidates) {
        // With a meridian the sentence is about metres that the degrees were made from.
        let is_about_degrees =
            spoken.is_vn2000 && spoken.systems.is_empty() && unit == Sizes::DEGREES;
        if !is_about_degrees {
            return Ok(None);
        }
        return match Crs::from_epsg(VN2000_DEGREES) {
            Some(crs) => Ok(Some(crs)),
            None => Err(ReadError::UnknownCrs {
                found: "VN-2000".to_owned(),
            }),
        };
    }
    if spoken.systems.len() > 1 && candidates.len() > 1 {
        return Err(ReadError::SeveralSystems);
    }
    Ok(spoken.system())
}

/// VN-2000, longitude and latitude.
const VN2000_DEGREES: u32 = 4756;

/// Degrees, minutes and seconds written as one number, which metres may be too: the letters that the heading stands for.
/// Without such a heading and a system nobody can tell.
fn packed_letters(
    cells: &[[&str; 2]],
    layout: &Layout,
    spoken: &Spoken,
    data: &[Data<'_>],
) -> Result<Option<[char; 2]>, ReadError> {
    use angle::Axis::{Latitude, Longitude};
    let orders = [
        ([Latitude, Longitude], ['N', 'E']),
        ([Longitude, Latitude], ['E', 'N']),
    ];
    let is_packed = |axes: [angle::Axis; 2]| {
        let [first, second] = axes;
        cells.iter().all(|[a, b]| {
            coordinate::packed(a, first).is_some() && coordinate::packed(b, second).is_some()
        })
    };
    let found = orders.into_iter().find(|(axes, _)| is_packed(*axes));
    match found {
        Some((_, letters)) if layout.says_degrees => Ok(Some(letters)),
        Some(_) if spoken.systems.is_empty() => match data.first() {
            Some(first) => Err(first.bad_cell(None)),
            None => Ok(None),
        },
        _ => Ok(None),
    }
}

fn together(cells: [&str; 2], letters: [char; 2]) -> [String; 2] {
    let [a, b] = cells;
    let [x, y] = letters;
    [format!("{a}{x}"), format!("{b}{y}")]
}

fn far_corner(candidate: &Candidate) -> Option<Note> {
    let corners: Vec<_> = candidate.shape.positions().collect();
    let (_, open) = corners.split_last()?;
    let far = rings::far_corner(open)?;
    Some(Note::FarCorner {
        corner: far + 1,
        label: candidate
            .corner_labels
            .get(far)
            .cloned()
            .unwrap_or_default(),
    })
}

/// Points that the surveyors started from are no boundary where there is another one.
fn leave_control_points(candidates: &mut Vec<Candidate>, notes: &mut Vec<Note>) {
    let is_control =
        |candidate: &Candidate| candidate.label.as_deref().is_some_and(names_control_points);
    if candidates.iter().all(is_control) {
        return;
    }
    candidates.retain(|candidate| {
        let is_control = is_control(candidate);
        if is_control {
            notes.push(Note::ControlPoints {
                name: candidate.label.clone().unwrap_or_default(),
            });
        }
        !is_control
    });
}

/// "Mốc khống chế", "Control points".
pub(super) fn names_control_points(title: &str) -> bool {
    let title = fold(title);
    title.contains("khong che") || title.contains("control point")
}

/// Why a text without two columns of numbers is no boundary.
fn no_layout(rows: &[Row]) -> ReadError {
    for row in rows {
        let mut spoilt = (1..)
            .zip(&row.cells)
            .filter(|(_, cell)| layout::is_spoilt_number(cell));
        if let (Some((column, cell)), Some(_)) = (spoilt.next(), spoilt.next()) {
            return ReadError::BadCoordinates {
                found: beginning(cell).to_owned(),
                place: Found::Cell {
                    row: row.number,
                    column,
                },
            };
        }
    }
    if rows.iter().any(|row| row.cells.len() >= 2) {
        ReadError::NoPolygon { others: 0 }
    } else {
        ReadError::UnsupportedFormat {
            found: Unsupported::Text,
        }
    }
}

/// Whether all candidates are in degrees.
pub(super) fn is_degrees(candidates: &[Candidate]) -> bool {
    candidates.iter().all(|candidate| {
        candidate
            .shape
            .positions()
            .all(|[x, y]| x.abs() <= 180.0 && y.abs() <= 90.0)
    })
}

/// A comma that parts the cells and begins the decimals too ("1851433,395,588656,512"): the decimals would be lost as
/// cells of their own. Seen by whole numbers in both columns, each followed by a column of digits, or by rows longer
/// than the heading.
fn commas_in_two_roles(data: &[Data<'_>], layout: &Layout, rows: &[Row]) -> Option<ReadError> {
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

#[cfg(test)]
mod kinds;
#[cfg(test)]
mod tests;
