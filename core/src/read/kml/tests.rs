use super::*;
use crate::read::Format;
use crate::{
    boundary::Crs,
    read::{CrsFound, Found},
};

const SQUARE: &str = "107.0,16.0 107.1,16.0 107.1,16.1 107.0,16.0";
const HOLE: &str = "107.04,16.02 107.06,16.02 107.06,16.03 107.04,16.02";

fn polygon(rings: &[&str]) -> String {
    let ring = |(index, ring): (usize, &&str)| {
        let side = if index == 0 { "outer" } else { "inner" };
        format!(
            "<{side}BoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></{side}BoundaryIs>"
        )
    };
    let rings: String = rings.iter().enumerate().map(ring).collect();
    format!("<Polygon>{rings}</Polygon>")
}

fn kml(inner: &str) -> Result<Layer, ReadError> {
    read(&format!("<kml>{inner}</kml>"), &Hint::default())
}

fn layer(inner: &str) -> Layer {
    kml(inner).unwrap_or_else(|error| panic!("{error}: {inner}"))
}

#[test]
fn placemark_gives_name_identifier_and_holes() {
    let area = polygon(&[SQUARE, HOLE]);
    let layer = layer(&format!(
        "<Document><name>File</name><Folder><name>F</name><Placemark id='p1'><name> Cụm A &amp; B </name>{area}\
         </Placemark></Folder></Document>"
    ));
    let candidate = &layer.candidates[0];
    assert_eq!(candidate.label.as_deref(), Some("Cụm A & B"));
    assert_eq!(candidate.id.as_deref(), Some("p1"));
    assert_eq!(candidate.shape.parts.len(), 1);
    assert_eq!(candidate.shape.parts[0].len(), 2);
    assert_eq!(candidate.shape.parts[0][1][2], [107.06, 16.03]);
    assert_eq!(layer.crs, CrsFound::Obvious(Crs::Wgs84));
    assert!(layer.notes.is_empty());
}

#[test]
fn multi_geometry_is_one_boundary_and_placemarks_are_several() {
    let (a, b) = (polygon(&[SQUARE]), polygon(&[HOLE]));
    let one = layer(&format!(
        "<Placemark><MultiGeometry>{a}<MultiGeometry>{b}</MultiGeometry></MultiGeometry></Placemark>"
    ));
    assert_eq!(one.candidates.len(), 1);
    assert_eq!(one.candidates[0].shape.parts.len(), 2);
    let two = layer(&format!(
        "<Placemark>{a}</Placemark><Placemark>{b}</Placemark>"
    ));
    assert_eq!(two.candidates.len(), 2);
}

#[test]
fn prefix_of_a_namespace_makes_no_difference() {
    let text = format!(
        "<k:kml xmlns:k='x'><k:Placemark><k:Polygon><k:outerBoundaryIs><k:LinearRing><k:coordinates>{SQUARE}\
         </k:coordinates></k:LinearRing></k:outerBoundaryIs></k:Polygon></k:Placemark></k:kml>"
    );
    assert_eq!(read(&text, &Hint::default()).unwrap().candidates.len(), 1);
}

#[test]
fn closed_lines_come_after_polygons_and_are_said() {
    let area = polygon(&[SQUARE]);
    let layer = layer(&format!(
        "<Placemark><name>Line</name><LineString><coordinates>{HOLE}</coordinates></LineString></Placemark>\
         <Placemark><LinearRing><coordinates>{HOLE}</coordinates></LinearRing></Placemark>\
         <Placemark><name>Area</name>{area}</Placemark>"
    ));
    let labels: Vec<_> = layer
        .candidates
        .iter()
        .map(|one| one.label.as_deref())
        .collect();
    assert_eq!(labels, [Some("Area"), Some("Line"), None]);
    assert_eq!(layer.notes, [Note::LinesAsRings { count: 2 }]);
}

