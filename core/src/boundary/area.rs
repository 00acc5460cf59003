//! Area and length, geodesic and on the plane.
//!
//! # Sources
//! C. F. F. Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013), section 6, as in geographiclib-rs; short edges
//! by [`short_edge`].

use std::slice::Iter;

use geographiclib_rs::{Geodesic, InverseGeodesic, PolygonArea, Winding};

use super::{
    Position, Shape,
    extent::{greatest, least},
    shape::open,
    short_edge::{LIMIT_LATITUDE_DEG, Measured, short_edge},
    sum::Sum,
};

/// Area (|shell| − |holes|, ring by ring, so that the direction of a ring never matters) and length of the shells.
///
/// # Units
/// Degrees in; square metres and metres out.
pub(crate) fn geodesic(shape: &Shape) -> (f64, f64) {
    let earth = Geodesic::wgs84();
    shape
        .rings()
        .fold((0.0, 0.0), |(area, length), (_, ring, corners)| {
            let (ring_length, ring_area) = ring_geodesic(&earth, open(corners));
            if ring == 0 {
                (area + ring_area, length + ring_length)
            } else {
                (area - ring_area, length)
            }
        })
}

/// Length and |area| of one ring.
fn ring_geodesic(earth: &Geodesic, corners: &[Position]) -> (f64, f64) {
    if !is_regional(corners) {
        return anywhere(earth, corners);
    }
    let (mut length, mut area) = (Sum::default(), Sum::default());
    for (a, b) in pairs(corners) {
        let edge = short_edge(a, b).unwrap_or_else(|| long_edge(earth, a, b));
        length.add(edge.length_m);
        area.add(edge.below_m2);
    }
    (length.total(), area.total().abs())
}

/// Away from the poles and from the line where longitudes begin again, and less than half around the Earth: the areas
/// below the edges add up to that of the ring.
fn is_regional(corners: &[Position]) -> bool {
    let (mut west, mut east) = (180.0_f64, -180.0_f64);
    corners.iter().all(|[lon, lat]| {
        (west, east) = (least(west, *lon), greatest(east, *lon));
        lat.abs() <= LIMIT_LATITUDE_DEG && lon.abs() <= 180.0
    }) && east - west < 180.0
}

fn long_edge(earth: &Geodesic, [lon_a, lat_a]: Position, [lon_b, lat_b]: Position) -> Measured {
    type Solution = (f64, f64, f64, f64, f64, f64, f64, f64);
    let solution: Solution = earth.inverse(lat_a, lon_a, lat_b, lon_b);
    let (length_m, .., below_m2, _) = solution;
    Measured { length_m, below_m2 }
}

/// Around a pole too.
fn anywhere(earth: &Geodesic, corners: &[Position]) -> (f64, f64) {
    let mut polygon = PolygonArea::new(earth, Winding::CounterClockwise);
    for [lon, lat] in corners {
        polygon.add_point(*lat, *lon);
    }
    let (length, area, _) = polygon.compute(true);
    (length, area.abs())
}

/// Area on the plane, |shell| − |holes|.
pub(super) fn plane(shape: &Shape) -> f64 {
    shape.rings().fold(0.0, |area, (_, ring, corners)| {
        let own = signed(open(corners)).abs();
        if ring == 0 { area + own } else { area - own }
    })
}

/// Positive for a counter-clockwise ring. Coordinates are taken from the first corner, so that large northings cost
/// no digits.
pub(crate) fn signed(corners: &[Position]) -> f64 {
    let Some([x0, y0]) = corners.first() else {
        return 0.0;
    };
    pairs(corners)
        .map(|([ax, ay], [bx, by])| (ax - x0) * (by - y0) - (bx - x0) * (ay - y0))
        .sum::<f64>()
        / 2.0
}

/// Centre of mass of shells minus holes; `None` without area.
pub(super) fn centroid(shape: &Shape) -> Option<Position> {
    let [x0, y0] = shape.positions().next()?;
    let mut sums = [0.0; 3];
    for (_, ring, corners) in shape.rings() {
        let corners = open(corners);
        let sign = signed(corners).signum() * if ring == 0 { 1.0 } else { -1.0 };
        for ([ax, ay], [bx, by]) in pairs(corners) {
            let [ax, ay, bx, by] = [ax - x0, ay - y0, bx - x0, by - y0];
            let cross = sign * (ax * by - bx * ay);
            let [area, x, y] = sums;
            sums = [
                area + cross,
                x + cross * (ax + bx) / 3.0,
                y + cross * (ay + by) / 3.0,
            ];
        }
    }
    let [area, x, y] = sums;
    (area > 0.0).then(|| [x0 + x / area, y0 + y / area])
}

/// Every edge of a ring without closing repetition, the last one back to the first corner.
pub(super) fn pairs(corners: &[Position]) -> Pairs<'_> {
    let (first, rest) = corners.split_first().unzip();
    Pairs {
        first: first.copied().unwrap_or_default(),
        from: first.copied(),
        rest: rest.unwrap_or_default().iter(),
    }
}

/// Zipped and cycled lists would do as well, but are slow in a program built to be small.
pub(super) struct Pairs<'a> {
    first: Position,
    from: Option<Position>,
    rest: Iter<'a, Position>,
}

impl Iterator for Pairs<'_> {
    type Item = (Position, Position);

    #[inline(always)]
    fn next(&mut self) -> Option<(Position, Position)> {
        let from = self.from?;
        self.from = self.rest.next().copied();
        Some((from, self.from.unwrap_or(self.first)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ring_around_the_pole_holds_the_pole() {
        let cap = [[0.0, 89.0], [90.0, 89.0], [180.0, 89.0], [-90.0, 89.0]];
        let (area, _) = geodesic(&Shape::of_ring(cap.to_vec()));
        // A square with half diagonals of a degree, 111.7 km.
        assert!(
            (area / (2.0 * 111_693.0 * 111_693.0) - 1.0).abs() < 1e-3,
            "{area}"
        );
    }

    #[test]
    fn clockwise_shell_is_not_the_rest_of_the_earth() {
        let ring = vec![
            [105.0, 21.0],
            [105.0, 21.01],
            [105.01, 21.01],
            [105.01, 21.0],
        ];
        let turned: Vec<_> = ring.iter().rev().copied().collect();
        let (area, length) = geodesic(&Shape::of_ring(ring));
        let (area_turned, length_turned) = geodesic(&Shape::of_ring(turned));
        assert!((area - area_turned).abs() < 1e-6 && (length - length_turned).abs() < 1e-9);
        assert!(area > 1.0e6 && area < 1.2e6);
    }

    #[test]
    fn centroid_of_a_square_with_a_hole_on_one_side_moves_away_from_it() {
        let square = vec![[0., 0.], [4., 0.], [4., 4.], [0., 4.]];
        let hole = vec![[0.5, 1.], [1.5, 1.], [1.5, 3.], [0.5, 3.]];
        let shape = Shape {
            parts: vec![vec![square, hole]],
        };
        let [x, y] = centroid(&shape).unwrap();
        assert!(x > 2.0 && (y - 2.0).abs() < 1e-12);
        assert_eq!(plane(&shape), 14.0);
    }
}
