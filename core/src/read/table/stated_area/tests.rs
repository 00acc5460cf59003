use super::super::{super::Hint, super::Layer, super::read as read_file, lines};
use super::*;

fn stated_in(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    in_text(text, 1, &mut found);
    found.iter().map(|stated| stated.m2).collect()
}

const FIRST: &str = "1\t2431200,15\t455310,42\n2\t2431388,70\t455702,11\n3\t2431301,05\t456055,90\n4\t2430988,44\t456190,27\n\
    5\t2430702,36\t456011,83\n6\t2430590,92\t455640,05\n7\t2430720,18\t455288,76\n8\t2430985,63\t455120,34\n";
const SECOND: &str = "1\t2432100,50\t457000,25\n2\t2432100,50\t457420,75\n3\t2431810,25\t457420,75\n4\t2431810,25\t457000,25\n";
const HEAD: &str = "Hệ VN-2000, kinh tuyến trục 104°45', múi chiếu 3°\nĐiểm\tX (m)\tY (m)\n";

fn layer(text: &str) -> Layer {
    read_file(text.as_bytes(), &Hint::default()).unwrap()
}

fn areas(text: &str) -> Vec<Option<f64>> {
    let layer = layer(text);
    layer
        .candidates
        .iter()
        .map(|one| one.stated_area_m2)
        .collect()
}

fn lost(text: &str) -> bool {
    layer(text)
        .notes
        .iter()
        .any(|note| matches!(note, Note::StatedAreas { .. }))
}

#[test]
fn figure_with_its_unit_is_an_area() {
    for (text, m2) in [
        ("Diện tích: 57,92 ha", 579_200.0),
        ("Diện tích 57.92ha.", 579_200.0),
        ("S = 579.200 m²", 579_200.0),
        ("S=579 200 m2", 579_200.0),
        ("DT: 579.177,16 m2", 579_177.16),
        ("Diện tích (m2): 579.177,16", 579_177.16),
        ("Diện tích (ha) 57,9", 579_000.0),
        ("Diện tích: 57.920 ha", 579_200.0),
        ("Tổng cộng 579177.16 m2", 579_177.16),
        ("Quy mô 57,92 héc-ta", 579_200.0),
        ("Area: 579,177.16 m^2", 579_177.16),
        (
            "Diện tích theo Quyết định số 12/QĐ-UBND là 57,92 ha",
            579_200.0,
        ),
        ("DIỆN TÍCH: 57\u{a0}920 mét vuông", 57_920.0),
    ] {
        assert_eq!(stated_in(text), [m2], "{text}");
    }
    let two = "Diện tích Khu A: 57,92 ha; Khu B: 12,21 ha";
    assert_eq!(stated_in(two), [579_200.0, 122_100.0]);
}

#[test]
fn figures_that_are_no_areas_are_none() {
    for text in [
        "57,92 ha",
        "Diện tích: 57,92",
        "Diện tích: 57,92 hải lý",
        "Mật độ: 20 người/ha",
        "Diện tích xem Phụ lục 2",
        "Các mốc M1, M2: 12 ha",
        "Diện tích: 0 ha",
        "S = m2",
        "Diện tích (m2) tờ 12: 579",
    ] {
        assert_eq!(stated_in(text), [0.0; 0], "{text}");
    }
}

#[test]
fn area_of_one_parcel_is_found_around_it_and_beside_it() {
    let cell = FIRST.replacen("455310,42", "455310,42\t579.177,16", 1);
    for text in [
        format!("{HEAD}{FIRST}Diện tích: 57,92 ha"),
        format!("Khu đất rộng, diện tích 57,92 ha, tại xã A\n{HEAD}{FIRST}"),
        format!("{HEAD}{FIRST}Diện tích (m2)\t579.177,16\t\n"),
        format!("{}\tDiện tích (m2)\n{cell}", HEAD.trim_end()),
        format!(
            "{}\tDiện tích (ha)\n{}",
            HEAD.trim_end(),
            cell.replace("579.177,16", "57,92")
        ),
        format!("{}\tDiện tích\n\t\t\t(m2)\n{cell}", HEAD.trim_end()),
        format!(
            "Tên điểm\tHệ VN-2000, kinh tuyến trục 104°45'\tDiện tích (m2)\nMốc\tX\tY\t\n{cell}"
        ),
        format!(
            "{}\tDiện tích (m2)\n{FIRST}Tổng cộng\t\t\t579.177,16\n",
            HEAD.trim_end()
        ),
        format!("{HEAD}{FIRST}Diện tích: 57,92 ha (579.177,16 m2)"),
        format!("{HEAD}{FIRST}Diện tích đất cây xanh: 5 ha\nTổng diện tích: 57,92 ha"),
    ] {
        let [Some(area)] = areas(&text)[..] else {
            panic!("{text}");
        };
        assert!((area - 579_200.0).abs() < 25.0, "{area}: {text}");
        assert!(!lost(&text), "{text}");
    }
}

#[test]
fn line_that_was_understood_is_not_left_aside() {
    let text = format!("{HEAD}{FIRST}Diện tích: 57,92 ha\nNgười lập bảng");
    let notes = layer(&text).notes;
    assert!(
        matches!(&notes[..], [Note::TextLine { row: 12, .. }]),
        "{notes:?}"
    );
}

