//! The parts of a boundary against each other.

use std::collections::BTreeMap;

use super::super::{Problem, ProblemKind};
use super::{
    LIMIT_PROBLEMS, Prepared,
    pair::{Relation, ends, lies_in, relation},
    sweep::meeting_pairs,
    tree::{Budget, Exhausted},
};

/// Finds parts that overlap, share an edge, or lie in each other.
pub(super) fn check(
    rings: &[&Prepared],
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let mut found: BTreeMap<(usize, usize), Problem> = BTreeMap::new();
    let mut shells = Vec::new();
    for (a, b) in meeting_pairs(rings) {
        let parts = (a.part, b.part);
        if a.part == b.part || found.contains_key(&parts) {
            continue;
        }
        if let Relation::Crossing { at, second, .. } = relation(&a.tree, &b.tree, budget)? {
            let problem = overlap(a, b).at(at, ends(&b.clean, second));
            found.insert(parts, problem);
        } else if a.ring == 0 && b.ring == 0 {
            shells.push((a, b));
        }
    }
    for (a, b) in shells {
        if found.contains_key(&(a.part, b.part)) {
            continue;
        }
        if covers(rings, a, b, budget)? {
            found.insert((a.part, b.part), at_first_corner(overlap(a, b), b));
        } else if covers(rings, b, a, budget)? {
            found.insert((a.part, b.part), at_first_corner(overlap(b, a), a));
        }
    }
    let more = found.len() > LIMIT_PROBLEMS;
    problems.extend(found.into_values().take(LIMIT_PROBLEMS));
    if more {
        problems.push(Problem::new(ProblemKind::More, 0, 0));
    }
    Ok(())
}

/// Told at the second one.
fn overlap(a: &Prepared, b: &Prepared) -> Problem {
    let kind = ProblemKind::PartsOverlap { other_part: a.part };
    Problem::new(kind, b.part, b.ring)
}

fn at_first_corner(problem: Problem, ring: &Prepared) -> Problem {
    let at = ring.clean.corners.first().copied().unwrap_or_default();
    problem.at(at, vec![ring.clean.number(0)])
}

/// Whether the part of shell `a` holds shell `b`, which it does not cross: in the shell and in no hole.
fn covers(
    rings: &[&Prepared],
    a: &Prepared,
    b: &Prepared,
    budget: &mut Budget,
) -> Result<bool, Exhausted> {
    if !lies_in(&b.tree, &a.tree, budget)? {
        return Ok(false);
    }
    for hole in rings
        .iter()
        .filter(|ring| ring.part == a.part && ring.ring != 0)
    {
        if lies_in(&b.tree, &hole.tree, budget)? {
            return Ok(false);
        }
    }
    Ok(true)
}
