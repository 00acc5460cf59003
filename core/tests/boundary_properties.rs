//! Properties of measures, checks and readers over many boundaries.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a test says what went wrong by panicking, outside test functions too; its numbers are small"
)]

use cluster_ready_core::{
    boundary::{Crs, Edges, Position, Shape, Status, distance_m, examine},
    read::{Hint, read},
};
use proptest::prelude::*;

/// A ring around a place, star-shaped, so never at fault; degrees.
fn star() -> impl Strategy<Value = Vec<Position>> {
    let radii = prop::collection::vec(0.3_f64..1.0, 4..40);
    (radii, 102.5_f64..108.0, 9.0_f64..22.0, 0.001_f64..0.01).prop_map(|(radii, lon, lat, size)| {
        let count = radii.len() as f64;
        radii
            .iter()
            .enumerate()
            .map(|(index, radius)| {
                let angle = index as f64 / count * std::f64::consts::TAU;
                [
                    lon + size * radius * angle.cos(),
                    lat + size * radius * angle.sin(),
                ]
            })
            .collect()
    })
}

fn closed(mut ring: Vec<Position>) -> Shape {
    ring.extend(ring.first().copied());
    Shape::of_ring(ring)
}

fn measures(ring: Vec<Position>) -> (f64, f64) {
    let measures = examine(&closed(ring), Crs::Wgs84, 1.0).measures.unwrap();
    (measures.area_m2, measures.perimeter_m)
}

