//! The rows of a table → its corners in order, the lines of text around them, and notes on what is left aside.

use super::super::{Found, LIMIT_CORNERS, Note, ReadError, name::beginning};
use super::{
    Cut,
    classes::{self, Class},
    coordinate::{Sizes, is_number},
    cut::lost_mark,
    key::Key,
    layout::{Block, Layout},
    lines::Row,
    order::{self, Placed},
    spoken::only_names_meridian,
    titles::{Line, line, titles},
};
use crate::progress::done;

/// One corner of the table.
#[derive(Debug, Clone)]
pub(super) struct Data<'a> {
    pub row: &'a Row,
    pub block: Block,
    /// Its name.
    label: &'a str,
    /// Number of the block in its row.
    place: usize,
    /// Headings and lines of text above.
    stretch: usize,
    /// Name of its area.
    pub area: String,
    /// The area is named by its own column, and a heading calls it so.
    pub is_sure: bool,
    pub part: usize,
    pub lines: usize,
}

impl<'a> Data<'a> {
    pub(super) fn cells(&self) -> [&'a str; 2] {
        let row: &'a Row = self.row;
        self.block.columns.map(|column| row.cell(column))
    }

    pub(super) const fn label(&self) -> &'a str {
        self.label
    }

    fn placed(&self) -> Placed<'a> {
        Placed {
            block: self.place,
            stretch: self.stretch,
            name: Key::of(self.label()),
        }
    }

    /// The error of a corner whose cell cannot be read: the second one when the first can.
    pub(super) fn bad_cell(&self, values: Option<&[Option<f64>; 2]>) -> ReadError {
        let [first, second] = self.block.columns;
        bad_cell(
            self.row,
            match values {
                Some([Some(_), None]) => second,
                _ => first,
            },
        )
    }
}

pub(super) fn bad_cell(row: &Row, column: usize) -> ReadError {
    ReadError::BadCoordinates {
        found: row.cell(column).chars().take(40).collect(),
        place: Found::Cell {
            row: row.number,
            column: column + 1,
        },
    }
}

/// What the rows hold.
pub(super) struct Gathered<'a> {
    pub data: Vec<Data<'a>>,
    /// What is said around the corners.
    pub lines: Vec<String>,
    pub notes: Vec<Note>,
}

/// The corners from top to bottom.
pub(super) fn gather<'a>(
    rows: &'a [Row],
    layout: &Layout,
    cut: Cut,
) -> Result<Gathered<'a>, ReadError> {
    let (above, below) = rows.split_at_checked(layout.start).unwrap_or((rows, &[]));
    let first = below
        .first()
        .and_then(|row| Key::of(first_label(row, layout)));
    if let Some((index, column)) = classes::damaged_above(above, layout, first) {
        return Err(bad_cell(
            above.get(index).ok_or(ReadError::NoPolygon { others: 0 })?,
            column,
        ));
    }
    let mut gathered = Gathered {
        data: Vec::new(),
        lines: above.iter().map(Row::text).collect(),
        notes: above
            .iter()
            .filter(|row| classes::holds_coordinate(row, layout))
            .map(noted)
            .collect(),
    };
    columns_aside(layout, rows, &mut gathered);
    let title = above
        .iter()
        .rev()
        .find_map(Row::only_cell)
        .unwrap_or_default();
    let names_above = names_above(rows, layout);
    let mut corners = Below {
        layout,
        above,
        title: beginning(title).to_owned(),
        area: String::new(),
        part: 0,
        lines: 0,
        stretch: 0,
        last: None,
        names_above,
        name: "",
        titles: titles(above, layout),
    };
    if names_above {
        let last = above.iter().rev().find(|row| !row.is_blank());
        corners.name = last.and_then(lone_name).unwrap_or_default();
    }
    for (index, row) in below.iter().enumerate() {
        // A page that ends before the corner of its number.
        let is_page = row.only_cell().is_some_and(|cell| {
            let mut after = below.iter().skip(index + 1);
            let next = after.find(|row| !row.is_blank());
            next.is_some_and(|next| first_label(next, layout) == cell && next.filled() > 1)
        });
        if is_page && !names_above {
            corners.line(row, &mut gathered);
            continue;
        }
        corners.add(row, &mut gathered)?;
        if gathered.data.len() > LIMIT_CORNERS {
            return Err(ReadError::TooManyCorners {
                limit: LIMIT_CORNERS,
            });
        }
    }
    if let Some(row) = rows.last().filter(|_| !corners.name.is_empty()) {
        return Err(bad_cell(row, layout.columns()[0]));
    }
    if let Some(error) = lost_mark(&gathered.data, layout) {
        return Err(error);
    }
    // Cells that were cut wrongly are told before what came of it.
    match cut(&gathered.data, layout, rows) {
        Some(error) => Err(error),
        None => Ok(gathered),
    }
}

