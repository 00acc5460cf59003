//! A ring that is written in a format and read back is the same ring.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;

use super::{
    Hint, Layer,
    archive::writing::zip,
    read,
    shapefile::writing::shp,
    workbook::writing::{Number, sheet, xlsx},
};
use crate::boundary::{Crs, Position, Ring};

const CRS: Crs = Crs::Vn2000Tm3 { meridian: 106.25 };

/// A star-shaped ring, so never at fault, in metres to the millimetre; closed.
fn ring() -> impl Strategy<Value = Ring> {
    let radii = prop::collection::vec(80.0_f64..900.0, 4..30);
    (radii, 300_000.0_f64..700_000.0, 950_000.0_f64..2_500_000.0).prop_map(|(radii, x, y)| {
        let count = u32::try_from(radii.len()).unwrap();
        let millimetre = |number: f64| (number * 1_000.0).round() / 1_000.0;
        let mut ring: Ring = (0..count)
            .zip(&radii)
            .map(|(index, radius)| {
                let angle = f64::from(index) / f64::from(count) * std::f64::consts::TAU;
                [x + radius * angle.cos(), y + radius * angle.sin()].map(millimetre)
            })
            .collect();
        ring.push(ring[0]);
        ring
    })
}

fn area_m2(ring: &Ring) -> f64 {
    let shape = crate::boundary::Shape::of_ring(ring.clone());
    crate::boundary::examine(&shape, CRS, 1.0)
        .measures
        .unwrap()
        .area_m2
}

fn read_back(bytes: &[u8]) -> Layer {
    let hint = Hint {
        province: None,
        crs: Some(CRS),
    };
    read(bytes, &hint).unwrap()
}

fn assert_same(bytes: &[u8], ring: &Ring) {
    let layer = read_back(bytes);
    assert_eq!(layer.crs.known(), Some(CRS));
    let [candidate] = layer.candidates.as_slice() else {
        panic!("{} candidates", layer.candidates.len())
    };
    assert_eq!(candidate.shape.parts, [[ring.clone()]]);
    let measures = layer.examine(candidate, CRS, 1.0).measures.unwrap();
    assert_eq!(measures.area_m2, area_m2(ring));
}

fn dxf(entities: &str) -> String {
    format!("0\nSECTION\n2\nENTITIES\n{entities}0\nENDSEC\n0\nEOF\n")
}

fn light_polyline(ring: &Ring) -> String {
    let corners: String = ring[1..]
        .iter()
        .map(|[x, y]| format!("10\n{x}\n20\n{y}\n"))
        .collect();
    dxf(&format!("0\nLWPOLYLINE\n70\n1\n{corners}"))
}

/// Every second edge is written the other way round.
fn lines(ring: &Ring) -> String {
    let line = |index: usize, a: Position, b: Position| {
        let [[x0, y0], [x1, y1]] = if index.is_multiple_of(2) {
            [a, b]
        } else {
            [b, a]
        };
        format!("0\nLINE\n10\n{x0}\n20\n{y0}\n11\n{x1}\n21\n{y1}\n")
    };
    let edges = ring.windows(2).enumerate();
    dxf(&edges
        .map(|(index, edge)| line(index, edge[0], edge[1]))
        .collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn ring_in_a_shapefile_is_the_same(ring in ring()) {
        let file = shp(5, &[std::slice::from_ref(&ring)]);
        assert_same(&file, &ring);
        assert_same(&zip(&[("Ranh/RANH.SHP", &file)]), &ring);
    }

    #[test]
    fn ring_in_a_workbook_is_the_same(ring in ring()) {
        let cells: Vec<[String; 2]> = ring.iter().map(|[x, y]| [y.to_string(), x.to_string()]).collect();
        let rows: Vec<[_; 2]> = cells.iter().map(|[y, x]| [Number(y), Number(x)]).collect();
        let rows: Vec<_> = rows.iter().map(<[_; 2]>::as_slice).collect();
        assert_same(&xlsx(&[("A", &sheet(&rows))], ""), &ring);
    }

    #[test]
    fn ring_in_a_drawing_is_the_same(ring in ring()) {
        assert_same(lines(&ring).as_bytes(), &ring);
        let mut turned = ring[1..].to_vec();
        turned.push(ring[1]);
        assert_same(light_polyline(&ring).as_bytes(), &turned);
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..4_usize) {
        // Behind the beginning that makes each reader take them.
        let beginnings: [&[u8]; 4] = [b"PK\x03\x04", b"\0\0\x27\x0a", b"0\nSECTION\n2\nENTITIES\n0\n", b"<kml>"];
        let _ = read(&[beginnings[kind], &bytes].concat(), &Hint::default());
    }
}
