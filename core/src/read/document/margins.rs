//! The head and the foot of the pages: they may name the system, the unit or the parcel, as lines above the table do.

use super::{
    super::{
        ReadError,
        archive::{Archive, Entry},
        package,
        table::Row,
    },
    body::{self, Block, Body},
};

/// Pages have few lines there.
const LIMIT_LINES: usize = 100;

/// Puts these lines before the text, each once.
///
/// # Errors
/// The parts are damaged.
pub(super) fn add(archive: &Archive<'_>, part: &Entry, body: &mut Body) -> Result<(), ReadError> {
    let mut lines: Vec<Row> = Vec::new();
    for entry in parts(archive, part)? {
        let read = body::read(&package::text(archive, entry)?, part.name == CONTENT)?;
        body.hides |= read.hides;
        body.deletes |= read.deletes;
        for row in read.blocks.into_iter().flat_map(|block| block.rows) {
            let text = row.text();
            let is_known = lines.iter().any(|line| line.cells.first() == Some(&text));
            // The number of a page alone says nothing.
            if text.contains(char::is_alphabetic) && !is_known && lines.len() < LIMIT_LINES {
                body.places.push((0, row.number));
                lines.push(Row {
                    number: body.places.len(),
                    cells: vec![text],
                });
            }
        }
    }
    if !lines.is_empty() {
        let block = Block {
            table: 0,
            rows: lines,
        };
        body.blocks.insert(0, block);
    }
    Ok(())
}

/// The text of an OpenDocument, and its styles, in which its pages are described.
const CONTENT: &str = "content.xml";
const STYLES: &str = "styles.xml";

fn parts<'a>(archive: &'a Archive<'_>, part: &Entry) -> Result<Vec<&'a Entry>, ReadError> {
    if part.name == CONTENT {
        return Ok(archive.entry(STYLES).into_iter().collect());
    }
    let links = package::links_of(archive, part).transpose()?;
    let is_margin = |link: &package::Link<'a>| link.is("header") || link.is("footer");
    let margins = links.unwrap_or_default().into_iter().filter(is_margin);
    Ok(margins.filter_map(|link| link.entry).collect())
}
