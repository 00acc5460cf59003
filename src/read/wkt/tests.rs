use super::*;
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
