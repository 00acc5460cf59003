//! Kinds of tables of which a part was once lost or joined without a word.

use super::*;
use crate::boundary::Crs;
use crate::read::{CrsFound, Layer};

fn table(text: &str) -> Layer {
    read(text, &Hint::default()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Names of the corners of each candidate.
fn rings(text: &str) -> Vec<String> {
    let candidates = table(text).candidates;
    candidates
        .iter()
        .map(|one| one.corner_labels.join(" "))
        .collect()
}

fn place(text: &str) -> Option<(usize, usize)> {
    match read(text, &Hint::default()).map(|layer| layer.candidates) {
        Err(ReadError::BadCoordinates {
            place: Found::Cell { row, column },
            ..
        }) => Some((row, column)),
        other => panic!("{other:?}: {text}"),
    }
}

const ROWS: [&str; 8] = [
    "1;2325000.25;580000.125",
    "2;2325005.0;580400.0",
    "3;2325010.75;580820.5",
    "4;2325300.0;580810.0",
    "5;2325610.5;580800.25",
    "6;2325700.0;580400.75",
    "7;2325590.125;579990.5",
    "8;2325300.0;579995.0",
];

fn rows(range: std::ops::Range<usize>) -> String {
    ROWS[range].join("\n")
}

#[test]
fn unreadable_corners_above_the_first_good_one_are_no_heading() {
    let rest = rows(2..8);
    for (first, expected) in [
        ("TT;X;Y\n1;2325000.25;580000.125\n2;#REF!;580400.0", (3, 2)),
        ("TT;X;Y\n1;#REF!;#REF!\n2;#N/A;#N/A", (3, 2)),
        ("1;2325000.25;abc\n2;2325005.0;580400.0", (1, 3)),
        ("1;;\n2;2325005.0;580400.0", (1, 2)),
        ("TT;X;Y\n1;...;...\n2;2325005.0;580400.0", (2, 2)),
        (
            "TT;X;Y\n1;232500O.25;58OOOO.1\n2;2325005.0;580400.0",
            (2, 2),
        ),
        (
            "TT;X;Y;Ghi chú\n1;#REF!;580000.125;mốc bê tông\n2;2325005.0;580400.0",
            (2, 2),
        ),
        ("1;2325000.25 m2;580000\n2;2325005.0;580400.0", (1, 2)),
    ] {
        assert_eq!(
            place(&format!("{first}\n{rest}")),
            Some(expected),
            "{first}"
        );
    }
    let blanks = "Số hiệu X Y\n1 xyz 580000.125\n2 2325005.0 580400.0\n3 2325010.75 580820.5\n4 2325300.0 580810.0";
    assert_eq!(place(blanks), Some((2, 2)));
}

#[test]
fn index_rows_units_and_numbered_titles_are_no_corners() {
    for above in [
        "1. Bảng tọa độ ranh giới\nTT;X (m);Y (m)",
        "TT;X;Y\n(1);(2);(3)",
        "TT;Tọa độ;\n;X (m);Y (m)\n1;2;3",
        "Khu đất rộng 12,5 ha theo tờ bản đồ số 12 năm 2026\nTT;X;Y",
        "Dự án;Cụm công nghiệp A;2026\nTT;X;Y",
    ] {
        let text = format!("{above}\n{}", rows(0..8));
        assert_eq!(rings(&text), ["1 2 3 4 5 6 7 8"], "{above}");
    }
}

#[test]
fn list_in_blocks_is_one_ring_in_the_order_of_its_names() {
    let beside = |left: usize, right: usize| [ROWS[left], ROWS[right]].join(";");
    let down: Vec<String> = (0..4).map(|row| beside(row, row + 4)).collect();
    let along: Vec<String> = (0..4).map(|row| beside(row * 2, row * 2 + 1)).collect();
    let short: Vec<String> = vec![
        beside(0, 3),
        beside(1, 4),
        beside(2, 5),
        format!(";;;{}", ROWS[6]),
        format!(";;;{}", ROWS[7]),
    ];
    for rows in [down, along, short] {
        let text = rows.join("\n");
        assert_eq!(rings(&text), ["1 2 3 4 5 6 7 8"], "{text}");
        assert_eq!(rings(&format!("TT;X;Y;TT;X;Y\n{text}")).len(), 1);
    }
    let pages = format!(
        "{}\n{}\n(tiếp theo)\n{}\n{}",
        beside(0, 2),
        beside(1, 3),
        beside(4, 6),
        beside(5, 7)
    );
    assert_eq!(rings(&pages), ["1 2 3 4 5 6 7 8"]);
}

#[test]
fn blocks_whose_names_tell_no_order_are_refused() {
    let unnamed = "2325000.25;580000.125;2325610.5;580800.25\n2325005.0;580400.0;2325700.0;580400.75\n\
                   2325010.75;580820.5;2325590.125;579990.5";
    assert_eq!(place(unnamed), Some((1, 3)));
    let parcels = "A1;2325000;580000;B1;2325000;582000\nA2;2325000;580400;B2;2325000;582400\n\
                   A3;2325300;580400;B3;2325300;582400";
    assert_eq!(rings(parcels), ["A1 A2 A3", "B1 B2 B3"]);
}

#[test]
fn letters_and_units_refuse_the_cell() {
    for cell in [
        "588500xyz",
        "580400 ha",
        "580400ft",
        "580400 km",
        "58O400",
        "580400?",
        "580400 km2",
        "580400 độ",
        "N580400",
    ] {
        let text = rows(0..8).replace("580400.0", cell);
        assert_eq!(place(&text), Some((2, 3)), "{cell}");
    }
    let every = rows(0..8).replace('\n', " ft\n") + " ft";
    assert_eq!(place(&every), Some((1, 3)));
    for unit in [" m", "m", " (m)", " mét", "E", " mE"] {
        let text = rows(0..8).replace('\n', &format!("{unit}\n")) + unit;
        assert_eq!(rings(&text), ["1 2 3 4 5 6 7 8"], "{unit}");
    }
}

#[test]
fn breaks_of_the_page_part_nothing() {
    let heading = "TT;X;Y";
    for line in [
        "(tiếp theo)",
        "(tiếp theo);;",
        "Trang 2",
        "Trang 2/3",
        "2",
        "- 2 -",
        "Bảng tọa độ (tiếp)",
        "TT;X;Y",
        "Tổng trang 1;;",
        "Page 2 of 3",
        "",
        "-----;-----;-----",
    ] {
        let text = format!(
            "{heading}\n{}\n{line}\n{heading}\n{}",
            rows(0..4),
            rows(4..8)
        );
        assert_eq!(rings(&text), ["1 2 3 4 5 6 7 8"], "{line}");
    }
    // What nobody can tell is offered both ways.
    let text = format!("{}\nĐoạn giáp suối\n{}", rows(0..4), rows(4..8));
    assert_eq!(rings(&text), ["1 2 3 4", "5 6 7 8", "1 2 3 4 5 6 7 8"]);
}

#[test]
fn titles_prefixes_and_names_that_begin_again_part_rings() {
    for [first, second] in [
        ["Khu I", "Khu II"],
        ["Cụm công nghiệp A", "Cụm công nghiệp B"],
        ["Khu A, diện tích 12 ha", "Khu tiếp giáp đường 2"],
        ["Trang trại 1", "Trang trại 2"],
    ] {
        let text = format!("{first}\n{}\n{second}\n{}", rows(0..4), rows(4..8));
        assert_eq!(rings(&text), ["1 2 3 4", "5 6 7 8"], "{second}");
    }
    let named = |names: [&str; 8]| {
        let rows = ROWS.iter().zip(names);
        let rows: Vec<String> = rows
            .map(|(row, name)| format!("{name}{}", &row[1..]))
            .collect();
        rows.join("\n")
    };
    let prefix = named(["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"]);
    assert_eq!(rings(&prefix).len(), 2);
    let again = named(["1", "2", "3", "4", "1", "2", "3", "4"]);
    assert_eq!(rings(&again).len(), 2);
    let damaged = named(["?", "2", "3", "4", "1", "2", "3", "4"]);
    assert_eq!(rings(&damaged).len(), 2);
    for one in [
        ["5", "6", "7", "8", "1", "2", "3", "4"],
        ["1", "1'", "2", "2'", "3", "3a", "4", "4b"],
        ["8", "7", "6", "5", "4", "3", "2", "1"],
        ["3", "3.1", "3.2", "4", "5", "6", "7", "8"],
        ["1", "2", "1", "2", "1", "2", "1", "2"],
        ["", "", "", "", "", "", "", ""],
    ] {
        assert_eq!(rings(&named(one)).len(), 1, "{one:?}");
    }
    let column = |first: &str, others: &str, last: &str| {
        let area = |index: usize| match index {
            0 => first,
            4 => last,
            _ => others,
        };
        let rows: Vec<String> = ROWS
            .iter()
            .enumerate()
            .map(|(index, row)| format!("{};{row}", area(index)))
            .collect();
        format!("Khu;TT;X;Y\n{}", rows.join("\n"))
    };
    assert_eq!(rings(&column("I", "", "II")), ["1 2 3 4", "5 6 7 8"]);
}

#[test]
fn repeated_texts_are_no_names_of_corners() {
    let text = "loai moc,kinh do,vi do\nbe tong,106.0,21.0\ncoc go,106.01,21.0\nbe tong,106.01,21.01\n\
                coc go,106.005,21.015\nda,106.003,21.012\nbe tong,106.0,21.01";
    assert_eq!(table(text).candidates[0].corner_labels.len(), 6);
}

#[test]
fn line_below_that_names_the_system_is_understood() {
    let below = |line: &str| table(&format!("TT;X;Y\n{}\n{line}", rows(0..8)));
    for line in [
        "Kinh tuyến trục 104°45'",
        "Hệ tọa độ VN-2000, kinh tuyến trục 104°45', múi chiếu 3°",
        "KTT: 104045'",
    ] {
        let layer = below(line);
        assert_eq!(layer.crs.known(), Crs::from_meridian(104.75), "{line}");
        assert_eq!(layer.notes, [], "{line}");
    }
    // A corner in it is one.
    let text = format!(
        "TT;X;Y\n{}\nKinh tuyến trục 104°45', mốc 9: 2325300.0 579990.0",
        rows(0..8)
    );
    assert_eq!(table(&text).candidates[0].corner_labels.len(), 9);
}

#[test]
fn signatures_sums_and_remarks_are_noted() {
    for below in [
        "Người lập bảng;Người kiểm tra",
        "Nguyễn Văn A;Trần Văn B;",
        "Ngày 12 tháng 6 năm 2026",
        "Diện tích;579177.16;",
        "Tổng cộng;;;579.177,16",
        "Chu vi (m);3.100,25;",
        ";Giám đốc;",
    ] {
        let text = format!("TT;X;Y;Ghi chú\n{}\n{below}", rows(0..8));
        let layer = table(&text);
        assert_eq!(layer.candidates.len(), 1, "{below}");
        assert!(
            matches!(layer.notes.as_slice(), [Note::TextLine { row: 10, .. }]),
            "{below}: {:?}",
            layer.notes
        );
    }
    for below in ["...;...;...", "9;;", "9;2325300.0", "…"] {
        let text = format!("TT;X;Y\n{}\n{below}", rows(0..8));
        assert_eq!(place(&text).map(|(row, _)| row), Some(10), "{below}");
    }
    // A corner that was typed in another way is one, and told.
    for below in ["Điểm 9: 2325300.0 579990.0", "9 2325300.0 579990.0"] {
        let layer = table(&format!("TT;X;Y\n{}\n{below}", rows(0..8)));
        assert_eq!(layer.candidates[0].corner_labels.len(), 9, "{below}");
        assert!(layer.notes.contains(&Note::LooseCorners { count: 9 }));
    }
}

#[test]
fn degrees_in_columns_or_without_marks_are_read() {
    let expected = [105.758_333_333_333_33, 21.091_666_666_666_67];
    for text in [
        "1;21;05;30;105;45;30\n2;21;05;30;105;46;00\n3;21;06;00;105;46;00\n4;21;06;00;105;45;30",
        "1;105;45.5;21;5.5\n2;105;46.0;21;5.5\n3;105;46.2;21;6.1\n4;105;45.5;21;6.3",
        "1,210530N,1054530E\n2,210530N,1054600E\n3,210600N,1054600E",
        "điểm,vĩ độ,kinh độ\n1,210530,1054530\n2,210530,1054600\n3,210600,1054600",
        "1 21 05 30 105 45 30\n2 21 05 30 105 46 00\n3 21 06 00 105 46 00\n4 21 06 00 105 45 30",
    ] {
        let layer = table(text);
        let [x, y] = layer.candidates[0].shape.parts[0][0][0];
        assert!(
            (x - expected[0]).abs() < 1e-9 && (y - expected[1]).abs() < 1e-9,
            "{text}: {x} {y}"
        );
        assert_eq!(layer.crs, CrsFound::Obvious(Crs::Wgs84));
    }
    let unclear = "1,210530,1054530\n2,210530,1054600\n3,210600,1054600";
    assert_eq!(place(unclear), Some((1, 2)));
}

#[test]
fn comma_of_decimals_between_blocks_parts_no_cells() {
    let ring = |blank: &str| {
        let rows = [
            "1555871,48_430218,63_1_1556090,11_430000,00_2",
            "1555871,48_429781,37_3_1555652,85_430000,00_4",
            "1555871,48_430218,63_1",
        ];
        rows.join("\n").replace('_', blank)
    };
    for blank in [" ", "   ", "\t"] {
        let text = ring(blank);
        match read(&text, &Hint::default()) {
            Ok(layer) => {
                let corners = layer.candidates[0].shape.positions().count();
                assert_eq!((layer.candidates.len(), corners), (1, 5), "{text}");
                let first = layer.candidates[0].shape.positions().next();
                assert_eq!(first, Some([430_218.63, 1_555_871.48]), "{text}");
            }
            Err(error) => assert!(place(&text).is_some(), "{text}: {error}"),
        }
    }
}

#[test]
fn names_under_a_heading_that_blanks_cut_still_part_parcels() {
    let rows = [
        "Y (m) X (m) Điểm",
        "430184.86 960000.00 Đ-1",
        "430057.13 960175.82 Đ-2",
        "429850.44 960108.66 Đ-3",
        "429850.44 959891.34 Đ-4",
        "432807.93 960389.41 Đ-1",
        "432760.92 960534.09 Đ-2",
        "432608.80 960534.09 xem ghi chú",
        "432379.35 960330.14 Đ-4",
    ];
    assert_eq!(
        rings(&rows.join("\n")),
        ["Đ-1 Đ-2 Đ-3 Đ-4", "Đ-1 Đ-2 xem Đ-4"]
    );
}

#[test]
fn words_below_a_table_do_not_hide_a_row_that_a_lost_mark_made_longer() {
    let rows = [
        "E N H (m)",
        "430060.00 960000.00 12.50",
        "430000.00 960105 26 13.50",
        "429940.00 960000.00 14.50",
        "430000.00 959940.00 15.50",
        "Ngày 12 tháng 6 năm 2026",
        "Người lập bảng Người kiểm tra",
        "Nguyễn Văn A Trần Văn B",
    ];
    assert_eq!(place(&rows.join("\n")), Some((3, 2)));
}

#[test]
fn coordinate_between_a_number_and_a_letter_is_not_lost() {
    let rows = [
        "1 105.1162123 8.6806099",
        "2 105.1160520 8.6809932",
        "3 105.1156662 x",
        "4 105.1152809 8.6809920",
        "5 105.1151219 8.6806080",
        "6 105.1152822 8.6802247",
    ];
    assert!(place(&rows.join("\n")).is_some());
}

#[test]
fn zone_before_the_easting_is_left_out_where_no_other_is_named() {
    let text = rows(0..8).replace(";58", ";4858").replace(";57", ";4857");
    let layer = table(&text);
    assert!(layer.notes.contains(&Note::ZoneNumber { zone: 48 }));
    assert_eq!(
        layer.candidates[0].shape,
        table(&rows(0..8)).candidates[0].shape
    );
    let other = format!("Kinh tuyến trục 105°45', múi 3°\n{text}");
    assert!(read(&other, &Hint::default()).is_err());
    let mixed = text.replacen("4858", "58", 1);
    assert_eq!(place(&mixed), Some((1, 3)));
}

#[test]
fn control_points_beside_a_boundary_are_left_aside() {
    let text = format!(
        "Ranh giới\n{}\nMốc khống chế\nGPS1;2330000.0;590000.0\nGPS2;2331000.0;591000.0",
        rows(0..8)
    );
    let layer = table(&text);
    assert_eq!(layer.candidates.len(), 1);
    assert!(
        layer
            .notes
            .iter()
            .any(|note| matches!(note, Note::ControlPoints { .. }))
    );
}

#[test]
fn second_pair_of_columns_is_never_left_out_in_silence() {
    let with = |more: &str| {
        let rows: Vec<String> = ROWS.iter().map(|row| format!("{row};{more}")).collect();
        rows.join("\n")
    };
    let degrees: Vec<String> = ROWS
        .iter()
        .zip(0..)
        .map(|(row, index)| format!("{row};21.0{index}123;105.7{index}123"))
        .collect();
    let layer = table(&degrees.join("\n"));
    assert_eq!(layer.candidates[0].corner_labels.len(), 8);
    assert_eq!(layer.notes.len(), 2);
    assert_eq!(table(&with("12.5")).notes, []);
}

#[test]
fn boundary_in_two_systems_side_by_side_is_read_in_the_first_one() {
    let with = |last: &str| {
        format!(
            "Điểm;KTT 105° múi 3°;;KTT 105° múi 6°;\n1;2325000;580000;2324000;579000\n2;2325100;580400;2324100;579400\n\
             3;2325500;580100;{last};579100"
        )
    };
    let layer = table(&with("2324500"));
    let crs = CrsFound::Stated(Crs::Vn2000Tm3 { meridian: 105.0 });
    assert_eq!((layer.candidates.len(), layer.crs), (1, crs));
    let columns = layer
        .notes
        .iter()
        .filter(|note| matches!(note, Note::Column { .. }));
    assert_eq!(columns.count(), 2);
    // Where they are not the same boundary nobody can tell.
    assert_eq!(
        read(&with("2324600"), &Hint::default()).unwrap_err(),
        ReadError::SeveralSystems
    );
}

#[test]
fn corner_far_beyond_the_others_is_noted() {
    let text = rows(0..8).replace("2325300.0;580810.0", "2352300.0;580810.0");
    let notes = table(&text).notes;
    assert!(
        matches!(notes.as_slice(), [Note::FarCorner { corner: 4, .. }]),
        "{notes:?}"
    );
}

#[test]
fn numbers_of_corners_are_no_latitudes() {
    // The heading stands one column to the left of the figures.
    let text = "Lô STT Lon Lat H (m)\nLô A 7 105.1162123 8.6806099 12.50\nLô A 8 105.1160520 8.6809932 13.50\n\
        Lô A 9 105.1156662 8.6811515 14.50\nLô A 10 105.1152809 8.6809920 15.50\nLô A 11 105.1151219 8.6806080 16.50";
    let layer = table(text);
    let [only] = layer.candidates.as_slice() else {
        panic!("{:?}", layer.candidates);
    };
    assert!(only.shape.positions().all(|[_, y]| (8.6..8.7).contains(&y)));
}
