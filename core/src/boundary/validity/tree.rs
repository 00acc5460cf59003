//! A tree of bounds over the *sequence* of a ring's edges: neighbours along a ring are neighbours in space, so nothing
//! needs sorting.

use super::super::{Position, inside::passes};
use super::{
    pyramid::Pyramid,
    segment::{Bounds, Meeting, Origin, meeting},
};
use crate::progress::done;

/// Edges in a leaf.
pub(super) const LEAF: usize = 8;

/// Too much had to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exhausted;

/// Comparisons of edges and of bounds that may still be made; each is counted before it is made.
#[derive(Debug)]
pub(super) struct Budget(pub u64);

impl Budget {
    pub(super) fn spend(&mut self, comparisons: usize) -> Result<(), Exhausted> {
        self.0 = self.0.checked_sub(comparisons as u64).ok_or(Exhausted)?;
        Ok(())
    }
}

/// Where two edges meet: the number of each edge (that of its first corner, from 0 on).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    pub first: usize,
    pub second: usize,
    pub meeting: Meeting,
}

/// The edges of one ring.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tree<'a> {
    /// Closed: the first corner is repeated.
    corners: &'a [Position],
    /// Of the leaves and of what stands above them.
    boxes: &'a [Bounds],
    origin: Origin,
}

#[allow(
    clippy::indexing_slicing,
    reason = "every index comes from the length of the ring; this is the inner loop of the check"
)]
impl<'a> Tree<'a> {
    /// Appends the bounds that [`Self::new`] wants. `corners`: at least two edges, closed.
    pub(super) fn build(corners: &[Position], origin: Origin, boxes: &mut Vec<Bounds>) {
        let first = boxes.len();
        let edges = corners.len() - 1;
        boxes.extend((0..edges).step_by(LEAF).filter_map(|start| {
            corners[start..=(start + LEAF).min(edges)]
                .windows(2)
                .map(|edge| origin.bounds(edge[0], edge[1]))
                .reduce(Bounds::join)
        }));
        Pyramid::build(boxes, first);
    }

    /// How many bounds a ring of so many edges has.
    pub(super) fn size(edges: usize) -> usize {
        Pyramid::size(edges.div_ceil(LEAF))
    }

    pub(super) const fn new(corners: &'a [Position], boxes: &'a [Bounds], origin: Origin) -> Self {
        Self {
            corners,
            boxes,
            origin,
        }
    }

