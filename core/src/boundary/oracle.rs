//! Our measures and checks beside those of the crate `geo`, on thousands of polygons from one seed.

use geo::algorithm::Validation;
use geo::coordinate_position::CoordPos;
use geo::{
    Area, Centroid, Coord, CoordinatePosition, GeodesicArea, LineString, MultiPolygon, Orient,
    Polygon, Relate, orient::Direction,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::{Position, Ring, Shape, area, inside, validity};

const MANY: u32 = 2_000;

/// The same polygons in every run: a difference that is found once is found again.
fn check<S: Strategy>(given: &S, law: impl Fn(S::Value) -> Result<(), TestCaseError>) -> Outcome {
    let config = Config {
        cases: MANY,
        failure_persistence: None,
        max_global_rejects: 4 * MANY,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    runner.run(given, law).map_err(|error| error.to_string())
}

type Outcome = Result<(), String>;

fn to_geo(shape: &Shape) -> MultiPolygon {
    let line =
        |ring: &Ring| -> LineString { ring.iter().map(|[x, y]| Coord { x: *x, y: *y }).collect() };
    let polygon = |rings: &Vec<Ring>| {
        let (shell, holes) = rings.split_first()?;
        Some(Polygon::new(line(shell), holes.iter().map(line).collect()))
    };
    shape.parts.iter().filter_map(polygon).collect()
}

/// Around a place, star-shaped: at no fault. The first corner may be anywhere, and the direction either.
fn star([x, y]: Position, least: f64, most: f64) -> impl Strategy<Value = Ring> {
    let radii = prop::collection::vec(least..most, 3..25);
    (radii, 0.0..std::f64::consts::TAU, any::<bool>()).prop_map(move |(radii, first, turned)| {
        let step = std::f64::consts::TAU / radii.len() as f64;
        let corner = |(index, radius): (usize, &f64)| {
            let angle = first + step * index as f64;
            [x + radius * angle.cos(), y + radius * angle.sin()]
        };
        let mut ring: Ring = radii.iter().enumerate().map(corner).collect();
        if turned {
            ring.reverse();
        }
        ring
    })
}

/// One to three parts with up to three holes each, none touching another; in units of the size.
fn polygons() -> impl Strategy<Value = Shape> {
    // A star of at least three corners holds a circle of less than half its least radius; three holes lie in that.
    let part = |number: usize| {
        let x = 3.0 * number as f64;
        let holes = [[0.0, 0.15], [0.14, -0.1], [-0.14, -0.1]];
        let hole = move |[dx, dy]: Position| prop::option::of(star([x + dx, dy], 0.02, 0.1));
        (star([x, 0.0], 0.7, 1.0), holes.map(hole)).prop_map(|(shell, holes)| {
            std::iter::once(shell)
                .chain(holes.into_iter().flatten())
                .collect::<Vec<Ring>>()
        })
    };
    (
        part(0),
        prop::option::of(part(1)),
        prop::option::of(part(2)),
    )
        .prop_map(|(first, second, third)| Shape {
            parts: [Some(first), second, third].into_iter().flatten().collect(),
        })
}

/// In degrees, somewhere in Viet Nam, of a hundred metres to ten kilometres.
fn placed() -> impl Strategy<Value = Shape> {
    (polygons(), 102.5..109.0, 8.5..23.0, -3.0..-1.0).prop_map(|(shape, lon, lat, size)| {
        let size = 10_f64.powf(size);
        shape.map(|[x, y]| [lon + size * x, lat + size * y])
    })
}

#[test]
fn geodesic_area_and_perimeter_are_those_of_geo() {
    check(&placed(), |shape| {
        // Its unsigned area of a clockwise ring is the rest of the Earth.
        let theirs = to_geo(&shape).orient(Direction::Default);
        let (area, perimeter) = area::geodesic(&shape);
        let area_there = theirs.geodesic_area_unsigned();
        prop_assert!(
            (area - area_there).abs() < 1e-9 * area_there + 1e-3,
            "{area} {area_there}"
        );
        let shells: MultiPolygon = theirs
            .iter()
            .map(|one| Polygon::new(one.exterior().clone(), Vec::new()))
            .collect();
        let there = shells.geodesic_perimeter();
        prop_assert!(
            (perimeter - there).abs() < 1e-9 * there + 1e-6,
            "{perimeter} {there}"
        );
        Ok(())
    })
    .unwrap();
}

#[test]
fn plane_area_and_centroid_are_those_of_geo() {
    check(&polygons(), |shape| {
        let theirs = to_geo(&shape);
        let there = theirs.unsigned_area();
        prop_assert!((area::plane(&shape) - there).abs() < 1e-12 * there.max(1.0));
        let ([x, y], there) = (area::centroid(&shape).unwrap(), theirs.centroid().unwrap());
        prop_assert!(
            (x - there.x()).hypot(y - there.y()) < 1e-12,
            "{x} {y} {there:?}"
        );
        Ok(())
    })
    .unwrap();
}

/// Corners and places on a coarse grid: places on corners and edges come by themselves. Of a ring that crosses itself `geo`
/// takes also what is wound around twice.
#[test]
fn ring_holds_the_places_that_it_holds_for_geo() {
    let corner = || [0..8, 0..8].prop_map(|place| place.map(f64::from));
    let ring = prop::collection::vec(corner(), 3..7);
    let on_line = std::cell::Cell::new(0);
    check(&(ring, corner()), |(ring, place)| {
        let shape = Shape::of_ring(ring.clone());
        prop_assume!(to_geo(&shape).is_valid());
        let theirs = match to_geo(&shape).coordinate_position(&place.into()) {
            CoordPos::Inside => Some(true),
            CoordPos::Outside => Some(false),
            CoordPos::OnBoundary => None,
        };
        on_line.set(on_line.get() + u32::from(theirs.is_none()));
        prop_assert_eq!(inside::ring_holds(&ring, place), theirs);
        Ok(())
    })
    .unwrap();
    assert!(on_line.get() > MANY / 50, "{on_line:?}");
}

#[test]
fn polygons_without_fault_are_valid_there_too() {
    check(&polygons(), |shape| {
        prop_assert!(validity::check(&shape).is_valid());
        prop_assert!(to_geo(&shape).is_valid());
        Ok(())
    })
    .unwrap();
}

/// Corners anywhere, so no two edges touch without crossing: where they do, `geo` and GEOS differ, and we are held to GEOS.
#[test]
fn ring_crosses_itself_where_it_does_for_geo() {
    let corner = || [-1.0..1.0_f64, -1.0..1.0];
    let ring = prop::collection::vec(corner(), 4..8);
    let crossing = std::cell::Cell::new(0);
    check(&ring, |ring| {
        let shape = Shape::of_ring(ring);
        let valid = validity::check(&shape).is_valid();
        crossing.set(crossing.get() + u32::from(!valid));
        prop_assert_eq!(valid, to_geo(&shape).is_valid());
        Ok(())
    })
    .unwrap();
    assert!(
        (MANY / 4..MANY * 3 / 4).contains(&crossing.get()),
        "{crossing:?}"
    );
}

#[test]
fn parts_overlap_where_they_do_for_geo() {
    let other = (-2.2..2.2, -2.2..2.2).prop_flat_map(|(x, y)| star([x, y], 0.3, 1.0));
    let overlapping = std::cell::Cell::new(0);
    check(&(star([0.0, 0.0], 0.3, 1.0), other), |(one, other)| {
        let shape = Shape {
            parts: vec![vec![one], vec![other]],
        };
        let theirs = to_geo(&shape);
        let apart = theirs.0[0].relate(&theirs.0[1]).is_disjoint();
        overlapping.set(overlapping.get() + u32::from(!apart));
        prop_assert_eq!(validity::check(&shape).is_valid(), apart);
        Ok(())
    })
    .unwrap();
    assert!(
        (MANY / 5..MANY * 4 / 5).contains(&overlapping.get()),
        "{overlapping:?}"
    );
}
