//! The text of a PDF → a table, with what is particular to a PDF said beside it.

use super::{Found, Hint, Layer, Note, ReadError, decode, noted, tables};
use crate::pdf::{Fault, Text};

/// Reads what was found in a PDF.
pub(super) fn read(text: Result<Text, Fault>, hint: &Hint) -> Result<Layer, ReadError> {
    let fault = |fault| ReadError::Pdf { fault };
    let text = text.map_err(fault)?;
    let file = decode::decode(text.lines.as_bytes())?;
    let mut layer = match noted(&file, tables::read_text(&file.text, hint)) {
        Ok(layer) => layer,
        Err(ReadError::NoPolygon { .. } | ReadError::UnsupportedFormat { .. }) => {
            // The table may be on a page that is a picture, or in letters that are not told.
            if !text.scanned.is_empty() {
                return Err(fault(Fault::NoText));
            }
            return Err(match text.untold {
                Some(page) => fault(Fault::Letters { page }),
                None => ReadError::NoPolygon { others: 0 },
            });
        }
        Err(error) => return Err(on_page(error, &text.pages)),
    };
    layer.format = "pdf";
    if text.is_recognised {
        layer.notes.push(Note::RecognisedText);
    }
    layer
        .notes
        .extend(text.untold.map(|page| Note::UnknownLetters { page }));
    if !text.scanned.is_empty() {
        let pages = text.scanned;
        layer.notes.push(Note::ScannedPages { pages });
    }
    Ok(layer)
}

/// An error of a table, with the page that its line is on and the line counted there.
fn on_page(error: ReadError, pages: &[u32]) -> ReadError {
    let ReadError::BadCoordinates {
        found,
        place: Found::Cell { row, column },
    } = error
    else {
        return error;
    };
    let page = pages.partition_point(|before| (*before as usize) < row);
    let before = page.checked_sub(1).and_then(|index| pages.get(index));
    let line = row - before.map_or(0, |before| *before as usize);
    ReadError::BadCoordinates {
        found,
        place: Found::Page { page, line, column },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNERS: &str =
        "1\t2431200,15\t455310,42\n2\t2431388,70\t455702,11\n3\t2431301,05\t456055,90\n";

    fn of(lines: &str) -> Text {
        Text {
            lines: lines.to_owned(),
            pages: vec![0],
            ..Text::default()
        }
    }

    #[test]
    fn what_is_not_seen_of_a_pdf_is_said() {
        let text = Text {
            scanned: vec![2],
            is_recognised: true,
            ..of(CORNERS)
        };
        let layer = read(Ok(text), &Hint::default()).unwrap();
        assert_eq!(layer.format, "pdf");
        let pages = vec![2];
        let expected = [Note::RecognisedText, Note::ScannedPages { pages }];
        assert!(layer.notes.ends_with(&expected), "{:?}", layer.notes);
    }

    #[test]
    fn bad_cell_is_named_by_its_page() {
        let text = Text {
            pages: vec![0, 2],
            ..of(&format!(
                "Phụ lục\n1\n{}",
                CORNERS.replace("388,70", "38B,70")
            ))
        };
        let place = match read(Ok(text), &Hint::default()) {
            Err(ReadError::BadCoordinates { place, .. }) => place,
            other => panic!("{other:?}"),
        };
        let (page, line, column) = (2, 2, 2);
        assert_eq!(place, Found::Page { page, line, column });
    }

    #[test]
    fn text_without_a_table_is_told_by_what_else_is_there() {
        let plain = of("Quyết định\n");
        let scanned = Text {
            scanned: vec![2],
            ..plain.clone()
        };
        let untold = Text {
            untold: Some(3),
            ..plain.clone()
        };
        for (text, error) in [
            (plain, ReadError::NoPolygon { others: 0 }),
            (
                scanned,
                ReadError::Pdf {
                    fault: Fault::NoText,
                },
            ),
            (
                untold,
                ReadError::Pdf {
                    fault: Fault::Letters { page: 3 },
                },
            ),
        ] {
            assert_eq!(read(Ok(text), &Hint::default()), Err(error));
        }
    }
}
