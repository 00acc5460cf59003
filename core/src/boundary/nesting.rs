//! Rings in any order and direction → parts with holes.

use super::{Position, Ring, Shape, area::pairs, extent::Extent, inside::ring_holds, shape::open};
use crate::order::long_by;

/// Comparisons of rings and edges after which it is given up: a tenth of a second. A cluster has a handful of rings.
const LIMIT_STEPS: usize = 50_000_000;

/// Which ring is a shell and which a hole, by what lies in what: a ring in no other one or in a hole is a shell. The
/// direction counts for nothing, for programs disagree about it. The largest part comes first.
///
/// `None` for more rings in one another than can be looked at.
pub(crate) fn nest(rings: Vec<Ring>) -> Option<Shape> {
    let mut sized: Vec<Sized> = rings.into_iter().map(Sized::new).collect();
    let mut steps = sized.len().saturating_mul(sized.len());
    if steps > LIMIT_STEPS {
        return None;
    }
    long_by(&mut sized, |a, b| b.area.total_cmp(&a.area));
    // Of each ring so far: whether it is a shell, and the number of its part.
    let mut placed: Vec<(bool, usize)> = Vec::with_capacity(sized.len());
    let mut count = 0;
    for (index, ring) in sized.iter().enumerate() {
        let mut place = (true, count);
        for (other, around) in sized.iter().zip(&placed).take(index).rev() {
            if other.holds(ring, &mut steps)? {
                if let (true, part) = around {
                    place = (false, *part);
                }
                break;
            }
        }
        count += usize::from(place.0);
        placed.push(place);
    }
    let mut parts = vec![Vec::new(); count];
    for (ring, (_, part)) in sized.into_iter().zip(placed) {
        parts.get_mut(part)?.push(ring.corners);
    }
    Some(Shape { parts })
}

/// A ring with its planar size.
struct Sized {
    corners: Ring,
    area: f64,
    /// Left, bottom, right, top.
    bounds: [f64; 4],
}

impl Sized {
    fn new(corners: Ring) -> Self {
        let [x0, y0] = corners.first().copied().unwrap_or_default();
        let doubled: f64 = pairs(open(&corners))
            .map(|(a, b)| (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0))
            .sum();
        let bounds = Extent::of(&corners).bounds().unwrap_or([x0, y0, x0, y0]);
        Self {
            corners,
            area: doubled.abs() / 2.0,
            bounds,
        }
    }

    /// Whether a smaller ring lies in this one, by its first corner that is not on the line; if all are, by the middles
    /// of its edges. `None` when the steps are used up.
    fn holds(&self, other: &Self, steps: &mut usize) -> Option<bool> {
        let [w, s, e, n] = self.bounds;
        let [left, bottom, right, top] = other.bounds;
        if self.area <= other.area || left < w || bottom < s || right > e || top > n {
            return Some(false);
        }
        let corners = open(&other.corners);
        let middles = pairs(corners)
            .map(|(a, b)| -> Position { [f64::midpoint(a[0], b[0]), f64::midpoint(a[1], b[1])] });
        for place in corners.iter().copied().chain(middles) {
            *steps += self.corners.len();
            if *steps > LIMIT_STEPS {
                return None;
            }
            if let Some(held) = ring_holds(&self.corners, place) {
                return Some(held);
            }
        }
        Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Ring {
        vec![
            [x, y],
            [x + side, y],
            [x + side, y + side],
            [x, y + side],
            [x, y],
        ]
    }

    fn sizes(rings: Vec<Ring>) -> Vec<usize> {
        let shape = nest(rings).unwrap();
        shape.parts.iter().map(Vec::len).collect()
    }

    #[test]
    fn ring_in_a_ring_is_a_hole_whatever_the_direction() {
        let mut turned = square(2.0, 2.0, 2.0);
        turned.reverse();
        for hole in [square(2.0, 2.0, 2.0), turned] {
            let shape = nest(vec![hole.clone(), square(0.0, 0.0, 10.0)]).unwrap();
            assert_eq!(shape.parts, [[square(0.0, 0.0, 10.0), hole]]);
        }
    }

    #[test]
    fn island_in_a_hole_is_a_part() {
        let rings = vec![
            square(0.0, 0.0, 10.0),
            square(1.0, 1.0, 8.0),
            square(2.0, 2.0, 2.0),
            square(20.0, 0.0, 9.0),
        ];
        assert_eq!(sizes(rings), [2, 1, 1]);
    }

    #[test]
    fn hole_that_touches_its_shell_is_a_hole() {
        assert_eq!(
            sizes(vec![square(0.0, 0.0, 10.0), square(0.0, 0.0, 4.0)]),
            [2]
        );
    }

    #[test]
    fn equal_rings_stay_parts() {
        assert_eq!(
            sizes(vec![square(0.0, 0.0, 4.0), square(0.0, 0.0, 4.0)]),
            [1, 1]
        );
    }

    #[test]
    fn thousands_of_rings_in_one_another_are_given_up() {
        let rings = (1..9_000_u32)
            .map(|n| square(-f64::from(n), -f64::from(n), 2.0 * f64::from(n)))
            .collect();
        assert_eq!(nest(rings), None);
    }
}
