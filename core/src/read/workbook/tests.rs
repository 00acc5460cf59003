use super::{
    writing::{Blank, Number, Text, Written, sheet, xlsx},
    *,
};
use crate::read::Format;
use crate::read::{CrsFound, Unsupported, archive::writing::zip, read as read_file};

const CORNERS: [[Written<'_>; 3]; 3] = [
    [Number("1"), Number("1851433.395"), Number("588656.512")],
    [Number("2"), Number("1851452.225"), Number("588422.97")],
    [Number("3"), Number("1851657.167"), Number("588403.004")],
];

fn corners() -> Vec<&'static [Written<'static>]> {
    CORNERS.iter().map(<[_; 3]>::as_slice).collect()
}

fn workbook(sheets: &[(&str, &str)]) -> Result<Layer, ReadError> {
    read_file(&xlsx(sheets, ""), &Hint::default())
}

fn labels(layer: &Layer) -> Vec<Option<&str>> {
    let candidates = layer.candidates.iter();
    candidates
        .map(|candidate| candidate.label.as_deref())
        .collect()
}

#[test]
fn numbers_of_a_sheet_are_corners() {
    let layer = workbook(&[("Bảng", &sheet(&corners()))]).unwrap();
    let candidate = &layer.candidates[0];
    assert_eq!(candidate.corner_labels, ["1", "2", "3"]);
    assert_eq!(candidate.shape.parts[0][0][1], [588_422.97, 1_851_452.225]);
    assert_eq!((layer.format, labels(&layer)), (Format::Xlsx, vec![None]));
}

#[test]
fn meridian_is_found_in_the_sheet_or_in_another_one() {
    let title: &[Written<'_>] = &[Text("VN-2000, kinh tuyến trục 106°15'")];
    let stated = CrsFound::Stated(Crs::Vn2000Tm3 { meridian: 106.25 });
    let mut rows = vec![title];
    rows.extend(corners());
    assert_eq!(workbook(&[("A", &sheet(&rows))]).unwrap().crs, stated);
    let apart = [("A", &*sheet(&[title])), ("B", &*sheet(&corners()))];
    assert_eq!(workbook(&apart).unwrap().crs, stated);
    let other: &[Written<'_>] = &[Text("kinh tuyến trục 105°45'")];
    let both = [("A", &*sheet(&rows)), ("B", &*sheet(&[other]))];
    assert_eq!(workbook(&both), Err(ReadError::SeveralSystems));
}

#[test]
fn shared_strings_are_looked_up() {
    let cells = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
        <row><c><v>1851433.395</v></c><c t=\"str\"><f>A1</f><v>588656,512</v></c></row>\
        <row><c t=\"s\"><v> 2 </v></c><c><v>588422.97</v></c></row>\
        <row><c><v>1.851657167E6</v></c><c><v>588403.004</v></c></row>";
    let strings = "<si><t>X &amp; m</t></si><si><r><t>Y</t></r><r><t> (m)</t></r><rPh><t>wai</t></rPh></si>\
        <si><t xml:space=\"preserve\"> 1.851.452,225 </t></si>";
    let content = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let layer = read_file(&xlsx(&[("A", &content)], strings), &Hint::default()).unwrap();
    let expected = [
        [588_656.512, 1_851_433.395],
        [588_422.97, 1_851_452.225],
        [588_403.004, 1_851_657.167],
    ];
    assert_eq!(layer.candidates[0].shape.parts[0][0][..3], expected);
}

#[test]
fn sheets_with_corners_are_candidates_with_their_names() {
    let words = sheet(&[&[Text("ghi chú")]]);
    let areas = sheet(&[&[Text("Lô 1"), Number("12.5"), Number("30")]]);
    let corners = sheet(&corners());
    let layer = workbook(&[
        ("A", &corners),
        ("B", &words),
        ("C", &areas),
        ("D", &corners),
    ])
    .unwrap();
    assert_eq!(labels(&layer), [Some("A"), Some("D")]);
    assert_eq!(layer.notes, [Note::Sheet { name: "C".into() }]);
}

#[test]
fn hidden_sheet_is_not_read() {
    let corners = sheet(&corners());
    let bytes = xlsx(&[("A", &corners)], "");
    let archive = Archive::open(&bytes).unwrap();
    let listed = text(&archive, part(&archive).unwrap()).unwrap();
    let hidden = listed.replace("sheetId", "state=\"hidden\" sheetId");
    let files: Vec<(&str, Vec<u8>)> = archive
        .entries()
        .iter()
        .map(|entry| (entry.name.as_str(), archive.unpack(entry).unwrap()))
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, content)| match *name {
            "xl/workbook.xml" => (*name, hidden.as_bytes()),
            name => (name, content.as_slice()),
        })
        .collect();
    assert_eq!(
        read_file(&zip(&files), &Hint::default()),
        Err(ReadError::NoPolygon { others: 0 })
    );
}

