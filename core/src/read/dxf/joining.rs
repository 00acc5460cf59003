//! Lines that end where others begin → rings.

use super::doubled::{Drawn, are_same};
use crate::boundary::{Position, Ring};
use crate::numbers::{Key, Numbers};
use crate::order::long_by;

/// An open line of one layer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    pub layer: String,
    pub corners: Vec<Position>,
}

impl Path {
    fn ends(&self) -> Option<[Position; 2]> {
        Some([*self.corners.first()?, *self.corners.last()?])
    }
}

/// Ends that lie closer are one place, in metres: coordinates are written to the millimetre.
const TOLERANCE_M: f64 = 0.001;
/// The same in degrees.
const TOLERANCE_DEGREES: f64 = 1e-8;

/// Whether two places are one.
pub(super) fn is_same(a: Position, b: Position) -> bool {
    let tolerance = tolerance(a);
    (a[0] - b[0]).abs() <= tolerance && (a[1] - b[1]).abs() <= tolerance
}

fn tolerance([x, y]: Position) -> f64 {
    if x.abs() <= 180.0 && y.abs() <= 180.0 {
        TOLERANCE_DEGREES
    } else {
        TOLERANCE_M
    }
}

/// What the lines of a drawing form.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Joined {
    /// Closed rings with their layers.
    pub rings: Vec<(String, Ring)>,
    /// Lines that belong to none.
    pub left: usize,
}

/// Joins lines of one layer where exactly two of them meet. Where three meet, nothing tells which way the boundary goes:
/// those are left.
pub(super) fn join(mut paths: Vec<Path>) -> Joined {
    let mut joined = Joined::default();
    let mut layers: Vec<(String, Vec<Vec<Position>>)> = Vec::new();
    long_by(&mut paths, |a, b| a.layer.cmp(&b.layer));
    for path in paths {
        let is_line = path.ends().is_some_and(|[a, b]| !is_same(a, b));
        match layers.last_mut() {
            _ if !is_line => joined.left += 1,
            Some((layer, lines)) if *layer == path.layer => lines.push(path.corners),
            _ => layers.push((path.layer, vec![path.corners])),
        }
    }
    for (layer, lines) in layers {
        let mut web = Web::new(&lines);
        for first in 0..lines.len() {
            match web.walk(first) {
                Walk::Ring(ring) => joined.rings.push((layer.clone(), ring)),
                Walk::Open(count) => joined.left += count,
                Walk::Known => {}
            }
        }
    }
    joined
}

/// The lines of one layer and the places where they end.
struct Web<'a> {
    lines: &'a [Vec<Position>],
    /// Of each line the places of its two ends.
    ends: Vec<[usize; 2]>,
    /// Of each place the lines that end there.
    meeting: Vec<Vec<usize>>,
    walked: Vec<bool>,
}

enum Walk {
    Ring(Ring),
    /// So many lines that form no ring.
    Open(usize),
    /// The line was walked before.
    Known,
}

impl<'a> Web<'a> {
    fn new(lines: &'a [Vec<Position>]) -> Self {
        let mut places = Places::default();
        let mut meeting: Vec<Vec<usize>> = Vec::new();
        let mut drawn = Drawn::default();
        let mut walked = vec![false; lines.len()];
        let ends = lines
            .iter()
            .enumerate()
            .zip(&mut walked)
            .map(|((line, corners), walked)| {
                let end = |corner: Option<&Position>| corner.copied().unwrap_or_default();
                let ends @ [a, b] =
                    [end(corners.first()), end(corners.last())].map(|end| places.number(end));
                let key = [a.min(b), a.max(b), corners.len()].map(|number| number as u64);
                let is_same = |known: usize| {
                    lines
                        .get(known)
                        .is_some_and(|known| are_same(known, corners))
                };
                // A line on top of another one leads nowhere else.
                *walked = !drawn.is_new(key, line, &is_same);
                meeting.resize(meeting.len().max(a.max(b) + 1), Vec::new());
                for place in ends.into_iter().filter(|_| !*walked) {
                    if let Some(lines) = meeting.get_mut(place) {
                        lines.push(line);
                    }
                }
                ends
            })
            .collect();
        Self {
            lines,
            ends,
            meeting,
            walked,
        }
    }

    /// Follows a line from end to end of others until it comes back or cannot go on.
    fn walk(&mut self, first: usize) -> Walk {
        let mut ring: Ring = Vec::new();
        let mut count = 0;
        let Some([start, _]) = self.ends.get(first).copied() else {
            return Walk::Known;
        };
        let (mut line, mut place) = (first, start);
        while self.take(line) {
            count += 1;
            place = self.follow(line, place, &mut ring);
            match self.other(line, place) {
                Some(next) => line = next,
                None => return Walk::Open(count),
            }
        }
        match count {
            0 => Walk::Known,
            _ if line == first && place == start => {
                ring.extend(ring.first().copied());
                Walk::Ring(ring)
            }
            _ => Walk::Open(count),
        }
    }

    /// Whether a line is walked for the first time.
    fn take(&mut self, line: usize) -> bool {
        self.walked
            .get_mut(line)
            .is_some_and(|walked| !std::mem::replace(walked, true))
    }

