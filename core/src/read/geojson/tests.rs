use super::*;
use crate::boundary::{Crs, Position};
use crate::read::CrsFound;

const RING: &str = "[[106.0,21.0],[106.01,21.0],[106.01,21.01],[106.0,21.0]]";
const HOLE: &str = "[[106.005,21.002],[106.006,21.002],[106.006,21.003],[106.005,21.002]]";

fn geojson(text: &str) -> Result<Layer, ReadError> {
    read(text, &Hint::default())
}

fn layer(text: &str) -> Layer {
    geojson(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn of(kind: &str, coordinates: &str) -> String {
    format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)
}

#[test]
fn empty_hole_is_nothing_and_a_hole_without_a_shell_is_refused() {
    let whole = layer(&of("Polygon", &format!("[{RING}]"))).candidates;
    for text in [
        of("Polygon", &format!("[{RING},[]]")),
        of("MultiPolygon", &format!("[[{RING},[]]]")),
        of("MultiPolygon", &format!("[[],[{RING}],[[]]]")),
    ] {
        assert_eq!(layer(&text).candidates, whole, "{text}");
    }
    for text in [
        of("Polygon", &format!("[[],{HOLE}]")),
        of("MultiPolygon", &format!("[[{RING}],[[],{HOLE}]]")),
        of("MultiPolygon", &format!("[[[],{HOLE}],[{RING}]]")),
    ] {
        let error = geojson(&text).unwrap_err();
        assert!(
            matches!(error, ReadError::NoShell { line: 1, .. }),
            "{text}: {error}"
        );
    }
    let lines = layer(&format!(
        r#"{{"type":"GeometryCollection","geometries":[{},{}]}}"#,
        of("Polygon", &format!("[{RING}]")),
        of("MultiLineString", &format!("[[],{HOLE}]"))
    ));
    assert_eq!(lines.notes, [Note::NotPolygons { count: 1 }]);
}

#[test]
fn brackets_of_the_wrong_depth_are_told_with_their_place() {
    for (text, column) in [
        (of("Polygon", RING), 33),
        (of("MultiPolygon", &format!("[{RING}]")), 38),
        (of("Polygon", &format!("[[{RING}]]")), 33),
        (of("Polygon", &format!("[{RING},[{HOLE}]]")), 94),
    ] {
        let error = geojson(&text).unwrap_err();
        assert!(
            matches!(error, ReadError::WrongDepth { line: 1, .. }),
            "{text}: {error:?}"
        );
        assert_eq!(error, ReadError::WrongDepth { line: 1, column }, "{text}");
    }
}

#[test]
fn sequence_of_texts_is_read_whole() {
    let feature = |name: &str| {
        let geometry = of("Polygon", &format!("[{RING}]"));
        format!(r#"{{"type":"Feature","properties":{{"name":"{name}"}},"geometry":{geometry}}}"#)
    };
    let (a, b) = (feature("A"), feature("B"));
    for text in [
        format!("{a}\n{b}\n"),
        format!("\u{1e}{a}\n\u{1e}{b}\n"),
        format!("{a}\r\n\r\n{b}"),
    ] {
        assert!(is_json(&text));
        let layer = layer(&text);
        let names: Vec<_> = layer
            .candidates
            .iter()
            .map(|one| one.label.as_deref())
            .collect();
        assert_eq!(names, [Some("A"), Some("B")], "{text}");
    }
    for text in [
        format!("{a}\n{}", b.get(..b.len() - 1).unwrap()),
        format!("{a}\n1"),
        format!("{a},{b}"),
    ] {
        assert_eq!(geojson(&text).unwrap_err().code(), "BAD_JSON", "{text}");
    }
    let foreign = geojson(&format!("{a}\n{{\"x\":1}}"));
    assert_eq!(foreign.unwrap_err().code(), "UNSUPPORTED_FORMAT");
}

#[test]
fn two_systems_in_one_file_are_not_mixed() {
    let with_crs = |code: u32| {
        format!(
            r#"{{"type":"Polygon","crs":{{"type":"name","properties":{{"name":"EPSG:{code}"}}}},"coordinates":[{RING}]}}"#
        )
    };
    let both = format!("{}\n{}", with_crs(4326), with_crs(4756));
    assert_eq!(geojson(&both), Err(ReadError::SeveralSystems));
    let here: Position = layer(&with_crs(4326)).candidates[0].shape.parts[0][0][0];
    let moved = layer(&with_crs(4756));
    assert_eq!(moved.crs, CrsFound::Stated(Crs::Wgs84));
    let apart = crate::boundary::distance_m(here, moved.candidates[0].shape.parts[0][0][0]);
    assert!((150.0..250.0).contains(&apart), "{apart}");
}

#[test]
fn geometry_of_an_unknown_type_is_counted() {
    let text = format!(
        r#"{{"type":"GeometryCollection","geometries":[{},{}]}}"#,
        of("Polygon", &format!("[{RING}]")),
        of("polygon", &format!("[{RING}]"))
    );
    assert_eq!(layer(&text).notes, [Note::NotPolygons { count: 1 }]);
}
