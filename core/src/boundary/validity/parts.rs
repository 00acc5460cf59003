//! The parts of a boundary against each other.

use super::super::{Position, Problem, ProblemKind, area::pairs};
use super::{
    LIMIT_PROBLEMS, Prepared, Rings,
    contacts::Contacts,
    index::Index,
    pair::{ends, lies_in},
    tree::{Budget, Exhausted},
};
use crate::numbers::{Key, Numbers};
use crate::order::long_by_key;

/// Finds parts that overlap, share an edge, or lie in each other. The first two rings of two parts that meet tell which.
pub(super) fn check(
    rings: &Rings<'_>,
    contacts: &Contacts,
    index: &Index<'_>,
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let mut pairs = Numbers::default();
    let mut found: Vec<([usize; 2], Problem)> = Vec::new();
    for ((a, b), crossing) in contacts.crossings() {
        let (Some(a), Some(b)) = (rings.get(a), rings.get(b)) else {
            continue;
        };
        if a.part != b.part && pairs.add(key([a.part, b.part])) {
            let is_told = found.len() <= LIMIT_PROBLEMS;
            let problem = if is_told && !crossing.crosses && is_side_by_side(&a, &b) {
                let kind = ProblemKind::PartsShareEdge { other_part: a.part };
                Problem::new(kind, b.part, b.ring)
            } else {
                overlap(&a, &b)
            };
            let problem = problem.at(crossing.at, ends(&b, crossing.second));
            found.push(([a.part, b.part], problem));
        }
    }
    for (place, inner) in rings.iter().enumerate().filter(|(_, ring)| ring.ring == 0) {
        if found.len() > LIMIT_PROBLEMS {
            break;
        }
        // The rings it lies in, of each part the shell before the holes.
        let mut around = Vec::new();
        index.holding(place, budget, &mut |place, budget| {
            let Some(outer) = rings.get(place).filter(|outer| {
                let pair = sorted(outer.part, inner.part);
                outer.part != inner.part && pairs.find(key(pair)).is_none()
            }) else {
                return Ok(true);
            };
            if lies_in(&inner.tree, &outer.tree, budget)? {
                around.push(place);
            }
            Ok(true)
        })?;
        long_by_key(&mut around, |place| *place);
        let around: Vec<_> = around
            .into_iter()
            .filter_map(|place| rings.get(place))
            .collect();
        for of_part in around.chunk_by(|a, b| a.part == b.part) {
            if let [outer] = of_part
                && outer.ring == 0
            {
                let problem = at_first_corner(overlap(outer, &inner), &inner);
                let pair = sorted(outer.part, inner.part);
                pairs.add(key(pair));
                found.push((pair, problem));
            }
        }
    }
    let more = found.len() > LIMIT_PROBLEMS;
    long_by_key(&mut found, |(pair, _)| *pair);
    let found = found.into_iter().map(|(_, problem)| problem);
    problems.extend(found.take(LIMIT_PROBLEMS));
    if more {
        problems.push(Problem::new(ProblemKind::More, 0, 0));
    }
    Ok(())
}

/// Comparisons that telling an edge in common from an overlap may cost: it only finds the words.
const LIMIT_SIDE_BY_SIDE: u64 = 200_000;

/// How far beside the middle of an edge it is looked, in lengths of the edge.
const BESIDE: f64 = 1e-6;

/// Whether two rings that share a stretch enclose different places: no corner of one lies within the other, and neither does
/// what each edge of it has on its inner side.
fn is_side_by_side(a: &Prepared<'_>, b: &Prepared<'_>) -> bool {
    let mut budget = Budget(LIMIT_SIDE_BY_SIDE);
    let mut keeps_out = |one: &Prepared<'_>, other: &Prepared<'_>| {
        let is_left = is_anticlockwise(one.tree.corners()) == (one.ring == 0);
        let beside = if is_left { BESIDE } else { -BESIDE };
        let edges = (0..one.tree.edges()).map(|edge| {
            let [[ax, ay], [bx, by]] = one.tree.edge(edge);
            let (x, y) = (f64::midpoint(ax, bx), f64::midpoint(ay, by));
            [x - (by - ay) * beside, y + (bx - ax) * beside]
        });
        // A hole encloses what is around it.
        let is_in = |held: bool| held == (other.ring == 0);
        let mut places = one.tree.corners().iter().copied().chain(edges);
        places.all(|place| match other.tree.holds(place, &mut budget) {
            Ok(held) => !held.is_some_and(is_in),
            Err(Exhausted) => false,
        })
    };
    keeps_out(a, b) && keeps_out(b, a)
}

fn is_anticlockwise(corners: &[Position]) -> bool {
    let [x, y] = corners.first().copied().unwrap_or_default();
    let doubled: f64 = pairs(corners)
        .map(|(a, b)| (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y))
        .sum();
    doubled > 0.0
}

fn sorted(a: usize, b: usize) -> [usize; 2] {
    [a.min(b), a.max(b)]
}

const fn key([a, b]: [usize; 2]) -> Key {
    [a as u64, b as u64, 0]
}

/// Told at the second one.
fn overlap(a: &Prepared<'_>, b: &Prepared<'_>) -> Problem {
    let kind = ProblemKind::PartsOverlap { other_part: a.part };
    Problem::new(kind, b.part, b.ring)
}

fn at_first_corner(problem: Problem, ring: &Prepared<'_>) -> Problem {
    let at = ring.tree.corners().first().copied().unwrap_or_default();
    problem.at(at, vec![ring.number(0)])
}

#[cfg(test)]
mod tests {
    use super::super::super::{Ring, Shape};
    use super::*;

    fn square([x, y]: Position, size: f64) -> Ring {
        let (right, top) = (x + size, y + size);
        vec![[x, y], [right, y], [right, top], [x, top], [x, y]]
    }

    fn hole(corner: Position, size: f64) -> Ring {
        square(corner, size).into_iter().rev().collect()
    }

    #[test]
    fn parts_side_by_side_are_told_from_parts_that_overlap() {
        let shares = |a: Vec<Ring>, b: Vec<Ring>| {
            let kinds = |parts| {
                let problems = super::super::check(&Shape { parts }).problems;
                problems
                    .into_iter()
                    .any(|one| matches!(one.kind, ProblemKind::PartsShareEdge { .. }))
            };
            let found = kinds(vec![a.clone(), b.clone()]);
            assert_eq!(found, kinds(vec![b, a]), "in the other order");
            found
        };
        let first = || vec![square([0., 0.], 10.)];
        let backward = |mut rings: Vec<Ring>| {
            rings.iter_mut().for_each(|ring| ring.reverse());
            rings
        };
        for (at, side) in [
            ([10., 0.], 10.),
            ([10., 2.], 3.),
            ([-5., 0.], 5.),
            ([3., 10.], 20.),
        ] {
            let second = vec![square(at, side)];
            assert!(shares(first(), second.clone()), "{at:?}");
            assert!(shares(backward(first()), second), "{at:?}");
        }
        let around = vec![square([0., 0.], 10.), hole([2., 2.], 6.)];
        for (at, side) in [([2., 2.], 6.), ([2., 3.], 2.)] {
            assert!(shares(around.clone(), vec![square(at, side)]), "{at:?}");
        }
        for (at, side) in [
            ([5., 0.], 10.),
            ([0., 0.], 10.),
            ([0., 0.], 4.),
            ([-2., 2.], 12.),
        ] {
            assert!(!shares(first(), vec![square(at, side)]), "{at:?}");
        }
        assert!(!shares(around, vec![square([2., 2.], 7.)]));
    }
}
