//! The body of a text document → its lines and tables in order, as people see them: what was deleted, is hidden or stands
//! in a note is not there, a text box is read once. One walk for WordprocessingML and OpenDocument: their elements have
//! different names.

use super::{
    super::{
        ReadError, Unsupported,
        table::{Row, clean},
        workbook::Budget,
        xml::{Element, Event, Xml},
    },
    grid::{self, Cell},
};

/// Lines between two tables, or a table.
pub(super) struct Block {
    /// Number of the table from 1 on; 0 for lines.
    pub table: usize,
    pub rows: Vec<Row>,
}

/// Where a row stands: table, and row in it; a line has table 0 and its own number.
pub(super) type Place = (usize, usize);

#[derive(Default)]
pub(super) struct Body {
    pub blocks: Vec<Block>,
    /// Of each row by its number.
    pub places: Vec<Place>,
    /// Something is hidden from people.
    pub hides: bool,
    /// Something was deleted and the deletion is not accepted yet.
    pub deletes: bool,
}

/// A table that is open.
struct Table {
    number: usize,
    /// Number of the row from 1 on.
    row: usize,
    is_deleted: bool,
    /// Where the next cell begins, in columns of the grid.
    column: usize,
    /// Rows that have ended, with their numbers.
    rows: Vec<(usize, Vec<Cell>)>,
    cells: Vec<Cell>,
    /// Columns that the open cell takes, and its lines.
    span: usize,
    lines: Vec<String>,
    /// The cell goes on from the one above or before.
    is_joined: bool,
}

/// How the characters of a run look.
#[derive(Default)]
struct Look {
    is_hidden: bool,
    is_raised: bool,
}

struct Walk {
    body: Body,
    budget: Budget,
    tables: usize,
    lines: usize,
    /// Open tables; `None` for a text box.
    open: Vec<Option<Table>>,
    paragraphs: Vec<String>,
    /// Of each open choice between two ways to say the same, whether one was taken.
    chosen: Vec<bool>,
    look: Look,
    is_run: bool,
    is_open_document: bool,
}

/// What is not seen or says nothing: codes of fields, former properties, notes and remarks.
const PASSED: [&str; 19] = [
    "instrText",
    "delText",
    "delInstrText",
    "rPrChange",
    "pPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
    "tblPrExChange",
    "tblGridChange",
    "sectPr",
    "footnotePr",
    "tracked-changes",
    "note",
    "annotation",
    "title",
    "desc",
    "forms",
    "automatic-styles",
];

/// # Errors
/// No XML, too deep, too many cells, or a workbook or slides of the same format.
pub(super) fn read(text: &str, is_open_document: bool) -> Result<Body, ReadError> {
    let mut walk = Walk {
        body: Body::default(),
        budget: Budget::new(),
        tables: 0,
        lines: 0,
        open: Vec::new(),
        paragraphs: Vec::new(),
        chosen: Vec::new(),
        look: Look::default(),
        is_run: false,
        is_open_document,
    };
    let mut xml = Xml::new(text);
    loop {
        match xml.next()? {
            Event::Open(element) => walk.begin(&element, &mut xml)?,
            Event::Close(name) => walk.end(name)?,
            Event::Text(text) if walk.is_open_document => walk.say(&text),
            Event::Text(_) => {}
            Event::End => return Ok(walk.body),
        }
    }
}

impl Walk {
    fn begin(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        match element.name {
            "p" | "h" => self.paragraphs.push(String::new()),
            "r" => self.look = Look::default(),
            "rPr" => self.is_run = xml.parent() == "r",
            "t" => {
                let said = xml.content()?;
                self.say(&said.text);
            }
            "vanish" if self.is_run => self.look.is_hidden = is_on(element),
            "vertAlign" if self.is_run => {
                self.look.is_raised = value(element).as_deref() == Some("superscript");
            }
            // Elsewhere it only says where one leads to.
            "tab" | "ptab" if xml.parent() != "tabs" => self.say("\t"),
            "br" | "cr" | "line-break" => self.put("\n"),
            "s" => self.put(" "),
            "noBreakHyphen" => self.put("-"),
            "sym" => self.put(symbol(element)),
            "del" | "moveFrom" => self.deleted(xml)?,
            "AlternateContent" => self.chosen.push(false),
            "Choice" | "Fallback" if self.is_said_already() => drop(xml.content()?),
            "tbl" | "table" => {
                self.interrupt()?;
                self.tables += 1;
                self.open.push(Some(Table {
                    number: self.tables,
                    row: 0,
                    is_deleted: false,
                    column: 0,
                    rows: Vec::new(),
                    cells: Vec::new(),
                    span: 1,
                    lines: Vec::new(),
                    is_joined: false,
                }));
            }
            "txbxContent" | "text-box" => {
                self.interrupt()?;
                self.open.push(None);
            }
            "tr" | "table-row" | "gridBefore" | "tc" | "table-cell" | "covered-table-cell"
            | "gridSpan" | "vMerge" | "hMerge" | "cellDel" => {
                if let Some(Some(table)) = self.open.last_mut() {
                    table.begin(element);
                }
            }
            "spreadsheet" | "presentation" | "drawing" if xml.parent() == "body" => {
                return Err(ReadError::UnsupportedFormat {
                    found: Unsupported::Office,
                });
            }
            name if PASSED.contains(&name) => drop(xml.content()?),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "p" | "h" => self.paragraph()?,
            "rPr" => self.is_run = false,
            "AlternateContent" => drop(self.chosen.pop()),
            "tc" | "table-cell" | "covered-table-cell" | "tr" | "table-row" => {
                self.budget.spend(1, "")?;
                if let Some(Some(table)) = self.open.last_mut() {
                    match name {
                        "tr" | "table-row" => table.end_row(),
                        _ => table.end_cell(),
                    }
                }
            }
            "tbl" | "table" => {
                self.interrupt()?;
                self.open.pop();
            }
            "txbxContent" | "text-box" => drop(self.open.pop()),
            _ => {}
        }
        Ok(())
    }