fn first_label<'a>(row: &'a Row, layout: &Layout) -> &'a str {
    let label = layout.blocks.first().and_then(|block| block.label);
    label.map_or("", |column| row.cell(column))
}

/// The name of a corner on a line of its own.
fn lone_name(row: &Row) -> Option<&str> {
    // A coordinate whose partner is missing is no name.
    let digits = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count();
    let is_coordinate = |cell: &str| digits(cell) >= 5 && Sizes::of(cell).is_any();
    row.only_cell()
        .filter(|cell| Key::of(cell).is_some() && !is_coordinate(cell))
}

/// Whether most corners have a line of their own for their name.
fn names_above(rows: &[Row], layout: &Layout) -> bool {
    let [block] = layout.blocks.as_slice() else {
        return false;
    };
    let (mut corners, mut named, mut is_named) = (0, 0, false);
    for row in rows.iter().filter(|row| !row.is_blank()) {
        if block
            .columns
            .iter()
            .all(|column| is_number(row.cell(*column)))
        {
            corners += 1;
            named += usize::from(is_named);
        }
        is_named = lone_name(row).is_some();
    }
    block.label.is_none() && named * 2 > corners
}

/// The rows from the first corner on.
struct Below<'a, 'b> {
    layout: &'b Layout,
    above: &'a [Row],
    title: String,
    /// The last name in the column of areas: the cells below it are blank where they were one.
    area: String,
    part: usize,
    lines: usize,
    stretch: usize,
    /// Name of the last corner, by its block.
    last: Option<Key<'a>>,
    /// Names of the parcels over the blocks.
    titles: Vec<String>,
    /// Names stand on lines of their own.
    names_above: bool,
    /// The one above.
    name: &'a str,
}

