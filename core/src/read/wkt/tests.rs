use super::*;
use crate::boundary::Crs;
use crate::read::{CrsFound, Found, Note};

const SQUARE: &str = "(107.0 16.0, 107.1 16.0, 107.1 16.1, 107.0 16.0)";

fn wkt(text: &str) -> Result<Layer, ReadError> {
    read(text, &Hint::default())
}

fn layer(text: &str) -> Layer {
    wkt(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn dimensions_and_cases_make_no_difference() {
    let expected = layer(&format!("POLYGON ({SQUARE})")).candidates;
    let with_height = SQUARE.replace(',', " 5,").replace("16.0)", "16.0 5)");
    let with_both = with_height.replace(" 5", " 5 1");
    for text in [
        format!("polygon({SQUARE})"),
        format!("POLYGON Z ({with_height})"),
        format!("POLYGONZ({with_height})"),
        format!("Polygon M\n({with_height})"),
        format!("POLYGON ZM ({with_both})"),
        format!("SRID=4326;POLYGON(({}", SQUARE.trim_start_matches('(')) + ")",
        format!(
            "GEOMETRYCOLLECTION (POINT (1 2), GEOMETRYCOLLECTION(POLYGON ({SQUARE})), POINT EMPTY)"
        ),
        format!("MULTIPOLYGON (EMPTY, ({SQUARE}))\0"),
    ] {
        assert_eq!(layer(&text).candidates, expected, "{text}");
    }
}

#[test]
fn multi_polygon_is_one_boundary_and_collections_hold_several() {
    let one = layer(&format!("MULTIPOLYGON (({SQUARE}), ({SQUARE}, {SQUARE}))"));
    assert_eq!(one.candidates.len(), 1);
    assert_eq!(one.candidates[0].shape.parts.len(), 2);
    assert_eq!(one.candidates[0].shape.parts[1].len(), 2);
    for text in [
        format!("GEOMETRYCOLLECTION(POLYGON({SQUARE}),POLYGON({SQUARE}))"),
        format!("POLYGON({SQUARE})\nPOLYGON({SQUARE})\n"),
        format!("SRID=4326;POLYGON({SQUARE});SRID=4326;POLYGON({SQUARE});"),
    ] {
        assert_eq!(layer(&text).candidates.len(), 2, "{text}");
    }
}

#[test]
fn points_and_open_lines_are_counted_and_closed_ones_are_rings() {
    let line = layer(&format!(
        "LINESTRING {SQUARE}; LINESTRING (1 2, 3 4); MULTIPOINT ((1 2), 3 4); MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))"
    ));
    assert_eq!(line.candidates.len(), 1);
    assert_eq!(
        line.notes,
        [
            Note::LinesAsRings { count: 1 },
            Note::NotPolygons { count: 4 }
        ]
    );
    assert_eq!(
        wkt("POINT Z (1 2 3)"),
        Err(ReadError::NoPolygon { others: 1 })
    );
    assert_eq!(
        wkt("POLYGON EMPTY"),
        Err(ReadError::NoPolygon { others: 0 })
    );
}

#[test]
fn system_is_taken_from_the_number() {
    let metres = "588656.5 1851433.4, 588423.0 1851452.2, 588403.0 1851657.2, 588656.5 1851433.4";
    assert_eq!(
        layer(&format!("SRID=9212;POLYGON(({metres}))")).crs,
        CrsFound::Stated(Crs::Vn2000Tm3 { meridian: 106.25 })
    );
    assert!(matches!(
        layer(&format!("SRID=0;POLYGON(({metres}))")).crs,
        CrsFound::Unknown(_)
    ));
    for text in [
        "SRID=27700;POLYGON EMPTY",
        "SRID=x;POLYGON EMPTY",
        "SRID=9212;POLYGON EMPTY;SRID=9213;POLYGON EMPTY",
    ] {
        assert_eq!(wkt(text).unwrap_err().code(), "UNKNOWN_CRS", "{text}");
    }
}

#[test]
fn broken_text_is_refused_with_its_place() {
    for (text, line, column) in [
        ("POLYGON\n((1 2, 3 4", 2, 11),
        ("POLYGON ((1 2, 3 4)\n", 2, 1),
        ("POLYGON ((1 2, 3", 1, 17),
        ("POLYGON", 1, 8),
        ("POLYGON (1 2)", 1, 10),
        ("POLYGON ((1 2) (3 4))", 1, 16),
        ("POLYGON ((1 2 3 4 5))", 1, 19),
        ("POLYGON EMPTY\nSPHERE (1 2)", 2, 1),
        ("GEOMETRYCOLLECTION (POLYGON EMPTY", 1, 34),
        ("GEOMETRYCOLLECTION (POLYGON EMPTY) )", 1, 36),
        ("GEOMETRYCOLLECTION (", 1, 21),
        ("SRID=4326 POLYGON EMPTY", 1, 11),
    ] {
        assert_eq!(wkt(text), Err(ReadError::BadWkt { line, column }), "{text}");
    }
}

#[test]
fn bad_coordinate_is_named_with_its_place() {
    for (text, found, column) in [
        ("POLYGON ((\nNaN 2))", "NaN", 1),
        ("POLYGON ((\n1 2, 3))", "", 7),
        ("POLYGON ((\n1 2, ))", "", 6),
        ("POLYGON ((\n1 2, 3 1e999))", "1e999", 8),
    ] {
        let place = Found::Text { line: 2, column };
        let found = found.to_owned();
        assert_eq!(
            wkt(text),
            Err(ReadError::BadCoordinates { found, place }),
            "{text}"
        );
    }
}

#[test]
fn arcs_are_refused() {
    let error = wkt("CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))").unwrap_err();
    assert_eq!(error.code(), "UNSUPPORTED_FORMAT");
}

#[test]
fn collections_within_collections_cost_nothing() {
    let text = "GEOMETRYCOLLECTION(".repeat(200_000);
    assert_eq!(wkt(&text).unwrap_err().code(), "BAD_WKT");
}

#[test]
fn tables_and_sentences_are_no_wkt() {
    for text in [
        "point,easting,northing\n",
        "polygon x y",
        "Polygon mốc 1",
        "(1 2)",
        "",
    ] {
        assert!(!is_wkt(text), "{text}");
    }
    for text in ["POLYGON((", "polygon zm (", "SRID=1;", "Point Empty"] {
        assert!(is_wkt(text), "{text}");
    }
}

#[test]
fn polygon_without_a_shell_is_refused_and_an_empty_hole_is_nothing() {
    for (text, column) in [
        (format!("POLYGON (EMPTY, {SQUARE})"), 9),
        (format!("POLYGON Z (EMPTY, EMPTY, {SQUARE})"), 11),
        (format!("MULTIPOLYGON (({SQUARE}), (EMPTY, {SQUARE}))"), 67),
    ] {
        let expected = ReadError::NoShell { line: 1, column };
        assert_eq!(wkt(&text), Err(expected), "{text}");
    }
    let whole = layer(&format!("POLYGON ({SQUARE})")).candidates;
    let with_empty = layer(&format!("POLYGON ({SQUARE}, EMPTY)")).candidates;
    assert_eq!(with_empty, whole);
    assert_eq!(
        wkt("POLYGON (EMPTY, EMPTY)"),
        Err(ReadError::NoPolygon { others: 0 })
    );
}

#[test]
fn kinds_that_are_not_read_say_so() {
    for text in [
        format!("TIN (({SQUARE}))"),
        format!("PolyhedralSurface Z (({SQUARE}))"),
        "BOX(106 21, 107 22)".to_owned(),
        format!("BREPSOLID ({SQUARE})"),
    ] {
        assert!(is_wkt(&text), "{text}");
        let found = Unsupported::OtherWkt;
        assert_eq!(
            wkt(&text),
            Err(ReadError::UnsupportedFormat { found }),
            "{text}"
        );
    }
}

#[test]
fn signs_without_width_make_no_difference() {
    let text =
        format!("\u{feff}POLYGON\u{200b} ({SQUARE})").replace("107.0", "\u{200e}107.0\u{200f}");
    let expected = layer(&format!("POLYGON ({SQUARE})")).candidates;
    assert_eq!(layer(&text).candidates, expected);
}

#[test]
fn degrees_on_vn_2000_are_moved() {
    let here = layer(&format!("POLYGON ({SQUARE})")).candidates;
    let moved = layer(&format!("SRID=4756;POLYGON ({SQUARE})"));
    assert_eq!(moved.crs, CrsFound::Stated(Crs::Wgs84));
    let first = |shape: &Shape| shape.parts[0][0][0];
    let apart =
        crate::boundary::distance_m(first(&here[0].shape), first(&moved.candidates[0].shape));
    assert!((150.0..250.0).contains(&apart), "{apart}");
}

fn names(layer: &Layer) -> Vec<[Option<&str>; 2]> {
    layer
        .candidates
        .iter()
        .map(|one| [one.id.as_deref(), one.label.as_deref()])
        .collect()
}

#[test]
fn column_of_a_table_is_read_with_the_names_beside_it() {
    let expected = layer(&format!("POLYGON ({SQUARE})")).candidates[0]
        .shape
        .clone();
    let square = format!("Polygon ({SQUARE})");
    for text in [
        format!("wkt_geom\tid\tten\n{square}\t1\tA\n{square}\t2\tB\n"),
        format!("id,WKT,Tên\n1,\"{square}\",A\n2,\"{square}\",B\n"),
        format!("\u{feff}id;ten;geom\r\n1;A;SRID=4326;{square}\r\n\r\n2;B;{square}\r\n"),
        format!("id,ten,wkt\n1,\"A\",{square}\n2,B,{square}"),
        format!("Ranh giới các lô\n\nfid|name|geom\n1|A|{square}\n2|B|{square}\n"),
    ] {
        assert!(is_wkt_or_table(&text), "{text}");
        let layer = layer(&text);
        assert_eq!(
            names(&layer),
            [[Some("1"), Some("A")], [Some("2"), Some("B")]],
            "{text}"
        );
        for candidate in &layer.candidates {
            assert_eq!(candidate.shape, expected, "{text}");
        }
    }
    for text in [
        format!("{square}\t1\tA\n{square}\t2\tB"),
        format!("WKT\n\"{square}\"\n\"{square}\"\n"),
        format!("{square};1;A\n{square};2;B\n"),
    ] {
        assert_eq!(layer(&text).candidates.len(), 2, "{text}");
    }
}

#[test]
fn rows_without_a_geometry_are_told_and_broken_ones_refused() {
    let square = format!("POLYGON ({SQUARE})");
    let text = format!("Lô đất\nwkt\tten\n{square}\tA\n\tB\nwkt\tten\n{square}\tC\n");
    let layer = layer(&text);
    let told = |row, text: &str| Note::TextLine {
        row,
        text: text.to_owned(),
    };
    assert_eq!(layer.notes, [told(1, "Lô đất"), told(4, "B")]);
    assert_eq!(layer.candidates.len(), 2);
    for (row, code) in [
        ("POLYGN ((1 2, 3 4))\tB", "UNSUPPORTED_FORMAT"),
        ("xem bản vẽ\tB", "BAD_WKT"),
        ("POLYGON ((106 21, 107\tB", "BAD_COORDINATES"),
        ("CURVEPOLYGON ((1 2, 3 4))\tB", "UNSUPPORTED_FORMAT"),
    ] {
        let text = format!("wkt\tten\n{square}\tA\n{row}\n");
        assert_eq!(wkt(&text).unwrap_err().code(), code, "{row}");
    }
}

#[test]
fn corner_tables_with_words_of_wkt_are_no_wkt() {
    for text in [
        "Point (m),X,Y\nPoint (1),1851433.395,588656.512\n",
        "STT\tX\tY\n1\t1851433.395\t588656.512\n",
        "Polygon,Point\n1,2\n",
        "Mốc; Polygon (lô)\n1;2\n",
    ] {
        assert!(!is_wkt_or_table(text), "{text}");
    }
}
