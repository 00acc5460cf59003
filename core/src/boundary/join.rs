//! Parcels of one boundary → one shape.

use super::{Position, Ring, Shape, area::pairs, area::signed, inside::ring_holds, shape::open};
use crate::order::long_by;

/// The parcels as parts, with what is taken away as holes in them. Parcels side by side are one part where they have the
/// same corners along the edge between them.
pub fn join(parcels: Vec<Shape>, taken_away: Vec<Shape>) -> Shape {
    let parts: Vec<Vec<Ring>> = parcels.into_iter().flat_map(|shape| shape.parts).collect();
    let mut parts = dissolved(&parts).unwrap_or(parts);
    for mut rings in taken_away.into_iter().flat_map(|shape| shape.parts) {
        if !rings.is_empty() {
            put_in(&mut parts, rings.swap_remove(0));
        }
    }
    Shape { parts }
}

/// A hole goes into the part around it; where there is none, into the first, and checking says that it lies outside.
fn put_in(parts: &mut [Vec<Ring>], hole: Ring) {
    let is_around = |rings: &Vec<Ring>| {
        let shell = rings.first();
        shell.is_some_and(|shell| {
            // A corner on the shell tells nothing.
            let mut told = hole.iter().filter_map(|corner| ring_holds(shell, *corner));
            told.next().unwrap_or_default()
        })
    };
    let at = parts.iter().position(is_around).unwrap_or_default();
    if let Some(rings) = parts.get_mut(at) {
        rings.push(hole);
    }
}

type Edge = [Position; 2];

fn compare(a: &[Position], b: &[Position]) -> std::cmp::Ordering {
    let pairs = a.as_flattened().iter().zip(b.as_flattened());
    let mut orders = pairs.map(|(a, b)| a.total_cmp(b));
    orders
        .find(|order| order.is_ne())
        .unwrap_or(std::cmp::Ordering::Equal)
}

/// The parts without the edges that two of them share in opposite directions. `None` where there are none, or where what is
/// left could be walked in more than one way.
fn dissolved(parts: &[Vec<Ring>]) -> Option<Vec<Vec<Ring>>> {
    let mut edges: Vec<Edge> = Vec::new();
    for rings in parts {
        for (ring, corners) in rings.iter().enumerate() {
            let corners = open(corners);
            let runs_right = signed(corners) < 0.0;
            // Shells run to the left, holes to the right, so that a shared edge runs once each way.
            let is_turned = runs_right == (ring == 0);
            edges.extend(pairs(corners).map(|(a, b)| if is_turned { [b, a] } else { [a, b] }));
        }
    }
    let whole = edges.len();
    let upwards = |[a, b]: Edge| {
        if compare(&[a], &[b]).is_gt() {
            [b, a]
        } else {
            [a, b]
        }
    };
    long_by(&mut edges, |a, b| compare(&upwards(*a), &upwards(*b)));
    let groups = edges.chunk_by(|a, b| upwards(*a) == upwards(*b));
    let mut left: Vec<Edge> = Vec::new();
    for group in groups {
        match group {
            [only] => left.push(*only),
            [[a, b], [c, d]] if a == d && b == c => {}
            // The same edge twice in one direction: parcels lie on one another.
            _ => return None,
        }
    }
    if left.len() == whole {
        return None;
    }
    walked(left)
}

