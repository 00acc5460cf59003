//! Distance from the boundary's edge to a place.

use geographiclib_rs::{Geodesic, InverseGeodesic};

use crate::order::long_by;

use super::{
    Position, Shape, area::pairs, datum::earth_centred, geographic::Geographic, inside, shape::open,
};

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

/// Edges whose chord is longer than the shortest by less than this share are measured exactly: the order of chords
/// and of geodesics differs by less over the width of a boundary.
const CHORD_SLACK: f64 = 1e-5;
const CHORD_SLACK_M: f64 = 0.01;
/// Edges measured exactly at most.
const LIMIT_EDGES: usize = 200;
/// Halvings by the golden section: an edge of 10 km shrinks to 1e-4 m, where the distance is flat.
const STEPS: usize = 40;

/// The nearest place on the edge of a boundary (WGS 84, degrees); `None` for a boundary without corners. For many
/// places see [`Edges`].
pub fn nearest_edge(shape: &Shape, place: Position) -> Option<Edge> {
    Edges::of(shape).nearest(place)
}

/// The edges of a boundary, made ready for distances to many places.
///
/// # Assumptions
/// Edges are straight in longitude and latitude; over a cluster this differs from a geodesic by millimetres.
#[derive(Debug)]
pub struct Edges<'a> {
    shape: &'a Shape,
    /// Ends of each edge, with the same on the earth's surface in space, metres.
    edges: Vec<(Position, Position)>,
    chords: Vec<([f64; 3], [f64; 3])>,
    /// A place of the boundary in space, and how far from it the others are at most.
    middle: [f64; 3],
    radius_m: f64,
}

impl<'a> Edges<'a> {
    /// `shape`: valid, longitude and latitude.
    pub fn of(shape: &'a Shape) -> Self {
        let middle = chord_point(shape.middle().unwrap_or_default());
        let (mut edges, mut chords) = (Vec::new(), Vec::new());
        let mut radius_m = 0.0;
        for (_, _, ring) in shape.rings() {
            let corners = open(ring);
            let Some(first) = corners.first() else {
                continue;
            };
            edges.reserve(corners.len());
            chords.reserve(corners.len());
            let mut from = chord_point(*first);
            for (a, b) in pairs(corners) {
                let to = chord_point(b);
                edges.push((a, b));
                chords.push((from, to));
                let from_middle_m = length(minus(from, middle));
                if from_middle_m > radius_m {
                    radius_m = from_middle_m;
                }
                from = to;
            }
        }
        Self {
            shape,
            edges,
            chords,
            middle,
            radius_m,
        }
    }

    /// The boundary is not nearer than this, metres.
    pub fn at_least_m(&self, place: Position) -> f64 {
        // A chord is never longer than the way over the surface.
        (length(minus(chord_point(place), self.middle)) - self.radius_m).max(0.0)
    }

    /// The nearest place on the edge; `None` without edges.
    pub fn nearest(&self, place: Position) -> Option<Edge> {
        if inside::shape_holds(self.shape, place) {
            return Some(Edge {
                distance_m: 0.0,
                at: place,
            });
        }
        let target = chord_point(place);
        let mut chords = Vec::with_capacity(self.chords.len());
        for (a, b) in &self.chords {
            chords.push(chord_to_segment(target, *a, *b));
        }
        let shortest = chords.iter().copied().min_by(f64::total_cmp)?;
        let limit = shortest * (1.0 + CHORD_SLACK) + CHORD_SLACK_M;
        let mut near: Vec<_> = self
            .edges
            .iter()
            .zip(chords)
            .filter(|(_, chord)| *chord <= limit)
            .collect();
        long_by(&mut near, |(_, a), (_, b)| a.total_cmp(b));
        near.iter()
            .take(LIMIT_EDGES)
            .map(|((a, b), _)| on_edge(place, *a, *b))
            .min_by(|a, b| a.distance_m.total_cmp(&b.distance_m))
    }
}

fn length(a: [f64; 3]) -> f64 {
    dot(a, a).sqrt()
}

fn chord_point(place: Position) -> [f64; 3] {
    earth_centred(Geographic::of_degrees(place))
}

fn minus(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    [ax - bx, ay - by, az - bz]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    let ([ax, ay, az], [bx, by, bz]) = (a, b);
    ax * bx + ay * by + az * bz
}

fn chord_to_segment(place: [f64; 3], a: [f64; 3], b: [f64; 3]) -> f64 {
    let (along, from_a) = (minus(b, a), minus(place, a));
    let square = dot(along, along);
    let t = if square > 0.0 {
        (dot(from_a, along) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let [x, y, z] = along;
    length(minus(from_a, [t * x, t * y, t * z]))
}

/// Golden-section search along one edge; the distance to a far place has one minimum on it.
fn on_edge(place: Position, a: Position, b: Position) -> Edge {
    let at = |t: f64| [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    let edge = |t: f64| Edge {
        distance_m: distance_m(at(t), place),
        at: at(t),
    };
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut low, mut high) = (0.0, 1.0);
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (edge(left), edge(right));
    for _ in 0..STEPS {
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
