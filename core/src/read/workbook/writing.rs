//! Workbooks for tests.

use super::{super::archive::writing::zip, address};

/// A cell: a number or the result of a formula as it stands, or a text.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) enum Written<'a> {
    Number(&'a str),
    Text(&'a str),
    Blank,
}

pub(in crate::read) use Written::{Blank, Number, Text};

/// The cells of a sheet from A1 on, its texts kept in the sheet itself.
pub(in crate::read) fn sheet(rows: &[&[Written<'_>]]) -> String {
    let mut data = String::new();
    for (row, cells) in (1..).zip(rows) {
        data.push_str(&format!("<row r=\"{row}\">"));
        for (column, cell) in (1..).zip(*cells) {
            let name = address::name(column, row);
            data.push_str(&match cell {
                Number(number) => format!("<c r=\"{name}\"><v>{number}</v></c>"),
                Text(text) => {
                    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                }
                Blank => format!("<c r=\"{name}\" s=\"1\"/>"),
            });
        }
        data.push_str("</row>");
    }
    format!("<worksheet><sheetData>{data}</sheetData></worksheet>")
}

/// A workbook of named sheets, and its shared strings.
pub(in crate::read) fn xlsx(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let mut listed = String::new();
    let mut links = String::new();
    for (number, (name, _)) in (1..).zip(sheets) {
        listed.push_str(&format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"
        ));
        links.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
    }
    links.push_str(
        "<Relationship Id=\"s\" Type=\"http://x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>",
    );
    let listed = format!("<workbook><sheets>{listed}</sheets></workbook>");
    let links = format!("<Relationships>{links}</Relationships>");
    let strings = format!("<sst>{strings}</sst>");
    let names: Vec<String> = (1..=sheets.len())
        .map(|number| format!("xl/worksheets/sheet{number}.xml"))
        .collect();
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", listed.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ];
    for (name, (_, content)) in names.iter().zip(sheets) {
        files.push((name, content.as_bytes()));
    }
    zip(&files)
}