/// The files of a workbook with other names or texts.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> (String, String)) -> Vec<u8> {
    let archive = Archive::open(bytes).unwrap();
    let files: Vec<(String, String)> = archive
        .entries()
        .iter()
        .map(|entry| change(&entry.name, text(&archive, entry).unwrap()))
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, content)| (name.as_str(), content.as_bytes()))
        .collect();
    zip(&files)
}

#[test]
fn parts_are_found_wherever_they_are_and_however_they_are_spelt() {
    let (a, b) = (sheet(&corners()), sheet(&corners()));
    let bytes = xlsx(&[("A", &a), ("B", &b)], "");
    let read = |bytes: &[u8]| read_file(bytes, &Hint::default());
    let expected = read(&bytes).unwrap();
    assert_eq!(labels(&expected), [Some("A"), Some("B")]);
    let same = |name: &str| name.to_owned();
    let spelt = [
        changed(&bytes, |name, text| {
            (same(name), text.replace("r:id", "d3p1:id"))
        }),
        changed(&bytes, |name, text| {
            (name.replace("sheet2", "Sheet2"), text)
        }),
        changed(&bytes, |name, text| (name.replace("xl/", "XL/"), text)),
        changed(&bytes, |name, text| {
            (
                same(name),
                text.replace("\"worksheets/", "\"./Worksheets/../worksheets/"),
            )
        }),
    ];
    for bytes in spelt {
        assert_eq!(read(&bytes).unwrap(), expected);
    }
    let root = "<Relationships><Relationship Id='1' Type='http://x/officeDocument' Target='book.xml'/></Relationships>";
    let moved = changed(&bytes, |name, text| match name {
        "[Content_Types].xml" => ("_rels/.rels".to_owned(), root.to_owned()),
        name => {
            let name = name.replace("xl/", "").replace("workbook.xml", "book.xml");
            (name, text.replace("/xl/", "/"))
        }
    });
    assert_eq!(read(&moved).unwrap(), expected);
}

#[test]
fn sheet_whose_part_is_missing_is_not_left_out() {
    let content = sheet(&corners());
    let bytes = xlsx(&[("A", &content), ("B", &content)], "");
    let lost = changed(&bytes, |name, text| (name.replace("sheet2", "other"), text));
    assert_eq!(
        read_file(&lost, &Hint::default()),
        Err(ReadError::CorruptArchive)
    );
}

#[test]
fn hidden_sheet_beside_is_told() {
    let content = sheet(&corners());
    let bytes = xlsx(&[("A", &content), ("B", &content)], "");
    let hidden = changed(&bytes, |name, text| {
        (
            name.to_owned(),
            text.replace("sheetId=\"2\"", "state=\"veryHidden\" sheetId=\"2\""),
        )
    });
    let layer = read_file(&hidden, &Hint::default()).unwrap();
    assert_eq!(layer.candidates.len(), 1);
    assert_eq!(layer.notes, [Note::HiddenSheet { name: "B".into() }]);
}

#[test]
fn sheet_of_control_points_is_left_aside_and_told() {
    let content = sheet(&corners());
    let layer = workbook(&[("Ranh giới", &content), ("Lưới khống chế", &content)]).unwrap();
    assert_eq!(layer.candidates.len(), 1);
    let name = "Lưới khống chế".to_owned();
    assert_eq!(layer.notes, [Note::ControlPoints { name }]);
    // Where there is no other sheet of corners they are read.
    let alone = workbook(&[("Lưới khống chế", &content)]).unwrap();
    assert_eq!((alone.candidates.len(), alone.notes.len()), (1, 0));
}

