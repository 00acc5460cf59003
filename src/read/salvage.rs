//! What a table holds that gives no boundary: the coordinates of its rows as they stand, to be corrected by hand.

use super::{
    LIMIT_BYTES,
    archive::Archive,
    document,
    sniff::{self, Kind},
    table::{self, Row},
    workbook,
};

/// Rows that a person corrects by hand.
const LIMIT_ROWS: usize = 500;

/// The two coordinates of each row that holds any, in the order of the file; none where it holds no table.
pub fn rows_of(bytes: &[u8]) -> Vec<[String; 2]> {
    let mut pairs = rows(bytes)
        .map(|rows| table::pairs(&rows))
        .unwrap_or_default();
    pairs.truncate(LIMIT_ROWS);
    pairs
}

fn rows(bytes: &[u8]) -> Option<Vec<Row>> {
    if bytes.len() > LIMIT_BYTES {
        return None;
    }
    if sniff::is_archive(bytes) {
        let archive = Archive::open(bytes).ok()?;
        return match workbook::part(&archive) {
            Some(part) => workbook::rows(&archive, part),
            None => document::rows(&archive, document::part(&archive)?),
        };
    }
    match sniff::sniff(bytes) {
        Ok(Kind::Table(file)) => Some(table::rows(&file.text)),
        _ => None,
    }
}
