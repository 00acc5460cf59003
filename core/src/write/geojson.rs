use super::{Boundary, degrees::Degrees, line::line, rings::turned};
use crate::boundary::Ring;
use crate::json::Writer;
use crate::number::canonical;

/// GeoJSON after RFC 7946: one feature on WGS 84, with its name and measures as properties.
///
/// # Units
/// `area_m2` square metres (geodesic), `perimeter_m` metres, to a hundredth.
pub fn geojson(boundary: &Boundary<'_>) -> String {
    let mut w = Writer::pretty_with(canonical);
    w.open_object().key("type").text("Feature");
    w.key("properties").open_object();
    w.key("name").text(&line(boundary.name));
    w.key("area_m2")
        .number(hundredths(boundary.measures.area_m2));
    w.key("perimeter_m")
        .number(hundredths(boundary.measures.perimeter_m));
    w.close();
    w.key("geometry").open_object();
    geometry(&mut w, boundary);
    w.close().close();
    w.finish()
}

fn geometry(w: &mut Writer, boundary: &Boundary<'_>) {
    let degrees = Degrees::of(boundary.wgs84);
    match boundary.wgs84.parts.as_slice() {
        [only] => {
            w.key("type").text("Polygon").key("coordinates");
            part(w, only, degrees);
        }
        parts => {
            w.key("type").text("MultiPolygon").key("coordinates");
            w.open_list();
            for rings in parts {
                part(w, rings, degrees);
            }
            w.close();
        }
    }
}

/// One ring a line.
fn part(w: &mut Writer, rings: &[Ring], degrees: Degrees) {
    w.open_list();
    for (index, corners) in rings.iter().enumerate() {
        w.open_line();
        for corner in turned(corners, index) {
            let [lon, lat] = degrees.round(corner);
            w.open_line().number(lon).number(lat).close();
        }
        w.close();
    }
    w.close();
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::super::{Boundary, sample};
    use super::*;

    #[test]
    fn polygon_stands_with_its_name_and_measures() {
        let examined = sample::square();
        let text = geojson(&Boundary::of("Cụm \"A\"\n", &examined).unwrap());
        assert_eq!(
            text,
            concat!(
                "{\n \"type\": \"Feature\",\n \"properties\": {\n  \"name\": \"Cụm \\\"A\\\"\",\n",
                "  \"area_m2\": 11844.26,\n  \"perimeter_m\": 435.39\n },\n \"geometry\": {\n",
                "  \"type\": \"Polygon\",\n  \"coordinates\": [\n",
                "   [[106, 16], [106.001, 16], [106.001, 16.001], [106, 16.001], [106, 16]]\n  ]\n }\n}\n"
            )
        );
    }

    #[test]
    fn parts_and_holes_are_turned_each_its_way() {
        let examined = sample::parts();
        let text = geojson(&Boundary::of("A", &examined).unwrap());
        let found: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(found["geometry"]["type"], "MultiPolygon");
        let parts = found["geometry"]["coordinates"].as_array().unwrap();
        for part in parts {
            for (index, ring) in part.as_array().unwrap().iter().enumerate() {
                let corners: Ring = serde_json::from_value(ring.clone()).unwrap();
                assert_eq!(crate::boundary::signed_area(&corners) > 0.0, index == 0);
                assert_eq!(corners.first(), corners.last());
            }
        }
    }
}
