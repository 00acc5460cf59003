//! Text documents (Word and OpenDocument): an annex with its corner table. Tables and the lines around them are read as
//! tables of a text are, so that every habit of a table holds for them.

mod body;
mod grid;
mod margins;

use body::{Block, Body, Place};

use super::{
    Candidate, Format, Found, Hint, Layer, Note, ReadError, Unsupported,
    archive::{Archive, Entry},
    package, system,
    table::{self, Content, Row},
};
use crate::boundary::Crs;

/// The part with the text, and the format.
pub(super) fn part<'a>(archive: &'a Archive<'_>) -> Option<(&'a Entry, Format)> {
    let word =
        package::main_part(archive, "document").or_else(|| archive.entry("word/document.xml"));
    let open = || archive.entry("content.xml").map(|part| (part, Format::Odt));
    word.map(|part| (part, Format::Docx)).or_else(open)
}

pub(super) fn read(
    archive: &Archive<'_>,
    (part, format): (&Entry, Format),
    hint: &Hint,
) -> Result<Layer, ReadError> {
    let is_open_document = format == Format::Odt;
    if is_open_document && is_encrypted(archive) {
        return Err(ReadError::EncryptedArchive);
    }
    let body = body_of(archive, part, is_open_document)?;
    let places = body.places;
    let is_table = |block: &Block| block.table > 0 && has_corners(&block.rows);
    let layer = if body.blocks.iter().any(is_table) {
        of_tables(body.blocks, hint)
    } else {
        of_lines(&body.blocks, hint)
    };
    let mut layer = layer.map_err(|error| placed(error, &places))?;
    layer.format = format;
    if body.hides {
        layer.notes.push(Note::HiddenText);
    }
    if body.deletes {
        layer.notes.push(Note::Deletions);
    }
    Ok(layer)
}

/// The rows of the tables with corners, without any those of its lines; and all of the document.
pub(super) fn rows(
    archive: &Archive<'_>,
    (part, format): (&Entry, Format),
) -> Option<(Vec<Row>, Vec<Row>)> {
    let blocks = body_of(archive, part, format == Format::Odt).ok()?.blocks;
    let all = table::rows(&lines(&blocks));
    let tables = blocks
        .iter()
        .filter(|block| block.table > 0 && has_corners(&block.rows));
    let rows: Vec<Row> = tables
        .flat_map(|block| block.rows.iter().cloned())
        .collect();
    let rows = if rows.is_empty() { all.clone() } else { rows };
    Some((rows, all))
}

/// The text with what stands at the head and the foot of its pages.
fn body_of(archive: &Archive<'_>, part: &Entry, is_open_document: bool) -> Result<Body, ReadError> {
    let mut body = body::read(&package::text(archive, part)?, is_open_document)?;
    margins::add(archive, part, &mut body)?;
    Ok(body)
}

/// With a password the parts of an OpenDocument are there, and not to be read.
fn is_encrypted(archive: &Archive<'_>) -> bool {
    let manifest = archive.entry("META-INF/manifest.xml");
    let listed = manifest.and_then(|entry| package::text(archive, entry).ok());
    listed.is_some_and(|listed| listed.contains("encryption-data"))
}

/// Coordinates, or what is called so and cannot be read.
fn has_corners(rows: &[Row]) -> bool {
    table::content(rows) == Content::Coordinates
        || (table::content(rows) == Content::Numbers && table::names_coordinates(rows))
}

fn lines(blocks: &[Block]) -> String {
    let rows = blocks.iter().flat_map(|block| &block.rows);
    let lines: Vec<String> = rows.map(|row| row.cells.join("\t")).collect();
    lines.join("\n")
}

/// A document in which no table holds corners: they stand in its lines, parted by blanks or signs.
fn of_lines(blocks: &[Block], hint: &Hint) -> Result<Layer, ReadError> {
    let no_text = ReadError::UnsupportedFormat {
        found: Unsupported::Text,
    };
    match table::read(&lines(blocks), hint) {
        Err(error) if error == no_text => Err(ReadError::NoPolygon { others: 0 }),
        layer => layer,
    }
}

/// Tables of one kind, with the lines before and between them: one list.
struct List {
    columns: Option<Vec<[usize; 2]>>,
    /// Cells of its last table's longest row.
    width: usize,
    rows: Vec<Row>,
    /// Number of its first table.
    table: usize,
}

fn of_tables(blocks: Vec<Block>, hint: &Hint) -> Result<Layer, ReadError> {
    let mut lists: Vec<List> = Vec::new();
    let mut lines: Vec<Row> = Vec::new();
    let mut notes = Vec::new();
    let mut others: Vec<Row> = Vec::new();
    for block in blocks {
        let width = block
            .rows
            .iter()
            .map(|row| row.cells.len())
            .max()
            .unwrap_or(0);
        if block.table == 0 {
            lines.extend(block.rows);
        } else if has_corners(&block.rows) {
            let columns = table::columns(&block.rows);
            match lists.last_mut().filter(|list| list.columns == columns) {
                Some(list) => list.rows.append(&mut lines),
                None => lists.push(List {
                    columns,
                    width,
                    rows: std::mem::take(&mut lines),
                    table: block.table,
                }),
            }
            if let Some(list) = lists.last_mut() {
                list.rows.extend(block.rows);
                list.width = width;
            }
        } else if let Some(list) = lists
            .last_mut()
            .filter(|list| list.width == width && table::has_spoilt_corner(&block.rows))
        {
            // It goes on with corners of which none can be read: refused with its place.
            list.rows.append(&mut lines);
            list.rows.extend(block.rows);
        } else if table::content(&block.rows) == Content::Words {
            // Made to put words side by side: what it says is said around the corners.
            lines.extend(block.rows.into_iter().map(|row| Row {
                cells: vec![row.text()],
                ..row
            }));
        } else {
            notes.push(Note::OtherTable { table: block.table });
            others.extend(block.rows);
        }
    }
    if let Some(list) = lists.last_mut() {
        list.rows.append(&mut lines);
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut named: Vec<Crs> = Vec::new();
    let mut few = None;
    for list in lists {
        match table::of_rows(&list.rows) {
            // Told of beside a boundary, the error where there is none.
            Err(error @ ReadError::TooFewPoints { .. }) => {
                few = few.or(Some(error));
                notes.push(Note::OtherTable { table: list.table });
            }
            Err(error) => return Err(error),
            Ok(table) => {
                candidates.extend(table.candidates);
                notes.extend(table.notes);
                named.extend(table.stated);
            }
        }
    }
    if candidates.is_empty() {
        return Err(few.unwrap_or(ReadError::NoPolygon { others: 0 }));
    }
    if !table::is_degrees(&candidates) {
        named.extend(table::named_system(&others)?);
    }
    let stated = named.first().copied();
    if named.iter().any(|crs| Some(*crs) != stated) {
        return Err(ReadError::SeveralSystems);
    }
    let system = system::find(&candidates, stated, hint)?;
    Ok(Layer {
        format: Format::Docx,
        candidates,
        crs: system.crs,
        axes_swapped: false,
        notes,
    })
}

/// An error of a table, with its place in the document.
fn placed(error: ReadError, places: &[Place]) -> ReadError {
    let place = |number: usize| places.get(number.checked_sub(1)?).copied();
    error.placed(|row, column| match place(row) {
        Some((0, row)) => Found::Cell { row, column },
        Some((table, row)) => Found::Table { table, row, column },
        None => Found::Cell { row, column },
    })
}

#[cfg(test)]
mod tests;
