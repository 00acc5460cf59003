//! Coordinate tables: files, pasted text, and the editable table.
//!
//! Sizes decide what is north and what is east, headings only where sizes do not: in Vietnamese tables X is the
//! northing. All values of a column decide together which mark is the decimal one.

mod angle;
mod asked;
mod classes;
mod clean;
mod columns;
mod coordinate;
mod corners;
mod cut;
mod foreign;
mod heading;
mod key;
mod layout;
mod lines;
mod order;
mod pair;
mod province;
mod rings;
mod rows;
mod sexagesimal;
mod spoken;
mod stated_area;
mod stream;
mod titles;
mod twice;

pub use asked::names_what_is_taken_away;
pub(super) use asked::{columns, has_spoilt_corner, names_coordinates, pairs, unread};
pub(super) use clean::clean;
use coordinate::Sizes;
use corners::{Data, Gathered};
use layout::Layout;
pub(super) use layout::{Content, content};
pub(super) use lines::{Row, rows};
use rings::Corner;
pub use rows::{CellProblem, Column, Rows, parse_rows};
use spoken::Spoken;

use super::{
    Candidate, Format, Found, Hint, Layer, Note, ReadError, Unsupported,
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
    /// Code of the province that is named.
    pub province: Option<&'static str>,
    pub notes: Vec<Note>,
}

/// Reads a table from a text.
pub(super) fn read(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    foreign::check(text.lines().map(|line| [line]))?;
    let rows = lines::rows(text);
    let found = match stream::is_one_row(&rows) {
        true => Err(no_layout(&rows)),
        false => of_cells(&rows, cut::commas_in_two_roles).and_then(|table| layer(table, hint)),
    };
    found.or_else(|error| {
        let lines = clean(text);
        let lines = (1..).zip(lines.lines());
        let rows: Vec<Row> = lines
            .map(|(number, line)| Row {
                number,
                cells: line
                    .split(['\t', ';', '|'])
                    .map(|cell| cell.trim().to_owned())
                    .collect(),
            })
            .collect();
        layer(of_stream(&rows, error)?, hint)
    })
}

/// The province that a file names, where a person has chosen none.
pub(super) fn with_province(hint: &Hint, named: Option<&str>) -> Hint {
    Hint {
        province: hint.province.clone().or_else(|| named.map(str::to_owned)),
        ..hint.clone()
    }
}

fn layer(table: Table, hint: &Hint) -> Result<Layer, ReadError> {
    let system = system::find(
        &table.candidates,
        table.stated,
        &with_province(hint, table.province),
    )?;
    Ok(Layer {
        format: Format::Table,
        candidates: table.candidates,
        crs: system.crs,
        axes_swapped: false,
        notes: table.notes,
    })
}

/// Reads a table whose cells are known, as those of a sheet are.
pub(super) fn of_rows(rows: &[Row]) -> Result<Table, ReadError> {
    foreign::check(rows.iter().map(|row| row.cells.iter().map(String::as_str)))?;
    let table = match stream::is_one_row(rows) {
        true => Err(no_layout(rows)),
        false => of_cells(rows, |_, _, _| None),
    };
    table.or_else(|error| of_stream(rows, error))
}

/// What no table of rows is may be a list of another kind.
fn of_stream(rows: &[Row], error: ReadError) -> Result<Table, ReadError> {
    let (rows, count) = stream::rows(rows).map_err(|own| match (error, own) {
        (ReadError::NoPolygon { .. } | ReadError::UnsupportedFormat { .. }, Some(own)) => own,
        (error, _) => error,
    })?;
    let mut table = of_cells(&rows, |_, _, _| None)?;
    table.notes.push(Note::LooseCorners { count });
    Ok(table)
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
    let mut table = match twice::twice(rows, &layout)? {
        Some(table) => table,
        None => of_layout(rows, &layout, cut, None)?,
    };
    stated_area::assign(rows, &layout, &mut table);
    Ok(table)
}

fn of_layout(
    rows: &[Row],
    layout: &Layout,
    cut: Cut,
    own: Option<Crs>,
) -> Result<Table, ReadError> {
    let mut gathered = corners::gather(rows, layout, cut)?;
    if gathered.data.is_empty() {
        return Err(no_layout(rows));
    }
    let mut spoken = spoken::systems(&gathered.lines)?;
    if let Some(own) = own {
        spoken.systems = vec![own];
        spoken.is_unclear = false;
    }
    corners::put_in_order(&mut gathered.data, layout, spoken.systems.len())?;
    let province = match spoken.system() {
        Some(_) => None,
        None => province::named(&gathered.lines),
    };
    let table = table(gathered, layout, &spoken)?;
    Ok(Table { province, ..table })
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
            is_sure: data.is_sure,
            part: data.part,
            lines: data.lines,
            row: data.row.number,
        });
    }
    let first = corners.first().map(|corner| corner.position);
    let is_line = cut::lie_on_one_line(&corners);
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
    if let Some(data) = data.first().filter(|_| is_line && is_degrees(&candidates)) {
        return Err(data.bad_cell(None));
    }
    leave_control_points(&mut candidates, &mut notes);
    let sorted = candidates.iter_mut().filter_map(rings::sort);
    notes.extend(sorted.map(|count| Note::Sorted { count }));
    notes.extend(candidates.iter().filter_map(rings::gap));
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
        province: None,
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

#[cfg(test)]
mod kinds;
#[cfg(test)]
mod loose;
#[cfg(test)]
mod tests;
