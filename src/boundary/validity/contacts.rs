//! Where different rings meet.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::Position;
use super::{
    Rings,
    index::{Index, Piece},
    segment::{Meeting, crosses_at, meeting},
    tree::{Budget, Exhausted},
};

/// Pairs of crossing rings looked for; more than this many make the rest pointless to list.
const LIMIT_CROSSINGS: usize = 1_000;
/// What a point to be kept costs, in comparisons: it bounds the memory.
const COST_OF_POINT: usize = 200;

/// What different rings have in common. Rings are given by their places in the list, the lower one first.
#[derive(Debug, Default)]
pub(super) struct Contacts {
    /// Rings that cross or share a stretch.
    crossings: BTreeMap<(usize, usize), Crossing>,
    /// Two rings of one part and a point in which they touch, without those that cross another ring.
    touches: Vec<(usize, usize, Position)>,
}

/// The first crossing of two rings, by the numbers of their edges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crossing {
    pub first: usize,
    pub second: usize,
    pub at: Position,
}

impl Contacts {
    pub(super) fn of(rings: &Rings<'_>, budget: &mut Budget) -> Result<Self, Exhausted> {
        let mut contacts = Self::default();
        let mut touches = Touches::default();
        Index::of_edges(rings)?.meeting(budget, &mut |first, second, budget| {
            let (first, second) = (first.min(second), first.max(second));
            contacts.compare(rings, first, second, &mut touches, budget)?;
            Ok(contacts.crossings.len() <= LIMIT_CROSSINGS)
        })?;
        let crossing = contacts
            .crossings
            .keys()
            .flat_map(|(a, b)| [*a, *b])
            .collect();
        contacts.touches = touches.pairs(&crossing);
        Ok(contacts)
    }

    fn compare(
        &mut self,
        rings: &Rings<'_>,
        first: Piece,
        second: Piece,
        touches: &mut Touches,
        budget: &mut Budget,
    ) -> Result<(), Exhausted> {
        let (Some(a), Some(b)) = (rings.get(first.ring()), rings.get(second.ring())) else {
            return Ok(());
        };
        for x in first.edges() {
            budget.spend(second.edges().len())?;
            let [start, end] = a.tree.edge(x);
            for y in second.edges() {
                let [other_start, other_end] = b.tree.edge(y);
                let at = match meeting(start, end, other_start, other_end) {
                    None => continue,
                    Some(Meeting::Cross(at) | Meeting::Overlap(at)) => at,
                    Some(Meeting::Touch(at)) => {
                        if !crosses_at(at, a.tree.path(x, at), b.tree.path(y, at)) {
                            if a.part == b.part {
                                touches.add(a.part, [first.ring(), second.ring()], at, budget)?;
                            }
                            continue;
                        }
                        at
                    }
                };
                let here = Crossing {
                    first: x,
                    second: y,
                    at,
                };
                let known = self
                    .crossings
                    .entry((first.ring(), second.ring()))
                    .or_insert(here);
                if (x, y) < (known.first, known.second) {
                    *known = here;
                }
            }
        }
        Ok(())
    }

    /// In the order of the rings.
    pub(super) fn crossings(&self) -> impl Iterator<Item = ((usize, usize), Crossing)> {
        self.crossings_in(&(0..usize::MAX))
    }

    /// Of two rings in a stretch of the list.
    pub(super) fn crossings_in(
        &self,
        rings: &Range<usize>,
    ) -> impl Iterator<Item = ((usize, usize), Crossing)> {
        let end = rings.end;
        self.crossings
            .range((rings.start, 0)..(end, 0))
            .filter(move |((_, second), _)| *second < end)
            .map(|(rings, crossing)| (*rings, *crossing))
    }

    pub(super) fn cross(&self, a: usize, b: usize) -> bool {
        self.crossings.contains_key(&(a.min(b), a.max(b)))
    }

    /// Of the rings of one part, which is a stretch of the list.
    pub(super) fn touches_in(&self, part: &Range<usize>) -> &[(usize, usize, Position)] {
        let before = |place: usize| self.touches.partition_point(|(first, ..)| *first < place);
        self.touches
            .get(before(part.start)..before(part.end))
            .unwrap_or_default()
    }
}

/// Points that several rings of one part touch without crossing in them.
#[derive(Debug, Default)]
struct Touches(BTreeMap<(usize, [u64; 2]), BTreeSet<usize>>);

impl Touches {
    fn add(
        &mut self,
        part: usize,
        rings: [usize; 2],
        at: Position,
        budget: &mut Budget,
    ) -> Result<(), Exhausted> {
        // -0.0 and 0.0 are one place.
        let point = at.map(|number| (number + 0.0).to_bits());
        let touching = self.0.entry((part, point)).or_default();
        for ring in rings {
            if touching.insert(ring) {
                budget.spend(COST_OF_POINT)?;
            }
        }
        Ok(())
    }

    /// Every two rings with the point in which they touch; of several rings in one point each with the first.
    fn pairs(self, crossing: &BTreeSet<usize>) -> Vec<(usize, usize, Position)> {
        let mut pairs = Vec::new();
        for ((_, point), rings) in self.0 {
            let at = point.map(f64::from_bits);
            let mut sound = rings.into_iter().filter(|ring| !crossing.contains(ring));
            if let Some(first) = sound.next() {
                pairs.extend(sound.map(|other| (first, other, at)));
            }
        }
        pairs.sort_by_key(|(a, b, _)| (*a, *b));
        pairs
    }
}
