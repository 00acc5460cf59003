//! What a table holds that gives no boundary: the coordinates of its rows as they stand, to be corrected by hand.

use super::{
    LIMIT_BYTES,
    archive::Archive,
    document,
    sniff::{self, Kind},
    tables::{Source, read_pairs},
    workbook,
};

/// Rows that a person corrects by hand.
const LIMIT_ROWS: usize = 500;

/// The two coordinates of each row that holds any, in the order of the file; none where it holds no table.
pub fn rows_of(bytes: &[u8]) -> Vec<[String; 2]> {
    let mut pairs = pairs(bytes).unwrap_or_default();
    pairs.truncate(LIMIT_ROWS);
    pairs
}

fn pairs(bytes: &[u8]) -> Option<Vec<[String; 2]>> {
    if bytes.len() > LIMIT_BYTES {
        return None;
    }
    if sniff::is_archive(bytes) {
        let archive = Archive::open(bytes).ok()?;
        let source = match workbook::part(&archive) {
            Some(part) => Source::Workbook(&archive, part),
            None => Source::Document(&archive, document::part(&archive)?),
        };
        return Some(read_pairs(&source));
    }
    match sniff::sniff(bytes) {
        Ok(Kind::Table(file)) => Some(read_pairs(&Source::Text(&file.text))),
        _ => None,
    }
}
