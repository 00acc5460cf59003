//! The parts of a boundary against each other.

use std::collections::BTreeMap;

use super::super::{Problem, ProblemKind};
use super::{
    LIMIT_PROBLEMS, Prepared, Rings,
    contacts::Contacts,
    index::Index,
    pair::{ends, lies_in},
    tree::{Budget, Exhausted},
};

/// Finds parts that overlap, share an edge, or lie in each other.
pub(super) fn check(
    rings: &Rings<'_>,
    contacts: &Contacts,
    index: &Index<'_>,
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let mut found: BTreeMap<(usize, usize), Problem> = BTreeMap::new();
    for ((a, b), crossing) in contacts.crossings() {
        let (Some(a), Some(b)) = (rings.get(a), rings.get(b)) else {
            continue;
        };
        if a.part != b.part {
            let problem = overlap(&a, &b).at(crossing.at, ends(&b, crossing.second));
            found.entry((a.part, b.part)).or_insert(problem);
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
                outer.part != inner.part && !found.contains_key(&sorted(outer.part, inner.part))
            }) else {
                return Ok(true);
            };
            if lies_in(&inner.tree, &outer.tree, budget)? {
                around.push(place);
            }
            Ok(true)
        })?;
        around.sort_unstable();
        let around: Vec<_> = around
            .into_iter()
            .filter_map(|place| rings.get(place))
            .collect();
        for of_part in around.chunk_by(|a, b| a.part == b.part) {
            if let [outer] = of_part
                && outer.ring == 0
            {
                let problem = at_first_corner(overlap(outer, &inner), &inner);
                found.insert(sorted(outer.part, inner.part), problem);
            }
        }
    }
    let more = found.len() > LIMIT_PROBLEMS;
    problems.extend(found.into_values().take(LIMIT_PROBLEMS));
    if more {
        problems.push(Problem::new(ProblemKind::More, 0, 0));
    }
    Ok(())
}

fn sorted(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
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