/// The corners, closed, as a list in one of the notations.
fn written(ring: &[Position], corner: impl Fn(&Position) -> String, between: &str) -> String {
    let corners: Vec<String> = ring.iter().chain(ring.first()).map(corner).collect();
    corners.join(between)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn first_corner_and_direction_change_no_measure(ring in star(), turn in 0_usize..40) {
        let (area, perimeter) = measures(ring.clone());
        let mut turned = ring.clone();
        let by = turn % ring.len();
        turned.rotate_left(by);
        let mut reversed = ring;
        reversed.reverse();
        for other in [turned, reversed] {
            let (other_area, other_perimeter) = measures(other);
            prop_assert!((area - other_area).abs() < 1e-3);
            prop_assert!((perimeter - other_perimeter).abs() < 1e-6);
        }
    }

    #[test]
    fn corner_on_an_edge_changes_no_status(ring in star()) {
        let mut more = ring.clone();
        let [a, b] = [ring[0], ring[1]];
        more.insert(1, [f64::midpoint(a[0], b[0]), f64::midpoint(a[1], b[1])]);
        let before = examine(&closed(ring), Crs::Wgs84, 1.0).status();
        prop_assert_eq!(before, examine(&closed(more), Crs::Wgs84, 1.0).status());
    }

    #[test]
    fn two_exchanged_corners_of_a_convex_ring_are_found_and_mended(
        count in 5_usize..30, first in 0_usize..30, lon in 103.0_f64..108.0,
    ) {
        let ring: Vec<Position> = (0..count)
            .map(|index| {
                let angle = index as f64 / count as f64 * std::f64::consts::TAU;
                [lon + 0.004 * angle.cos(), 16.0 + 0.004 * angle.sin()]
            })
            .collect();
        let (area, _) = measures(ring.clone());
        let mut wrong = ring;
        wrong.swap(first % (count - 1), first % (count - 1) + 1);
        let examined = examine(&closed(wrong), Crs::Wgs84, 1.0);
        prop_assert_eq!(examined.status(), Status::Error);
        let offered = examined.problems.iter().find_map(|problem| problem.repaired_area_m2);
        prop_assert!((offered.unwrap() - area).abs() < 1e-3);
    }

    #[test]
    fn table_of_a_boundary_gives_the_boundary_back(
        ring in star(), delimiter in prop::sample::select(vec![",", ";", "\t", " ", "|", "   "]),
        north_first in any::<bool>(), comma in any::<bool>(), grouped in any::<bool>(),
    ) {
        let crs = Crs::Vn2000Tm3 { meridian: 105.5 };
        let ring: Vec<Position> = ring.into_iter().map(|corner| crs.from_wgs84(corner)).collect();
        prop_assume!(ring.iter().all(|[x, _]| (100_000.0..900_000.0).contains(x)));
        let write = |value: f64| {
            let plain = format!("{value:.3}");
            let (whole, fraction) = plain.split_once('.').unwrap();
            let (mark, group) = if comma { (',', '.') } else { ('.', ',') };
            if delimiter == "," && (comma || grouped) {
                return plain;
            }
            if !grouped {
                return format!("{whole}{mark}{fraction}");
            }
            let (millions, rest) = whole.split_at(whole.len() - 3);
            let whole = if millions.len() > 3 {
                let (first, second) = millions.split_at(millions.len() - 3);
                format!("{first}{group}{second}{group}{rest}")
            } else {
                format!("{millions}{group}{rest}")
            };
            format!("{whole}{mark}{fraction}")
        };
        let mut text = format!("STT{delimiter}X{delimiter}Y\n");
        for (index, [x, y]) in ring.iter().enumerate() {
            let (first, second) = if north_first { (y, x) } else { (x, y) };
            text += &format!("{}{delimiter}{}{delimiter}{}\n", index + 1, write(*first), write(*second));
        }
        let layer = read(text.as_bytes(), &Hint::default()).unwrap();
        prop_assert_eq!(layer.candidates.len(), 1, "{}", text);
        let read_back = &layer.candidates[0].shape.parts[0][0];
        prop_assert_eq!(read_back.len(), ring.len() + 1);
        for (a, b) in read_back.iter().zip(&ring) {
            prop_assert!((a[0] - b[0]).abs() < 6e-4 && (a[1] - b[1]).abs() < 6e-4);
        }
    }

    #[test]
    fn map_file_of_a_boundary_gives_the_boundary_back(ring in star(), is_line in any::<bool>()) {
        let (area, _) = measures(ring.clone());
        let kml = written(&ring, |[x, y]| format!("{x},{y},0"), "\n ");
        let kml = if is_line {
            format!("<kml><Placemark><LineString><coordinates>{kml}</coordinates></LineString></Placemark></kml>")
        } else {
            format!(
                "<kml><Folder><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>{kml}</coordinates>\
                 </LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></kml>"
            )
        };
        let gpx = written(&ring, |[x, y]| format!("<trkpt lat=\"{y}\" lon=\"{x}\"/>"), "");
        let gpx = format!("<gpx><trk><trkseg>{gpx}</trkseg></trk></gpx>");
        let wkt = written(&ring, |[x, y]| format!("{x} {y}"), ", ");
        let wkt = if is_line { format!("LINESTRING ({wkt})") } else { format!("POLYGON(({wkt}))") };
        for text in [kml, gpx, wkt] {
            let layer = read(text.as_bytes(), &Hint::default()).unwrap();
            prop_assert_eq!(layer.candidates.len(), 1, "{}", text);
            let shape = &layer.candidates[0].shape;
            prop_assert_eq!(&shape.parts[0][0], &closed(ring.clone()).parts[0][0]);
            let read_back = examine(shape, Crs::Wgs84, 1.0).measures.unwrap().area_m2;
            prop_assert!((read_back - area).abs() < 1e-6);
        }
    }

    #[test]
    fn any_text_of_map_signs_is_read_or_refused(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<kml>", "</kml>", "<gpx>", "</gpx>", "<Placemark>", "</Placemark>", "<Polygon>", "</Polygon>",
            "<outerBoundaryIs>", "</outerBoundaryIs>", "<LinearRing>", "</LinearRing>", "<coordinates>",
            "</coordinates>", "<trk>", "</trk>", "<trkseg/>", "<trkpt lat='16' lon='107'/>", "<wpt lat='16'/>",
            "<name>", "</name>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&x;", "107.1,16.2", "107.3 16.1", ",",
            " ", "(", ")", "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "EMPTY", "Z", "SRID=4326;", "\n", "é",
        ]), 0..40),
        start in prop::sample::select(vec!["", "<kml>", "<gpx>", "POLYGON((", "SRID=9212;"]),
    ) {
        let text = format!("{start}{}", pieces.concat());
        if let Ok(layer) = read(text.as_bytes(), &Hint::default()) {
            prop_assert!(!layer.candidates.is_empty());
        }
    }

    #[test]
    fn distance_is_never_more_than_to_a_corner(ring in star(), lon in 102.0_f64..109.0, lat in 8.5_f64..23.0) {
        let shape = closed(ring.clone());
        let edge = Edges::of(&shape).nearest([lon, lat]).unwrap();
        let to_corner = ring
            .iter()
            .map(|corner| distance_m(*corner, [lon, lat]))
            .fold(f64::INFINITY, f64::min);
        prop_assert!(edge.distance_m <= to_corner + 1e-6);
        if edge.distance_m > 0.0 {
            prop_assert!((distance_m(edge.at, [lon, lat]) - edge.distance_m).abs() < 1e-6);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &Hint::default());
    }

    #[test]
    fn any_text_of_table_signs_is_read_or_refused(text in "[0-9 ,.;\t\n|\"'°NEX-]{0,200}") {
        if let Ok(layer) = read(text.as_bytes(), &Hint::default()) {
            for candidate in &layer.candidates {
                let _ = examine(&candidate.shape, layer.crs.known().unwrap_or(Crs::Wgs84), 1.0);
            }
        }
    }

    #[test]
    fn any_rings_are_examined(
        corners in prop::collection::vec(prop::collection::vec((0_i8..6, 0_i8..6), 0..12), 0..4),
    ) {
        let rings = corners
            .iter()
            .map(|ring| ring.iter().map(|(x, y)| [106.0 + f64::from(*x) * 0.001, 16.0 + f64::from(*y) * 0.001]).collect())
            .collect();
        let given = Shape { parts: vec![rings] };
        let examined = examine(&given, Crs::Wgs84, 1.0);
        prop_assert_eq!(examined.measures.is_some(), examined.status() != Status::Error);
        // What was mended needs no second mending.
        if examined.measures.is_some() {
            let again = examine(examined.mended.as_ref().unwrap_or(&given), Crs::Wgs84, 1.0);
            prop_assert!(again.status() <= Status::Warn);
        }
    }
}
