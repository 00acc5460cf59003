//! Longitudes and latitudes with as many decimals as the area needs.

use crate::boundary::{Position, Shape};

/// Of a degree of latitude at the poles, where it is longest, metres.
const METRES_PER_DEGREE: f64 = 111_700.0;
/// Rounding may change the area by less than this, square metres.
const LIMIT_AREA_M2: f64 = 0.01;
/// A centimetre: fewer are not worth saving.
const FEWEST: u8 = 7;
/// A tenth of a micrometre: more are not in the figures.
const MOST: u8 = 12;

/// Rounds positions to decimals of a degree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Degrees {
    scale: f64,
}

impl Degrees {
    /// For the corners of a shape in degrees: a corner moves by at most half a unit of the last decimal either way, and
    /// the area by less than the length of all edges times this distance.
    pub(super) fn of(shape: &Shape) -> Self {
        let length_m = METRES_PER_DEGREE * length_degrees(shape);
        let change_m2 = |decimals: u8| {
            let moved_m = METRES_PER_DEGREE * 0.5 / scale(decimals) * std::f64::consts::SQRT_2;
            length_m * moved_m
        };
        let decimals = (FEWEST..MOST).find(|decimals| change_m2(*decimals) < LIMIT_AREA_M2);
        Self {
            scale: scale(decimals.unwrap_or(MOST)),
        }
    }

    pub(super) fn round(self, position: Position) -> Position {
        position.map(|degrees| (degrees * self.scale).round() / self.scale)
    }
}

fn scale(decimals: u8) -> f64 {
    10_f64.powi(i32::from(decimals))
}

/// Never less than the length of all edges.
fn length_degrees(shape: &Shape) -> f64 {
    let edge = |edge: &[Position]| match edge {
        [[x, y], [to_x, to_y]] => (to_x - x).abs() + (to_y - y).abs(),
        _ => 0.0,
    };
    shape
        .rings()
        .map(|(_, _, ring)| {
            let back = ring.last().zip(ring.first());
            ring.windows(2).map(edge).sum::<f64>()
                + back.map_or(0.0, |(last, first)| edge(&[*last, *first]))
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: f64) -> Shape {
        let (w, s) = (106.0, 16.0);
        Shape::of_ring(vec![
            [w, s],
            [w + side, s],
            [w + side, s + side],
            [w, s + side],
        ])
    }

    #[test]
    fn longer_edges_take_more_decimals() {
        let scale_of = |side| Degrees::of(&square(side)).scale;
        assert_eq!(scale_of(1e-7), 1e7);
        // 3 km around.
        assert_eq!(scale_of(0.007), 1e11);
        assert_eq!(scale_of(5.0), 1e12);
    }

    #[test]
    fn rounded_figures_are_short() {
        let rounded = Degrees::of(&square(0.007)).round([107.083_314_630_123_46, 16.0]);
        assert_eq!(rounded, [107.083_314_630_12, 16.0]);
    }
}
