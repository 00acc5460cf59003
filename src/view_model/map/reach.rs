use super::frame::{Frame, HEIGHT, Point, WIDTH};
use super::numbers::{Room, overlap};
use cluster_ready_core::boundary::Position;

/// A line from the boundary's edge to a place, on the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    pub from: Position,
    pub to: Position,
    /// How long it is on the Earth.
    pub metres: f64,
}

/// Such a line on the canvas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReachMark {
    pub from: Point,
    /// The place, or where the line leaves the canvas.
    pub to: Point,
    /// The place itself is in sight.
    pub arrives: bool,
    /// How far it is, where the line goes on beyond the map.
    pub beyond: Option<Beyond>,
}

/// What stands where a line leaves the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beyond {
    pub metres: f64,
    /// The way of the line, of length one.
    pub way: Point,
    /// Middle of the words.
    pub words: Point,
}

/// A number stands at the end of a line; so much room it needs.
const INSET: f64 = 22.0;
/// At the foot of the map stand the scale bar and the north arrow: a line that goes on ends above them.
const FOOT: f64 = 140.0;
/// A shorter line would hide under its number; then it goes on to the frame.
const SHORTEST: f64 = 50.0;

/// Half of the room that the words need, and how far they stand behind the arrow.
const WORDS: [f64; 2] = [78.0, 18.0];
const BEHIND: f64 = 40.0;

/// The lines on the canvas, with their words clear of what is `taken`, or at least of each other.
pub(super) fn marks(reaches: &[Reach], frame: &Frame, taken: &[Room]) -> Vec<Option<ReachMark>> {
    let mut words: Vec<Room> = Vec::new();
    let one = |reach| {
        let mut mark = mark(reach, frame)?;
        if let Some(beyond) = &mut mark.beyond {
            let every: Vec<Room> = taken.iter().chain(&words).copied().collect();
            let at = clear(beyond.words, &every).or_else(|| clear(beyond.words, &words));
            beyond.words = at.unwrap_or(beyond.words);
            words.push(room(beyond.words));
        }
        Some(mark)
    };
    reaches.iter().map(one).collect()
}

fn room([x, y]: Point) -> Room {
    let [half, up] = WORDS;
    [x - half, y - up, x + half, y + up]
}

/// The nearest place above or below at which words lie on nothing.
fn clear([x, y]: Point, taken: &[Room]) -> Option<Point> {
    let on_map = |at: &Point| (WORDS[1]..=HEIGHT - FOOT).contains(&at[1]);
    let is_clear = |at: &Point| !taken.iter().any(|other| overlap(other, &room(*at)));
    (0..540_u16)
        .map(f64::from)
        .flat_map(|step| [[x, y + step], [x, y - step]])
        .find(|at| on_map(at) && is_clear(at))
}

/// `None` where nothing of the line is in sight.
fn mark(reach: &Reach, frame: &Frame) -> Option<ReachMark> {
    let (from, to) = (frame.point(reach.from), frame.point(reach.to));
    if !within(from, 0.0) {
        return None;
    }
    if within(to, INSET) {
        return Some(ReachMark {
            from,
            to,
            arrives: true,
            beyond: None,
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
    let to = [from[0] + dx * along, from[1] + dy * along];
    let way = [dx / length, dy / length];
    let beyond = Beyond {
        metres: reach.metres,
        way,
        words: [
            (to[0] - way[0] * BEHIND).clamp(WORDS[0], WIDTH - WORDS[0]),
            (to[1] - way[1] * BEHIND).clamp(WORDS[1], HEIGHT - FOOT),
        ],
    };
    Some(ReachMark {
        from,
        to,
        arrives: false,
        beyond: Some(beyond),
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
            metres: 89_000.,
        };
        let mark = mark(&reach, &frame).unwrap();
        assert!(!mark.arrives);
        assert!((mark.to[0] - (WIDTH - INSET)).abs() < 1e-6);
        assert!((mark.to[1] - mark.from[1]).abs() < 1e-6);
    }

    #[test]
    fn lines_beyond_the_map_say_how_far_without_lying_on_each_other() {
        let frame = Frame::fit([0., 0., 1000., 1000.]);
        let to = |x: f64, y: f64, metres: f64| Reach {
            from: [1000., 500.],
            to: [x, y],
            metres,
        };
        let marks = marks(&[to(9e4, 510., 84e3), to(2e5, 490., 151e3)], &frame, &[]);
        let beyond: Vec<Beyond> = marks
            .iter()
            .map(|one| one.unwrap().beyond.unwrap())
            .collect();
        assert_eq!(beyond[0].metres, 84e3);
        assert!((beyond[0].words[1] - beyond[1].words[1]).abs() >= 2.0 * WORDS[1]);
        for one in beyond {
            assert!(one.words[0] + WORDS[0] <= WIDTH && one.way[0] > 0.99);
        }
    }

    #[test]
    fn words_beyond_the_map_keep_off_the_numbers_of_corners() {
        let frame = Frame::fit([0., 0., 1000., 1000.]);
        let reach = Reach {
            from: [1000., 500.],
            to: [9e4, 500.],
            metres: 84e3,
        };
        let words = |taken: &[Room]| {
            marks(&[reach], &frame, taken)[0]
                .unwrap()
                .beyond
                .unwrap()
                .words
        };
        let [x, y] = words(&[]);
        let number = [x - 20., y - 14., x + 20., y + 14.];
        assert!(!overlap(&room(words(&[number])), &number));
        // Where there is no room at all they stay at the end of their line.
        assert_eq!(words(&[[0., 0., WIDTH, HEIGHT]]), [x, y]);
    }

    #[test]
    fn a_line_to_a_near_place_arrives() {
        let frame = Frame::fit([0., 0., 1000., 1000.]);
        let reach = Reach {
            from: [0., 0.],
            to: [500., 500.],
            metres: 707.,
        };
        assert!(mark(&reach, &frame).unwrap().arrives);
    }
}
