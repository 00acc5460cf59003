//! Arcs → short straight lines that keep the arc's area.

use crate::boundary::Position;

/// No corner is further from its arc, in metres: less than surveys of boundaries reach, and a bend of 200 m needs some
/// hundred corners only.
pub(super) const TOLERANCE: f64 = 0.01;
/// Most lines of one arc.
const LIMIT_LINES: u32 = 1_000;
/// A flatter arc is a straight line: over a kilometre it bends by less than a thousandth of a millimetre.
const FLAT: f64 = 1e-9;

/// Whether an edge is no straight line.
pub(super) fn is_bent(bulge: f64) -> bool {
    bulge.abs() >= FLAT
}

/// The corners between two corners that an arc joins. `bulge` is the tangent of a quarter of the arc's angle, positive
/// when it turns left.
///
/// The corners lie a little outside the arc, just so far that the lines enclose what the arc encloses.
///
/// # Sources
/// DXF Reference, LWPOLYLINE, group 42.
pub(super) fn between(from: Position, to: Position, bulge: f64) -> Vec<Position> {
    let ([x0, y0], [x1, y1]) = (from, to);
    let (dx, dy) = (x1 - x0, y1 - y0);
    if !is_bent(bulge) || (dx == 0.0 && dy == 0.0) {
        return Vec::new();
    }
    let offset = (1.0 - bulge * bulge) / (4.0 * bulge);
    let centre = [
        f64::midpoint(x0, x1) - dy * offset,
        f64::midpoint(y0, y1) + dx * offset,
    ];
    let spoke = [x0 - centre[0], y0 - centre[1]];
    let radius = libm::hypot(spoke[0], spoke[1]);
    let angle = 4.0 * libm::atan(bulge);
    let lines = lines(radius, angle.abs());
    let step = angle / f64::from(lines);
    let longer = longer(f64::from(lines), step.abs());
    (1..lines)
        .map(|index| {
            let (sin, cos) = libm::sincos(step * f64::from(index));
            [
                centre[0] + (spoke[0] * cos - spoke[1] * sin) * longer,
                centre[1] + (spoke[0] * sin + spoke[1] * cos) * longer,
            ]
        })
        .collect()
}

/// So many that the corners, which lie outside by a sixth of the radius times the square of the step, keep the tolerance.
fn lines(radius: f64, angle: f64) -> u32 {
    let wanted = libm::ceil(angle / libm::sqrt(6.0 * TOLERANCE / radius));
    // At least four in a half circle, for small ones.
    let least = libm::ceil(angle / std::f64::consts::FRAC_PI_4).max(2.0);
    let lines = wanted.max(least).min(f64::from(LIMIT_LINES));
    (2..=LIMIT_LINES)
        .find(|count| f64::from(*count) >= lines)
        .unwrap_or(LIMIT_LINES)
}

/// How much longer the spokes of the inner corners are, so that the triangles together have the area of the sector: with
/// two outer triangles of one longer spoke and the others of two, (n − 2) u² + 2 u = n · step / sin(step).
fn longer(lines: f64, step: f64) -> f64 {
    let sum = lines * step / libm::sin(step);
    let inner = lines - 2.0;
    if inner < 1.0 {
        return sum / 2.0;
    }
    (libm::sqrt(1.0 + inner * sum) - 1.0) / inner
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of the ring through these corners, by triangles from the first one.
    fn area(corners: &[Position]) -> f64 {
        let [x, y] = corners[0];
        corners
            .windows(2)
            .map(|pair| {
                ((pair[0][0] - x) * (pair[1][1] - y) - (pair[1][0] - x) * (pair[0][1] - y)) / 2.0
            })
            .sum()
    }

    fn arc(from: Position, to: Position, bulge: f64) -> Vec<Position> {
        let mut corners = vec![from];
        corners.extend(between(from, to, bulge));
        corners.push(to);
        corners
    }

    #[test]
    fn half_circle_keeps_its_area_and_its_radius() {
        let corners = arc([100.0, 0.0], [-100.0, 0.0], 1.0);
        let expected = std::f64::consts::PI * 5_000.0;
        assert!((area(&corners) - expected).abs() < 1e-6);
        for [x, y] in corners {
            assert!((x.hypot(y) - 100.0).abs() <= TOLERANCE && y >= -1e-9);
        }
    }

    #[test]
    fn flat_and_deep_arcs_keep_their_areas_on_both_sides() {
        for bulge in [1e-4, 0.1, 0.4, 1.5, 3.0, -0.2, -1.0, -2.0_f64] {
            let corners = arc([588_000.0, 1_851_000.0], [588_090.0, 1_851_120.0], bulge);
            let angle = 4.0 * bulge.abs().atan();
            let radius = 150.0 * (1.0 + bulge * bulge) / (4.0 * bulge.abs());
            let segment = radius * radius * (angle - angle.sin()) / 2.0;
            let found = area(&corners);
            assert!(
                (found - segment * bulge.signum()).abs() < 1e-4,
                "{bulge}: {found}"
            );
        }
    }

    #[test]
    fn straight_line_has_no_corners_between() {
        assert_eq!(between([0.0, 0.0], [1.0, 1.0], 0.0), [[0.0; 2]; 0]);
        assert_eq!(between([1.0, 1.0], [1.0, 1.0], 1.0), [[0.0; 2]; 0]);
    }
}
