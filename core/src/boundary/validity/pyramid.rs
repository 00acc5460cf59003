//! Bounds above bounds, in one list: leaves first, then each level joining two of the level before, up to one of all.

use super::segment::Bounds;

/// More than any list in memory has.
const LEVELS: usize = 60;

#[derive(Debug)]
pub(super) struct Pyramid<'a> {
    boxes: &'a [Bounds],
    /// Where each level begins, and where the last one ends.
    starts: [usize; LEVELS],
    top: usize,
}

#[allow(
    clippy::indexing_slicing,
    reason = "every index comes from the length of a level; this is the inner loop of the check"
)]
impl<'a> Pyramid<'a> {
    /// Appends the levels above the leaves, which stand from `first` on.
    pub(super) fn build(boxes: &mut Vec<Bounds>, first: usize) {
        let mut level = first..boxes.len();
        while level.len() > 1 {
            let above = boxes.len();
            for at in level.step_by(2) {
                let other = boxes[(at + 1).min(above - 1)];
                boxes.push(boxes[at].join(other));
            }
            level = above..boxes.len();
        }
    }

    /// How many bounds stand over so many leaves, these included.
    pub(super) fn size(leaves: usize) -> usize {
        let above = |level: &usize| (*level > 1).then(|| level.div_ceil(2));
        std::iter::successors(Some(leaves), above).sum()
    }

    /// What was built over so many leaves.
    pub(super) fn new(boxes: &'a [Bounds], leaves: usize) -> Self {
        let mut starts = [0; LEVELS];
        let (mut top, mut level) = (0, leaves);
        starts[1] = level;
        while level > 1 {
            level = level.div_ceil(2);
            top += 1;
            starts[top + 1] = starts[top] + level;
        }
        Self { boxes, starts, top }
    }

    /// The level of the one above all.
    pub(super) const fn top(&self) -> usize {
        self.top
    }

    /// Levels count from the leaves up.
    pub(super) fn node(&self, level: usize, index: usize) -> &Bounds {
        &self.boxes[self.starts[level] + index]
    }

    /// The nodes of the level below that were joined.
    pub(super) fn below(&self, level: usize, index: usize) -> std::ops::Range<usize> {
        let count = self.starts[level] - self.starts[level - 1];
        2 * index..(2 * index + 2).min(count)
    }

    /// Every two nodes below two nodes, or below one, without the same two twice.
    pub(super) fn pairs_below(
        &self,
        level: usize,
        (i, j): (usize, usize),
    ) -> impl Iterator<Item = (usize, usize, usize)> {
        let others = self.below(level, j);
        self.below(level, i).flat_map(move |a| {
            others
                .clone()
                .filter(move |b| *b >= a)
                .map(move |b| (level - 1, a, b))
        })
    }
}
