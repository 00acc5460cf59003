//! The parts of a boundary against each other.

use super::super::{Problem, ProblemKind};
use super::{
    LIMIT_PROBLEMS, Prepared, Rings,
    contacts::Contacts,
    index::Index,
    pair::{ends, lies_in},
    tree::{Budget, Exhausted},
};
use crate::numbers::{Key, Numbers};
use crate::order::long_by_key;

/// Finds parts that overlap, share an edge, or lie in each other.
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
        if a.part != b.part {
            let problem = overlap(&a, &b).at(crossing.at, ends(&b, crossing.second));
            if pairs.add(key([a.part, b.part])) {
                found.push(([a.part, b.part], problem));
            }
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
