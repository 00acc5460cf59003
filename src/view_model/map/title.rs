use super::frame::{Frame, HEIGHT, Point, WIDTH};
use super::reach::ReachMark;
use cluster_ready_core::boundary::Shape;

/// How many lines across the boundary are tried.
const TRIED: u32 = 15;

/// Of a boundary with more corners only the stretches count, not how near the edges are.
const MOST_WEIGHED: usize = 1_500;
/// A text is wide and low: across, an edge may be so much nearer in proportion.
const FLATNESS: f64 = 0.4;
/// More room than this makes no place better.
const ENOUGH: f64 = 60.0;

/// A place inside the boundary and in sight where a text fits best: on one of a few level lines, far from every edge.
/// `None` while no inside is in sight.
pub(super) fn place(shape: &Shape, frame: &Frame) -> Option<Point> {
    let [_, bottom, _, top] = shape.bounds()?;
    let (low, high) = (
        frame.point([0.0, top])[1].max(0.0),
        frame.point([0.0, bottom])[1].min(HEIGHT),
    );
    let middle = f64::midpoint(low, high);
    let weighed = shape.positions().count() <= MOST_WEIGHED;
    (1..=TRIED)
        .map(|n| low + (high - low) * f64::from(n) / f64::from(TRIED + 1))
        .filter_map(|y| Some((y, longest(shape, frame, y)?)))
        .flat_map(|(y, (from, to))| {
            [0.35, 0.5, 0.65].map(|share| ([from + (to - from) * share, y], to - from))
        })
        .map(|(point, stretch)| {
            let room = if weighed {
                room(shape, frame, point)
            } else {
                stretch * FLATNESS / 2.0
            };
            // Of places with about the same room the one nearest to the middle.
            (room.min(ENOUGH) - (point[1] - middle).abs() * 0.05, point)
        })
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, point)| point)
}

/// How near the disc of a place may come to the middle of the text, and how far below or above it the text stands then.
const DISC: [f64; 2] = [100.0, 40.0];

/// The text clear of the places that are drawn within the boundary.
pub(super) fn beside([x, y]: Point, reaches: &[Option<ReachMark>]) -> Point {
    let mut arrived = reaches.iter().flatten().filter(|mark| mark.arrives);
    let covered =
        arrived.find(|mark| (mark.to[0] - x).abs() < DISC[0] && (mark.to[1] - y).abs() < DISC[1]);
    match covered {
        Some(mark) if y < mark.to[1] => [x, mark.to[1] - DISC[1]],
        Some(mark) => [x, mark.to[1] + DISC[1]],
        None => [x, y],
    }
}

/// Distance to the nearest edge, with widths flattened.
fn room(shape: &Shape, frame: &Frame, [x, y]: Point) -> f64 {
    let flat = |position: &[f64; 2]| {
        let [a, b] = frame.point(*position);
        [(a - x) * FLATNESS, b - y]
    };
    shape
        .rings()
        .flat_map(|(_, _, ring)| {
            ring.iter()
                .map(flat)
                .zip(ring.iter().cycle().skip(1).map(flat))
        })
        .map(|(a, b)| to_segment(a, b))
        .fold(f64::INFINITY, f64::min)
}

/// Distance of the origin to a segment.
fn to_segment(a: Point, b: Point) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let square = along[0] * along[0] + along[1] * along[1];
    let share = if square > 0.0 {
        (-(a[0] * along[0] + a[1] * along[1]) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (a[0] + share * along[0]).hypot(a[1] + share * along[1])
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
    fn text_stands_clear_of_a_place_within_the_boundary() {
        let mark = |to: Point, arrives| {
            Some(ReachMark {
                from: to,
                to,
                arrives,
                beyond: None,
            })
        };
        assert_eq!(
            beside([360., 270.], &[mark([370., 250.], true)]),
            [360., 290.]
        );
        assert_eq!(
            beside([360., 240.], &[None, mark([370., 250.], true)]),
            [360., 210.]
        );
        assert_eq!(
            beside([360., 270.], &[mark([370., 250.], false)]),
            [360., 270.]
        );
        assert_eq!(
            beside([360., 270.], &[mark([370., 100.], true)]),
            [360., 270.]
        );
    }

    #[test]
    fn nothing_in_sight_gives_no_place() {
        let square = Shape::of_ring(vec![[0., 0.], [10., 0.], [10., 10.], [0., 10.]]);
        let frame = Frame::fit([5000., 5000., 5010., 5010.]);
        assert_eq!(place(&square, &frame), None);
    }
}
