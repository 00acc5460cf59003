//! The table of corners as a workbook of one sheet: numbers as numbers, texts in the cells themselves, no formulas.

mod parts;
mod zip;

use std::fmt::Write;

use super::{
    Boundary,
    guard::begins_formula,
    line::line,
    table::{COORDINATE_DECIMALS, Cell, LENGTH_DECIMALS, Words, count_rows, each_row, has_rings},
    xml::escaped,
};
use crate::number::fixed;
use parts::Style;
use thiserror::Error;
use zip::Zip;

/// Rows of a sheet.
const LIMIT_ROWS: usize = 1_048_576;
/// Characters of a sheet's name.
const LIMIT_NAME: usize = 31;
/// Width of a column of figures and of the one with the names of rings, characters.
const WIDTHS: [u8; 2] = [18, 28];

/// A boundary of more corners than a sheet has rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("more rows than the {limit} of a sheet")]
pub struct TooManyRows {
    pub limit: usize,
}

/// The table of corners as XLSX. The sheet bears the title of the table.
///
/// # Errors
/// [`TooManyRows`].
pub fn xlsx(boundary: &Boundary<'_>, words: &Words<'_>) -> Result<Vec<u8>, TooManyRows> {
    let too_many = TooManyRows { limit: LIMIT_ROWS };
    if count_rows(boundary) > LIMIT_ROWS {
        return Err(too_many);
    }
    let workbook = workbook(words.title);
    let sheet = sheet(boundary, words);
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES),
        ("_rels/.rels", parts::LINKS),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", parts::WORKBOOK_LINKS),
        ("xl/styles.xml", parts::STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    let mut zip = Zip::default();
    for (name, content) in files {
        zip.add(name, content.as_bytes()).ok_or(too_many)?;
    }
    zip.finish().ok_or(too_many)
}

fn workbook(title: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"{}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        escaped(&sheet_name(title))
    )
}

/// What a sheet may be called: some signs are for formulas.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c })
        .take(LIMIT_NAME)
        .collect();
    if name.trim().is_empty() {
        "1".to_owned()
    } else {
        name
    }
}

fn sheet(boundary: &Boundary<'_>, words: &Words<'_>) -> String {
    let mut text = parts::SHEET_START.to_owned();
    let [figures, names] = WIDTHS;
    let first = if has_rings(boundary) { names } else { figures };
    let _ = write!(
        text,
        "<cols><col min=\"1\" max=\"1\" width=\"{first}\" customWidth=\"1\"/>\
         <col min=\"2\" max=\"5\" width=\"{figures}\" customWidth=\"1\"/></cols><sheetData>"
    );
    let mut row_number = 0;
    each_row(boundary, words, |row| {
        row_number += 1;
        let _ = write!(text, "<row r=\"{row_number}\">");
        for (column, cell) in ('A'..='Z').zip(row) {
            write_cell(&mut text, &format!("{column}{row_number}"), *cell);
        }
        text.push_str("</row>");
    });
    text.push_str("</sheetData><pageSetup paperSize=\"9\" orientation=\"portrait\"/></worksheet>");
    text
}

fn write_cell(text: &mut String, at: &str, cell: Cell<'_>) {
    let _ = match cell {
        Cell::Title(words) => write_text(text, at, words, [Style::Title, Style::GuardedTitle]),
        Cell::Text(words) => write_text(text, at, words, [Style::Text, Style::GuardedText]),
        Cell::Corner(number) => write!(text, "<c r=\"{at}\"><v>{number}</v></c>"),
        Cell::Coordinate(metres) => write!(
            text,
            "<c r=\"{at}\" s=\"{}\"><v>{}</v></c>",
            Style::Coordinate as u8,
            fixed(metres, COORDINATE_DECIMALS)
        ),
        Cell::Length(metres) => write!(
            text,
            "<c r=\"{at}\" s=\"{}\"><v>{}</v></c>",
            Style::Length as u8,
            fixed(metres, LENGTH_DECIMALS)
        ),
    };
}

/// The second style is for a text that begins as a formula does.
fn write_text(text: &mut String, at: &str, words: &str, styles: [Style; 2]) -> std::fmt::Result {
    let words = line(words);
    let [plain, guarded] = styles;
    let style = if begins_formula(&words) {
        guarded
    } else {
        plain
    };
    write!(
        text,
        "<c r=\"{at}\" s=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>",
        style as u8,
        escaped(&words)
    )
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn words<'a>() -> Words<'a> {
        Words {
            title: "Bảng/tọa độ",
            system: ["Hệ tọa độ", "VN-2000"],
            ring: "Vùng",
            corner: "Số hiệu điểm",
            north: "X (m)",
            east: "Y (m)",
            edge: "Cạnh (m)",
            ring_name: &|_, _| String::new(),
        }
    }

    #[test]
    fn numbers_are_numbers_and_a_formula_is_a_text() {
        let examined = sample::on_plane();
        let sheet = sheet(&Boundary::of("=1+1", &examined).unwrap(), &words());
        assert!(sheet.contains(
            "<row r=\"3\"><c r=\"A3\" s=\"3\" t=\"inlineStr\"><is><t>=1+1</t></is></c></row>"
        ));
        assert!(sheet.contains(
            "<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"B5\" s=\"4\"><v>1850933.250</v></c>\
             <c r=\"C5\" s=\"4\"><v>588156.500</v></c><c r=\"D5\" s=\"5\"><v>400.00</v></c></row>"
        ));
        assert!(!sheet.contains("<f"));
    }

    #[test]
    fn name_of_a_sheet_has_no_signs_of_formulas() {
        assert_eq!(sheet_name("Bảng/tọa độ"), "Bảng tọa độ");
        assert_eq!(sheet_name("[]"), "1");
        assert_eq!(sheet_name(&"ộ".repeat(40)).chars().count(), LIMIT_NAME);
    }

    #[test]
    fn same_boundary_gives_the_same_bytes() {
        let examined = sample::on_plane();
        let boundary = Boundary::of("A", &examined).unwrap();
        assert_eq!(xlsx(&boundary, &words()), xlsx(&boundary, &words()));
    }

    #[test]
    fn more_corners_than_rows_are_refused() {
        let mut examined = sample::on_plane();
        examined.plane = crate::boundary::Shape::of_ring(vec![[0.0, 0.0]; LIMIT_ROWS]);
        let boundary = Boundary::of("A", &examined).unwrap();
        assert_eq!(
            xlsx(&boundary, &words()),
            Err(TooManyRows { limit: LIMIT_ROWS })
        );
    }
}
