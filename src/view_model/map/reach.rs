use super::frame::{Frame, HEIGHT, Point, WIDTH};
use crate::boundary::Position;

/// A line from the boundary's edge to a place, on the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    pub from: Position,
    pub to: Position,
}

/// Such a line on the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReachMark {
    pub from: Point,
    /// The place, or where the line leaves the canvas.
    pub to: Point,
    /// The place itself is in sight.
    pub arrives: bool,
}

/// A number stands at the end of a line; so much room it needs.
const INSET: f64 = 22.0;
/// At the foot of the map stand the scale bar and the north arrow: a line that goes on ends above them.
const FOOT: f64 = 104.0;
/// A shorter line would hide under its number; then it goes on to the frame.
const SHORTEST: f64 = 50.0;

/// `None` where nothing of the line is in sight.
pub(super) fn mark(reach: &Reach, frame: &Frame) -> Option<ReachMark> {
    let (from, to) = (frame.point(reach.from), frame.point(reach.to));
    if !within(from, 0.0) {
        return None;
    }
    if within(to, INSET) {
        return Some(ReachMark {
            from,
            to,
            arrives: true,
        });
    }
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let aside = share(from[0], dx, INSET, WIDTH - INSET);
    let up_to = |foot: f64| share(from[1], dy, INSET, HEIGHT - foot).min(aside);
    let length = dx.hypot(dy);
    let along = if up_to(FOOT) * length < SHORTEST {
        up_to(INSET)
    } else {
        up_to(FOOT)
    };
    let along = along.clamp(0.0, 1.0);
    Some(ReachMark {
        from,
        to: [from[0] + dx * along, from[1] + dy * along],
        arrives: false,
    })
}

fn within([x, y]: Point, inset: f64) -> bool {
    (inset..=WIDTH - inset).contains(&x) && (inset..=HEIGHT - inset).contains(&y)
}

/// How much of a step may be made before it passes `low` or `high`.
fn share(start: f64, step: f64, low: f64, high: f64) -> f64 {
    if step > 0.0 {
        (high - start) / step
    } else if step < 0.0 {
        (low - start) / step
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_to_a_far_place_ends_at_the_frame() {
        let frame = Frame::fit([0., 0., 1000., 1000.]);
        let reach = Reach {
            from: [1000., 500.],
            to: [90_000., 500.],
        };
        let mark = mark(&reach, &frame).unwrap();
        assert!(!mark.arrives);
        assert!((mark.to[0] - (WIDTH - INSET)).abs() < 1e-6);
        assert!((mark.to[1] - mark.from[1]).abs() < 1e-6);
    }

    #[test]
    fn a_line_to_a_near_place_arrives() {
        let frame = Frame::fit([0., 0., 1000., 1000.]);
        let reach = Reach {
            from: [0., 0.],
            to: [500., 500.],
        };
        assert!(mark(&reach, &frame).unwrap().arrives);
    }
}
