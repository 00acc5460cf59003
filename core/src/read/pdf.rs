//! The text of a PDF → a table, with what is particular to a PDF said beside it.

use std::borrow::Cow;

use super::{
    Format, Found, Hint, Layer, Note, ReadError, decode, noted,
    table::{self, Content, Row},
};
use crate::pdf::{Fault, Text};

/// Reads what was found in a PDF.
pub(super) fn read(text: Result<Text, Fault>, hint: &Hint) -> Result<Layer, ReadError> {
    let fault = |fault| ReadError::Pdf { fault };
    let text = text.map_err(fault)?;
    let file = decode::decode(text.lines.as_bytes())?;
    let (lines, left) = of_corners(&file.text, &text);
    let mut layer = match noted(&file, table::read(&lines, hint)) {
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
    layer.format = Format::Pdf;
    if !text.tables.is_empty() {
        layer.notes.retain(|note| is_telling(note, &text.tables));
    }
    let tables = left.into_iter().map(|page| Note::TableOnPage { page });
    layer.notes.extend(tables);
    if text.is_recognised {
        layer.notes.push(Note::RecognisedText);
    }
    layer
        .notes
        .extend(text.untold.map(|page| Note::UnknownLetters { page }));
    if !text.scanned.is_empty() {
        let pages = text.scanned.iter().map(usize::to_string).collect();
        layer.notes.push(Note::ScannedPages { pages });
    }
    Ok(layer)
}

/// The lines without the tables of other figures beside those of corners, such as of land use, and the pages of these. Their
/// places stay. Tables that only set words side by side say what they say line by line.
fn of_corners<'a>(lines: &'a str, text: &Text) -> (Cow<'a, str>, Vec<usize>) {
    let rows: Vec<Row> = (1..)
        .zip(lines.lines())
        .map(|(number, line)| Row {
            number,
            cells: line.split('\t').map(str::to_owned).collect(),
        })
        .collect();
    let tables = text.tables.iter().filter_map(|(from, to)| {
        let rows = rows.get(*from..*to)?;
        Some((*from, rows, table::content(rows)))
    });
    let tables: Vec<_> = tables.collect();
    if !tables
        .iter()
        .any(|(.., content)| *content == Content::Coordinates)
    {
        return (Cow::Borrowed(lines), Vec::new());
    }
    let mut kept: Vec<Cow<'_, str>> = lines.lines().map(Cow::Borrowed).collect();
    let mut left = Vec::new();
    for (from, rows, content) in tables {
        let is_left = content == Content::Numbers && !rows.iter().any(may_be_corner);
        if content == Content::Coordinates || (content == Content::Numbers && !is_left) {
            continue;
        }
        for (line, row) in kept.iter_mut().skip(from).zip(rows) {
            *line = Cow::Owned(if is_left { String::new() } else { row.text() });
        }
        if is_left {
            left.push(page(from + 1, &text.pages));
        }
    }
    left.dedup();
    (Cow::Owned(kept.join("\n")), left)
}

/// A document has sentences around its tables, which are no news unless they hold two figures as long as coordinates.
fn is_telling(note: &Note, tables: &[(usize, usize)]) -> bool {
    let Note::TextLine { row, text } = note else {
        return true;
    };
    let is_inside = |(from, to): &(usize, usize)| (*from + 1..=*to).contains(row);
    let figures = text.split_whitespace().filter(|word| is_long(word));
    tables.iter().any(is_inside) || figures.count() >= 2
}

/// Two cells as long as coordinates, which may be a corner that cannot be read.
fn may_be_corner(row: &Row) -> bool {
    row.cells.iter().filter(|cell| is_long(cell)).count() >= 2
}

fn is_long(figure: &str) -> bool {
    figure.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// The page of a line, both counted from 1.
fn page(line: usize, pages: &[usize]) -> usize {
    pages.partition_point(|before| *before < line)
}

/// An error of a table, with the page that its line is on and the line counted there.
fn on_page(error: ReadError, pages: &[usize]) -> ReadError {
    error.placed(|row, column| {
        let page = page(row, pages);
        let before = page.checked_sub(1).and_then(|index| pages.get(index));
        let line = row - before.map_or(0, |before| *before);
        Found::Page { page, line, column }
    })
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
        assert_eq!(layer.format, Format::Pdf);
        let pages = vec!["2".to_owned()];
        let expected = [Note::RecognisedText, Note::ScannedPages { pages }];
        assert!(layer.notes.ends_with(&expected), "{:?}", layer.notes);
    }

    #[test]
    fn tables_of_other_figures_are_left_aside_with_their_pages() {
        let land = "1\tĐất nhà máy\t351.234,50\t60,64\n2\tĐất giao thông\t98.123,40\t16,94\n\tTổng\t579.177,16\t100,00\n";
        let words = "Nơi nhận:\tCHỦ TỊCH\n";
        let text = Text {
            pages: vec![0, 3],
            tables: vec![(0, 3), (3, 6), (6, 7), (7, 10)],
            ..of(&[land, CORNERS, words, land].concat())
        };
        let layer = read(Ok(text), &Hint::default()).unwrap();
        assert_eq!(layer.candidates[0].corner_labels.len(), 3);
        let pages = [1, 2].map(|page| Note::TableOnPage { page });
        assert!(layer.notes.ends_with(&pages), "{:?}", layer.notes);
    }

    #[test]
    fn sentences_around_a_table_are_no_news_unless_they_may_hold_corners() {
        for (row, text, tells) in [
            (5, "Căn cứ Tờ trình số 1234 ngày 12", false),
            (5, "điểm 4 tại 2431000,15 và 455000,42", true),
            (3, "Diện tích 57,92 ha", true),
        ] {
            let text = text.to_owned();
            let note = Note::TextLine { row, text };
            assert_eq!(is_telling(&note, &[(0, 3)]), tells, "{note:?}");
        }
        assert!(is_telling(&Note::Units, &[(0, 3)]));
    }

    #[test]
    fn table_with_what_may_be_a_spoilt_corner_is_not_left_aside() {
        let spoilt = "4\t2431200,15\t45531O,42\n";
        let text = Text {
            tables: vec![(0, 3), (3, 4)],
            ..of(&[CORNERS, spoilt].concat())
        };
        let error = read(Ok(text), &Hint::default()).unwrap_err();
        assert_eq!(error.code(), "BAD_COORDINATES");
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
