//! The rings of one part against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Position, Problem, ProblemKind, Repair};
use super::{
    LIMIT_PROBLEMS, Prepared,
    pair::{Relation, ends, lies_in, relation},
    sweep::meeting_pairs,
    tree::{Budget, Exhausted},
};

/// Finds holes that cross, lie outside, lie in each other, or cut the inside in two.
pub(super) fn check(
    part: usize,
    rings: &[&Prepared],
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let mut joined = Joined::default();
    let mut found = Vec::new();
    let mut crossing_shell = Vec::new();
    let mut nested = Vec::new();
    for (a, b) in meeting_pairs(rings) {
        match relation(&a.tree, &b.tree, budget)? {
            Relation::Crossing { at, first, second } => {
                let (hole, other, edge) = if a.ring == 0 {
                    (b, a, second)
                } else {
                    (a, b, first)
                };
                if other.ring == 0 {
                    crossing_shell.push(hole.ring);
                }
                let kind = ProblemKind::RingsCross {
                    other_ring: other.ring,
                };
                found.push(Problem::new(kind, part, hole.ring).at(at, ends(&hole.clean, edge)));
            }
            Relation::Apart(touches) => {
                for at in touches {
                    if !joined.join(a.ring, b.ring, at) {
                        let kind = ProblemKind::InteriorDisconnected { other_ring: a.ring };
                        found.push(Problem::new(kind, part, b.ring).at(at, Vec::new()));
                    }
                }
                if a.ring != 0 && b.ring != 0 {
                    nested.push((a, b));
                }
            }
        }
    }
    let shell = rings.iter().find(|ring| ring.ring == 0);
    let mut outside = Vec::new();
    for hole in rings.iter().filter(|ring| ring.ring != 0) {
        let Some(shell) = shell else { break };
        if !crossing_shell.contains(&hole.ring) && !lies_in(&hole.tree, &shell.tree, budget)? {
            outside.push(hole.ring);
            found.push(of_hole(ProblemKind::HoleOutsideShell, part, hole));
        }
    }
    for (a, b) in nested {
        let inner_outer = if lies_in(&a.tree, &b.tree, budget)? {
            Some((a, b))
        } else if lies_in(&b.tree, &a.tree, budget)? {
            Some((b, a))
        } else {
            None
        };
        if let Some((inner, outer)) =
            inner_outer.filter(|(inner, _)| !outside.contains(&inner.ring))
        {
            let kind = ProblemKind::HolesNested {
                outer_ring: outer.ring,
            };
            found.push(of_hole(kind, part, inner));
        }
    }
    let more = found.len() > LIMIT_PROBLEMS;
    problems.extend(found.into_iter().take(LIMIT_PROBLEMS));
    if more {
        problems.push(Problem::new(ProblemKind::More, part, 0));
    }
    Ok(())
}

fn of_hole(kind: ProblemKind, part: usize, hole: &Prepared) -> Problem {
    let at = hole.clean.corners.first().copied().unwrap_or_default();
    Problem::new(kind, part, hole.ring)
        .at(at, vec![hole.clean.number(0)])
        .with(Repair::RemoveRing {
            part,
            ring: hole.ring,
        })
}

/// Rings and the points in which they touch, as a graph: a cycle in it cuts the inside in two.
#[derive(Default)]
struct Joined {
    above: BTreeMap<Node, Node>,
    seen: BTreeSet<(usize, Node)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Ring(usize),
    Point([u64; 2]),
}

impl Joined {
    fn root(&self, mut node: Node) -> Node {
        while let Some(above) = self.above.get(&node) {
            node = *above;
        }
        node
    }

    /// `false` when the two rings were joined already by another way.
    fn join(&mut self, a: usize, b: usize, at: Position) -> bool {
        // -0.0 and 0.0 are one place.
        let point = Node::Point(at.map(|number| (number + 0.0).to_bits()));
        let mut is_tree = true;
        for ring in [a, b] {
            if !self.seen.insert((ring, point)) {
                continue;
            }
            let (of_ring, of_point) = (self.root(Node::Ring(ring)), self.root(point));
            if of_ring == of_point {
                is_tree = false;
            } else {
                self.above.insert(of_ring, of_point);
            }
        }
        is_tree
    }
}