#[test]
fn hidden_columns_are_not_read_and_told() {
    let [a, b, c] = CORNERS.map(|[name, x, y]| [name, x, y, Number("1851000"), Number("588000")]);
    let content = sheet(&[&a, &b, &c]);
    let hidden = "<cols><col min=\"4\" max=\"5\" hidden=\"1\"/></cols><sheetData>";
    let layer = workbook(&[("A", &content.replace("<sheetData>", hidden))]).unwrap();
    assert_eq!(layer.candidates[0].corner_labels, ["1", "2", "3"]);
    let sheet = "A".to_owned();
    assert_eq!(layer.notes, [Note::HiddenCells { sheet }]);
}

#[test]
fn column_of_wkt_in_a_sheet_is_read() {
    let polygon = |x: f64| format!("POLYGON(({x} 21,{} 21,{x} 21.01,{x} 21))", x + 0.01);
    let [first, second] = [polygon(105.0), polygon(105.1)];
    let content = sheet(&[
        &[Text("ten"), Text("WKT")],
        &[Text("A"), Text(&first)],
        &[Text("B"), Text(&second)],
    ]);
    let layer = workbook(&[("Lô", &content), ("Khác", &sheet(&corners()))]).unwrap();
    assert_eq!(
        (layer.format, labels(&layer)),
        (Format::Xlsx, vec![Some("A"), Some("B")])
    );
    let name = "Khác".to_owned();
    assert_eq!(layer.notes, [Note::Sheet { name }]);
    let cut = content.replace("105.11 21,", "105.11 abc,");
    assert!(workbook(&[("Lô", &cut)]).is_err());
}

#[test]
fn corners_in_the_sentence_of_a_cell_are_read() {
    let corners = CORNERS.map(|[_, x, y]| match (x, y) {
        (Number(x), Number(y)) => format!("(X = {x}; Y = {y})"),
        _ => String::new(),
    });
    let content = sheet(&[&[Text(&corners.join(", "))]]);
    let layer = workbook(&[("A", &content)]).unwrap();
    assert_eq!(layer.candidates[0].shape.positions().count(), 4);
}

#[test]
fn bad_cell_is_named_as_people_see_it() {
    let error = |cell| {
        let row: &[Written<'_>] = &[Text("M4"), cell, Number("588403.1")];
        let mut rows = vec![[].as_slice()];
        rows.extend(corners());
        rows.push(row);
        workbook(&[("Tọa độ", &sheet(&rows))]).unwrap_err()
    };
    for (cell, found) in [(Blank, ""), (Text("#REF!"), "#REF!"), (Text("NaN"), "NaN")] {
        let place = Found::Sheet {
            sheet: "Tọa độ".into(),
            cell: "B5".into(),
        };
        let found = found.to_owned();
        assert_eq!(error(cell), ReadError::BadCoordinates { found, place });
    }
}

#[test]
fn numbers_that_are_no_coordinates_say_so() {
    let rows = sheet(&[
        &[Number("1250"), Number("3000")],
        &[Number("1250"), Number("3001")],
        &[Number("1250"), Number("3002")],
    ]);
    let error = workbook(&[("A", &rows)]).unwrap_err();
    assert_eq!(error.code(), "COORDINATES_OUT_OF_RANGE");
}

#[test]
fn cell_in_the_last_corner_of_the_sheet_is_harmless() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let content = sheet(&corners()).replace("</sheetData>", &format!("{far}</sheetData>"));
    assert_eq!(workbook(&[("A", &content)]).unwrap().candidates.len(), 1);
}

#[test]
fn cells_are_counted_with_the_blanks_between_and_the_length_of_their_texts() {
    let rows = "<row><c r=\"BL1\"><v>1</v></c></row>".repeat(20_000);
    let texts = "<row><c t=\"s\"><v>0</v></c></row>".repeat(20_000);
    let strings = format!("<si><t>{}</t></si>", "x".repeat(10_000));
    for rows in [rows, texts] {
        let content = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let error = read_file(&xlsx(&[("A", &content)], &strings), &Hint::default());
        assert_eq!(error.unwrap_err().code(), "TOO_LARGE");
    }
}

#[test]
fn binary_workbook_says_what_it_is() {
    let error = read_file(&zip(&[("xl/workbook.bin", b"<x/>")]), &Hint::default());
    let found = Unsupported::Office;
    assert_eq!(error, Err(ReadError::UnsupportedFormat { found }));
}

#[test]
fn cut_sheet_is_refused() {
    let content = sheet(&corners());
    for end in (0..content.len() - "</sheetData></worksheet>".len()).step_by(7) {
        let error = workbook(&[("A", &content[..end])]);
        assert!(error.is_err(), "cut at {end}");
    }
}
