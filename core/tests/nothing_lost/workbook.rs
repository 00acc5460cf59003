//! Rows of cells → a workbook of one sheet, in an archive that is not packed.

use std::fmt::Write;

/// The workbook with the texts of its cells; plain numbers are numbers.
pub fn of(rows: &[Vec<String>]) -> Vec<u8> {
    let mut data = String::new();
    for (row, cells) in (1..).zip(rows) {
        let _ = write!(data, "<row r=\"{row}\">");
        for (column, cell) in (b'A'..=b'Z').zip(cells) {
            let name = format!("{}{row}", char::from(column));
            let is_number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            let _ = match cell.as_str() {
                "" => Ok(()),
                number if is_number => write!(data, "<c r=\"{name}\"><v>{number}</v></c>"),
                text => {
                    let text = text
                        .replace('&', "&amp;")
                        .replace('<', "&lt;")
                        .replace('\u{c}', "");
                    write!(
                        data,
                        "<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                    )
                }
            };
        }
        data.push_str("</row>");
    }
    let sheet = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
    zip(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"http://x/worksheet\" Target=\"sheet.xml\"/></Relationships>",
        ),
        ("xl/sheet.xml", &sheet),
    ])
}

fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let length = (content.len() as u32).to_le_bytes();
        let sum = checksum(content.as_bytes()).to_le_bytes();
        let name_length = (name.len() as u16).to_le_bytes();
        let about = [&[0; 8][..], &sum, &length, &length, &name_length, &[0, 0]].concat();
        let offset = (file.len() as u32).to_le_bytes();
        file.extend(
            [
                b"PK\x03\x04\x14\0",
                &about[..],
                name.as_bytes(),
                content.as_bytes(),
            ]
            .concat(),
        );
        directory.extend(
            [
                b"PK\x01\x02\x14\0\x14\0",
                &about[..],
                &[0; 10],
                &offset,
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let count = (files.len() as u16).to_le_bytes();
    let length = (directory.len() as u32).to_le_bytes();
    let start = (file.len() as u32).to_le_bytes();
    let end = [
        b"PK\x05\x06\0\0\0\0",
        &count[..],
        &count,
        &length,
        &start,
        &[0, 0],
    ]
    .concat();
    [file, directory, end].concat()
}

/// CRC-32 of archives, bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 * (sum & 1))
        })
    })
}