/// Edges, each with one that follows → shells with their holes.
fn walked(mut edges: Vec<Edge>) -> Option<Vec<Vec<Ring>>> {
    long_by(&mut edges, |[a, _], [b, _]| compare(&[*a], &[*b]));
    let is_clear = edges
        .windows(2)
        .all(|pair| !matches!(pair, [[a, _], [b, _]] if a == b));
    if !is_clear {
        return None;
    }
    let mut is_used = vec![false; edges.len()];
    let (mut shells, mut holes) = (Vec::new(), Vec::new());
    for first in 0..edges.len() {
        let mut ring: Ring = Vec::new();
        let mut at = first;
        while !std::mem::replace(is_used.get_mut(at)?, true) {
            let [from, to] = *edges.get(at)?;
            ring.push(from);
            at = edges
                .binary_search_by(|[start, _]| compare(&[*start], &[to]))
                .ok()?;
        }
        if let Some(start) = ring.first().copied() {
            ring.push(start);
            if signed(open(&ring)) > 0.0 {
                shells.push(vec![ring]);
            } else {
                holes.push(ring);
            }
        }
    }
    holes.into_iter().for_each(|hole| put_in(&mut shells, hole));
    Some(shells)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Shape {
        let (east, north) = (x + side, y + side);
        Shape::of_ring(vec![[x, y], [east, y], [east, north], [x, north], [x, y]])
    }

    fn turned(mut shape: Shape) -> Shape {
        shape.parts[0][0].reverse();
        shape
    }

    fn area(shape: &Shape) -> f64 {
        super::super::area::plane(shape)
    }

    #[test]
    fn parcels_apart_are_parts_as_they_were() {
        let whole = join(
            vec![square(0.0, 0.0, 1.0), square(5.0, 0.0, 2.0)],
            Vec::new(),
        );
        assert_eq!(
            whole.parts,
            [square(0.0, 0.0, 1.0).parts, square(5.0, 0.0, 2.0).parts].concat()
        );
    }

    #[test]
    fn parcels_side_by_side_are_one_part_whichever_way_they_run() {
        for second in [square(1.0, 0.0, 1.0), turned(square(1.0, 0.0, 1.0))] {
            let whole = join(vec![square(0.0, 0.0, 1.0), second], Vec::new());
            assert_eq!(
                (whole.parts.len(), whole.parts[0].len(), area(&whole)),
                (1, 1, 2.0)
            );
        }
    }

    #[test]
    fn parcels_around_a_yard_are_one_part_with_a_hole() {
        let places = [
            [0.0, 0.0],
            [1.0, 0.0],
            [2.0, 0.0],
            [2.0, 1.0],
            [2.0, 2.0],
            [1.0, 2.0],
            [0.0, 2.0],
            [0.0, 1.0],
        ];
        let around: Vec<Shape> = places.iter().map(|[x, y]| square(*x, *y, 1.0)).collect();
        let whole = join(around, Vec::new());
        assert_eq!(
            (whole.parts.len(), whole.parts[0].len(), area(&whole)),
            (1, 2, 8.0)
        );
    }

    #[test]
    fn parcels_on_one_another_or_touching_in_a_corner_stay_parts() {
        for second in [
            square(0.0, 0.0, 1.0),
            square(1.0, 1.0, 1.0),
            square(1.0, 0.25, 0.5),
        ] {
            assert_eq!(
                join(vec![square(0.0, 0.0, 1.0), second], Vec::new())
                    .parts
                    .len(),
                2
            );
        }
        // Two share an edge, and a third one touches in a corner of it.
        let three = vec![
            square(0.0, 0.0, 1.0),
            square(1.0, 0.0, 1.0),
            square(2.0, 1.0, 1.0),
        ];
        assert_eq!(join(three, Vec::new()).parts.len(), 3);
    }

    #[test]
    fn what_is_taken_away_is_a_hole_in_the_part_around_it() {
        let parcels = || vec![square(0.0, 0.0, 1.0), square(5.0, 0.0, 2.0)];
        let whole = join(parcels(), vec![square(5.5, 0.5, 1.0)]);
        let lengths: Vec<usize> = whole.parts.iter().map(Vec::len).collect();
        assert_eq!((lengths, area(&whole)), (vec![1, 2], 4.0));
        // Corner on the shell.
        assert_eq!(
            join(parcels(), vec![square(5.0, 0.0, 1.0)]).parts[1].len(),
            2
        );
        let nowhere = join(parcels(), vec![square(9.0, 9.0, 1.0)]);
        assert_eq!(nowhere.parts[0].len(), 2);
        assert_eq!(
            join(Vec::new(), vec![square(0.0, 0.0, 1.0)]),
            Shape::default()
        );
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn any_squares_of_a_grid_keep_their_area(chosen in proptest::collection::vec(proptest::bool::ANY, 16), turn in 0_usize..16) {
            let places = (0..16_u8).map(|at| [f64::from(at % 4), f64::from(at / 4)]);
            let squares = places.zip(&chosen).enumerate().filter(|(_, (_, is_chosen))| **is_chosen);
            let squares: Vec<Shape> = squares
                .map(|(at, ([x, y], _))| if at < turn { square(x, y, 1.0) } else { turned(square(x, y, 1.0)) })
                .collect();
            let count = f64::from(u8::try_from(squares.len()).unwrap());
            proptest::prop_assert_eq!(area(&join(squares, Vec::new())), count);
        }
    }
}
