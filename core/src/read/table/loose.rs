//! Kinds of lists that are no table of rows, or whose order or parcels only names and shapes tell.

use super::*;
use crate::read::CrsFound;

fn found(text: &str) -> Layer {
    read(text, &Hint::default()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn rings(text: &str) -> Vec<String> {
    let candidates = found(text).candidates;
    candidates
        .iter()
        .map(|one| one.corner_labels.join(" "))
        .collect()
}

const CORNERS: [[&str; 2]; 6] = [
    ["2325000.25", "580000.12"],
    ["2325005.00", "580400.00"],
    ["2325300.00", "580810.00"],
    ["2325610.50", "580800.25"],
    ["2325700.00", "580400.75"],
    ["2325590.12", "579990.50"],
];

/// The corners, each written by its number and coordinates.
fn written(join: &str, write: impl Fn(usize, &str, &str) -> String) -> String {
    let corners = CORNERS.iter().zip(1..);
    let corners: Vec<String> = corners
        .map(|([x, y], number)| write(number, x, y))
        .collect();
    corners.join(join)
}

#[test]
fn corners_of_one_text_are_read_in_their_order_with_a_note() {
    let columns = |join: &str, head: [&str; 3]| {
        let of = |at: usize| {
            let mut cells = vec![head[at].to_owned()];
            for ([x, y], number) in CORNERS.iter().zip(1..) {
                cells.push([number.to_string(), (*x).to_owned(), (*y).to_owned()][at].clone());
            }
            cells.join(join)
        };
        [of(0), of(1), of(2)].join("\n")
    };
    let named = "1 2 3 4 5 6";
    for text in [
        written("\n", |name, x, y| format!("{name}\n{x}\n{y}")),
        written("\n\n", |name, x, y| format!("{name}\n\n{x}\n\n{y}")),
        written(" ", |name, x, y| format!("{name} {x} {y}")),
        written(", ", |name, x, y| format!("điểm {name} (X = {x}; Y = {y})")),
        written("; ", |name, x, y| format!("{name}: {x}, {y}")),
        columns("\n", ["Điểm", "X (m)", "Y (m)"]),
        columns("\t", ["Điểm", "X (m)", "Y (m)"]),
    ] {
        let text = format!(
            "Khu đất rộng 35,5 ha, lập ngày 12/06/2026\n{text}\n-----\nDiện tích 355.000 m2"
        );
        assert_eq!(rings(&text), [named], "{text}");
        assert!(
            found(&text)
                .notes
                .contains(&Note::LooseCorners { count: 6 })
        );
    }
    let above = written("\n", |name, x, y| format!("M{name}\n{x} {y}"));
    assert_eq!(rings(&above), ["M1 M2 M3 M4 M5 M6"]);
    let grouped = written("\n", |name, x, y| {
        let [x, y] = [x, y].map(|number| number.split_at(number.len() - 6));
        format!("{name} {} {} {} {} {}", &x.0[..1], &x.0[1..], x.1, y.0, y.1)
    });
    assert_eq!(rings(&grouped), [named], "{grouped}");
}

#[test]
fn text_of_which_a_coordinate_cannot_be_read_is_refused() {
    let line = written(" ", |name, x, y| format!("{name} {x} {y}"));
    let cells = written("\n", |name, x, y| format!("{name}\n{x}\n{y}"));
    let words = written(", ", |name, x, y| format!("{name} (X = {x}; Y = {y})"));
    let columns: Vec<&str> = [0, 1]
        .iter()
        .flat_map(|at| CORNERS.iter().map(|corner| corner[*at]))
        .collect();
    for text in [line, cells, words, columns.join("\n")] {
        for damage in [
            "58O400.00",
            "#REF!",
            "",
            "...",
            "580400 00",
            "580400.00 km",
            "?",
        ] {
            let damaged = text.replace("580400.00", damage);
            assert!(read(&damaged, &Hint::default()).is_err(), "{damaged}");
        }
    }
}

#[test]
fn parcels_are_told_by_a_column_without_a_heading_and_by_their_shape() {
    let squares = [
        "2431000.0\t455000.0",
        "2431400.0\t455000.0",
        "2431400.0\t455400.0",
        "2431000.0\t455400.0",
        "2431080.0\t455800.0",
        "2431480.0\t455800.0",
        "2431480.0\t456200.0",
        "2430960.0\t456200.0",
    ];
    let with = |before: [&str; 8]| {
        let rows = squares.iter().zip(before).zip(1..);
        let rows: Vec<String> = rows
            .map(|((row, before), number)| format!("{before}{number}\t{row}"))
            .collect();
        rows.join("\n")
    };
    let whole = "1 2 3 4 5 6 7 8";
    for before in [
        [""; 8],
        ["A\t", "A\t", "A\t", "A\t", "B\t", "B\t", "B\t", "B\t"],
        ["A\t", "\t", "\t", "\t", "B\t", "\t", "\t", "\t"],
        ["16.0\t", "\t", "\t", "\t", "18.4\t", "\t", "\t", "\t"],
    ] {
        let text = with(before);
        assert_eq!(rings(&text), ["1 2 3 4", "5 6 7 8", whole], "{text}");
    }
    // Six corners around one place are one parcel.
    let one = written("\n", |name, x, y| format!("{name}\t{x}\t{y}"));
    assert_eq!(rings(&one).len(), 1);
}

#[test]
fn list_sorted_as_text_is_put_in_order_and_a_gap_is_told() {
    let row = |number: usize| {
        let angle = f64::from(u32::try_from(number).unwrap()) * 0.5;
        let [x, y] = [
            2_431_000.0 + 400.0 * angle.cos(),
            455_500.0 + 400.0 * angle.sin(),
        ];
        format!("M{number}\t{x:.2}\t{y:.2}")
    };
    let list = |numbers: &[usize]| {
        let rows: Vec<String> = numbers.iter().map(|number| row(*number)).collect();
        found(&rows.join("\n"))
    };
    let sorted = list(&[1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8, 9]);
    let expected = list(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert_eq!(sorted.candidates, expected.candidates);
    assert_eq!(sorted.notes, [Note::Sorted { count: 12 }]);
    assert_eq!(expected.notes, []);
    let gap = Note::NameGap {
        before: "M4".into(),
        after: "M6".into(),
    };
    assert_eq!(list(&[1, 2, 3, 4, 6, 7, 8]).notes, [gap]);
    assert_eq!(list(&[1, 3, 5, 7, 9]).notes, []);
}

#[test]
fn page_number_of_the_next_corner_is_none() {
    let lines = written("\n", |name, x, y| format!("{name};{x};{y}"));
    for page in ["4", "- 4 -", "Trang 4 / 5"] {
        let text = lines.replace("\n4;", &format!("\n{page}\n4;"));
        assert_eq!(rings(&text), ["1 2 3 4 5 6"], "{page}");
    }
}

#[test]
fn meridian_of_both_widths_asks_and_a_province_proposes_its_own() {
    let rows = written("\n", |name, x, y| format!("{name};{x};{y}"));
    // Near the meridian, whichever it is.
    let rows = rows.replace(";580", ";500").replace(";579", ";499");
    let north = rows.replace("2325", "2425");
    let crs = |title: &str, rows: &str| found(&format!("{title}\n{rows}")).crs;
    assert_eq!(crs("VN-2000, kinh tuyến trục 105°", &rows).known(), None);
    for (province, rows, meridian) in [
        ("tỉnh Yên Bái", &north, 104.75),
        ("tỉnh Quảng Ninh", &rows, 107.75),
    ] {
        let CrsFound::Unknown(options) = crs(&format!("VN-2000, {province}"), rows) else {
            panic!("{province}");
        };
        assert_eq!(options[0].crs, Crs::Vn2000Tm3 { meridian }, "{province}");
    }
}

#[test]
fn cells_beyond_the_columns_that_are_looked_at_are_not_lost() {
    let line = |count: usize| {
        let corners: Vec<String> = (1..=count)
            .map(|number| {
                format!(
                    "{number}\t{}\t{}",
                    2_325_000 + number,
                    580_000 + number * number
                )
            })
            .collect();
        corners.join("\t")
    };
    assert_eq!(found(&line(40)).candidates[0].corner_labels.len(), 40);
}
