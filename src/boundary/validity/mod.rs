//! Validity of polygons after OGC Simple Features (06-103r4, 6.1.11), with every problem and its place.
//!
//! Orientation tests are exact (adaptive, by the crate robust), so nothing depends on a tolerance except where the
//! rounding of coordinates asks for one ([`ring`]: flat rings). Time is near-linear for real boundaries; every comparison
//! is counted before it is made, and beyond a budget the check says [`ProblemKind::TooComplex`] instead of running on.
//! Nothing is kept of pairs that do not meet, so that the budget bounds the memory too.

mod contacts;
mod holes;
mod index;
mod own;
mod pair;
mod parts;
mod ring;
mod segment;
mod tree;

use super::{Problem, ProblemKind, Ring, Severity, Shape};
use contacts::Contacts;
use index::Index;
use ring::Clean;
use tree::{Budget, Exhausted, Tree};

/// Problems of one kind of check that are listed; more are summed up.
const LIMIT_PROBLEMS: usize = 50;
/// Comparisons of edges and bounds at most: some seconds in a browser.
const LIMIT_COMPARISONS: u64 = 200_000_000;

/// What was found, and the shape with spikes and repeated corners taken out.
pub(super) struct Checked {
    pub problems: Vec<Problem>,
    pub mended: Shape,
}

/// A ring with its place and its edges.
#[derive(Debug)]
struct Prepared {
    part: usize,
    ring: usize,
    /// The numbers of its corners; the corners themselves are in the tree.
    clean: Clean,
    tree: Tree,
}

/// Checks all rings, then rings against each other, then parts.
pub(super) fn check(shape: &Shape) -> Checked {
    check_within(shape, LIMIT_COMPARISONS)
}

fn check_within(shape: &Shape, limit: u64) -> Checked {
    let mut problems = Vec::new();
    let mut mended = Shape {
        parts: vec![Vec::new(); shape.parts.len()],
    };
    let mut prepared = Vec::new();
    for (part, ring, corners) in shape.rings() {
        let mut clean = ring::clean(corners, (part, ring), &mut problems);
        let mut mended_ring = Ring::new();
        if clean.usable {
            let tree = Tree::new(std::mem::take(&mut clean.corners));
            prepared.push(Prepared {
                part,
                ring,
                clean,
                tree,
            });
        } else {
            mended_ring = closed(clean.corners);
        }
        if let Some(rings) = mended.parts.get_mut(part) {
            rings.push(mended_ring);
        }
    }
    if shape.rings().next().is_none() {
        problems.push(Problem::new(ProblemKind::TooFewPoints { corners: 0 }, 0, 0));
    }
    let mut budget = Budget(limit);
    if let Err(Exhausted) = against_each_other(shape, &prepared, &mut budget, &mut problems) {
        problems.push(Problem::new(ProblemKind::TooComplex, 0, 0));
    }
    for ring in prepared {
        if let Some(mended_ring) = mended.ring_mut(ring.part, ring.ring) {
            *mended_ring = ring.tree.into_closed();
        }
    }
    let mut checked = Checked { problems, mended };
    if !checked.is_valid() {
        // The direction of a ring is a formality beside a fault.
        checked
            .problems
            .retain(|problem| problem.kind != ProblemKind::RingOrientation);
    }
    checked
}

fn against_each_other(
    shape: &Shape,
    prepared: &[Prepared],
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    for ring in prepared {
        let before = problems.len();
        let place = (ring.part, ring.ring);
        own::check(&ring.clean, &ring.tree, place, budget, problems)?;
        if problems.len() == before && ring::turns_wrong(ring.tree.corners(), ring.ring) {
            problems.push(turned(ring));
        }
    }
    if prepared.len() > 1 {
        rings_against_rings(prepared, budget, problems)?;
    }
    let overlaps = |problem: &Problem| matches!(problem.kind, ProblemKind::PartsOverlap { .. });
    if shape.parts.len() > 1 && !problems.iter().any(overlaps) {
        let parts = shape.parts.len();
        problems.push(Problem::new(ProblemKind::MultiPart { parts }, 0, 0));
    }
    Ok(())
}

fn rings_against_rings(
    rings: &[Prepared],
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let contacts = Contacts::of(rings, budget)?;
    let index = Index::of_rings(rings);
    let mut start = 0;
    for part in rings.chunk_by(|a, b| a.part == b.part) {
        let places = start..start + part.len();
        start = places.end;
        if part.len() > 1 {
            holes::check(rings, places, &contacts, &index, budget, problems)?;
        }
    }
    parts::check(rings, &contacts, &index, budget, problems)
}

fn turned(ring: &Prepared) -> Problem {
    let repair = super::Repair::ReverseRing {
        part: ring.part,
        ring: ring.ring,
    };
    Problem::new(ProblemKind::RingOrientation, ring.part, ring.ring).with(repair)
}

fn closed(mut ring: Ring) -> Ring {
    ring.reserve_exact(1);
    ring.extend(ring.first().copied());
    ring
}

impl Checked {
    pub(super) fn is_valid(&self) -> bool {
        !self
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::MustFix)
    }
}

#[cfg(test)]
mod tests;
