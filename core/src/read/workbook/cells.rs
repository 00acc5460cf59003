//! Cells of a sheet → rows of a table.

use super::{
    super::{
        ReadError,
        table::{Row, clean},
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
pub(in crate::read) struct Budget(usize);

impl Budget {
    pub(in crate::read) const fn new() -> Self {
        Self(LIMIT_CELLS)
    }

    pub(in crate::read) fn spend(&mut self, cells: usize, text: &str) -> Result<(), ReadError> {
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

/// The rows of a sheet that hold anything and are seen, with the numbers people see.
pub(super) struct Seen {
    pub rows: Vec<Row>,
    /// Something stands in rows or columns that are hidden.
    pub hides: bool,
}

/// Columns from 1 on that are hidden, as in `<col min="3" max="5" hidden="1"/>`.
#[derive(Default)]
struct HiddenColumns(Vec<(usize, usize)>);

impl HiddenColumns {
    fn add(&mut self, element: &Element<'_>) {
        let number = |name| element.attribute(name)?.parse().ok();
        if let (true, Some(from), Some(to)) =
            (is_hidden(element, "width"), number("min"), number("max"))
        {
            self.0.push((from, to));
        }
    }

    fn holds(&self, column: usize) -> bool {
        self.0
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&column))
    }
}

/// A row or column that is hidden, or has no height or width.
fn is_hidden(element: &Element<'_>, size: &str) -> bool {
    let is = |name, values: &[&str]| {
        element
            .attribute(name)
            .is_some_and(|value| values.contains(&&*value))
    };
    is("hidden", &["1", "true"]) || is(size, &["0"])
}

/// Reads a sheet. Rows and columns that are hidden, as those that a filter leaves out, are not read.
pub(super) fn rows(text: &str, strings: &[String], budget: &mut Budget) -> Result<Seen, ReadError> {
    let mut rows: Vec<Row> = Vec::new();
    let mut hidden_columns = HiddenColumns::default();
    let (mut is_row_hidden, mut hides) = (false, false);
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
                    is_row_hidden = is_hidden(&element, "ht");
                }
                "col" if hidden_columns.0.len() < LIMIT_COLUMNS => hidden_columns.add(&element),
                "c" => cell = begin(&element, cell.column),
                "v" | "t" if xml.parent() != "rPh" => cell.value.push_str(&xml.content()?.text),
                _ => {}
            },
            Event::Close("c") => {
                let value = resolve(&cell, strings);
                let value = clean(value);
                let value = value.trim();
                let is_hidden = is_row_hidden || hidden_columns.holds(cell.column);
                hides |= is_hidden && !value.is_empty();
                if !value.is_empty() && cell.column <= LIMIT_COLUMNS && !is_hidden {
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
            Event::Close("sheetData") | Event::End => return Ok(Seen { rows, hides }),
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