    /// Of several ways to say the same, one was taken; this one is, if not.
    fn is_said_already(&mut self) -> bool {
        let chosen = self.chosen.last_mut();
        chosen.is_some_and(|chosen| std::mem::replace(chosen, true))
    }

    /// Text of a run as it is seen. The mark of degrees is often a raised zero or o.
    fn say(&mut self, text: &str) {
        if self.look.is_hidden {
            self.body.hides |= !text.trim().is_empty();
            return;
        }
        match text {
            "0" | "o" | "O" if self.look.is_raised => self.put("°"),
            "\t" => self.put(text),
            _ if text.contains(['\n', '\r', '\t']) => {
                self.put(&text.replace(['\n', '\r', '\t'], " "))
            }
            _ => self.put(text),
        }
    }

    fn put(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_str(text);
        }
    }

    /// Of a row that was deleted only its properties say so.
    fn deleted(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        match xml.parent() {
            "rPr" => {}
            "trPr" => {
                self.body.deletes = true;
                if let Some(Some(table)) = self.open.last_mut() {
                    table.is_deleted = true;
                }
            }
            _ => {
                self.body.deletes = true;
                xml.content()?;
            }
        }
        Ok(())
    }

    fn paragraph(&mut self) -> Result<(), ReadError> {
        let text = self.paragraphs.pop().unwrap_or_default();
        let text = &*clean(&text);
        self.budget.spend(1, text)?;
        if let Some(Some(table)) = self.open.last_mut() {
            let lines = text.split('\n');
            table
                .lines
                .extend(lines.map(|line| line.replace('\t', " ").trim().to_owned()));
            return Ok(());
        }
        for line in text.split('\n') {
            let cells: Vec<String> = line
                .split('\t')
                .map(|cell| cell.trim().to_owned())
                .collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                self.lines += 1;
                self.row(0, self.lines, cells)?;
            }
        }
        Ok(())
    }

    /// What an open table holds so far comes before what begins within it.
    fn interrupt(&mut self) -> Result<(), ReadError> {
        let Some(Some(table)) = self.open.last_mut() else {
            return Ok(());
        };
        let (column, span, is_joined) = (table.column, table.span, table.is_joined);
        if !table.lines.is_empty() || !table.cells.is_empty() {
            table.end_cell();
            table.end_row();
        }
        (table.column, table.span, table.is_joined) = (column, span, is_joined);
        let number = table.number;
        let rows = std::mem::take(&mut table.rows);
        for (row, cells) in grid::aligned(rows) {
            self.row(number, row, cells)?;
        }
        Ok(())
    }

    /// A row of a table, or a line.
    fn row(&mut self, table: usize, row: usize, cells: Vec<String>) -> Result<(), ReadError> {
        if cells.iter().all(String::is_empty) {
            return Ok(());
        }
        self.budget.spend(cells.len(), "")?;
        self.body.places.push((table, row));
        let row = Row {
            number: self.body.places.len(),
            cells,
        };
        match self.body.blocks.last_mut() {
            Some(block) if block.table == table => block.rows.push(row),
            _ => self.body.blocks.push(Block {
                table,
                rows: vec![row],
            }),
        }
        Ok(())
    }
}

impl Table {
    /// A row or a cell, or what is said of it.
    fn begin(&mut self, element: &Element<'_>) {
        match element.name {
            "tr" | "table-row" => {
                self.row += 1;
                self.column = 0;
                self.is_deleted = false;
            }
            "gridBefore" => self.column = columns(value(element)),
            "gridSpan" => self.span = columns(value(element)).max(1),
            "vMerge" | "hMerge" => {
                self.is_joined |= value(element).as_deref() != Some("restart");
            }
            "cellDel" => self.is_joined = true,
            name => {
                self.span = columns(element.prefixed("number-columns-repeated")).max(1);
                self.is_joined = name.starts_with("covered");
            }
        }
    }

    fn end_cell(&mut self) {
        let mut lines = std::mem::take(&mut self.lines);
        if self.is_joined {
            lines.clear();
        }
        if self.column < grid::LIMIT_COLUMNS {
            self.cells.push(Cell {
                column: self.column,
                lines,
            });
        }
        self.column = self.column.saturating_add(self.span);
        (self.span, self.is_joined) = (1, false);
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if !self.is_deleted {
            self.rows.push((self.row, cells));
        }
    }
}

fn value(element: &Element<'_>) -> Option<String> {
    element.prefixed("val")
}

fn is_on(element: &Element<'_>) -> bool {
    !matches!(value(element).as_deref(), Some("0" | "false" | "off"))
}

fn columns(count: Option<String>) -> usize {
    let count = count.and_then(|count| count.trim().parse().ok());
    count.unwrap_or(0).min(grid::LIMIT_COLUMNS)
}

/// Marks of angles in the font Symbol.
fn symbol(element: &Element<'_>) -> &'static str {
    match element.prefixed("char").as_deref() {
        Some("F0B0" | "00B0") => "°",
        Some("F0A2") => "'",
        Some("F0B2") => "\"",
        _ => " ",
    }
}
