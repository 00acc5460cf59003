use super::*;
use crate::{
    boundary::Crs,
    read::{CrsFound, Layer},
};

fn table(text: &str) -> Layer {
    read(text, &Hint::default()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn error(text: &str) -> ReadError {
    read(text, &Hint::default()).unwrap_err()
}

const CORNERS: &str =
    "1 1851433.395 588656.512\n2 1851452.225 588422.970\n3 1851657.167 588403.004\n";

#[test]
fn pasted_rows_without_heading_are_a_closed_ring() {
    let layer = table(CORNERS);
    let candidate = &layer.candidates[0];
    assert_eq!(candidate.corner_labels, ["1", "2", "3"]);
    assert_eq!(candidate.shape.parts[0][0].len(), 4);
    assert_eq!(candidate.shape.parts[0][0][0], [588_656.512, 1_851_433.395]);
    assert!(matches!(layer.crs, CrsFound::Unknown(_)));
}

#[test]
fn rows_without_numbers_of_corners_are_read() {
    let layer = table("1851433,395 588656,512\n1851452,225 588422,970\n1851657,167 588403,004");
    assert_eq!(layer.candidates[0].corner_labels.len(), 3);
    assert_eq!(
        layer.candidates[0].shape.parts[0][0][0],
        [588_656.512, 1_851_433.395]
    );
}

#[test]
fn meridian_in_the_title_is_stated() {
    let text = format!("BẢNG TỌA ĐỘ\nKinh tuyến trục 106°15', múi 3°\nSTT X(m) Y(m)\n{CORNERS}");
    assert_eq!(
        table(&text).crs,
        CrsFound::Stated(Crs::Vn2000Tm3 { meridian: 106.25 })
    );
}

#[test]
fn lone_lines_of_text_part_areas_and_are_noted() {
    let text = "Khu A\n1;1851433.395;588656.512\n2;1851452.225;588422.970\n3;1851657.167;588403.004\n\
                Khu B\n1;1851433.395;590656.512\n2;1851452.225;590422.970\n3;1851657.167;590403.004\n\
                Diện tích: 29,75 ha";
    let layer = table(text);
    let labels: Vec<_> = layer
        .candidates
        .iter()
        .map(|one| one.label.as_deref())
        .collect();
    assert_eq!(labels, [Some("Khu A"), Some("Khu B")]);
    assert_eq!(layer.notes.len(), 3);
}

#[test]
fn numbers_that_begin_again_part_rings() {
    let text = format!("{CORNERS}{}", CORNERS.replace(" 588", " 590"));
    assert_eq!(table(&text).candidates.len(), 2);
}

#[test]
fn first_corner_again_closes_the_ring_and_is_no_corner() {
    let text = format!("{CORNERS}1 1851433.395 588656.512\n");
    let layer = table(&text);
    assert_eq!(layer.candidates.len(), 1);
    assert_eq!(layer.candidates[0].corner_labels.len(), 3);
    let text = format!("{text}{}", CORNERS.replace(" 588", " 590"));
    assert_eq!(table(&text).candidates.len(), 2);
}

#[test]
fn longitude_and_latitude_come_in_both_orders() {
    let lon_lat = table("lon,lat\n107.083,16.738\n107.081,16.739\n107.080,16.740");
    let lat_lon = table("lat,lon\n16.738,107.083\n16.739,107.081\n16.740,107.080");
    assert_eq!(lon_lat.candidates, lat_lon.candidates);
    assert_eq!(lon_lat.crs, CrsFound::Obvious(Crs::Wgs84));
    let wrong = table("lat,lon\n107.083,16.738\n107.081,16.739\n107.080,16.740");
    assert_eq!(wrong.candidates, lon_lat.candidates);
    assert!(wrong.notes.contains(&Note::HeadingAgainstSizes));
}

#[test]
fn bad_cell_is_named_by_row_and_column() {
    let blank = CORNERS.replace(" 588422.970", " -");
    assert_eq!(
        error(&blank),
        ReadError::BadCoordinates {
            found: "-".into(),
            place: Found::Cell { row: 2, column: 3 }
        }
    );
    let missing = "STT,X,Y\n1,1851433.395,588656.512\n2,,588422.970\n3,1851657.167,588403.004";
    assert_eq!(
        error(missing),
        ReadError::BadCoordinates {
            found: String::new(),
            place: Found::Cell { row: 3, column: 2 }
        }
    );
    let both = "Điểm,X,Y\nM1,1851433.395,588656.512\nM2,,\nM3,1851657.167,588403.004";
    assert_eq!(error(both).code(), "BAD_COORDINATES");
}

#[test]
fn corner_far_from_the_others_is_out_of_range() {
    let text = CORNERS.replace("588422.970", "58842297.0");
    assert!(matches!(
        error(&text),
        ReadError::CoordinatesOutOfRange { corner: 2, .. }
    ));
}

#[test]
fn lengths_between_the_rows_are_noted_and_no_corners() {
    let text = "STT\tX\tY\tCạnh\n1\t1851433.395\t588656.512\n\t\t\t233.5\n2\t1851452.225\t588422.970\n\
                \t\t\t205.9\n3\t1851657.167\t588403.004\n";
    let layer = table(text);
    assert_eq!(layer.candidates[0].corner_labels, ["1", "2", "3"]);
    assert_eq!(layer.notes.len(), 2);
}

#[test]
fn comma_between_cells_and_before_decimals_is_refused() {
    let rows = "1851433,395,588656,512\n1851452,225,588422,970\n1851657,167,588403,004";
    assert_eq!(error(rows).code(), "BAD_COORDINATES");
    assert_eq!(error(&format!("X,Y\n{rows}")).code(), "BAD_COORDINATES");
}

#[test]
fn brackets_and_names_around_numbers_are_left_out() {
    let expected = table(CORNERS).candidates[0].shape.clone();
    let brackets =
        "(1851433.395; 588656.512)\n(1851452.225; 588422.970)\n(1851657.167; 588403.004)";
    let names = "M1: X=1851433.395 Y=588656.512\nM2: X=1851452.225 Y=588422.970\nM3: X=1851657.167 Y=588403.004";
    for text in [brackets, names] {
        assert_eq!(table(text).candidates[0].shape, expected, "{text}");
    }
}

#[test]
fn two_corners_are_too_few() {
    assert_eq!(
        error("1 1851433.395 588656.512\n2 1851452.225 588422.970"),
        ReadError::TooFewPoints { corners: 2 }
    );
}

#[test]
fn prose_is_no_table() {
    assert_eq!(
        error("Kính gửi Ủy ban nhân dân tỉnh").code(),
        "UNSUPPORTED_FORMAT"
    );
}

fn typed(rows: &[(&str, &str)]) -> Rows {
    let rows: Vec<_> = rows
        .iter()
        .map(|(first, second)| ((*first).to_owned(), (*second).to_owned()))
        .collect();
    parse_rows(&rows, &Hint::default())
}

#[test]
fn typed_rows_give_a_boundary_or_the_cells_in_the_way() {
    let good = typed(&[
        ("1851433,395", "588656,512"),
        ("", " "),
        ("1851452.225", "588422.970"),
        ("1 851 657.167", "588 403.004"),
    ]);
    assert!(good.north_first && good.problems.is_empty());
    let candidate = good.candidate.unwrap();
    assert_eq!(candidate.corner_labels, ["1", "3", "4"]);
    assert_eq!(candidate.shape.parts[0][0][1], [588_422.97, 1_851_452.225]);
    let bad = typed(&[
        ("1851433.395", "588656.512"),
        ("1851452.225", ""),
        ("x", "588403.004"),
        ("1851657.167", "5884"),
    ]);
    assert_eq!(bad.candidate, None);
    assert_eq!(
        bad.problems,
        [
            (1, Column::Second, CellProblem::Blank),
            (2, Column::First, CellProblem::NotANumber),
            (3, Column::Second, CellProblem::OutOfRange),
        ]
    );
}

#[test]
fn typed_table_may_be_empty() {
    let empty = typed(&[("", ""), ("", "")]);
    assert_eq!((empty.corners, empty.candidate), (0, None));
    assert!(empty.problems.is_empty());
}

#[test]
fn unreadable_degrees_of_the_first_corner_are_not_replaced_by_its_name() {
    let text = "xem\t40\t50.1955\t7\t105\t06\t58.3643\n8\t40\t52.1453\t8\t105\t06\t56.3983\n\
                8\t40\t50.1890\t9\t105\t06\t54.4388\n8\t40\t48.2392\t10\t105\t06\t56.4048";
    assert_eq!(error(text).code(), "BAD_COORDINATES");
}

#[test]
fn seconds_that_stand_twice_do_not_push_the_name_away() {
    let corner = |name: &str, x: u32, y: u32| format!("105 07 {x}.1346 8 40 {y}.5148 {name}\n");
    let parcel = |prefix: char, east: u32| {
        let corners = [(1, 11), (13, 11), (13, 23), (8, 28), (2, 23)]
            .into_iter()
            .zip(1..);
        corners
            .map(|((x, y), number)| corner(&format!("{prefix}{number}"), x + east, y))
            .collect::<String>()
    };
    let text = parcel('A', 0) + &parcel('B', 20);
    assert_eq!(table(&text).candidates.len(), 2);
    let twice = text.replace("2.1346 8 40 23.5148 A5", "2.1346 8 40 23.5148 23.5148 A5");
    assert_ne!(twice, text);
    assert_eq!(error(&twice).code(), "BAD_COORDINATES");
}

#[test]
fn area_in_the_place_of_a_lost_name_is_refused() {
    let lot = |north: u32, first: &str| {
        let places = [(0, 0), (0, 90), (80, 90), (120, 40), (80, 0)]
            .into_iter()
            .zip(1..);
        places
            .map(|((x, y), number)| {
                let name = match number {
                    1 => first.to_owned(),
                    _ => number.to_string(),
                };
                format!("{}.88   {}.00   {name}\n", north + x, 960_000 + y)
            })
            .collect::<String>()
    };
    let good = lot(430_100, "1   57.92") + &lot(432_100, "1   57.92");
    assert_eq!(table(&good).candidates.len(), 2);
    let slid = lot(430_100, "1   57.92") + &lot(432_100, "     57.92");
    assert_eq!(error(&slid).code(), "BAD_COORDINATES");
    let named = |text: &str| {
        text.replace("   1 ", "   M1 ")
            .replace("   2", "   M2")
            .replace("   3", "   M3")
            .replace("   4", "   M4")
            .replace("   5\n", "   M5\n")
    };
    let slid = named(&lot(430_100, "1   57.92")) + &named(&lot(432_100, "     57.92"));
    assert_eq!(error(&slid).code(), "BAD_COORDINATES");
    // A corner between two others has such a name.
    let between = lot(430_100, "1").replace("   3\n", "   2.1\n");
    assert_eq!(table(&between).candidates.len(), 1);
}

#[test]
fn coordinate_whose_partner_is_missing_is_no_name_of_the_next_corner() {
    let text = "430060.00\t960000.00\tmốc bê tông\nTrang 2\n430000.00\t960060.00\n429940.00\t\n430000.00\t959940.00";
    assert_eq!(error(text).code(), "BAD_COORDINATES");
    let named =
        "12345\n430060.00\t960000.00\n12346\n430000.00\t960060.00\n12347\n430000.00\t959940.00";
    assert_eq!(
        table(named).candidates[0].corner_labels,
        ["12345", "12346", "12347"]
    );
}

#[test]
fn corners_on_one_meridian_are_no_boundary() {
    // A comma in the names and one spoilt figure: the commas seem to part the cells.
    let text = "105,1162123xyz I,7 8,6806099\n105,1158347 I,8 8,6811252\n105,1152255 I,9 8,6809271\n\
                105,1152266 I,10 8,6802893\n105,1158364 I,11 8,6800933";
    assert_eq!(error(text).code(), "BAD_COORDINATES");
}
