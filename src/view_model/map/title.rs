use super::frame::{Frame, HEIGHT, Point, WIDTH};
use crate::boundary::Shape;

/// How many lines across the boundary are tried.
const TRIED: u32 = 15;

/// A place inside the boundary and in sight where a text fits best: the middle of the longest stretch of a few level
/// lines. `None` while no inside is in sight.
pub(super) fn place(shape: &Shape, frame: &Frame) -> Option<Point> {
    let [_, bottom, _, top] = shape.bounds()?;
    let (low, high) = (
        frame.point([0.0, top])[1].max(0.0),
        frame.point([0.0, bottom])[1].min(HEIGHT),
    );
    let middle = f64::midpoint(low, high);
    (1..=TRIED)
        .map(|n| low + (high - low) * f64::from(n) / f64::from(TRIED + 1))
        .filter_map(|y| {
            let (from, to) = longest(shape, frame, y)?;
            // Of stretches of about the same length the one nearest to the middle.
            let worth = (to - from) - (y - middle).abs() * 0.5;
            Some((worth, [f64::midpoint(from, to), y]))
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, point)| point)
}

/// The longest stretch inside on the level line `y`.
fn longest(shape: &Shape, frame: &Frame, y: f64) -> Option<(f64, f64)> {
    let mut crossings: Vec<f64> = shape
        .rings()
        .flat_map(|(_, _, ring)| {
            let points = || ring.iter().map(|position| frame.point(*position));
            points().zip(points().cycle().skip(1))
        })
        .filter(|([_, ay], [_, by])| (*ay > y) != (*by > y))
        .map(|([ax, ay], [bx, by])| ax + (y - ay) / (by - ay) * (bx - ax))
        .collect();
    crossings.sort_by(f64::total_cmp);
    let (pairs, _) = crossings.as_chunks::<2>();
    pairs
        .iter()
        .map(|[from, to]| (from.max(0.0), to.min(WIDTH)))
        .filter(|(from, to)| to > from)
        .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_hook_stands_in_its_arm_not_in_the_gap() {
        // A tall left arm and a foot: the middle of the bounds is outside.
        let hook = Shape::of_ring(vec![
            [0., 0.],
            [1000., 0.],
            [1000., 200.],
            [200., 200.],
            [200., 1000.],
            [0., 1000.],
        ]);
        let frame = Frame::fit([0., 0., 1000., 1000.]);
        let [east, north] = frame.place(place(&hook, &frame).unwrap());
        assert!(north < 200.0 && (0.0..1000.0).contains(&east));
    }

    #[test]
    fn nothing_in_sight_gives_no_place() {
        let square = Shape::of_ring(vec![[0., 0.], [10., 0.], [10., 10.], [0., 10.]]);
        let frame = Frame::fit([5000., 5000., 5010., 5010.]);
        assert_eq!(place(&square, &frame), None);
    }
}
