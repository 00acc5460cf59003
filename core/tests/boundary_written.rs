//! Boundaries written in every format and read back by the readers: the same corners, the same area, harmless names.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a test says what went wrong by panicking, outside test functions too; its numbers are small"
)]

use cluster_ready_core::{
    boundary::{Crs, Examined, Position, Severity, Shape, examine},
    number::Mark,
    read::{Hint, Layer, read},
    write::{Boundary, Words, csv, geojson, kml, xlsx},
};
use proptest::prelude::*;

/// Names that would do harm where a format took them for more than text.
const NAMES: [&str; 14] = [
    "Cụm công nghiệp Trảng Nhật 1",
    "=HYPERLINK(\"http://example.org/\"&A1,\"x\")",
    "+84 24 3", // a number to a spreadsheet program
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\",=1+1,\"",
    "';\";1851433,395;588656,512",
    "</name><Placemark><name>B</name></Placemark><!--",
    "]]><![CDATA[ &amp; &lt; &#61;1 _x003D_1",
    "A\r\n1;1851433,395;588656,512\n{\"type\":\"Point\"}",
    "\u{202e}مجمع صناعي\u{202c} EPSG:5897, kinh tuyến trục 103°",
    "\u{0}\u{1}\u{fffe}\\\u{7f}",
];

/// As a name comes back: on one line.
fn on_one_line(name: &str) -> String {
    let is_break = |c: char| c.is_control() || c == '\u{fffe}';
    let pieces = name.split(is_break).map(str::trim);
    pieces
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A ring around a place, star-shaped, so never at fault; corners at least some metres apart.
fn star(at: Position, size: f64, radii: &[f64]) -> Vec<Position> {
    let count = radii.len() as f64;
    let corner = |(index, radius): (usize, &f64)| {
        let angle = index as f64 / count * std::f64::consts::TAU;
        [
            at[0] + size * radius * angle.cos(),
            at[1] + size * radius * angle.sin(),
        ]
    };
    radii.iter().enumerate().map(corner).collect()
}

fn radii() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.5_f64..1.0, 4..24)
}

/// Degrees anywhere in the country.
fn place() -> impl Strategy<Value = Position> {
    (105.0_f64..107.9, 10.5_f64..21.5).prop_map(|(lon, lat)| [lon, lat])
}

/// A shell with a hole, and perhaps a second part beside it; a shell alone; open or closed, turned either way.
fn shape() -> impl Strategy<Value = Shape> {
    (
        place(),
        radii(),
        radii(),
        0.002_f64..0.01,
        0_u8..3,
        any::<[bool; 2]>(),
    )
        .prop_map(|([lon, lat], outer, inner, size, kind, [turned, closed])| {
            let finish = |mut ring: Vec<Position>| {
                if turned {
                    ring.reverse();
                }
                if closed {
                    ring.extend(ring.first().copied());
                }
                ring
            };
            let shell = finish(star([lon, lat], size, &outer));
            let hole = finish(star([lon, lat], size * 0.3, &inner));
            let beside = finish(star([lon + size * 2.5, lat], size, &inner));
            Shape {
                parts: match kind {
                    0 => vec![vec![shell]],
                    1 => vec![vec![shell, hole]],
                    _ => vec![vec![shell, hole], vec![beside]],
                },
            }
        })
}

/// In degrees, or on the plane of a zone that may be used there.
fn given() -> impl Strategy<Value = (Shape, Crs)> {
    (shape(), 0_usize..12).prop_map(|(shape, zone)| {
        let lon = shape.middle().unwrap()[0];
        let is_near = |crs: &Crs| (crs.meridian().unwrap() - lon).abs() < 3.0;
        match Crs::vn2000_zones().filter(is_near).nth(zone) {
            Some(crs) => (crs.shape_from_wgs84(&shape), crs),
            None => (shape, Crs::Wgs84),
        }
    })
}

fn named() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&NAMES[..]).prop_map(str::to_owned),
        "[-=+@\"';,|<>&\\pL0-9 \t\r\n\\[\\]{}:]{0,40}",
    ]
}

fn words<'a>(system: &'a str, vietnamese: bool) -> Words<'a> {
    let ring_name: &dyn Fn(usize, usize) -> String = &|part, ring| format!("={part}, {ring}");
    if vietnamese {
        Words {
            title: "Bảng tọa độ góc ranh giới",
            system: ["Hệ tọa độ", system],
            ring: "Vùng",
            corner: "Số hiệu điểm",
            north: "X (m), hướng bắc",
            east: "Y (m), hướng đông",
            edge: "Cạnh (m)",
            ring_name,
        }
    } else {
        Words {
            title: "Corners of the boundary",
            system: ["Coordinate system", system],
            ring: "Ring",
            corner: "Corner",
            north: "X (m), north",
            east: "Y (m), east",
            edge: "Edge (m)",
            ring_name,
        }
    }
}

