//! Validity of polygons after OGC Simple Features (06-103r4, 6.1.11), with every problem and its place.
//!
//! Orientation tests are exact (adaptive, by the crate robust), so nothing depends on a tolerance except where the
//! rounding of coordinates asks for one ([`ring`]: flat rings). Time is near-linear for real boundaries; every comparison
//! is counted before it is made, and beyond a budget the check says [`ProblemKind::TooComplex`] instead of running on.
//! Nothing is kept of pairs that do not meet, so that the budget bounds the memory too.

mod contacts;
mod hilbert;
mod holes;
mod index;
mod own;
mod pair;
mod parts;
mod pyramid;
mod ring;
mod rings;
mod segment;
mod tree;

use super::{Problem, ProblemKind, Ring, Severity, Shape};
use crate::order::long_by_key;
use contacts::Contacts;
use index::Index;
use ring::Cleaned;
use rings::{Prepared, Rings};
use tree::{Budget, Exhausted};

/// Problems of one kind of check that are listed; more are summed up.
const LIMIT_PROBLEMS: usize = 50;
/// Comparisons of edges and bounds at most: some seconds in a browser.
const LIMIT_COMPARISONS: u64 = 200_000_000;

/// What was found.
pub(super) struct Checked {
    pub problems: Vec<Problem>,
    /// The shape closed, with spikes and repeated corners taken out; `None` when it was given so.
    pub mended: Option<Shape>,
}

/// Checks all rings, then rings against each other, then parts.
pub(super) fn check(shape: &Shape) -> Checked {
    check_within(shape, LIMIT_COMPARISONS)
}

fn check_within(shape: &Shape, limit: u64) -> Checked {
    let mut problems = Vec::new();
    let mut rings = Rings::with_room(shape.rings().map(|(.., corners)| corners.len()));
    let mut mended = Vec::new();
    for (part, ring, corners) in shape.rings() {
        let place = (part, ring);
        match ring::clean(corners, place, &mut problems) {
            Cleaned::AsGiven => rings.push_given(place, corners),
            Cleaned::Mended(clean) => rings.push_mended(place, clean),
            Cleaned::Unusable(corners) => mended.push((place, closed(corners))),
        }
    }
    if shape.rings().next().is_none() {
        problems.push(Problem::new(ProblemKind::TooFewPoints { corners: 0 }, 0, 0));
    }
    let mut budget = Budget(limit);
    if let Err(Exhausted) = against_each_other(shape, &rings, &mut budget, &mut problems) {
        problems.push(Problem::new(ProblemKind::TooComplex, 0, 0));
    }
    mended.extend(rings.into_mended());
    let mut checked = Checked {
        problems,
        mended: (!mended.is_empty()).then(|| replaced(shape, mended)),
    };
    if !checked.is_valid() {
        // The direction of a ring is a formality beside a fault.
        checked
            .problems
            .retain(|problem| problem.kind != ProblemKind::RingOrientation);
    }
    checked
}

/// The shape with other rings in some places.
fn replaced(shape: &Shape, mut rings: Vec<((usize, usize), Ring)>) -> Shape {
    long_by_key(&mut rings, |(place, _)| *place);
    let mut rings = rings.into_iter().peekable();
    let mut parts = vec![Vec::new(); shape.parts.len()];
    for (part, ring, corners) in shape.rings() {
        let corners = rings
            .next_if(|(place, _)| *place == (part, ring))
            .map_or_else(|| corners.clone(), |(_, corners)| corners);
        if let Some(rings) = parts.get_mut(part) {
            rings.push(corners);
        }
    }
    Shape { parts }
}

fn against_each_other(
    shape: &Shape,
    rings: &Rings<'_>,
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    for ring in rings.iter() {
        let before = problems.len();
        own::check(&ring, budget, problems)?;
        if problems.len() == before && ring::turns_wrong(ring.tree.corners(), ring.ring) {
            problems.push(turned(&ring));
        }
    }
    if rings.len() > 1 {
        rings_against_rings(rings, budget, problems)?;
    }
    let overlaps = |problem: &Problem| {
        matches!(
            problem.kind,
            ProblemKind::PartsOverlap { .. } | ProblemKind::PartsShareEdge { .. }
        )
    };
    if shape.parts.len() > 1 && !problems.iter().any(overlaps) {
        let parts = shape.parts.len();
        problems.push(Problem::new(ProblemKind::MultiPart { parts }, 0, 0));
    }
    Ok(())
}

fn rings_against_rings(
    rings: &Rings<'_>,
    budget: &mut Budget,
    problems: &mut Vec<Problem>,
) -> Result<(), Exhausted> {
    let contacts = Contacts::of(rings, budget)?;
    let index = Index::of_rings(rings)?;
    for part in rings.parts().filter(|part| part.len() > 1) {
        holes::check(rings, part, &contacts, &index, budget, problems)?;
    }
    parts::check(rings, &contacts, &index, budget, problems)
}

fn turned(ring: &Prepared<'_>) -> Problem {
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