#[test]
fn points_open_lines_and_tracks_are_counted() {
    let area = polygon(&[SQUARE]);
    let others = "<Placemark><Point><coordinates>107,16</coordinates></Point></Placemark>\
                  <Placemark><LineString><coordinates>107,16 107.1,16 107.2,16.1</coordinates></LineString></Placemark>\
                  <Placemark><gx:Track><gx:coord>107 16 0</gx:coord></gx:Track></Placemark>";
    let layer = layer(&format!("{others}<Placemark>{area}</Placemark>"));
    assert_eq!(layer.candidates.len(), 1);
    assert_eq!(layer.notes, [Note::NotPolygons { count: 3 }]);
    assert_eq!(kml(others), Err(ReadError::NoPolygon { others: 3 }));
}

#[test]
fn link_is_named_and_not_followed() {
    let link = "<NetworkLink><Link><href>http://example.org/a.kml</href></Link></NetworkLink>";
    let address = "http://example.org/a.kml".to_owned();
    assert_eq!(
        kml(link),
        Err(ReadError::OnlyLink {
            address: address.clone()
        })
    );
    let with_area = layer(&format!(
        "{link}<Placemark>{}</Placemark>",
        polygon(&[SQUARE])
    ));
    assert_eq!(with_area.notes, [Note::LinkNotFollowed { address }]);
}

#[test]
fn picture_of_an_icon_is_no_link() {
    let icon = "<Style><IconStyle><Icon><href>http://example.org/pin.png</href></Icon></IconStyle></Style>";
    assert_eq!(kml(icon), Err(ReadError::NoPolygon { others: 0 }));
}

#[test]
fn bad_coordinate_is_named_with_its_line() {
    let text = format!(
        "<kml>\n<Placemark>{}</Placemark></kml>",
        polygon(&["107.0,16.0\n107.1,x 107.1,16.1"])
    );
    assert_eq!(
        read(&text, &Hint::default()),
        Err(ReadError::BadCoordinates {
            found: "x".into(),
            place: Found::Text { line: 3, column: 1 }
        })
    );
}

#[test]
fn ring_without_coordinates_and_holes_without_a_shell_are_refused() {
    let area = polygon(&[SQUARE]);
    for broken in [
        polygon(&[" "]),
        polygon(&[SQUARE, ""]),
        polygon(&[SQUARE]).replace("outer", "inner"),
    ] {
        let error = kml(&format!("<Placemark>{area}{broken}</Placemark>")).unwrap_err();
        assert_eq!(error.code(), "BAD_COORDINATES", "{broken}");
    }
    assert_eq!(
        kml("<Placemark><Polygon/></Placemark>"),
        Err(ReadError::NoPolygon { others: 0 })
    );
}

#[test]
fn second_shell_of_a_polygon_is_not_lost() {
    let shell = |ring| {
        format!(
            "<outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs>"
        )
    };
    let layer = layer(&format!(
        "<Placemark><Polygon>{}{}</Polygon></Placemark>",
        shell(SQUARE),
        shell(HOLE)
    ));
    assert_eq!(layer.candidates[0].shape.parts.len(), 2);
}

#[test]
fn metres_ask_for_their_system() {
    let ring = "588656.5,1851433.4 588423.0,1851452.2 588403.0,1851657.2 588656.5,1851433.4";
    let layer = layer(&format!("<Placemark>{}</Placemark>", polygon(&[ring])));
    assert!(matches!(layer.crs, CrsFound::Unknown(_)));
}

#[test]
fn part_of_a_file_is_read_as_a_whole_one() {
    let area = format!(
        "<Placemark><name>A</name>{}</Placemark>",
        polygon(&[SQUARE])
    );
    for text in [
        area.clone(),
        format!("<Folder><name>F</name>{area}</Folder>"),
        format!("<Document><name>D</name>{area}</Document>"),
    ] {
        let layer = crate::read::read(text.as_bytes(), &Hint::default()).unwrap();
        assert_eq!(layer.format, Format::Kml);
        assert_eq!(layer.candidates[0].label.as_deref(), Some("A"), "{text}");
    }
}

#[test]
fn side_of_a_polygon_without_a_ring_around_its_corners_is_read() {
    let bare = polygon(&[SQUARE, HOLE])
        .replace("<LinearRing>", "")
        .replace("</LinearRing>", "");
    let expected = layer(&format!(
        "<Placemark>{}</Placemark>",
        polygon(&[SQUARE, HOLE])
    ));
    assert_eq!(layer(&format!("<Placemark>{bare}</Placemark>")), expected);
}
