use super::frame::{Frame, HEIGHT, WIDTH};
use super::scale::round_above;

/// Least distance of two lines, in units of the canvas.
const CLOSEST: f64 = 130.0;

/// Which way a grid line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// A line of equal easting.
    North,
    /// A line of equal northing.
    East,
}

/// A line of the plane's grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridLine {
    pub run: Run,
    /// Easting or northing, metres.
    pub metres: f64,
    /// x or y on the canvas.
    pub at: f64,
}

/// Distance of the grid's lines, metres.
pub fn grid_step(frame: &Frame) -> f64 {
    round_above(CLOSEST * frame.metres_per_unit())
}

/// Distance of the lines, metres, and the lines that the canvas shows.
pub(super) fn grid(frame: &Frame) -> (f64, Vec<GridLine>) {
    let step = grid_step(frame);
    let [west, north] = frame.place([0.0, 0.0]);
    let [east, south] = frame.place([WIDTH, HEIGHT]);
    let eastings = multiples(step, west, east).map(|metres| GridLine {
        run: Run::North,
        metres,
        at: frame.point([metres, 0.0])[0],
    });
    let northings = multiples(step, south, north).map(|metres| GridLine {
        run: Run::East,
        metres,
        at: frame.point([0.0, metres])[1],
    });
    (step, eastings.chain(northings).collect())
}

/// Lines across a canvas of this size are few.
const MOST: usize = 12;

fn multiples(step: f64, from: f64, to: f64) -> impl Iterator<Item = f64> {
    let first = (from / step).ceil();
    std::iter::successors(Some(first), |n| Some(n + 1.0))
        .map(move |n| n * step)
        .take_while(move |metres| *metres <= to)
        .take(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_round_and_cross_the_canvas() {
        let frame = Frame::fit([424_000.0, 2_366_000.0, 426_000.0, 2_367_500.0]);
        let (step, lines) = grid(&frame);
        assert_eq!(step, 1000.0);
        assert!(lines.iter().all(|line| line.metres % step == 0.0));
        assert!(lines.iter().any(|line| line.run == Run::North));
        assert!(lines.iter().all(|line| (0.0..=WIDTH).contains(&line.at)));
    }
}
