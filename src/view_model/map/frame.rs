use cluster_ready_core::boundary::Position;

/// Size of the canvas, in its own units.
pub const WIDTH: f64 = 720.0;
pub const HEIGHT: f64 = 540.0;

/// x to the right and y downwards, in units of the canvas.
pub type Point = [f64; 2];

/// Room around a fitted boundary, for corner numbers; below it the scale bar and the north arrow.
const SIDE: f64 = 76.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 108.0;

/// Nearer to the edge a corner is not worked on.
const EDGE: f64 = 24.0;

/// From a millimetre to three kilometres per unit.
const CLOSEST: f64 = 0.001;
const FARTHEST: f64 = 3_000.0;

/// The piece of the plane that the canvas shows; north is up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Easting and northing in the middle of the canvas.
    centre: Position,
    metres_per_unit: f64,
}

impl Frame {
    /// Shows these bounds (left, bottom, right, top, metres) as large as they go.
    pub fn fit([left, bottom, right, top]: [f64; 4]) -> Self {
        let (room_x, room_y) = (WIDTH - 2.0 * SIDE, HEIGHT - TOP - BOTTOM);
        let metres_per_unit = ((right - left) / room_x)
            .max((top - bottom) / room_y)
            .clamp(CLOSEST, FARTHEST);
        let middle = [f64::midpoint(left, right), f64::midpoint(bottom, top)];
        Self {
            centre: [
                middle[0],
                middle[1] - (BOTTOM - TOP) / 2.0 * metres_per_unit,
            ],
            metres_per_unit,
        }
    }

    pub const fn metres_per_unit(&self) -> f64 {
        self.metres_per_unit
    }

    /// Where a place of the plane lies on the canvas.
    pub fn point(&self, [east, north]: Position) -> Point {
        [
            WIDTH / 2.0 + (east - self.centre[0]) / self.metres_per_unit,
            HEIGHT / 2.0 - (north - self.centre[1]) / self.metres_per_unit,
        ]
    }

    /// Which place of the plane lies at a point of the canvas.
    pub fn place(&self, [x, y]: Point) -> Position {
        [
            self.centre[0] + (x - WIDTH / 2.0) * self.metres_per_unit,
            self.centre[1] - (y - HEIGHT / 2.0) * self.metres_per_unit,
        ]
    }

    /// Moves what is drawn by so many units.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self {
            centre: [
                self.centre[0] - right * self.metres_per_unit,
                self.centre[1] + down * self.metres_per_unit,
            ],
            ..self
        }
    }

    /// The same, or moved so that a place too near to the edge, or out of sight, comes into the middle.
    #[must_use]
    pub fn showing(self, place: Position) -> Self {
        let [x, y] = self.point(place);
        let is_shown = (EDGE..=WIDTH - EDGE).contains(&x) && (EDGE..=HEIGHT - EDGE).contains(&y);
        if is_shown {
            return self;
        }
        Self {
            centre: place,
            ..self
        }
    }

    /// Draws everything `factor` times as large; the place under `fixed` stays where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, fixed: Point) -> Self {
        let place = self.place(fixed);
        let zoomed = Self {
            metres_per_unit: (self.metres_per_unit / factor).clamp(CLOSEST, FARTHEST),
            ..self
        };
        let now = zoomed.point(place);
        zoomed.moved(fixed[0] - now[0], fixed[1] - now[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fitted_bounds_lie_inside_the_canvas() {
        let frame = Frame::fit([424_000.0, 2_366_000.0, 426_000.0, 2_367_000.0]);
        let [x, y] = frame.point([424_000.0, 2_367_000.0]);
        assert!((x - SIDE).abs() < 1e-6 && y > TOP);
        let [x, y] = frame.point([426_000.0, 2_366_000.0]);
        assert!((x - (WIDTH - SIDE)).abs() < 1e-6 && y < HEIGHT - BOTTOM);
    }

    #[test]
    fn a_point_without_extent_is_shown_too() {
        let frame = Frame::fit([5.0, 5.0, 5.0, 5.0]);
        assert!(frame.point([5.0, 5.0])[0].is_finite());
    }

    #[test]
    fn the_place_under_the_pointer_stays_when_zooming() {
        let frame = Frame::fit([0.0, 0.0, 1000.0, 1000.0]);
        let place = frame.place([100.0, 400.0]);
        let zoomed = frame.zoomed(2.5, [100.0, 400.0]);
        let [x, y] = zoomed.point(place);
        assert!((x - 100.0).abs() < 1e-6 && (y - 400.0).abs() < 1e-6);
        assert!((zoomed.metres_per_unit() * 2.5 - frame.metres_per_unit()).abs() < 1e-9);
    }

    #[test]
    fn place_out_of_sight_comes_into_the_middle_and_others_move_nothing() {
        let frame = Frame::fit([0.0, 0.0, 1000.0, 1000.0]);
        assert_eq!(frame.showing([500.0, 500.0]), frame);
        let shown = frame.showing([9_000.0, 500.0]);
        assert_eq!(shown.point([9_000.0, 500.0]), [WIDTH / 2.0, HEIGHT / 2.0]);
    }

    #[test]
    fn moving_right_shows_what_lies_to_the_west() {
        let frame = Frame::fit([0.0, 0.0, 1000.0, 1000.0]);
        assert!(frame.moved(50.0, 0.0).place([0.0, 0.0])[0] < frame.place([0.0, 0.0])[0]);
    }
}
