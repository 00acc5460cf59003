use super::super::{CrsFound, archive::writing::zip, read as read_file};
use super::*;
use crate::boundary::Crs;
use crate::read::Format;

/// Rows of a table in WordprocessingML.
fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &&[&str]| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<w:tbl>{rows}</w:tbl>")
}

fn line(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

const HEAD: &[&str] = &["Điểm", "X (m)", "Y (m)"];
const CORNERS: [&[&str]; 4] = [
    &["1", "2432100,50", "457000,25"],
    &["2", "2432100,50", "457420,75"],
    &["3", "2431810,25", "457420,75"],
    &["4", "2431810,25", "457000,25"],
];

fn corners() -> String {
    table(&[&[HEAD], &CORNERS[..]].concat())
}

fn packed(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let links = "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    zip(&[
        ("_rels/.rels", links.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn document(body: &str) -> Result<Layer, ReadError> {
    read_file(&packed(body), &Hint::default())
}

fn rings(body: &str) -> Vec<usize> {
    let layer = document(body).unwrap();
    let lengths = layer.candidates.iter().map(|one| one.corner_labels.len());
    lengths.collect()
}

fn open_document(body: &str) -> Result<Layer, ReadError> {
    let content = format!("<o:document-content><o:body>{body}</o:body></o:document-content>");
    read_file(
        &zip(&[("content.xml", content.as_bytes())]),
        &Hint::default(),
    )
}

#[test]
fn table_among_lines_is_read_with_the_system_they_name() {
    let body = line("VN-2000, kinh tuyến trục 104°45', múi chiếu 3°")
        + &corners()
        + &line("Diện tích: 12,2 ha");
    let layer = document(&body).unwrap();
    let crs = Crs::Vn2000Tm3 { meridian: 104.75 };
    assert_eq!(
        (layer.format, layer.crs),
        (Format::Docx, CrsFound::Stated(crs))
    );
    assert_eq!(layer.candidates[0].corner_labels, ["1", "2", "3", "4"]);
    assert_eq!(
        layer.candidates[0].shape.parts[0][0][1],
        [457_420.75, 2_432_100.5]
    );
}

#[test]
fn main_part_is_found_by_its_link_in_every_spelling() {
    let document = format!(
        "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body>{}</x:body></x:document>",
        corners().replace("w:", "x:")
    );
    for target in [
        "/Word/Document2.xml",
        "./word/document2.xml",
        "word\\document2.xml",
    ] {
        let links = format!(
            "<Relationships><Relationship Id='a' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='{target}'/></Relationships>"
        );
        let file = zip(&[
            ("_rels/.rels", links.as_bytes()),
            ("word/document2.xml", document.as_bytes()),
        ]);
        assert_eq!(
            read_file(&file, &Hint::default()).unwrap().format,
            Format::Docx,
            "{target}"
        );
    }
    let bare = zip(&[("word/document.xml", document.as_bytes())]);
    assert!(read_file(&bare, &Hint::default()).is_ok());
    let missing = zip(&[("word/styles.xml", b"<w:styles/>")]);
    assert_eq!(
        read_file(&missing, &Hint::default()),
        Err(ReadError::NoBoundaryInArchive)
    );
}

#[test]
fn same_text_in_two_ways_is_read_once() {
    let choice = |inner: &str| {
        let boxed = format!("<w:txbxContent>{inner}</w:txbxContent>");
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx>{boxed}</wps:txbx></mc:Choice><mc:Fallback><w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    };
    assert_eq!(rings(&choice(&corners())), [4]);
    let only = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        corners()
    );
    assert_eq!(rings(&only), [4]);
}

#[test]
fn table_within_a_cell_is_read_where_it_stands() {
    let inner = corners();
    let around = format!(
        "<w:tbl><w:tr><w:tc>{}{inner}<w:p/></w:tc></w:tr></w:tbl>",
        line("Khu A")
    );
    let layer = document(&around).unwrap();
    assert_eq!(layer.candidates[0].label.as_deref(), Some("Khu A"));
    assert_eq!(layer.candidates[0].corner_labels.len(), 4);
}

#[test]
fn deleted_and_hidden_text_is_left_out_and_told() {
    let deleted = "<w:p><w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>1</w:t></w:r></w:ins></w:p>";
    let cell = "<w:p><w:r><w:t>1</w:t></w:r></w:p>";
    let body = corners().replacen(cell, deleted, 1);
    let layer = document(&body).unwrap();
    assert_eq!(layer.candidates[0].corner_labels[0], "1");
    assert_eq!(layer.notes, [Note::Deletions]);
    let row = "<w:tr><w:tc><w:p><w:r><w:t>4</w:t>";
    let body = corners().replacen(
        row,
        &row.replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>"),
        1,
    );
    assert_eq!(rings(&body), [3]);
    let hidden = line("5 2431999,99 456999,99").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>");
    let layer = document(&(corners() + &hidden)).unwrap();
    assert_eq!(
        (layer.candidates[0].corner_labels.len(), layer.notes),
        (4, vec![Note::HiddenText])
    );
    let shown = line("Trang 2").replace("<w:r>", "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr>");
    assert!(matches!(
        document(&(corners() + &shown)).unwrap().notes[..],
        [Note::TextLine { .. }]
    ));
}

#[test]
fn codes_of_fields_and_former_properties_say_nothing() {
    let field = "<w:p><w:r><w:instrText> 9 2431999,99 456999,99 </w:instrText></w:r><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:p>";
    let span = "<w:tc><w:tcPr><w:tcPrChange><w:tcPr><w:gridSpan w:val='3'/></w:tcPr></w:tcPrChange></w:tcPr>";
    let body = corners().replacen("<w:tc>", span, 1) + field;
    assert_eq!(document(&body).unwrap().notes, []);
}

#[test]
fn degrees_with_a_raised_zero_or_a_symbol_are_degrees() {
    let raised = "<w:p><w:r><w:t>Kinh tuyến trục 104</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>0</w:t></w:r><w:r><w:t>45'</w:t></w:r></w:p>";
    let symbol = "<w:p><w:r><w:t>Kinh tuyến trục 104</w:t><w:sym w:font='Symbol' w:char='F0B0'/><w:t>45'</w:t></w:r></w:p>";
    for system in [raised, symbol] {
        let layer = document(&(system.to_owned() + &corners())).unwrap();
        assert_eq!(layer.crs.known(), Some(Crs::Vn2000Tm3 { meridian: 104.75 }));
    }
}

#[test]
fn columns_are_those_that_people_see() {
    // Borders that were dragged: the grid has four columns, each row three cells.
    let spread = |cells: &[&str], wide: usize| {
        let cell = |(index, text): (usize, &&str)| {
            let span = if index == wide {
                "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
            } else {
                ""
            };
            format!("<w:tc>{span}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
        };
        let cells: String = cells.iter().enumerate().map(cell).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let rows: String = CORNERS
        .iter()
        .zip([0, 1, 2, 0])
        .map(|(row, wide)| spread(row, wide))
        .collect();
    assert_eq!(rings(&format!("<w:tbl>{rows}</w:tbl>")), [4]);
}

#[test]
fn list_typed_into_single_cells_is_read_line_by_line() {
    let column = |index: usize| {
        let lines: String = CORNERS.iter().map(|row| line(row[index])).collect();
        format!("<w:tc>{lines}</w:tc>")
    };
    let breaks = |index: usize| {
        let lines: Vec<&str> = CORNERS.iter().map(|row| row[index]).collect();
        format!(
            "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>",
            lines.join("</w:t><w:br/><w:t>")
        )
    };
    let body = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr></w:tbl>",
        column(0),
        breaks(1),
        column(2)
    );
    assert_eq!(rings(&body), [4]);
    let short = body.replacen(&line("457420,75"), "", 1);
    assert!(matches!(
        document(&short),
        Err(ReadError::BadCoordinates { .. })
    ));
}

#[test]
fn corners_in_lines_are_read_as_in_a_text() {
    for sign in ["<w:tab/>", "<w:t> </w:t>", "<w:t>; </w:t>"] {
        let row = |row: &&[&str]| {
            let cells: Vec<String> = row
                .iter()
                .map(|cell| format!("<w:t>{cell}</w:t>"))
                .collect();
            format!("<w:p><w:r>{}</w:r></w:p>", cells.join(sign))
        };
        let lines: String = CORNERS.iter().map(row).collect();
        assert_eq!(rings(&lines), [4], "{sign}");
    }
    let without = document(&line("Điều 1. Phê duyệt")).unwrap_err();
    assert_eq!(without, ReadError::NoPolygon { others: 0 });
}

#[test]
fn tables_of_one_kind_are_one_list_and_others_are_told() {
    let (first, second) = CORNERS.split_at(2);
    let whole = table(first) + &line("(tiếp theo)") + &table(second);
    assert_eq!(rings(&whole), [4]);
    let parcels = line("Khu A") + &corners() + &line("Khu B") + &corners();
    assert_eq!(rings(&parcels), [4, 4]);
    let wider: Vec<Vec<&str>> = CORNERS.iter().map(|row| [&["9"], *row].concat()).collect();
    let wider: Vec<&[&str]> = wider.iter().map(Vec::as_slice).collect();
    assert_eq!(
        rings(&(corners() + &line("Khu B") + &table(&wider))),
        [4, 4]
    );
    let areas = table(&[
        &["1", "Đất nhà máy", "401.234,5", "57,2"],
        &["2", "Đất cây xanh", "300.000,0", "42,8"],
    ]);
    let layer = document(&(corners() + &areas)).unwrap();
    assert_eq!(layer.notes, [Note::OtherTable { table: 2 }]);
}

#[test]
fn what_cannot_be_read_is_named_by_table_row_and_cell() {
    let body = line("Khu A") + &corners() + &line("Khu B") + &corners();
    let at = body.rfind("457420,75").unwrap();
    let body = format!("{}45742O,75{}", &body[..at], &body[at + 9..]);
    let error = document(&body).unwrap_err();
    assert_eq!(
        error.to_string(),
        "bad coordinate \"45742O,75\" at table 2, row 4, cell 3"
    );
    let (first, second) = CORNERS.split_at(3);
    let body = table(first) + &table(second).replace("457000", "4S7000");
    let error = document(&body).unwrap_err();
    assert!(
        error.to_string().contains("table 2, row 1, cell 3"),
        "{error}"
    );
    // Of a table in which nothing can be read only its heading says what it should hold.
    let damaged = corners().replace("45", "4S");
    let error = document(&(corners() + &damaged)).unwrap_err();
    assert!(
        error.to_string().contains("at table 2, row 2, cell"),
        "{error}"
    );
}

#[test]
fn text_in_open_document_is_read() {
    let row = |cells: &&[&str]| {
        let cell = |text: &&str| format!("<t:table-cell><x:p>{text}</x:p></t:table-cell>");
        format!(
            "<t:table-row>{}</t:table-row>",
            cells.iter().map(cell).collect::<String>()
        )
    };
    let rows: String = CORNERS.iter().map(row).collect();
    let joined = format!(
        "<t:table-row><t:table-cell t:number-columns-spanned='3'><x:p>Tọa độ</x:p></t:table-cell><t:covered-table-cell t:number-columns-repeated='2'/></t:table-row>{rows}"
    );
    let note = "<x:p>Kinh tuyến trục <x:note><x:note-body><x:p>105°45'</x:p></x:note-body></x:note><x:span>104°45'</x:span></x:p>";
    let layer = open_document(&format!("<o:text><x:tracked-changes><x:p>Kinh tuyến trục 107°45'</x:p></x:tracked-changes>{note}<t:table>{joined}</t:table></o:text>")).unwrap();
    assert_eq!(
        (layer.format, layer.crs.known()),
        (Format::Odt, Some(Crs::Vn2000Tm3 { meridian: 104.75 }))
    );
    let sheet = open_document(&format!(
        "<o:spreadsheet><t:table>{rows}</t:table></o:spreadsheet>"
    ));
    assert_eq!(
        sheet,
        Err(ReadError::UnsupportedFormat {
            found: Unsupported::Office
        })
    );
}

#[test]
fn document_with_a_password_is_told() {
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let file = zip(&[
        ("content.xml", b"\xff\xfe\x01"),
        ("META-INF/manifest.xml", manifest),
    ]);
    assert_eq!(
        read_file(&file, &Hint::default()),
        Err(ReadError::EncryptedArchive)
    );
}

#[test]
fn nesting_and_cells_have_limits() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(30) + &"</w:tc></w:tr></w:tbl>".repeat(30);
    assert!(matches!(document(&deep), Err(ReadError::TooDeep { .. })));
    let many = "<w:tr><w:tc/></w:tr>".repeat(600_000);
    assert!(matches!(
        document(&format!("<w:tbl>{many}</w:tbl>")),
        Err(ReadError::TooManyCells { .. })
    ));
    let wide = corners().replacen(
        "<w:tc>",
        "<w:tc><w:tcPr><w:gridSpan w:val='4000000000'/></w:tcPr>",
        1,
    );
    assert!(document(&wide).is_ok());
}

#[test]
fn embedded_workbook_is_told_of() {
    let document = format!("<w:document><w:body>{}</w:body></w:document>", corners());
    let file = zip(&[
        ("word/document.xml", document.as_bytes()),
        ("word/embeddings/a.xlsx", b"x"),
    ]);
    let names = vec!["word/embeddings/a.xlsx".to_owned()];
    assert_eq!(
        read_file(&file, &Hint::default()).unwrap().notes,
        [Note::OtherFiles { names }]
    );
}

#[test]
fn lines_at_the_head_and_the_foot_of_pages_name_the_system() {
    let part = |root: &str, text: &str| {
        let lines = line(text) + &line("2");
        format!("<w:{root}>{lines}</w:{root}>")
    };
    let head = part("hdr", "Phụ lục I. Hệ tọa độ VN-2000, múi chiếu 3°");
    let foot = part("ftr", "Kinh tuyến trục 104°45'");
    let document = format!("<w:document><w:body>{}</w:body></w:document>", corners());
    let links = "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let of_document = "<Relationships><Relationship Id=\"a\" Type=\"http://x/header\" Target=\"header1.xml\"/>\
        <Relationship Id=\"b\" Type=\"http://x/header\" Target=\"header2.xml\"/>\
        <Relationship Id=\"c\" Type=\"http://x/footer\" Target=\"footer1.xml\"/></Relationships>";
    let file = zip(&[
        ("_rels/.rels", links.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", of_document.as_bytes()),
        ("word/header1.xml", head.as_bytes()),
        ("word/header2.xml", head.as_bytes()),
        ("word/footer1.xml", foot.as_bytes()),
    ]);
    let layer = read_file(&file, &Hint::default()).unwrap();
    let crs = Crs::Vn2000Tm3 { meridian: 104.75 };
    assert_eq!(layer.crs, CrsFound::Stated(crs));
    assert_eq!(layer.candidates.len(), 1);
    assert_eq!(layer.notes, []);
}

#[test]
fn styles_of_an_open_document_hold_the_head_of_its_pages() {
    let cell = |text: &str| format!("<t:table-cell><x:p>{text}</x:p></t:table-cell>");
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| cell(text)).collect();
        format!("<t:table-row>{cells}</t:table-row>")
    };
    let rows: String = CORNERS.iter().map(|corner| row(corner)).collect();
    let content = format!(
        "<o:document-content><o:body><o:text><t:table>{}{rows}</t:table></o:text></o:body></o:document-content>",
        row(HEAD)
    );
    let styles = "<o:document-styles><o:styles><s:style/></o:styles><o:master-styles><s:master-page>\
        <s:header><x:p>VN-2000, kinh tuyến trục 104°45', múi chiếu 3°</x:p></s:header>\
        </s:master-page></o:master-styles></o:document-styles>";
    let file = zip(&[
        ("content.xml", content.as_bytes()),
        ("styles.xml", styles.as_bytes()),
    ]);
    let layer = read_file(&file, &Hint::default()).unwrap();
    let crs = Crs::Vn2000Tm3 { meridian: 104.75 };
    assert_eq!(layer.crs, CrsFound::Stated(crs));
}

#[test]
fn hidden_text_at_the_head_of_pages_is_told() {
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>VN-2000, kinh tuyến trục 105°45'</w:t></w:r></w:p>";
    let head = format!("<w:hdr>{hidden}</w:hdr>");
    let document = format!("<w:document><w:body>{}</w:body></w:document>", corners());
    let links = "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let of_document = "<Relationships><Relationship Id=\"a\" Type=\"http://x/header\" Target=\"header1.xml\"/></Relationships>";
    let file = zip(&[
        ("_rels/.rels", links.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", of_document.as_bytes()),
        ("word/header1.xml", head.as_bytes()),
    ]);
    let layer = read_file(&file, &Hint::default()).unwrap();
    assert_eq!(layer.notes, [Note::HiddenText]);
}
