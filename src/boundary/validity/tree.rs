//! A tree of bounding boxes over the *sequence* of a ring's edges: neighbours along a ring are neighbours in space, so
//! nothing needs sorting.

use super::super::{Position, inside::passes};
use super::segment::{Bounds, Meeting, meeting};

/// Edges in a leaf.
const LEAF: usize = 8;

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
#[derive(Debug)]
pub(super) struct Tree {
    /// Closed: the first corner is repeated.
    corners: Vec<Position>,
    /// Boxes of leaves, of pairs of leaves, and so on up to one.
    levels: Vec<Vec<Bounds>>,
}

/// Bounds above bounds: each level joins two of the level before, up to the one of all. From the leaves on.
pub(super) fn levels(leaves: Vec<Bounds>) -> Vec<Vec<Bounds>> {
    let mut level = leaves;
    // Most of many rings are small: no room for levels that do not come.
    let mut levels = Vec::with_capacity(1);
    while level.len() > 1 {
        let above = level
            .chunks(2)
            .filter_map(|pair| pair.iter().copied().reduce(Bounds::join))
            .collect();
        levels.push(std::mem::replace(&mut level, above));
    }
    levels.push(level);
    levels
}

#[allow(
    clippy::indexing_slicing,
    reason = "every index comes from a level's own length; this is the inner loop of the check"
)]
impl Tree {
    /// `corners`: at least two, not closed.
    pub(super) fn new(mut corners: Vec<Position>) -> Self {
        corners.reserve_exact(1);
        corners.extend(corners.first().copied());
        let edges = corners.len().saturating_sub(1);
        let leaf = |start: usize| {
            (start..(start + LEAF).min(edges))
                .map(|edge| Bounds::of(corners[edge], corners[edge + 1]))
                .reduce(Bounds::join)
        };
        let levels = levels((0..edges).step_by(LEAF).filter_map(leaf).collect());
        Self { corners, levels }
    }

    pub(super) fn edges(&self) -> usize {
        self.corners.len() - 1
    }

    /// Corners without the closing repetition.
    pub(super) fn corners(&self) -> &[Position] {
        &self.corners[..self.edges()]
    }

    /// The ring, closed.
    pub(super) fn into_closed(self) -> Vec<Position> {
        self.corners
    }

    pub(super) fn edge(&self, edge: usize) -> [Position; 2] {
        [self.corners[edge], self.corners[edge + 1]]
    }

    pub(super) fn bounds_of_edge(&self, edge: usize) -> Bounds {
        Bounds::of(self.corners[edge], self.corners[edge + 1])
    }

    /// Bounds of the ring.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        self.levels.last()?.first().copied()
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
        let n = self.edges();
        let mut open = vec![(self.levels.len() - 1, 0, 0)];
        while let Some((level, i, j)) = open.pop() {
            budget.spend(1)?;
            if i != j && !self.levels[level][i].meets(&self.levels[level][j]) {
                continue;
            }
            if level > 0 {
                let count = self.levels[level - 1].len();
                let (below, children) = (level - 1, [2 * i, 2 * i + 1]);
                for a in children.into_iter().filter(|a| *a < count) {
                    let others = [2 * j, 2 * j + 1];
                    for b in others.into_iter().filter(|b| *b < count && *b >= a) {
                        open.push((below, a, b));
                    }
                }
                continue;
            }
            let (first, second) = (leaf_edges(i, n), leaf_edges(j, n));
            budget.spend(first.len() * second.len())?;
            for x in first {
                let [a, b] = self.edge(x);
                if i != j && !Bounds::of(a, b).meets(&self.levels[0][j]) {
                    continue;
                }
                for y in second.clone().filter(|y| *y > x + 1) {
                    if x == 0 && y == n - 1 {
                        continue;
                    }
                    if !self.compare(x, y, found) {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether this ring holds a place; `None` on its line. Only boxes around the place are opened: of a run of edges
    /// wholly to the right of it the ends tell how often the way to the right crosses it.
    pub(super) fn holds(
        &self,
        place: Position,
        budget: &mut Budget,
    ) -> Result<Option<bool>, Exhausted> {
        let [x, y] = place;
        let mut inside = false;
        let mut open = vec![(self.levels.len() - 1, 0)];
        while let Some((level, index)) = open.pop() {
            budget.spend(1)?;
            let bounds = &self.levels[level][index];
            let ((left, right), (bottom, top)) = (bounds.x_range(), bounds.y_range());
            if y < bottom || y > top || x > right {
                continue;
            }
            let first = (index << level) * LEAF;
            let end = ((index + 1) << level) * LEAF;
            let edges = first..end.min(self.edges());
            if x < left {
                inside ^= (self.corners[edges.start][1] > y) != (self.corners[edges.end][1] > y);
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
                let count = self.levels[level - 1].len();
                let children = [2 * index, 2 * index + 1];
                open.extend(
                    children
                        .into_iter()
                        .filter(|child| *child < count)
                        .map(|child| (level - 1, child)),
                );
            }
        }
        Ok(Some(inside))
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
}

fn leaf_edges(leaf: usize, edges: usize) -> std::ops::Range<usize> {
    leaf * LEAF..((leaf + 1) * LEAF).min(edges)
}
