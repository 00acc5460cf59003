//! PDF with a text layer: what is read of one. The reading itself is a part of its own, which a page loads for its first PDF:
//! the part makes a message of the file, and the reader of files takes this message in the file's place.

#[cfg(feature = "pdf")]
mod extract;

use crate::read::Format;
use serde::{Deserialize, Serialize};

/// Why a PDF gives no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Something that its pages need is missing or cannot be unpacked.
    Damaged,
    /// A password is needed to see it.
    Locked,
    /// Pictures only, as of a scan.
    NoText,
    /// What the letters of a table on this page stand for is not in the file.
    Letters { page: usize },
    /// More pages, objects or unpacked bytes than are read.
    TooLarge,
}

/// The text of all pages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// A line for each row, with tabs between its cells.
    pub lines: String,
    /// For each page how many lines are before it.
    pub pages: Vec<usize>,
    /// The lines of each table, from one to before another, counted from 0.
    pub tables: Vec<(usize, usize)>,
    /// Pages that are pictures, from 1 on.
    pub scanned: Vec<usize>,
    /// The first page with letters that the file does not tell.
    pub untold: Option<usize>,
    /// Figures are drawn unseen, as text recognised in a scan is.
    pub is_recognised: bool,
}

/// Bytes before the beginning of a PDF that readers pass over.
const BEFORE: usize = 1024;

/// Whether it begins as a PDF, after nothing but blanks.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..BEFORE).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    Format::Pdf.begins(head.trim_ascii_start())
}

/// What a message begins with: no text and no file of another kind does. The build is in it, for two parts that do not
/// belong together not to misread each other.
fn mark() -> Vec<u8> {
    [b"\0pdf\0", crate::BUILD.as_bytes(), b"\0"].concat()
}

/// What a message says; `None` for bytes that are none.
pub fn from_message(bytes: &[u8]) -> Option<Result<Text, Fault>> {
    let message = bytes.strip_prefix(mark().as_slice())?;
    postcard::from_bytes(message).ok()
}

#[cfg(feature = "pdf")]
pub use extract::text;

/// A file → its message.
#[cfg(feature = "pdf")]
pub fn to_message(bytes: &[u8]) -> Vec<u8> {
    // Memory is the only limit of writing it.
    let message = postcard::to_allocvec(&text(bytes)).unwrap_or_default();
    [mark(), message].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pdf_is_known_after_blanks_only() {
        let blanks = [b" \r\n".repeat(300), b"%PDF-1.4".to_vec()].concat();
        for bytes in [&b"%PDF-1.7"[..], b"\xef\xbb\xbf\n%PDF-1.4", &blanks] {
            assert!(is_pdf(bytes));
        }
        let far = [b" ".repeat(1100), b"%PDF-1.4".to_vec()].concat();
        for bytes in [&b"see %PDF-1.4"[..], b"", &far] {
            assert!(!is_pdf(bytes));
        }
    }

    #[test]
    fn message_of_another_build_is_none() {
        assert_eq!(from_message(b"\0pdf\0other\0\0"), None);
        assert_eq!(from_message(b""), None);
    }
}