    /// Adds the corners of a line but its last one; the place of that is handed back.
    fn follow(&self, line: usize, from: usize, ring: &mut Ring) -> usize {
        let (Some(corners), Some([a, b])) = (self.lines.get(line), self.ends.get(line)) else {
            return from;
        };
        let length = corners.len().saturating_sub(1);
        if *a == from {
            ring.extend(corners.iter().take(length));
            *b
        } else {
            ring.extend(corners.iter().rev().take(length));
            *a
        }
    }

    /// The only other line that ends at a place.
    fn other(&self, line: usize, place: usize) -> Option<usize> {
        match self.meeting.get(place)?.as_slice() {
            [a, b] if *a == line => Some(*b),
            [a, b] if *b == line => Some(*a),
            _ => None,
        }
    }
}

/// Places with their numbers, found again within the tolerance.
#[derive(Default)]
struct Places {
    /// Cells of the size of the tolerance.
    cells: Numbers,
    /// What is in each cell: the number of a place, and where it is.
    known: Vec<(usize, Position)>,
    count: usize,
}

impl Places {
    fn number(&mut self, position: Position) -> usize {
        let tolerance = tolerance(position);
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a float that is too large becomes the largest number"
        )]
        let [x, y] = position.map(|number| (number / tolerance).floor() as i64);
        let near = |offset: i64| [x, y].map(|cell| cell.saturating_add(offset));
        let ([left, bottom], [right, top]) = (near(-1), near(1));
        for column in left..=right {
            for row in bottom..=top {
                if let Some(cell) = self.cells.find(key([column, row]))
                    && let Some((number, known)) = self.known.get(cell)
                    && is_same(*known, position)
                {
                    return *number;
                }
            }
        }
        let number = self.count;
        self.count += 1;
        let cell = self.cells.number(key([x, y]));
        match self.known.get_mut(cell) {
            Some(known) => *known = (number, position),
            None => self.known.push((number, position)),
        }
        number
    }
}

const fn key([column, row]: [i64; 2]) -> Key {
    [column.cast_unsigned(), row.cast_unsigned(), 0]
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNERS: [Position; 4] = [
        [588_000.0, 1_851_000.0],
        [588_500.0, 1_851_000.0],
        [588_500.0, 1_851_400.0],
        [588_000.0, 1_851_400.0],
    ];

    fn line(layer: &str, a: Position, b: Position) -> Path {
        Path {
            layer: layer.to_owned(),
            corners: vec![a, b],
        }
    }

    /// The edges of the square, in an order and with directions of their own.
    fn edges(layer: &str) -> Vec<Path> {
        let [a, b, c, d] = CORNERS;
        vec![
            line(layer, a, b),
            line(layer, d, c),
            line(layer, c, b),
            line(layer, a, d),
        ]
    }

    #[test]
    fn lines_in_any_order_and_direction_form_a_ring() {
        let [a, b, c, d] = CORNERS;
        let joined = join(edges("RANH"));
        assert_eq!(joined.rings, [("RANH".into(), vec![a, b, c, d, a])]);
        assert_eq!(joined.left, 0);
    }

    #[test]
    fn ends_a_fraction_of_a_millimetre_apart_meet() {
        let mut paths = edges("RANH");
        paths[1].corners[0][0] += 0.0009;
        paths[3].corners[0][1] -= 0.0009;
        assert_eq!(join(paths).rings.len(), 1);
        let mut apart = edges("RANH");
        apart[1].corners[0][0] += 0.01;
        assert_eq!(
            join(apart),
            Joined {
                rings: vec![],
                left: 4
            }
        );
    }

    #[test]
    fn lines_that_are_drawn_twice_form_one_ring() {
        let mut paths = edges("RANH");
        for mut again in edges("RANH") {
            again.corners.reverse();
            again.corners[0][0] += 0.0004;
            paths.push(again);
        }
        let joined = join(paths);
        assert_eq!((joined.rings.len(), joined.left), (1, 0));
        assert_eq!(joined.rings[0].1.len(), 5);
        // Another way between the same two corners is another line.
        let mut paths = edges("RANH");
        let [a, b, ..] = CORNERS;
        paths.push(Path {
            layer: "RANH".to_owned(),
            corners: vec![a, [588_250.0, 1_850_900.0], b],
        });
        assert_eq!(join(paths).left, 5);
    }

    #[test]
    fn lines_of_other_layers_do_not_disturb() {
        let mut paths = edges("RANH");
        paths.push(line("DUONG", CORNERS[0], CORNERS[2]));
        let joined = join(paths);
        assert_eq!((joined.rings.len(), joined.left), (1, 1));
    }

    #[test]
    fn where_three_lines_meet_nothing_is_decided() {
        let mut paths = edges("RANH");
        paths.push(line("RANH", CORNERS[0], CORNERS[2]));
        assert_eq!(
            join(paths),
            Joined {
                rings: vec![],
                left: 5
            }
        );
    }

    #[test]
    fn gap_leaves_the_lines() {
        let mut paths = edges("RANH");
        paths.pop();
        assert_eq!(
            join(paths),
            Joined {
                rings: vec![],
                left: 3
            }
        );
    }
}
