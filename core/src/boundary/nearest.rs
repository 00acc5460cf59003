//! Distance from the boundary's edge to a place.

use geographiclib_rs::{Geodesic, InverseGeodesic};

use super::Position;

/// The place on the edge nearest to a point outside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Metres; 0 when the boundary holds the point.
    pub distance_m: f64,
    /// Where on the edge, longitude and latitude; the point itself when it is inside.
    pub at: Position,
}

/// Geodesic distance between two places on WGS 84, metres.
pub fn distance_m([lon_a, lat_a]: Position, [lon_b, lat_b]: Position) -> f64 {
    Geodesic::wgs84().inverse(lat_a, lon_a, lat_b, lon_b)
}

/// Steps of the golden section at most.
const STEPS: usize = 40;
/// On so short a stretch the distance is flat, metres.
const FLAT_M: f64 = 1e-4;

/// Golden-section search along one edge; the distance to a far place has one minimum on it.
pub(super) fn on_edge(place: Position, a: Position, b: Position) -> Edge {
    let at = |t: f64| [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let earth = Geodesic::wgs84();
    let metres = |[lon_a, lat_a]: Position, [lon_b, lat_b]: Position| -> f64 {
        earth.inverse(lat_a, lon_a, lat_b, lon_b)
    };
    let edge = |t: f64| Edge {
        distance_m: metres(at(t), place),
        at: at(t),
    };
    let length_m = metres(a, b);
    let (mut low, mut high) = (0.0, 1.0);
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (edge(left), edge(right));
    for _ in 0..STEPS {
        if (high - low) * length_m < FLAT_M {
            break;
        }
        if at_left.distance_m < at_right.distance_m {
            high = right;
            (right, at_right) = (left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = edge(left);
        } else {
            low = left;
            (left, at_left) = (right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = edge(right);
        }
    }
    [edge(0.0), edge(1.0), at_right]
        .into_iter()
        .fold(at_left, |best, other| {
            if other.distance_m < best.distance_m {
                other
            } else {
                best
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::{Edges, Shape};

    fn nearest_edge(shape: &Shape, place: Position) -> Option<Edge> {
        Edges::of(shape).nearest(place)
    }

    fn square() -> Shape {
        Shape::of_ring(vec![
            [106.0, 21.0],
            [106.01, 21.0],
            [106.01, 21.01],
            [106.0, 21.01],
            [106.0, 21.0],
        ])
    }

    #[test]
    fn place_inside_is_at_distance_zero() {
        let edge = nearest_edge(&square(), [106.005, 21.005]).unwrap();
        assert_eq!(edge.distance_m, 0.0);
    }

    #[test]
    fn place_beside_an_edge_is_measured_to_the_edge_not_to_a_corner() {
        let edge = nearest_edge(&square(), [106.02, 21.005]).unwrap();
        let to_edge = distance_m([106.01, 21.005], [106.02, 21.005]);
        assert!((edge.distance_m - to_edge).abs() < 1e-3);
        assert!((edge.at[1] - 21.005).abs() < 1e-5);
    }

    #[test]
    fn of_many_runs_the_nearest_edge_is_found() {
        let coast = |count: u32, far: f64| -> Vec<Position> {
            let corner = |n: u32| {
                let angle = f64::from(n) / f64::from(count) * std::f64::consts::TAU;
                let far = far * (1.0 + 0.2 * (9.0 * angle).sin());
                [106.0 + far * angle.cos(), 21.0 + far * angle.sin()]
            };
            (0..count).map(corner).collect()
        };
        let shape = Shape {
            parts: vec![vec![coast(333, 0.02), coast(150, 0.01)]],
        };
        let edges = Edges::of(&shape);
        for place in [
            [106.001, 21.002],
            [106.03, 21.0],
            [105.9, 20.8],
            [106.0, 21.3],
        ] {
            let all = shape
                .rings()
                .flat_map(|(.., ring)| super::super::area::pairs(ring));
            let least = all
                .map(|(a, b)| on_edge(place, a, b).distance_m)
                .min_by(f64::total_cmp);
            assert_eq!(
                edges.nearest(place).map(|edge| edge.distance_m),
                least,
                "{place:?}"
            );
        }
        // Between shell and hole, and on a corner.
        for place in [[106.015, 21.0], [106.02, 21.0]] {
            assert_eq!(edges.nearest(place).unwrap().distance_m, 0.0, "{place:?}");
        }
    }

    #[test]
    fn place_at_a_hole_is_measured_to_the_hole() {
        let mut shape = square();
        shape.parts[0].push(vec![
            [106.004, 21.004],
            [106.006, 21.004],
            [106.006, 21.006],
            [106.004, 21.006],
        ]);
        let edge = nearest_edge(&shape, [106.005, 21.005]).unwrap();
        assert!(edge.distance_m > 100.0 && edge.distance_m < 112.0);
    }
}
