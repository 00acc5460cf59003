//! Workbooks (XLSX): the sheets' cells are read as tables are, so that every habit of a table holds for them.

mod address;
mod cells;
mod parts;

pub(super) use cells::Budget;
use parts::Sheet;
pub(super) use parts::workbook as part;

use super::{
    Candidate, Format, Found, Hint, Layer, Note, ReadError,
    archive::{Archive, Entry},
    package::text,
    system,
    table::{self, Content, Row},
    wkt,
};
use crate::boundary::Crs;

/// A sheet has no more rows.
const LIMIT_ROWS: usize = 1_048_576;

/// Reads the sheets that people see; those without coordinates are left aside.
pub(super) fn read(
    archive: &Archive<'_>,
    workbook: &Entry,
    hint: &Hint,
) -> Result<Layer, ReadError> {
    let parts = parts::find(archive, workbook)?;
    let mut budget = Budget::new();
    let strings = match parts.strings {
        Some(entry) => cells::strings(&text(archive, entry)?, &mut budget)?,
        None => Vec::new(),
    };
    let mut found = Findings::default();
    let mut hidden = Vec::new();
    let mut sheets = Vec::with_capacity(parts.sheets.len());
    for sheet in &parts.sheets {
        let seen = cells::rows(&text(archive, sheet.entry)?, &strings, &mut budget)?;
        if seen.hides {
            hidden.push(Note::HiddenCells {
                sheet: sheet.name.clone(),
            });
        }
        sheets.push((sheet, seen.rows));
    }
    let hidden_sheets = parts.hidden.iter().cloned();
    found.notes = hidden_sheets
        .map(|name| Note::HiddenSheet { name })
        .collect();
    if let Some((at, text)) = geometries(&sheets) {
        let mut layer = wkt::read(&text, hint)?;
        layer.format = Format::Xlsx;
        let others = sheets.iter().enumerate().filter(|(other, (_, rows))| {
            *other != at && table::content(rows) == Content::Coordinates
        });
        let others = others.map(|(_, (sheet, _))| Note::Sheet {
            name: sheet.name.clone(),
        });
        layer
            .notes
            .extend(found.notes.into_iter().chain(hidden).chain(others));
        return Ok(layer);
    }
    for (sheet, rows) in &sheets {
        match table::content(rows) {
            Content::Coordinates if table::names_control_points(&sheet.name) => {
                found.controls.push((*sheet, rows))
            }
            Content::Coordinates => found.add(sheet, rows)?,
            Content::Numbers => found.leave(sheet, rows)?,
            Content::Words => found.listen(rows)?,
        }
    }
    found.settle_controls()?;
    // What is wrong with the first sheet of numbers, where none holds coordinates of Viet Nam.
    if found.candidates.is_empty() {
        found
            .notes
            .retain(|note| matches!(note, Note::HiddenSheet { .. }));
        let numbers =
            |(_, rows): &&(&Sheet<'_>, Vec<Row>)| table::content(rows) == Content::Numbers;
        if let Some((sheet, rows)) = sheets.iter().find(numbers) {
            found.add(sheet, rows)?;
        }
    }
    found.notes.extend(hidden);
    found.layer(parts.sheets.len(), hint)
}

/// The first sheet with a column of WKT, as a text whose lines are its rows.
fn geometries(sheets: &[(&Sheet<'_>, Vec<Row>)]) -> Option<(usize, String)> {
    let may_be = |row: &Row| row.cells.iter().any(|cell| cell.contains("(("));
    let mut sheets = sheets.iter().enumerate();
    sheets.find_map(|(at, (_, rows))| {
        if !rows.iter().any(may_be) {
            return None;
        }
        let mut text = String::new();
        let mut line = 1;
        for row in rows {
            while line < row.number.min(LIMIT_ROWS) {
                text.push('\n');
                line += 1;
            }
            for (column, cell) in row.cells.iter().enumerate() {
                text.push_str(if column == 0 { "" } else { "\t" });
                text.push_str(&cell.replace(['\t', '\n', '\r'], " "));
            }
        }
        wkt::is_wkt_or_table(&text).then_some((at, text))
    })
}

/// The rows of the first sheet with numbers.
pub(super) fn rows(archive: &Archive<'_>, workbook: &Entry) -> Option<Vec<Row>> {
    let parts = parts::find(archive, workbook).ok()?;
    let mut budget = Budget::new();
    let strings = match parts.strings {
        Some(entry) => cells::strings(&text(archive, entry).ok()?, &mut budget).ok()?,
        None => Vec::new(),
    };
    parts.sheets.iter().find_map(|sheet| {
        let seen = cells::rows(&text(archive, sheet.entry).ok()?, &strings, &mut budget).ok()?;
        (table::content(&seen.rows) != Content::Words).then_some(seen.rows)
    })
}

/// What the sheets hold so far.
#[derive(Default)]
struct Findings<'a> {
    candidates: Vec<Candidate>,
    /// Sheets of points that the survey started from.
    controls: Vec<(&'a Sheet<'a>, &'a Vec<Row>)>,
    /// The first sheet of fewer corners than a boundary has.
    few: Option<ReadError>,
    notes: Vec<Note>,
    /// The systems that are named, in a sheet with corners or beside it.
    named: Vec<Crs>,
    province: Option<&'static str>,
}

impl<'a> Findings<'a> {
    fn add(&mut self, sheet: &Sheet<'_>, rows: &[Row]) -> Result<(), ReadError> {
        let table = match table::of_rows(rows) {
            // Told of beside a boundary, the error where there is none.
            Err(error @ ReadError::TooFewPoints { .. }) => {
                self.few = self.few.take().or(Some(error));
                return self.leave(sheet, rows);
            }
            table => table.map_err(|error| in_sheet(error, &sheet.name))?,
        };
        for mut candidate in table.candidates {
            candidate.id = Some(sheet.name.clone());
            self.candidates.push(candidate);
        }
        self.notes.extend(table.notes);
        self.name(table.stated);
        self.province = self.province.or(table.province);
        Ok(())
    }

    /// Points that the survey started from are no boundary where there is another one.
    fn settle_controls(&mut self) -> Result<(), ReadError> {
        for (sheet, rows) in std::mem::take(&mut self.controls) {
            if self.candidates.is_empty() {
                self.add(sheet, rows)?;
            } else {
                self.notes.push(Note::ControlPoints {
                    name: sheet.name.clone(),
                });
            }
        }
        Ok(())
    }

    /// A sheet of other numbers is told of.
    fn leave(&mut self, sheet: &Sheet<'_>, rows: &[Row]) -> Result<(), ReadError> {
        self.notes.push(Note::Sheet {
            name: sheet.name.clone(),
        });
        self.listen(rows)
    }

    /// A sheet without coordinates may still name their system.
    fn listen(&mut self, rows: &[Row]) -> Result<(), ReadError> {
        self.name(table::named_system(rows)?);
        Ok(())
    }

    fn name(&mut self, crs: Option<Crs>) {
        if let Some(crs) = crs.filter(|crs| !self.named.contains(crs)) {
            self.named.push(crs);
        }
    }

    fn layer(mut self, sheets: usize, hint: &Hint) -> Result<Layer, ReadError> {
        if self.candidates.is_empty() {
            return Err(self.few.unwrap_or(ReadError::NoPolygon { others: 0 }));
        }
        let stated = match self.named.as_slice() {
            [] => None,
            [only] => Some(*only),
            _ => return Err(ReadError::SeveralSystems),
        };
        let stated = stated.filter(|_| !table::is_degrees(&self.candidates));
        let hint = table::with_province(hint, self.province);
        let system = system::find(&self.candidates, stated, &hint)?;
        // The sheet is a name only where there are several; else it says nothing.
        for candidate in &mut self.candidates {
            let sheet = candidate.id.take().filter(|_| sheets > 1);
            candidate.label = match (candidate.label.take(), sheet) {
                (Some(area), Some(sheet)) => Some(format!("{area} ({sheet})")),
                (area, sheet) => area.or(sheet),
            };
        }
        Ok(Layer {
            format: Format::Xlsx,
            candidates: self.candidates,
            crs: system.crs,
            axes_swapped: false,
            notes: self.notes,
        })
    }
}

/// An error of a table, with the name of the cell as people see it.
fn in_sheet(error: ReadError, sheet: &str) -> ReadError {
    error.placed(|row, column| Found::Sheet {
        sheet: sheet.to_owned(),
        cell: address::name(column, row),
    })
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) mod writing;
