//! Cells of a sheet → rows of a table.

use super::{
    super::{
        ReadError,
        table::Row,
        xml::{Element, Event, Xml},
    },
    address,
};

/// Most cells kept of a workbook, a long text counting as several: some 90 MB, and a boundary of 250,000 corners.
const LIMIT_CELLS: usize = 1_000_000;
/// So many bytes of text count as a cell.
const CELL_BYTES: usize = 64;
/// Columns beyond are not kept: the coordinates of a corner stand at the left.
const LIMIT_COLUMNS: usize = 64;

/// What may still be kept. A cell is counted where it stands in its row, never by its place in the sheet.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) const fn new() -> Self {
        Self(LIMIT_CELLS)
    }

    fn spend(&mut self, cells: usize, text: &str) -> Result<(), ReadError> {
        let cost = cells + text.len() / CELL_BYTES;
        self.0 = self
            .0
            .checked_sub(cost)
            .ok_or(ReadError::TooManyCells { limit: LIMIT_CELLS })?;
        Ok(())
    }
}

/// The texts that cells name by number.
pub(super) fn strings(text: &str, budget: &mut Budget) -> Result<Vec<String>, ReadError> {
    let mut strings = Vec::new();
    let mut string = String::new();
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            // Not those that only say how it is spoken.
            Event::Open(element) if element.name == "t" && xml.parent() != "rPh" => {
                string.push_str(&xml.content()?.text);
            }
            Event::Close("si") => {
                budget.spend(1, &string)?;
                strings.push(std::mem::take(&mut string));
            }
            Event::End => return Ok(strings),
            _ => {}
        }
    }
}

/// A cell that is being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    value: String,
}

/// The rows of a sheet that hold anything, with the numbers people see.
pub(super) fn rows(
    text: &str,
    strings: &[String],
    budget: &mut Budget,
) -> Result<Vec<Row>, ReadError> {
    let mut rows: Vec<Row> = Vec::new();
    let mut row = Row {
        number: 0,
        cells: Vec::new(),
    };
    let mut cell = Cell::default();
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Event::Open(element) => match element.name {
                "row" => {
                    let next = row.number.saturating_add(1);
                    row.number = number(&element).unwrap_or(next);
                    row.cells.clear();
                    cell.column = 0;
                }
                "c" => cell = begin(&element, cell.column),
                "v" | "t" if xml.parent() != "rPh" => cell.value.push_str(&xml.content()?.text),
                _ => {}
            },
            Event::Close("c") => {
                let value = resolve(&cell, strings);
                let value = value.trim();
                if !value.is_empty() && cell.column <= LIMIT_COLUMNS {
                    let blanks = cell.column.saturating_sub(row.cells.len() + 1);
                    budget.spend(blanks + 1, value)?;
                    row.cells.extend(std::iter::repeat_n(String::new(), blanks));
                    row.cells.push(value.to_owned());
                }
            }
            Event::Close("row") if !row.cells.is_empty() => rows.push(Row {
                number: row.number,
                cells: std::mem::take(&mut row.cells),
            }),
            // What follows the cells says nothing about them.
            Event::Close("sheetData") | Event::End => return Ok(rows),
            _ => {}
        }
    }
}

fn number(row: &Element<'_>) -> Option<usize> {
    row.attribute("r")?.parse().ok()
}

/// A cell without a name stands to the right of the one before.
fn begin(element: &Element<'_>, before: usize) -> Cell {
    let named = element
        .attribute("r")
        .and_then(|name| address::parse(&name));
    Cell {
        column: named.map_or(before + 1, |(column, _)| column),
        kind: element.attribute("t").unwrap_or_default(),
        value: String::new(),
    }
}

fn resolve<'a>(cell: &'a Cell, strings: &'a [String]) -> &'a str {
    match cell.kind.as_str() {
        "s" => {
            let index: Option<usize> = cell.value.trim().parse().ok();
            index
                .and_then(|index| strings.get(index))
                .map_or("", String::as_str)
        }
        _ => &cell.value,
    }
}
