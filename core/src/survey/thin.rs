//! Fewer corners, for drawing.

use crate::boundary::{Position, Ring, Shape};

/// Of the longer side of the bounds: smaller than a pixel of any screen that shows the whole.
const FIRST_TOLERANCE: f64 = 1.0 / 4096.0;
/// Coarser than this, a drawing is not the boundary any more.
const LAST_TOLERANCE: f64 = 1.0 / 256.0;

/// The shape with about `most` corners: those nearer to the last one kept than a tolerance are left out, and rings
/// smaller than it. Where corners are many and far apart, as on a comb, every so many of them are kept. `None` where it has
/// no more than that.
pub(super) fn thin(shape: &Shape, most: usize) -> Option<Shape> {
    shape.positions().nth(most)?;
    let [w, s, e, n] = shape.bounds()?;
    let side = (e - w).max(n - s);
    let mut share = FIRST_TOLERANCE;
    while share <= LAST_TOLERANCE {
        if let Some(thinned) = within(shape, side * share, most) {
            return Some(thinned);
        }
        share *= 2.0;
    }
    let corners = shape.positions().count();
    Some(every(shape, corners.div_ceil(most.max(1))))
}

/// Every so many corners of each ring; rings with fewer than that are left out.
fn every(shape: &Shape, step: usize) -> Shape {
    let thinned = |ring: &Ring| -> Ring {
        let end = ring.len().saturating_sub(1);
        let is_kept = |index: usize| index.is_multiple_of(step) || index == end;
        let kept = ring.iter().enumerate().filter(|(index, _)| is_kept(*index));
        kept.map(|(_, corner)| *corner).collect()
    };
    let parts = shape.parts.iter().map(|rings| {
        let rings = rings.iter().map(thinned);
        rings.filter(|ring| ring.len() > 3).collect()
    });
    Shape {
        parts: parts
            .filter(|rings: &Vec<Ring>| !rings.is_empty())
            .collect(),
    }
}

/// `None` where it still has more than `most`.
fn within(shape: &Shape, tolerance: f64, most: usize) -> Option<Shape> {
    let mut left = most;
    let mut parts = Vec::new();
    for rings in &shape.parts {
        let mut thinned = Vec::new();
        for ring in rings {
            let ring = thin_ring(ring, tolerance, left)?;
            left -= ring.len();
            if !ring.is_empty() {
                thinned.push(ring);
            }
        }
        if !thinned.is_empty() {
            parts.push(thinned);
        }
    }
    Some(Shape { parts })
}

/// Empty for a ring that is only a dot.
fn thin_ring(ring: &Ring, tolerance: f64, most: usize) -> Option<Ring> {
    let mut kept = Ring::new();
    let mut last: Option<Position> = None;
    let end = ring.len().saturating_sub(1);
    for (index, corner) in ring.iter().enumerate() {
        let is_near = |last: Position| {
            (corner[0] - last[0]).abs().max((corner[1] - last[1]).abs()) < tolerance
        };
        // The last one closes the ring.
        if index != end && last.is_some_and(is_near) {
            continue;
        }
        if kept.len() == most {
            return None;
        }
        last = Some(*corner);
        kept.push(*corner);
    }
    Some(if kept.len() < 4 { Ring::new() } else { kept })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn circle(corners: u32, radius: f64) -> Ring {
        (0..=corners)
            .map(|n| {
                let angle = f64::from(n % corners) / f64::from(corners) * std::f64::consts::TAU;
                [radius * angle.cos(), radius * angle.sin()]
            })
            .collect()
    }

    #[test]
    fn few_corners_stay_as_they_are() {
        assert_eq!(thin(&Shape::of_ring(circle(10, 1.0)), 11), None);
    }

    #[test]
    fn dots_are_left_out_and_large_rings_stay_closed() {
        let dots = (0..400).map(|_| circle(4, 1e-6));
        let shape = Shape {
            parts: vec![
                std::iter::once(circle(100_000, 100.0))
                    .chain(dots)
                    .collect(),
            ],
        };
        let thinned = thin(&shape, 2_000).unwrap();
        let [rings] = thinned.parts.as_slice() else {
            panic!()
        };
        assert_eq!(rings.len(), 1);
        assert_eq!(rings[0].first(), rings[0].last());
    }

    #[test]
    fn of_a_comb_some_teeth_are_drawn() {
        let teeth =
            (0..20_000).map(|n| [f64::from(n) * 0.1, if n % 2 == 0 { 0.0 } else { 2_000.0 }]);
        let mut ring: Ring = teeth.collect();
        ring.push(ring[0]);
        let thinned = thin(&Shape::of_ring(ring.clone()), 10_000).unwrap();
        let corners = thinned.positions().count();
        assert!((5_000..=10_001).contains(&corners), "{corners}");
        assert_eq!(thinned.parts[0][0].last(), ring.last());
    }

    proptest! {
        #[test]
        fn kept_corners_are_few_and_of_the_shape(corners in 5..3_000_u32, most in 8..500_usize) {
            let shape = Shape::of_ring(circle(corners, 50.0));
            if let Some(thinned) = thin(&shape, most) {
                // One more, which closes the ring.
                prop_assert!(thinned.positions().count() <= most + 1);
                prop_assert!(thinned.positions().all(|kept| shape.positions().any(|one| one == kept)));
                prop_assert!(thinned.positions().count() > 3);
            } else {
                prop_assert!(shape.positions().count() <= most);
            }
        }
    }
}