fn opened(ring: &[Position]) -> &[Position] {
    match ring.split_last() {
        Some((last, others)) if ring.first() == Some(last) => others,
        _ => ring,
    }
}

/// The same corners in the same order, each within `limit` in either coordinate; a ring may have been turned round.
fn assert_same_ring(expected: &[Position], found: &[Position], limit: f64) {
    let (expected, found) = (opened(expected), opened(found));
    assert_eq!(expected.len(), found.len());
    let is_near =
        |a: &Position, b: &Position| (a[0] - b[0]).abs() <= limit && (a[1] - b[1]).abs() <= limit;
    let forwards = expected.iter().zip(found).all(|(a, b)| is_near(a, b));
    let backwards = expected.iter().rev().zip(found).all(|(a, b)| is_near(a, b));
    assert!(forwards || backwards, "{expected:?} {found:?}");
}

fn area(examined: &Examined) -> f64 {
    examined.measures.as_ref().unwrap().area_m2
}

fn read_back(bytes: &[u8]) -> Layer {
    read(bytes, &Hint::default()).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(bytes));
    })
}

/// A map file: one candidate on WGS 84, of the same area, with nothing to be said about it.
fn assert_map(bytes: &[u8], examined: &Examined, name: &str) {
    let layer = read_back(bytes);
    assert_eq!(layer.crs.known(), Some(Crs::Wgs84));
    assert_eq!(layer.notes, []);
    let [candidate] = layer.candidates.as_slice() else {
        panic!("{} candidates", layer.candidates.len());
    };
    assert_eq!(candidate.label.as_deref().unwrap_or_default().trim(), name);
    assert_eq!(candidate.shape.parts.len(), examined.wgs84.parts.len());
    let rings = examined.wgs84.rings().zip(candidate.shape.rings());
    for ((part, ring, expected), found) in rings {
        assert_eq!((part, ring), (found.0, found.1));
        assert_same_ring(expected, found.2, 0.5e-7);
    }
    let again = layer.examine(candidate, Crs::Wgs84, 1.0);
    assert!((area(&again) - area(examined)).abs() < 0.01);
    let worst = again.problems.iter().map(|problem| problem.severity).max();
    let before = examined
        .problems
        .iter()
        .map(|problem| problem.severity)
        .max();
    assert!(
        worst <= before.max(Some(Severity::Note)),
        "{:?}",
        again.problems
    );
}

/// A name as a table gives it back: without invisible signs, wide letters as plain ones, blanks aside.
fn seen(name: &str) -> String {
    let is_invisible = |c: char| {
        matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
    };
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
        _ => c,
    };
    let signs = name.chars().map(plain);
    signs
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .collect()
}

/// A table: a candidate for each ring, on the plane, to the millimetre; its name and its system are known.
fn assert_table(bytes: &[u8], examined: &Examined, name: &str) {
    // Of two meridians, the one in the name too, none is taken.
    if name.contains("EPSG:5897") {
        match read(bytes, &Hint::default()) {
            Ok(layer) => assert_eq!(layer.crs.known(), None),
            Err(error) => assert_eq!(error.code(), "SEVERAL_SYSTEMS"),
        }
        return;
    }
    let layer = read_back(bytes);
    assert_eq!(layer.crs.known(), Some(examined.plane_crs));
    // A name that holds coordinates is a title all the same, and told as a line that is no corner.
    let is_told = name.contains("1851433,395");
    assert_eq!(layer.notes.len(), usize::from(is_told), "{:?}", layer.notes);
    let rings: Vec<_> = examined.plane.rings().collect();
    assert_eq!(layer.candidates.len(), rings.len());
    for ((part, ring, expected), candidate) in rings.iter().zip(&layer.candidates) {
        assert_same_ring(expected, &candidate.shape.parts[0][0], 0.000_501);
        let label = candidate.label.as_deref().unwrap_or_default();
        let expected = if rings.len() > 1 {
            format!("={part}, {ring}")
        } else {
            name.to_owned()
        };
        let (label, expected) = (seen(label), seen(&expected));
        let is_guarded = label.strip_prefix('\'') == Some(&expected);
        // Without a name the title of the table is the nearest one.
        assert!(
            label == expected || is_guarded || expected.is_empty(),
            "{label} {expected}"
        );
        let last = opened(&candidate.shape.parts[0][0]).len();
        assert_eq!(candidate.corner_labels[0], "1");
        assert_eq!(candidate.corner_labels[last - 1], last.to_string());
    }
    let parts = layer.candidates.into_iter().map(|one| one.shape.parts);
    let rings = parts.flatten().flatten().collect::<Vec<_>>();
    let again = nested(examined, rings);
    // Half a millimetre in either coordinate, along every edge.
    let change = length_m(examined) * 0.001;
    assert!((area(&again) - area(examined)).abs() < 0.02 + change);
}

