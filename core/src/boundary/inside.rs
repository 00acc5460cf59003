use robust::{Coord, orient2d};

use super::{
    Position,
    area::pairs,
    extent::{greatest, least},
    shape::open,
};

/// Which side of a → b the point c lies on: positive left, negative right, 0 on the line. The sign is exact.
#[inline]
pub(super) fn side(a: Position, b: Position, c: Position) -> f64 {
    let coord = |[x, y]: Position| Coord { x, y };
    orient2d(coord(a), coord(b), coord(c))
}

/// Whether a ring holds a place; `None` on its line.
pub(super) fn ring_holds(ring: &[Position], place: Position) -> Option<bool> {
    let mut inside = false;
    for (a, b) in pairs(open(ring)) {
        inside ^= passes(a, b, place)?;
    }
    Some(inside)
}

/// Whether the edge a–b passes to the right of a place, at its height; `None` when it goes through the place.
#[inline(always)]
pub(super) fn passes(a: Position, b: Position, place: Position) -> Option<bool> {
    let [_, y] = place;
    if (a[1] > y && b[1] > y) || (a[1] < y && b[1] < y) {
        return Some(false);
    }
    passes_at_height(a, b, place)
}

#[inline(never)]
fn passes_at_height(a: Position, b: Position, place: Position) -> Option<bool> {
    let [x, y] = place;
    let turn = side(a, b, place);
    let on_line = turn == 0.0
        && (least(a[0], b[0])..=greatest(a[0], b[0])).contains(&x)
        && (least(a[1], b[1])..=greatest(a[1], b[1])).contains(&y);
    if on_line {
        return None;
    }
    Some((a[1] > y) != (b[1] > y) && (b[1] > a[1]) == (turn > 0.0))
}
