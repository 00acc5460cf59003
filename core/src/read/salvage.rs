//! What a table holds that gives no boundary: what a person needs to correct it by hand.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    LIMIT_BYTES,
    archive::Archive,
    document,
    sniff::{self, Kind},
    tables::{Source, save},
    workbook,
};
use crate::boundary::Crs;

/// Rows that a person corrects by hand.
const LIMIT_ROWS: usize = 500;

/// What is saved of a file that gives no boundary.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Salvaged {
    /// The two coordinates of each row that holds any, as they stand, in the order of the file.
    pub rows: Vec<[String; 2]>,
    /// The system that the text names.
    pub stated: Option<Crs>,
    /// The first line that looks like a corner and is none; of a text without such a line its first one.
    pub unread: Option<Unread>,
}

/// A line that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Number of the line in a text, from 1 on; `None` where lines have no numbers, as in a document.
    pub line: Option<usize>,
    /// Its beginning.
    pub text: String,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "first line that is no corner")?;
        if let Some(line) = self.line {
            write!(f, " ({line})")?;
        }
        write!(f, ": {:?}", self.text)
    }
}

/// What can be saved of a file that [`super::read`] refuses; nothing where it holds no table.
pub fn salvage(bytes: &[u8]) -> Salvaged {
    let mut saved = saved(bytes).unwrap_or_default();
    saved.rows.truncate(LIMIT_ROWS);
    saved
}

fn saved(bytes: &[u8]) -> Option<Salvaged> {
    if bytes.len() > LIMIT_BYTES {
        return None;
    }
    if sniff::is_archive(bytes) {
        let archive = Archive::open(bytes).ok()?;
        let source = match workbook::part(&archive) {
            Some(part) => Source::Workbook(&archive, part),
            None => Source::Document(&archive, document::part(&archive)?),
        };
        return Some(save(&source));
    }
    match sniff::sniff(bytes) {
        Ok(Kind::Table(file)) => Some(save(&Source::Text(&file.text))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_corners_its_system_and_its_first_bad_line() {
        let text = "Hệ tọa độ VN-2000, kinh tuyến trục 105°45', múi chiếu 3°\n\
                    Điểm\tX\tY\n1\t2325000.12\t580000.5\n2\t23251OO.1x\t580000.4\n3\t2325100.5\t580100.4\n";
        let saved = salvage(text.as_bytes());
        assert_eq!(saved.rows.len(), 3);
        assert_eq!(saved.rows[1][0], "23251OO.1x");
        assert_eq!(saved.stated, Crs::from_meridian(105.75));
        let unread = Unread {
            line: Some(4),
            text: "2\t23251OO.1x\t580000.4".to_owned(),
        };
        assert_eq!(saved.unread, Some(unread));
    }

    #[test]
    fn words_alone_have_a_first_line() {
        let saved = salvage("\nKính gửi Ủy ban nhân dân tỉnh\nSố 12".as_bytes());
        assert_eq!((saved.rows.len(), saved.stated), (0, None));
        let unread = saved.unread.unwrap();
        assert_eq!(unread.line, Some(2));
        assert_eq!(unread.text, "Kính gửi Ủy ban nhân dân tỉnh");
    }

    #[test]
    fn what_is_no_table_leaves_nothing() {
        assert_eq!(salvage(b"{}"), Salvaged::default());
        assert_eq!(salvage(b"PK\x03\x04"), Salvaged::default());
    }
}