    fn levels(&self) -> Pyramid<'a> {
        Pyramid::new(self.boxes, self.edges().div_ceil(LEAF))
    }

    pub(super) const fn edges(&self) -> usize {
        self.corners.len() - 1
    }

    /// Corners without the closing repetition.
    pub(super) fn corners(&self) -> &'a [Position] {
        &self.corners[..self.edges()]
    }

    pub(super) fn edge(&self, edge: usize) -> [Position; 2] {
        [self.corners[edge], self.corners[edge + 1]]
    }

    fn bounds_of_edge(&self, edge: usize) -> Bounds {
        self.origin
            .bounds(self.corners[edge], self.corners[edge + 1])
    }

    /// Bounds of a run of edges.
    pub(super) fn bounds_of(&self, edges: std::ops::Range<usize>) -> Option<Bounds> {
        if edges.len() == self.edges() {
            return self.bounds();
        }
        if edges.start.is_multiple_of(LEAF) && edges.len() == LEAF {
            return self.boxes.get(edges.start / LEAF).copied();
        }
        edges
            .map(|edge| self.bounds_of_edge(edge))
            .reduce(Bounds::join)
    }

    /// Bounds of the ring.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        self.boxes.last().copied()
    }

    /// The path through a point of an edge: along the edge, or around the corner when the point is one.
    pub(super) fn path(&self, edge: usize, at: Position) -> [Position; 2] {
        let n = self.edges();
        let [a, b] = self.edge(edge);
        if at == a {
            [self.corners[(edge + n - 1) % n], b]
        } else if at == b {
            [a, self.corners[(edge + 2) % n]]
        } else {
            [a, b]
        }
    }

    /// Calls `found` for every pair of edges of this ring that are no neighbours and meet, until it says `false`.
    pub(super) fn with_itself(
        &self,
        budget: &mut Budget,
        found: &mut dyn FnMut(Hit) -> bool,
    ) -> Result<(), Exhausted> {
        if self.edges() <= LEAF {
            done(self.edges());
            return self.within_leaves(0, 0, budget, found).map(drop);
        }
        let levels = self.levels();
        let mut open = vec![(levels.top(), 0, 0)];
        while let Some((level, i, j)) = open.pop() {
            budget.spend(1)?;
            if i != j && !levels.node(level, i).meets(levels.node(level, j)) {
                continue;
            }
            if level == 0 && i == j {
                done(LEAF);
            }
            if level > 0 {
                open.extend(levels.pairs_below(level, (i, j)));
            } else if !self.within_leaves(i, j, budget, found)? {
                break;
            }
        }
        Ok(())
    }

    /// The pairs of edges of two leaves; `false` when `found` said so.
    fn within_leaves(
        &self,
        i: usize,
        j: usize,
        budget: &mut Budget,
        found: &mut dyn FnMut(Hit) -> bool,
    ) -> Result<bool, Exhausted> {
        let n = self.edges();
        let (first, second) = (leaf_edges(i, n), leaf_edges(j, n));
        if j <= i + 1 {
            budget.spend(second.end - first.start)?;
            if is_monotone(&self.corners[first.start..=second.end]) {
                return Ok(true);
            }
        }
        budget.spend(first.len() * second.len())?;
        for x in first {
            if i != j && !self.bounds_of_edge(x).meets(&self.boxes[j]) {
                continue;
            }
            // The last edge is a neighbour of the first.
            let end = second.end - usize::from(x == 0 && second.end == n);
            for y in second.start.max(x + 2)..end {
                if !self.compare(x, y, found) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    #[inline]
    fn compare(&self, first: usize, second: usize, found: &mut dyn FnMut(Hit) -> bool) -> bool {
        let ([a, b], [c, d]) = (self.edge(first), self.edge(second));
        match meeting(a, b, c, d) {
            None => true,
            Some(meeting) => found(Hit {
                first,
                second,
                meeting,
            }),
        }
    }

    /// Whether this ring holds a place; `None` on its line. Only boxes around the place are opened: of a run of edges
    /// wholly to the right of it the ends tell how often the way to the right crosses it.
    pub(super) fn holds(
        &self,
        place: Position,
        budget: &mut Budget,
    ) -> Result<Option<bool>, Exhausted> {
        let levels = self.levels();
        let [x, y, ..] = self.origin.extents(place);
        let height = place[1];
        let mut inside = false;
        let mut open = vec![(levels.top(), 0)];
        while let Some((level, index)) = open.pop() {
            budget.spend(1)?;
            let bounds = levels.node(level, index);
            let ((left, right), (bottom, top)) = (bounds.x_range(), bounds.y_range());
            if y < bottom || y > top || x > right {
                continue;
            }
            let first = (index << level) * LEAF;
            let end = ((index + 1) << level) * LEAF;
            let edges = first..end.min(self.edges());
            if x < left {
                let is_above = |corner: usize| self.corners[corner][1] > height;
                inside ^= is_above(edges.start) != is_above(edges.end);
            } else if level == 0 {
                budget.spend(LEAF)?;
                for edge in edges {
                    let [a, b] = self.edge(edge);
                    match passes(a, b, place) {
                        Some(passes) => inside ^= passes,
                        None => return Ok(None),
                    }
                }
            } else {
                open.extend(levels.below(level, index).map(|child| (level - 1, child)));
            }
        }
        Ok(Some(inside))
    }
}

fn leaf_edges(leaf: usize, edges: usize) -> std::ops::Range<usize> {
    leaf * LEAF..((leaf + 1) * LEAF).min(edges)
}

/// Whether a line always goes on to the same side of an axis: edges of it that are no neighbours have nothing in common.
fn is_monotone(line: &[Position]) -> bool {
    let along = |axis: fn(&Position) -> f64| {
        let steps = || {
            line.windows(2)
                .filter_map(|edge| Some((axis(edge.first()?), axis(edge.last()?))))
        };
        steps().all(|(from, to)| from < to) || steps().all(|(from, to)| from > to)
    };
    along(|[x, _]| *x) || along(|[_, y]| *y)
}
