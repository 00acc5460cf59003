use super::*;
use crate::{
    boundary::Position,
    read::{CrsFound, Found},
};

fn drawing(text: &str) -> Result<Layer, ReadError> {
    read(text, &Hint::default())
}

/// A drawing with these entities; groups are parted by blanks.
fn dxf(entities: &str) -> String {
    format!("0 SECTION 2 ENTITIES {entities} 0 ENDSEC 0 EOF ").replace(' ', "\n")
}

const CORNERS: [Position; 4] = [
    [588_000.0, 1_851_000.0],
    [588_500.0, 1_851_000.0],
    [588_500.0, 1_851_400.0],
    [588_000.0, 1_851_400.0],
];

fn light(flags: u32, corners: &[Position]) -> String {
    let corners: String = corners
        .iter()
        .map(|[x, y]| format!(" 10 {x} 20 {y}"))
        .collect();
    format!("0 LWPOLYLINE 8 RANH 90 9 70 {flags}{corners}")
}

fn only(text: &str) -> Ring {
    let layer = drawing(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(layer.candidates.len(), 1);
    layer.candidates[0].shape.parts[0][0].clone()
}

fn closed() -> Ring {
    let mut ring = CORNERS.to_vec();
    ring.push(CORNERS[0]);
    ring
}

#[test]
fn closed_polyline_is_a_ring_by_its_flag_or_its_last_corner() {
    assert_eq!(only(&dxf(&light(1, &CORNERS))), closed());
    assert_eq!(only(&dxf(&light(0, &closed()))), closed());
    assert_eq!(only(&dxf(&light(129, &closed()))), closed());
}

#[test]
fn layer_is_the_label() {
    let text = dxf(&light(1, &CORNERS)).replace("RANH", "Ranh C\\U+1EE5m");
    let layer = drawing(&text).unwrap();
    assert_eq!(layer.candidates[0].label.as_deref(), Some("Ranh Cụm"));
    let text = dxf(&light(1, &CORNERS)).replace("RANH", "0");
    assert_eq!(drawing(&text).unwrap().candidates[0].label, None);
}

#[test]
fn open_polyline_is_no_boundary() {
    assert_eq!(
        drawing(&dxf(&light(0, &CORNERS))),
        Err(ReadError::NoPolygon { others: 1 })
    );
}

#[test]
fn polyline_without_corners_is_no_boundary() {
    assert_eq!(
        drawing(&dxf("0 LWPOLYLINE 70 0 0 LWPOLYLINE 70 0 10 1 20 1")),
        Err(ReadError::NoPolygon { others: 2 })
    );
    assert_eq!(
        drawing(&dxf("0 LWPOLYLINE 70 1 10 1 20 1")),
        Err(ReadError::TooFewPoints { corners: 1 })
    );
}

#[test]
fn old_polyline_is_read_without_its_frame() {
    let vertex =
        |[x, y]: Position, flags: u32| format!(" 0 VERTEX 8 0 10 {x} 20 {y} 30 0 70 {flags}");
    let corners: String = CORNERS.map(|corner| vertex(corner, 0)).concat();
    let text = dxf(&format!(
        "0 POLYLINE 8 RANH 66 1 10 0 20 0 30 0 70 1{corners}{} 0 SEQEND 8 0",
        vertex([0.0, 0.0], 16)
    ));
    assert_eq!(only(&text), closed());
}

#[test]
fn polylines_and_lines_join_to_one_ring() {
    let [a, _, c, d] = CORNERS;
    let line = |[x0, y0]: Position, [x1, y1]: Position| {
        format!(" 0 LINE 8 RANH 10 {x0} 20 {y0} 30 0 11 {x1} 21 {y1} 31 0")
    };
    let text = dxf(&format!(
        "{}{}{}",
        light(0, &CORNERS[..3]),
        line(a, d),
        line(d, c)
    ));
    assert_eq!(only(&text).len(), 5);
}

#[test]
fn bulge_is_measured_as_an_arc_and_said() {
    // A half circle of radius 200 beside a square of 400.
    let text = dxf(
        "0 LWPOLYLINE 8 RANH 70 1 10 588000 20 1851000 10 588400 20 1851000 42 1 10 588400 20 1851400 10 588000 20 1851400",
    );
    let layer = drawing(&text).unwrap();
    let crs = crate::boundary::Crs::Vn2000Tm3 { meridian: 106.25 };
    assert_eq!(layer.notes, [Note::Arcs { count: 1 }]);
    let straight = drawing(&text.replace("42\n1\n", "")).unwrap();
    let area = |layer: &Layer| {
        let examined = layer.examine(&layer.candidates[0], crs, 1.0);
        examined.measures.unwrap().area_m2
    };
    let ratio = area(&layer) / area(&straight);
    let expected = (160_000.0 + std::f64::consts::PI * 20_000.0) / 160_000.0;
    assert!((ratio - expected).abs() < 1e-6, "{ratio}");
}

#[test]
fn arc_joins_with_lines() {
    let text = dxf(
        "0 ARC 8 RANH 10 588400 20 1851200 40 200 50 270 51 90 0 LWPOLYLINE 8 RANH 70 0 10 588400 20 1851400 \
         10 588000 20 1851400 10 588000 20 1851000 10 588400 20 1851000",
    );
    let layer = drawing(&text).unwrap();
    assert_eq!(layer.candidates.len(), 1);
    let expected = [Note::LinesAsRings { count: 1 }, Note::Arcs { count: 1 }];
    assert_eq!(layer.notes, expected);
}

#[test]
fn line_seen_from_below_is_mirrored_back() {
    let mirrored = CORNERS.map(|[x, y]| [-x, y]);
    let text = dxf(&format!("{} 210 0 220 0 230 -1", light(1, &mirrored)));
    assert_eq!(only(&text), closed());
    let tilted = dxf(&format!("{} 210 0 220 0.7 230 0.7", light(1, &CORNERS)));
    assert_eq!(drawing(&tilted), Err(ReadError::NoPolygon { others: 1 }));
}

#[test]
fn blocks_are_named() {
    let insert = "0 INSERT 8 0 2 KHUNG 10 0 20 0 0 INSERT 8 0 2 KHUNG 10 0 20 0";
    let layer = drawing(&dxf(&format!("{} {insert}", light(1, &CORNERS)))).unwrap();
    let names = vec!["KHUNG".to_owned()];
    assert_eq!(layer.notes, [Note::Blocks { names }]);
    let name = "KHUNG".to_owned();
    assert_eq!(drawing(&dxf(insert)), Err(ReadError::OnlyBlocks { name }));
}

#[test]
fn lines_on_paper_and_in_blocks_are_left_aside() {
    let paper = dxf(&light(1, &CORNERS)).replace("8\nRANH", "67\n1\n8\nRANH");
    assert_eq!(drawing(&paper), Err(ReadError::NoPolygon { others: 1 }));
    let block = dxf(&light(1, &CORNERS)).replace("ENTITIES", "BLOCKS");
    assert_eq!(drawing(&block), Err(ReadError::NoPolygon { others: 0 }));
}

#[test]
fn unit_counts_where_the_size_does_not_fit() {
    let header =
        |unit: u32| format!("0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n{unit}\n0\nENDSEC\n");
    let metres = dxf(&light(1, &CORNERS));
    for unit in [0, 1, 4, 6] {
        assert_eq!(only(&format!("{}{metres}", header(unit))), closed());
    }
    let millimetres = dxf(&light(
        1,
        &CORNERS.map(|corner| corner.map(|n| n * 1_000.0)),
    ));
    let layer = drawing(&format!("{}{millimetres}", header(4))).unwrap();
    assert_eq!(layer.notes, [Note::Units]);
    assert!(matches!(layer.crs, CrsFound::Unknown(_)));
    let error = drawing(&format!("{}{millimetres}", header(6))).unwrap_err();
    assert_eq!(error.code(), "COORDINATES_OUT_OF_RANGE");
}

#[test]
fn bad_number_is_named_by_its_line() {
    for (bad, found) in [("1e999", "1e999"), ("nan", "nan"), ("x", "x")] {
        let text = dxf(&light(1, &CORNERS)).replacen("588500", bad, 1);
        let place = Found::Text {
            line: 18,
            column: 1,
        };
        let found = found.to_owned();
        assert_eq!(
            drawing(&text),
            Err(ReadError::BadCoordinates { found, place })
        );
    }
}

#[test]
fn corner_with_one_coordinate_is_damage() {
    for text in [
        dxf("0 LWPOLYLINE 70 1 10 588000 20 1851000 10 588500"),
        dxf("0 LINE 10 588000 20 1851000 11 588500"),
        dxf("0 POLYLINE 70 1 0 VERTEX 10 588000 0 SEQEND"),
        dxf("0 POLYLINE 70 1 0 VERTEX 10 588000 20 1851000"),
    ] {
        assert_eq!(drawing(&text).unwrap_err().code(), "CORRUPT_FILE", "{text}");
    }
}

#[test]
fn every_cut_before_the_end_is_refused() {
    let text = dxf(&light(1, &CORNERS));
    for end in 0..text.len() - 1 {
        let error = drawing(&text[..end]);
        assert!(error.is_err(), "cut at {end}");
    }
}

fn area(layer: &Layer) -> f64 {
    let crs = crate::boundary::Crs::Vn2000Tm3 { meridian: 106.25 };
    let examined = layer.examine(&layer.candidates[0], crs, 1.0);
    examined.measures.unwrap().plane_area_m2
}

#[test]
fn circle_is_measured_where_there_is_nothing_else_and_told_beside_a_ring() {
    let disc = std::f64::consts::PI * 250.0 * 250.0;
    let circle = "0 CIRCLE 8 RANH 10 588000 20 1851000 40 250";
    let arcs = "0 LWPOLYLINE 8 RANH 70 1 10 587750 20 1851000 42 1 10 588250 20 1851000 42 1";
    let back = "0 LWPOLYLINE 8 RANH 70 0 10 587750 20 1851000 42 1 10 588250 20 1851000 42 1 10 587750 20 1851000";
    for text in [circle, arcs, back, &format!("{circle} {circle}")] {
        let layer = drawing(&dxf(text)).unwrap();
        assert_eq!(layer.candidates.len(), 1);
        assert!(
            (area(&layer) - disc).abs() < 0.01,
            "{text}: {}",
            area(&layer)
        );
    }
    let half = arcs.trim_end_matches(" 42 1");
    assert!((area(&drawing(&dxf(half)).unwrap()) - disc / 2.0).abs() < 0.01);
    let layer = drawing(&dxf(&format!(
        "{circle} 0 SPLINE 8 0 {}",
        light(1, &CORNERS)
    )))
    .unwrap();
    assert_eq!(layer.candidates.len(), 1);
    assert_eq!(layer.notes, [Note::Curves { count: 2 }]);
}

#[test]
fn smooth_lines_alone_are_told_as_such() {
    let error = drawing(&dxf("0 SPLINE 8 RANH 70 11 0 ELLIPSE 8 RANH"));
    assert_eq!(error, Err(ReadError::OnlyCurves { count: 2 }));
    assert_eq!(error.unwrap_err().code(), "NO_POLYGON");
}

#[test]
fn doubled_outline_is_one_boundary() {
    let twice = format!("{} {}", light(1, &CORNERS), light(1, &CORNERS));
    assert_eq!(only(&dxf(&twice)), closed());
}

#[test]
fn frame_of_the_sheet_is_named_and_takes_nothing_from_the_boundary() {
    let frame = [[0.0, 0.0], [420.0, 0.0], [420.0, 297.0], [0.0, 297.0]];
    let frame = light(1, &frame).replace("RANH", "KHUNG");
    let header = "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n4\n0\nENDSEC\n";
    let text = dxf(&format!("{frame} {}", light(1, &CORNERS)));
    for text in [text.clone(), format!("{header}{text}")] {
        let layer = drawing(&text).unwrap();
        assert_eq!(layer.candidates.len(), 1);
        match layer.notes.as_slice() {
            [
                Note::ForeignOutline {
                    name,
                    count: 1,
                    corner: 2,
                    ..
                },
            ] => assert_eq!(name, "KHUNG"),
            other => panic!("{other:?}"),
        }
    }
}
