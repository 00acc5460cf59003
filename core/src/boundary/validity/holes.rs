//! The rings of one part against each other.

use std::ops::Range;

use super::super::{Position, Problem, ProblemKind, Repair};
use super::{
    LIMIT_PROBLEMS, Prepared, Rings,
    contacts::{Contacts, Crossing},
    index::Index,
    pair::{ends, lies_in},
    tree::{Budget, Exhausted},
};
use crate::numbers::{Key, Numbers};

/// Finds holes that cross, lie outside, lie in each other, or cut the inside in two. `part`: the places of its rings in
/// the list.
pub(super) fn check(
    rings: &Rings<'_>,
    part: Range<usize>,
    contacts: &Contacts,
    index: &Index<'_>,
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let first = rings.get(part.start);
    let shell = first.filter(|ring| ring.ring == 0);
    let holes = || {
        let all = part
            .clone()
            .filter_map(|place| Some((place, rings.get(place)?)));
        all.filter(|(_, ring)| ring.ring != 0)
    };
    let mut found = crossings(rings, &part, contacts);
    found.extend(cuts(rings, &part, contacts));
    let mut outside = Vec::new();
    for (place, hole) in holes() {
        let Some(shell) = shell else { break };
        if !contacts.cross(part.start, place) && !lies_in(&hole.tree, &shell.tree, budget)? {
            outside.push(place);
            found.push(of_hole(ProblemKind::HoleOutsideShell, &hole));
        }
    }
    for (place, inner) in holes().filter(|(place, _)| outside.binary_search(place).is_err()) {
        if found.len() > LIMIT_PROBLEMS {
            break;
        }
        index.holding(place, budget, &mut |around, budget| {
            let outer = rings
                .get(around)
                .filter(|outer| outer.part == inner.part && outer.ring != 0);
            if let Some(outer) = outer
                && !contacts.cross(place, around)
                && lies_in(&inner.tree, &outer.tree, budget)?
            {
                let kind = ProblemKind::HolesNested {
                    outer_ring: outer.ring,
                };
                found.push(of_hole(kind, &inner));
            }
            Ok(found.len() <= LIMIT_PROBLEMS)
        })?;
    }
    let more = found.len() > LIMIT_PROBLEMS;
    problems.extend(found.into_iter().take(LIMIT_PROBLEMS));
    if let Some(first) = first.filter(|_| more) {
        problems.push(Problem::new(ProblemKind::More, first.part, 0));
    }
    Ok(())
}

fn crossings(rings: &Rings<'_>, part: &Range<usize>, contacts: &Contacts) -> Vec<Problem> {
    let problem = |((a, b), crossing): ((usize, usize), Crossing)| {
        let (a, b) = (rings.get(a)?, rings.get(b)?);
        let (hole, other, edge) = if a.ring == 0 {
            (b, a, crossing.second)
        } else {
            (a, b, crossing.first)
        };
        let kind = ProblemKind::RingsCross {
            other_ring: other.ring,
        };
        Some(Problem::new(kind, hole.part, hole.ring).at(crossing.at, ends(&hole, edge)))
    };
    contacts.crossings_in(part).filter_map(problem).collect()
}

/// Every touch that joins two rings which are joined already by another way.
fn cuts(rings: &Rings<'_>, part: &Range<usize>, contacts: &Contacts) -> Vec<Problem> {
    let mut joined = Joined::default();
    let mut found = Vec::new();
    for (first, second, at) in contacts.touches_in(part) {
        let (Some(a), Some(b)) = (rings.get(*first), rings.get(*second)) else {
            continue;
        };
        if !joined.join(a.ring, b.ring, *at) {
            let kind = ProblemKind::InteriorDisconnected { other_ring: a.ring };
            found.push(Problem::new(kind, b.part, b.ring).at(*at, Vec::new()));
        }
    }
    found
}

fn of_hole(kind: ProblemKind, hole: &Prepared<'_>) -> Problem {
    let at = hole.tree.corners().first().copied().unwrap_or_default();
    Problem::new(kind, hole.part, hole.ring)
        .at(at, vec![hole.number(0)])
        .with(Repair::RemoveRing {
            part: hole.part,
            ring: hole.ring,
        })
}

const RING: u64 = 0;
const POINT: u64 = 1;

/// Rings and the points in which they touch, as a graph: a cycle in it cuts the inside in two.
#[derive(Default)]
struct Joined {
    nodes: Numbers,
    /// Of each node one that it is joined to; of the last one itself.
    above: Vec<usize>,
    /// A ring and the node of a point.
    seen: Numbers,
}

impl Joined {
    fn node(&mut self, key: Key) -> usize {
        let node = self.nodes.number(key);
        if node == self.above.len() {
            self.above.push(node);
        }
        node
    }

    fn root(&self, mut node: usize) -> usize {
        while let Some(above) = self.above.get(node).filter(|above| **above != node) {
            node = *above;
        }
        node
    }

    /// `false` when the two rings were joined already by another way.
    fn join(&mut self, a: usize, b: usize, at: Position) -> bool {
        // -0.0 and 0.0 are one place.
        let [x, y] = at.map(|number| (number + 0.0).to_bits());
        let point = self.node([POINT, x, y]);
        let mut is_tree = true;
        for ring in [a, b] {
            if !self.seen.add([ring as u64, point as u64, 0]) {
                continue;
            }
            let ring = self.node([RING, ring as u64, 0]);
            let (of_ring, of_point) = (self.root(ring), self.root(point));
            match self.above.get_mut(of_ring) {
                Some(above) if of_ring != of_point => *above = of_point,
                _ => is_tree = false,
            }
        }
        is_tree
    }
}
