//! The table of corners, as annexes to decisions have it: every ring comes back to its first corner, each row has the
//! length of the edge to the next one.
//!
//! In Vietnamese tables X is the northing and Y the easting.

use super::{Boundary, line::line};
use crate::boundary::{Position, open_ring};

/// What a table says in words.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// What the table is.
    pub title: &'a str,
    /// "Coordinate system", and which one it is, with its meridian.
    pub system: [&'a str; 2],
    /// Heads of the columns.
    pub ring: &'a str,
    pub corner: &'a str,
    pub north: &'a str,
    pub east: &'a str,
    pub edge: &'a str,
    /// Name of a ring, by the numbers of its part and its ring from 0; asked for only where there are several.
    pub ring_name: &'a dyn Fn(usize, usize) -> String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell<'a> {
    Title(&'a str),
    Text(&'a str),
    /// Number of a corner.
    Corner(usize),
    /// Metres to a millimetre.
    Coordinate(f64),
    /// Metres to a centimetre.
    Length(f64),
}

/// Decimals of a coordinate.
pub(super) const COORDINATE_DECIMALS: u32 = 3;
/// Decimals of a length.
pub(super) const LENGTH_DECIMALS: u32 = 2;

const HEADING_ROWS: usize = 4;

/// How many rows [`each_row`] tells.
pub(super) fn count_rows(boundary: &Boundary<'_>) -> usize {
    let corners = |(_, _, ring): (_, _, &Vec<Position>)| open_ring(ring).len() + 1;
    HEADING_ROWS + boundary.plane.rings().map(corners).sum::<usize>()
}

/// Whether a column names the ring.
pub(super) fn has_rings(boundary: &Boundary<'_>) -> bool {
    boundary.plane.rings().nth(1).is_some()
}

/// Tells the rows one after another.
pub(super) fn each_row(
    boundary: &Boundary<'_>,
    words: &Words<'_>,
    mut tell: impl FnMut(&[Cell<'_>]),
) {
    let has_rings = has_rings(boundary);
    let name = line(boundary.name);
    let [system, which] = words.system;
    tell(&[Cell::Title(words.title)]);
    // Before the name, which may speak of another system: the first one counts.
    tell(&[Cell::Text(system), Cell::Text(which)]);
    tell(&[Cell::Title(&name)]);
    let heads = [
        words.ring,
        words.corner,
        words.north,
        words.east,
        words.edge,
    ]
    .map(Cell::Title);
    tell(own(&heads, has_rings));
    for (part, ring, corners) in boundary.plane.rings() {
        let ring_name = if has_rings {
            (words.ring_name)(part, ring)
        } else {
            String::new()
        };
        let corners = open_ring(corners);
        let closed = corners
            .iter()
            .chain(corners.first())
            .copied()
            .map(millimetres);
        let numbers = (1..=corners.len()).chain([1]);
        let mut rows = numbers.zip(closed).peekable();
        while let Some((number, from)) = rows.next() {
            let [east, north] = from;
            let mut row = vec![
                Cell::Text(&ring_name),
                Cell::Corner(number),
                Cell::Coordinate(north),
                Cell::Coordinate(east),
            ];
            row.extend(rows.peek().map(|(_, to)| Cell::Length(length(from, *to))));
            tell(own(&row, has_rings));
        }
    }
}

/// The name of the ring is left out where there is one ring.
fn own<'a, 'b>(row: &'a [Cell<'b>], has_rings: bool) -> &'a [Cell<'b>] {
    row.get(usize::from(!has_rings)..).unwrap_or_default()
}

/// Edges are told between the corners as they are written, so that a check by hand gives the same.
fn millimetres(position: Position) -> Position {
    position.map(|metres| (metres * 1000.0).round() / 1000.0)
}

fn length([x, y]: Position, [to_x, to_y]: Position) -> f64 {
    (to_x - x).hypot(to_y - y)
}