impl<'a> Below<'a, '_> {
    fn add(&mut self, row: &'a Row, gathered: &mut Gathered<'a>) -> Result<(), ReadError> {
        if let Some(name) = lone_name(row).filter(|_| self.names_above) {
            // Two after one another: the corner of the first one is missing.
            if !self.name.is_empty() {
                return Err(bad_cell(row, self.layout.columns()[0]));
            }
            self.name = name;
            return Ok(());
        }
        match classes::class(row, self.layout, self.above, self.last.as_ref()) {
            Class::Passed => self.stretch += usize::from(!row.is_blank()),
            Class::Text => self.line(row, gathered),
            Class::Damaged(column) => return Err(bad_cell(row, column)),
            Class::Corners => self.corners(row, gathered),
        }
        Ok(())
    }

    fn line(&mut self, row: &Row, gathered: &mut Gathered<'a>) {
        let text = row.text();
        if !only_names_meridian(&text) {
            gathered.notes.push(noted(row));
        }
        let beside = self
            .layout
            .columns()
            .iter()
            .all(|column| row.cell(*column).is_empty())
            && row
                .only_cell()
                .is_some_and(|cell| !cell.contains(char::is_alphabetic));
        let kind = if beside {
            Line::Page
        } else {
            line(&text, &self.title)
        };
        self.stretch += usize::from(!beside);
        match kind {
            Line::Page => {}
            Line::Part => self.part += 1,
            Line::Other => self.lines += 1,
        }
        if kind != Line::Page {
            beginning(&text).clone_into(&mut self.title);
        }
        gathered.lines.push(text);
    }

    fn corners(&mut self, row: &'a Row, gathered: &mut Gathered<'a>) {
        if let Some(column) = self.layout.ring {
            let area = row.cell(column);
            let is_known = self.layout.parcels.is_empty()
                || self.layout.parcels.iter().any(|known| known == area);
            if !area.is_empty() && is_known {
                beginning(area).clone_into(&mut self.area);
            }
        }
        self.remarks(row, gathered);
        let area = if self.layout.ring.is_some() {
            &self.area
        } else {
            &self.title
        };
        for (place, block) in self.layout.blocks.iter().enumerate() {
            let label = match block.label {
                Some(column) => row.cell(column),
                None => std::mem::take(&mut self.name),
            };
            let data = Data {
                row,
                block: *block,
                label,
                place,
                stretch: self.stretch,
                area: self.titles.get(place).unwrap_or(area).clone(),
                is_sure: self.layout.parcels.is_empty(),
                part: self.part,
                lines: self.lines,
            };
            if data.cells() == ["", ""] {
                continue;
            }
            if place == 0 || self.layout.blocks.len() == 1 {
                self.last = Key::of(data.label()).or(self.last);
            }
            gathered.data.push(data);
            done(1);
        }
    }

    /// What is said beside a corner may name a system: "HN-72" among the remarks.
    fn remarks(&self, row: &Row, gathered: &mut Gathered<'a>) {
        for (column, cell) in row.cells.iter().enumerate() {
            let says = cell.len() >= 4
                && cell.contains(char::is_alphabetic)
                && !self.layout.is_of_corners(column);
            if says
                && self.layout.ring != Some(column)
                && gathered.lines.len() < LIMIT_LINES
                && !gathered.lines.contains(cell)
            {
                gathered.lines.push(cell.clone());
            }
        }
    }
}

/// Remarks beside corners that are looked at, with the lines of text around them.
const LIMIT_LINES: usize = 1000;

fn noted(row: &Row) -> Note {
    Note::TextLine {
        row: row.number,
        text: beginning(&row.text()).to_owned(),
    }
}

/// Columns that look like coordinates and are not used, with what stands at their head.
fn columns_aside(layout: &Layout, rows: &[Row], gathered: &mut Gathered<'_>) {
    for column in &layout.aside {
        let head = layout
            .heading
            .and_then(|row| rows.get(row))
            .map_or("", |row| row.cell(*column));
        let first = rows
            .iter()
            .skip(layout.start)
            .map(|row| row.cell(*column))
            .find(|cell| !cell.is_empty());
        gathered.notes.push(Note::Column {
            column: column + 1,
            text: beginning(if head.is_empty() {
                first.unwrap_or_default()
            } else {
                head
            })
            .to_owned(),
        });
    }
    // A column of meridians is a sentence that was put into a table.
    for column in &layout.measures {
        let head = rows.iter().take(layout.start).map(|row| row.cell(*column));
        let first = rows.get(layout.start).map_or("", |row| row.cell(*column));
        let said: Vec<&str> = head.chain([first]).collect();
        gathered.lines.push(said.join(" "));
    }
}

/// Puts the corners of several blocks in the order of their names.
///
/// # Errors
/// The first corner of the second block, where nothing tells the order, and two systems where the blocks are those.
pub(super) fn put_in_order(
    data: &mut Vec<Data<'_>>,
    layout: &Layout,
    systems: usize,
) -> Result<(), ReadError> {
    if layout.blocks.len() < 2 {
        return Ok(());
    }
    let placed: Vec<Placed<'_>> = data.iter().map(Data::placed).collect();
    let is_unnamed = layout.blocks.iter().any(|block| block.label.is_none());
    let order = order::order(&placed).filter(|_| !is_unnamed);
    let Some(order) = order else {
        let second = data.iter().find(|data| data.place > 0);
        return Err(match second {
            _ if systems > 1 && is_unnamed => ReadError::SeveralSystems,
            Some(second) => second.bad_cell(None),
            None => ReadError::NoPolygon { others: 0 },
        });
    };
    let sorted = order
        .iter()
        .filter_map(|at| data.get(*at).cloned())
        .collect();
    *data = sorted;
    Ok(())
}
