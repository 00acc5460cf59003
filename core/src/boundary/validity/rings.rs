//! The rings of a boundary that can be checked, side by side in few lists: most of many rings are small.

use super::super::Position;
use super::{
    ring::Clean,
    segment::{Bounds, Origin},
    tree::Tree,
};

/// Rings in the order of the boundary; a ring is called by its place in this list.
#[derive(Debug, Default)]
pub(super) struct Rings<'a> {
    entries: Vec<Entry<'a>>,
    boxes: Vec<Bounds>,
    origin: Origin,
}

#[derive(Debug)]
struct Entry<'a> {
    part: usize,
    ring: usize,
    corners: Corners<'a>,
    /// Where its bounds begin.
    boxes: usize,
}

#[derive(Debug)]
enum Corners<'a> {
    /// Nothing had to be done; closed.
    Given(&'a [Position]),
    Mended(Box<Clean>),
}

/// One ring with its place in the boundary and its edges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prepared<'r> {
    pub part: usize,
    pub ring: usize,
    pub tree: Tree<'r>,
    numbers: &'r [usize],
}

impl Prepared<'_> {
    /// The number a corner has in the boundary as given, from 1 on.
    pub(super) fn number(&self, corner: usize) -> usize {
        let corner = corner % self.tree.edges();
        self.numbers.get(corner).copied().unwrap_or(corner + 1)
    }
}

impl<'a> Rings<'a> {
    /// Room for rings with these many corners each.
    pub(super) fn with_room(rings: impl Iterator<Item = usize>) -> Self {
        let (count, boxes) = rings.fold((0, 0), |(count, boxes), corners| {
            (count + 1, boxes + Tree::size(corners))
        });
        Self {
            entries: Vec::with_capacity(count),
            boxes: Vec::with_capacity(boxes),
            origin: Origin::default(),
        }
    }

    /// A ring in which nothing had to be mended, closed.
    pub(super) fn push_given(&mut self, place: (usize, usize), corners: &'a [Position]) {
        self.push(place, Corners::Given(corners));
    }

    pub(super) fn push_mended(&mut self, place: (usize, usize), clean: Clean) {
        self.push(place, Corners::Mended(Box::new(clean)));
    }

    fn push(&mut self, (part, ring): (usize, usize), corners: Corners<'a>) {
        let boxes = self.boxes.len();
        let closed = corners.closed();
        if let (0, Some(first)) = (boxes, closed.first()) {
            self.origin = Origin::at(*first);
        }
        Tree::build(closed, self.origin, &mut self.boxes);
        self.entries.push(Entry {
            part,
            ring,
            corners,
            boxes,
        });
    }

    pub(super) const fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn get(&self, place: usize) -> Option<Prepared<'_>> {
        let entry = self.entries.get(place)?;
        let next = self.entries.get(place + 1);
        let end = next.map_or(self.boxes.len(), |next| next.boxes);
        let boxes = self.boxes.get(entry.boxes..end)?;
        Some(Prepared {
            part: entry.part,
            ring: entry.ring,
            tree: Tree::new(entry.corners.closed(), boxes, self.origin),
            numbers: entry.corners.numbers(),
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Prepared<'_>> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// The places of the rings of each part.
    pub(super) fn parts(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let mut end = 0;
        self.entries
            .chunk_by(|a, b| a.part == b.part)
            .map(move |part| {
                let start = end;
                end += part.len();
                start..end
            })
    }

    /// The rings that were mended, closed, with their part and number.
    pub(super) fn into_mended(self) -> impl Iterator<Item = ((usize, usize), Vec<Position>)> {
        self.entries
            .into_iter()
            .filter_map(|entry| match entry.corners {
                Corners::Given(_) => None,
                Corners::Mended(clean) => Some(((entry.part, entry.ring), clean.corners)),
            })
    }
}

impl Corners<'_> {
    fn closed(&self) -> &[Position] {
        match self {
            Self::Given(corners) => corners,
            Self::Mended(clean) => &clean.corners,
        }
    }

    /// Empty when they are those of the corners as they stand.
    fn numbers(&self) -> &[usize] {
        match self {
            Self::Given(_) => &[],
            Self::Mended(clean) => &clean.numbers,
        }
    }
}
