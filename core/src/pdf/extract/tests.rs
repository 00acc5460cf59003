use super::*;

/// A page with this content, and Helvetica under the name F.
fn file(content: &str) -> Vec<u8> {
    let length = content.len();
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Contents 4 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
         5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n\
         4 0 obj<</Length {length}>>stream\n{content}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    .into_bytes()
}

fn lines(content: &str) -> String {
    text(&file(content)).unwrap().lines
}

#[test]
fn words_are_parted_by_small_gaps_and_cells_by_wide_ones() {
    let content = "BT /F 10 Tf 50 700 Td [(2)-278(431)-250(200,15)]TJ 90 0 Td (455310,42) Tj ET";
    assert_eq!(lines(content), "2 431 200,15\t455310,42\n");
    let content = "BT /F 10 Tf 50 700 Td (M1  2431200,15) Tj ( 455310,42) Tj ET";
    assert_eq!(lines(content), "M1\t2431200,15 455310,42\n");
}

#[test]
fn cell_that_is_left_empty_stays_a_cell() {
    let row = |y: u32, cells: &[(u32, &str)]| -> String {
        let shown = cells
            .iter()
            .map(|(x, text)| format!("1 0 0 1 {x} {y} Tm ({text}) Tj "));
        shown.collect()
    };
    let content = format!(
        "BT /F 10 Tf {}{}ET",
        row(700, &[(50, "M1"), (100, "2431200,15"), (200, "455310,42")]),
        row(680, &[(100, "2431388,70"), (200, "455702,11")]),
    );
    assert_eq!(
        lines(&content),
        "M1\t2431200,15\t455310,42\n\t2431388,70\t455702,11\n"
    );
}

#[test]
fn table_without_lines_between_its_rows_has_one_row_for_each_corner() {
    // Two columns with a line between them, and lines above and below all rows.
    let content = "50 600 m 50 720 l S 150 600 m 150 720 l S 250 600 m 250 720 l S 50 600 m 250 600 l S 50 720 m 250 720 l S \
         BT /F 10 Tf 1 0 0 1 60 700 Tm (2431200,15) Tj 1 0 0 1 160 700 Tm (455310,42) Tj \
         1 0 0 1 60 680 Tm (2431388,70) Tj 1 0 0 1 160 680 Tm (455702,11) Tj ET";
    assert_eq!(
        lines(content),
        "2431200,15\t455310,42\n2431388,70\t455702,11\n"
    );
}

#[test]
fn figure_that_is_broken_in_its_cell_is_one_again() {
    let content = "50 680 110 40 re S 110 680 m 110 720 l S \
         BT /F 10 Tf 1 0 0 1 55 706 Tm (2431200,1) Tj 1 0 0 1 55 692 Tm (5) Tj 1 0 0 1 112 706 Tm (455310,) Tj \
         1 0 0 1 112 692 Tm (42) Tj ET";
    assert_eq!(lines(content), "2431200,15\t455310,42\n");
}

#[test]
fn text_over_the_edge_of_the_page_keeps_all_its_digits() {
    let content = "BT /F 10 Tf -30 700 Td (2431200,15) Tj ET";
    assert_eq!(lines(content), "2431200,15\n");
}

#[test]
fn text_in_any_direction_is_read_along_it() {
    for (turn, name) in [
        ("0 1 -1 0", "up"),
        ("-1 0 0 -1", "to the left"),
        ("0 -1 1 0", "down"),
    ] {
        let content = format!(
            "{turn} 300 400 cm BT /F 10 Tf 0 20 Td (1    2431200,15) Tj 0 -20 Td (2    2431388,70) Tj ET"
        );
        assert_eq!(lines(&content), "1\t2431200,15\n2\t2431388,70\n", "{name}");
    }
}

#[test]
fn mark_aslant_over_a_page_is_left_out() {
    let content = "BT /F 10 Tf 50 700 Td (1) Tj .7 .7 -.7 .7 100 100 Tm (COPY) Tj ET";
    assert_eq!(lines(content), "1\n");
}

#[test]
fn letter_drawn_twice_and_raised_one_are_in_their_line() {
    let content = "BT /F 10 Tf 50 700 Td (m) Tj 5 Ts /F 6 Tf (2) Tj 0 Ts /F 10 Tf 1 0 0 1 50.3 700 Tm (m) Tj ET";
    assert_eq!(lines(content), "m2\n");
}

#[test]
fn quote_at_the_beginning_of_a_cell_opens_nothing() {
    let content = "BT /F 10 Tf 50 700 Td (\"    1) Tj 0 -20 Td (2    \") Tj ET";
    assert_eq!(lines(content), "″\t1\n2\t″\n");
}

#[test]
fn letters_without_a_font_that_tells_them_are_no_figures() {
    let font = |more: &str| {
        let plain = String::from_utf8(file(
            "BT /F 10 Tf 50 700 Td (11111) Tj 90 0 Td (22222) Tj ET",
        ))
        .unwrap();
        plain.replace(
            "/BaseFont/Helvetica/Encoding/WinAnsiEncoding",
            &format!("/BaseFont/AAAAAA+Own/FontDescriptor<</Flags 4/FontFile2 9 0 R>>{more}"),
        )
    };
    assert_eq!(text(font("").as_bytes()), Err(Fault::Letters { page: 1 }));
    let named = font("/Encoding<</Differences[49/seven/eight]>>");
    assert_eq!(text(named.as_bytes()).unwrap().lines, "77777\t88888\n");
}

#[test]
fn objects_written_again_count_as_they_were_written_last() {
    let mut changed = file("BT /F 10 Tf 50 700 Td (1) Tj ET");
    changed.extend(
        b"\n4 0 obj<</Length 31>>stream\nBT /F 10 Tf 50 700 Td (2) Tj ET\nendstream endobj\n",
    );
    assert_eq!(text(&changed), Err(Fault::Damaged));
    changed.extend(b"%%EOF");
    assert_eq!(text(&changed).unwrap().lines, "2\n");
}
