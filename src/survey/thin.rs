//! Fewer corners, for drawing.

use crate::boundary::{Position, Ring, Shape};

/// Of the longer side of the bounds: smaller than a pixel of any screen that shows the whole.
const FIRST_TOLERANCE: f64 = 1.0 / 4096.0;

/// The shape with at most `most` corners: those nearer to the last one kept than a tolerance are left out, and rings
/// smaller than it. `None` where it has no more than that.
pub(super) fn thin(shape: &Shape, most: usize) -> Option<Shape> {
    shape.positions().nth(most)?;
    let [w, s, e, n] = shape.bounds()?;
    let mut tolerance = (e - w).max(n - s) * FIRST_TOLERANCE;
    loop {
        if let Some(thinned) = within(shape, tolerance, most) {
            return Some(thinned);
        }
        tolerance *= 2.0;
        if !tolerance.is_finite() {
            return Some(Shape::default());
        }
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

    proptest! {
        #[test]
        fn kept_corners_are_few_and_of_the_shape(corners in 5..3_000_u32, most in 8..500_usize) {
            let shape = Shape::of_ring(circle(corners, 50.0));
            if let Some(thinned) = thin(&shape, most) {
                prop_assert!(thinned.positions().count() <= most);
                prop_assert!(thinned.positions().all(|kept| shape.positions().any(|one| one == kept)));
                prop_assert!(thinned.positions().count() > 3);
            } else {
                prop_assert!(shape.positions().count() <= most);
            }
        }
    }
}