/// The rings in the parts they came from.
fn nested(examined: &Examined, rings: Vec<Vec<Position>>) -> Examined {
    let mut rings = rings.into_iter();
    let parts = examined.plane.parts.iter();
    let parts = parts.map(|part| rings.by_ref().take(part.len()).collect());
    examine(
        &Shape {
            parts: parts.collect(),
        },
        examined.plane_crs,
        1.0,
    )
}

/// Length of all rings, metres.
fn length_m(examined: &Examined) -> f64 {
    let length = |ring: &[Position]| -> f64 {
        let back = ring.last().zip(ring.first()).map(|(a, b)| [*a, *b]);
        let edges = ring.windows(2).map(|edge| [edge[0], edge[1]]).chain(back);
        edges.map(|[a, b]| (b[0] - a[0]).hypot(b[1] - a[1])).sum()
    };
    examined
        .plane
        .rings()
        .map(|(_, _, ring)| length(ring))
        .sum()
}

fn assert_all(given: &Shape, crs: Crs, name: &str, vietnamese: bool) {
    let examined = examine(given, crs, 1.0);
    let boundary = Boundary::of(name, &examined).unwrap();
    let epsg = examined.plane_crs.epsg().unwrap();
    let system = format!("VN-2000 (EPSG:{epsg})");
    let words = words(&system, vietnamese);
    let mark = if vietnamese { Mark::Comma } else { Mark::Point };
    let name = on_one_line(name);
    assert_map(geojson(&boundary).as_bytes(), &examined, &name);
    assert_map(kml(&boundary).as_bytes(), &examined, &name);
    let text = csv(&boundary, &words, mark);
    assert!(text.starts_with('\u{feff}'));
    assert_table(text.as_bytes(), &examined, &name);
    assert_table(&xlsx(&boundary, &words).unwrap(), &examined, &name);
}

#[test]
fn every_hostile_name_survives_as_text() {
    let ring = star([107.08, 16.73], 0.005, &[1.0; 7]);
    let crs = Crs::Vn2000Tm3 { meridian: 106.25 };
    let given = crs.shape_from_wgs84(&Shape::of_ring(ring));
    for name in NAMES {
        for vietnamese in [true, false] {
            assert_all(&given, crs, name, vietnamese);
        }
    }
}

#[test]
fn boundary_at_fault_is_not_written() {
    let bow_tie = [
        [107.08, 16.73],
        [107.085, 16.735],
        [107.085, 16.73],
        [107.08, 16.735],
    ];
    let examined = examine(&Shape::of_ring(bow_tie.to_vec()), Crs::Wgs84, 1.0);
    assert!(Boundary::of("A", &examined).is_none());
}

/// Cells of a line of CSV as programs cut it, by another way than the reader's.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut signs = line.chars().peekable();
    while let Some(c) = signs.next() {
        let cell = cells.last_mut().unwrap();
        match c {
            '"' if is_quoted && signs.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => is_quoted = !is_quoted,
            _ if c == delimiter && !is_quoted => cells.push(String::new()),
            _ => cell.push(c),
        }
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn boundary_comes_back_from_every_format((shape, crs) in given(), name in named(), vietnamese in any::<bool>()) {
        assert_all(&shape, crs, &name, vietnamese);
    }

    #[test]
    fn no_cell_of_a_table_begins_a_formula((shape, crs) in given(), name in named(), vietnamese in any::<bool>()) {
        let examined = examine(&shape, crs, 1.0);
        let boundary = Boundary::of(&name, &examined).unwrap();
        let (mark, delimiter) = if vietnamese { (Mark::Comma, ';') } else { (Mark::Point, ',') };
        let text = csv(&boundary, &words(&name, vietnamese), mark);
        for line in text.trim_start_matches('\u{feff}').split("\r\n") {
            prop_assert!(!line.contains(['\r', '\n', '\t', '\0']));
            for cell in cells(line, delimiter) {
                prop_assert!(!cell.trim().starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }
    }
}
