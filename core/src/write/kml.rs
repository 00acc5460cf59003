use std::fmt::Write;

use super::{Boundary, degrees::Degrees, rings::turned, xml::escaped};
use crate::boundary::Ring;
use crate::number::plain;

/// A drawn line and a pale area, through which the picture of the ground is seen; opaque white is the default.
const STYLE: &str = "<Style><LineStyle><color>ff0000ff</color><width>2</width></LineStyle>\
                     <PolyStyle><color>330000ff</color></PolyStyle></Style>";

/// KML 2.2 (OGC 07-147r2): one placemark on WGS 84.
pub fn kml(boundary: &Boundary<'_>) -> String {
    let degrees = Degrees::of(boundary.wgs84);
    let name = escaped(boundary.name);
    let polygons: String = boundary
        .wgs84
        .parts
        .iter()
        .map(|rings| polygon(rings, degrees))
        .collect();
    let geometry = if boundary.wgs84.parts.len() == 1 {
        polygons
    } else {
        format!("<MultiGeometry>\n{polygons}</MultiGeometry>\n")
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n\
         <name>{name}</name>\n<Placemark>\n<name>{name}</name>\n{STYLE}\n{geometry}</Placemark>\n</Document>\n</kml>\n"
    )
}

fn polygon(rings: &[Ring], degrees: Degrees) -> String {
    let mut text = "<Polygon>\n".to_owned();
    for (index, corners) in rings.iter().enumerate() {
        let place = if index == 0 {
            "outerBoundaryIs"
        } else {
            "innerBoundaryIs"
        };
        let _ = write!(text, "<{place}><LinearRing><coordinates>");
        for corner in turned(corners, index) {
            let [lon, lat] = degrees.round(corner).map(plain);
            let _ = write!(text, "\n{lon},{lat}");
        }
        let _ = writeln!(text, "\n</coordinates></LinearRing></{place}>");
    }
    text.push_str("</Polygon>\n");
    text
}

#[cfg(test)]
mod tests {
    use super::super::{Boundary, sample};
    use super::*;

    #[test]
    fn placemark_has_its_name_as_text_and_its_corners() {
        let examined = sample::square();
        let text = kml(&Boundary::of("A & </name><b>", &examined).unwrap());
        assert!(text.contains("<Placemark>\n<name>A &amp; &lt;/name&gt;&lt;b&gt;</name>"));
        assert!(text.contains(
            "<Polygon>\n<outerBoundaryIs><LinearRing><coordinates>\n106,16\n106.001,16\n106.001,16.001\n106,16.001\n\
             106,16\n</coordinates></LinearRing></outerBoundaryIs>\n</Polygon>"
        ));
    }

    #[test]
    fn parts_are_one_placemark() {
        let examined = sample::parts();
        let text = kml(&Boundary::of("A", &examined).unwrap());
        let count = |what| text.matches(what).count();
        assert_eq!(
            (
                count("<Placemark>"),
                count("<MultiGeometry>"),
                count("<Polygon>"),
                count("<innerBoundaryIs>")
            ),
            (1, 1, 2, 1)
        );
    }
}