#[test]
fn each_parcel_gets_its_own_area() {
    let expected = [Some(579_200.0), Some(122_100.0)];
    let column = format!("{}\tDiện tích (ha)\tKhu\n", HEAD.trim_end());
    let with = |rows: &str, area: &str, name: &str| {
        rows.lines()
            .map(|row| format!("{row}\t{area}\t{name}\n"))
            .collect::<String>()
    };
    for text in [
        format!("{HEAD}Khu A\n{FIRST}Diện tích: 57,92 ha\nKhu B\n{SECOND}Diện tích: 12,21 ha"),
        format!("{HEAD}Khu A, diện tích 57,92 ha\n{FIRST}Khu B, diện tích 12,21 ha\n{SECOND}"),
        format!(
            "{HEAD}Khu A\n{FIRST}Khu B\n{SECOND}Diện tích khu B: 12,21 ha\nDiện tích khu A: 57,92 ha"
        ),
        format!(
            "Diện tích Khu A: 57,92 ha; Khu B: 12,21 ha; tổng 70,13 ha\n{HEAD}Khu A\n{FIRST}Khu B\n{SECOND}"
        ),
        format!(
            "{column}{}{}",
            with(FIRST, "57,92", "A1"),
            with(SECOND, "12,21", "A2")
        ),
        format!(
            "{HEAD}Khu A\n{FIRST}Diện tích: 57,92 ha\nKhu B\n{SECOND}Diện tích: 12,21 ha\nTổng diện tích: 70,13 ha"
        ),
    ] {
        assert_eq!(areas(&text), expected, "{text}");
        assert!(!lost(&text), "{text}");
        let total = layer(&text)
            .notes
            .iter()
            .any(|note| matches!(note, Note::StatedTotal { .. }));
        assert_eq!(total, text.contains("70,13"), "{text}");
    }
}

#[test]
fn area_that_belongs_to_no_parcel_is_said_and_not_guessed() {
    for text in [
        format!("{HEAD}Khu A\n{FIRST}Khu B\n{SECOND}Diện tích: 12,21 ha"),
        format!("Diện tích 70 ha\n{HEAD}Khu A\n{FIRST}Khu B\n{SECOND}"),
        format!("{HEAD}{FIRST}Diện tích: 57,92 ha\nDiện tích: 12,21 ha"),
    ] {
        assert!(areas(&text).iter().all(Option::is_none), "{text}");
        assert!(lost(&text), "{text}");
    }
}

#[test]
fn two_blocks_side_by_side_have_the_area_beside_them() {
    let text = "Điểm\tX\tY\tĐiểm\tX\tY\tDiện tích (m2)\n1\t2431200,15\t455310,42\t5\t2430702,36\t456011,83\t579.177,16\n\
        2\t2431388,70\t455702,11\t6\t2430590,92\t455640,05\t\n3\t2431301,05\t456055,90\t7\t2430720,18\t455288,76\t\n\
        4\t2430988,44\t456190,27\t8\t2430985,63\t455120,34\t";
    assert_eq!(areas(text), [Some(579_177.16)]);
}

#[test]
fn stated_and_measured_areas_that_are_apart_are_told() {
    let text = format!("{HEAD}{FIRST}Diện tích: 40,0 ha");
    let layer = layer(&text);
    let measures = layer
        .examine(&layer.candidates[0], layer.crs.known().unwrap(), 1.0)
        .measures
        .unwrap();
    let apart = |stated| super::super::super::area_apart(stated, &measures);
    assert!(matches!(apart(400_000.0), Some(Note::StatedArea { .. })));
    // Either of the two areas, within 0.2 %.
    assert_eq!((apart(579_177.16), apart(580_200.0)), (None, None));
    assert!(apart(581_000.0).is_some());
}

#[test]
fn many_parcels_with_many_areas_take_no_time() {
    let rows: String = (0..4_000)
        .map(|at| format!("Khu {at}: diện tích 5 ha\n{SECOND}"))
        .collect();
    let rows = lines::rows(&rows);
    assert_eq!(
        super::super::of_rows(&rows).unwrap().candidates.len(),
        4_000
    );
}

#[test]
fn row_with_an_area_and_a_spoilt_corner_is_still_told() {
    let text = "Y (m),X (m),Diện tích (m2)\n48430060.00,960 000.00,579177.16\n48430000.00,960 060.00,579177.16\n\
        48429940.00,960 000.00,579177.16\n48429948.04,959 970.00,579177.16\n48429970.00,xem ghi chú,579177.16\n\
        48430000.00,959 940.00,579177.16\n48430030.00,959 948.04,579177.16\n48430051.96,959 970.00,579177.16\n\
        48430060.00,960 000.00,579177.16\n";
    let layer = layer(text);
    assert_eq!(layer.candidates.len(), 2);
    let is_told = |note: &Note| matches!(note, Note::TextLine { row: 6, .. });
    assert!(layer.notes.iter().any(is_told), "{:?}", layer.notes);
}
