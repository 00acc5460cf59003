//! Where different rings meet.

use std::ops::Range;

use super::super::Position;
use super::{
    Rings,
    index::{Index, Piece},
    segment::{Meeting, crosses_at, meeting},
    tree::{Budget, Exhausted},
};
use crate::numbers::{Key, Numbers};
use crate::order::long_by_key;

/// Pairs of crossing rings looked for; more than this many make the rest pointless to list.
const LIMIT_CROSSINGS: usize = 1_000;
/// What a point to be kept costs, in comparisons: it bounds the memory.
const COST_OF_POINT: usize = 200;

/// What different rings have in common. Rings are given by their places in the list, the lower one first.
#[derive(Debug, Default)]
pub(super) struct Contacts {
    /// Rings that cross or share a stretch.
    crossings: Vec<Crossing>,
    /// Their numbers by the two rings.
    crossing: Numbers,
    /// Two rings of one part and a point in which they touch, without those that cross another ring.
    touches: Vec<(usize, usize, Position)>,
}

/// The first crossing of two rings, by the numbers of their edges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crossing {
    pub first: usize,
    pub second: usize,
    pub at: Position,
    /// Somewhere the rings cross; else they share stretches only.
    pub crosses: bool,
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
        let mut crossing = Numbers::default();
        for ([a, b, _], _) in contacts.crossing.iter() {
            crossing.number([a, 0, 0]);
            crossing.number([b, 0, 0]);
        }
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
                let (at, crosses) = match meeting(start, end, other_start, other_end) {
                    None => continue,
                    Some(Meeting::Cross(at)) => (at, true),
                    Some(Meeting::Overlap(at)) => (at, false),
                    Some(Meeting::Touch(at)) => {
                        if !crosses_at(at, a.tree.path(x, at), b.tree.path(y, at)) {
                            if a.part == b.part {
                                touches.add(a.part, [first.ring(), second.ring()], at, budget)?;
                            }
                            continue;
                        }
                        // At the end of a shared stretch it may look so.
                        (at, false)
                    }
                };
                let here = Crossing {
                    first: x,
                    second: y,
                    at,
                    crosses,
                };
                let number = self.crossing.number(key(first.ring(), second.ring()));
                match self.crossings.get_mut(number) {
                    Some(known) => {
                        let crosses = known.crosses || crosses;
                        if (x, y) < (known.first, known.second) {
                            *known = here;
                        }
                        known.crosses = crosses;
                    }
                    None => self.crossings.push(here),
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
        self.crossing
            .within(key(rings.start, 0)..key(end, 0))
            .filter_map(|([a, b, _], number)| {
                let rings = (a as usize, b as usize);
                Some((rings, *self.crossings.get(number)?))
            })
            .filter(move |((_, second), _)| *second < end)
    }

    pub(super) fn cross(&self, a: usize, b: usize) -> bool {
        self.crossing.find(key(a.min(b), a.max(b))).is_some()
    }

    /// Of the rings of one part, which is a stretch of the list.
    pub(super) fn touches_in(&self, part: &Range<usize>) -> &[(usize, usize, Position)] {
        let before = |place: usize| self.touches.partition_point(|(first, ..)| *first < place);
        self.touches
            .get(before(part.start)..before(part.end))
            .unwrap_or_default()
    }
}

const fn key(a: usize, b: usize) -> Key {
    [a as u64, b as u64, 0]
}

/// Points that several rings of one part touch without crossing in them.
#[derive(Debug, Default)]
struct Touches {
    /// By the part and the place.
    points: Numbers,
    /// A point and a ring.
    touching: Numbers,
}

impl Touches {
    fn add(
        &mut self,
        part: usize,
        rings: [usize; 2],
        at: Position,
        budget: &mut Budget,
    ) -> Result<(), Exhausted> {
        // -0.0 and 0.0 are one place.
        let [x, y] = at.map(|number| (number + 0.0).to_bits());
        let point = self.points.number([part as u64, x, y]);
        for ring in rings {
            if self.touching.add(key(point, ring)) {
                budget.spend(COST_OF_POINT)?;
            }
        }
        Ok(())
    }

    /// Every two rings with the point in which they touch; of several rings in one point each with the first.
    fn pairs(&self, crossing: &Numbers) -> Vec<(usize, usize, Position)> {
        let mut pairs = Vec::new();
        for ([_, x, y], point) in self.points.iter() {
            let at = [x, y].map(f64::from_bits);
            let mut sound = self
                .touching
                .within(key(point, 0)..key(point + 1, 0))
                .filter(|([_, ring, _], _)| crossing.find([*ring, 0, 0]).is_none())
                .map(|([_, ring, _], _)| ring as usize);
            if let Some(first) = sound.next() {
                pairs.extend(sound.map(|other| (first, other, at)));
            }
        }
        long_by_key(&mut pairs, |(a, b, _)| (*a, *b));
        pairs
    }
}
