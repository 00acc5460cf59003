//! Pieces of many rings, sorted along Hilbert's curve, under a tree of bounds: what lies near each other stands near
//! each other, whichever ring it belongs to. Rings one inside another, whose own bounds all meet, are told apart by
//! their edges.

use std::ops::Range;

use super::{
    Rings,
    hilbert::Curve,
    pyramid::Pyramid,
    segment::Bounds,
    tree::{Budget, Exhausted, LEAF},
};

/// Pieces of edges in a leaf.
const PIECES_IN_LEAF: usize = 8;
/// Pieces of a small ring at least; of a large one a piece is a leaf of its tree.
const PIECES: usize = 16;

/// A run of edges of one ring, which is given by its place in the list. Kept small: there is one for nearly every edge of
/// many small rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    ring: u32,
    first: u32,
    end: u32,
}

impl Piece {
    /// `None` for more than a list in memory has.
    fn new(ring: usize, edges: Range<usize>) -> Option<Self> {
        Some(Self {
            ring: u32::try_from(ring).ok()?,
            first: u32::try_from(edges.start).ok()?,
            end: u32::try_from(edges.end).ok()?,
        })
    }

    pub(super) const fn ring(self) -> usize {
        self.ring as usize
    }

    pub(super) const fn edges(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// What is done with two pieces whose bounds meet; `false` ends the search.
type Found<'f> = dyn FnMut(Piece, Piece, &mut Budget) -> Result<bool, Exhausted> + 'f;

pub(super) struct Index<'a> {
    rings: &'a Rings<'a>,
    pieces: Vec<Piece>,
    /// Pieces in a leaf.
    leaf: usize,
    /// Of the leaves and of what stands above them.
    boxes: Vec<Bounds>,
}

impl<'a> Index<'a> {
    /// Every ring in short runs of edges.
    pub(super) fn of_edges(rings: &'a Rings<'a>) -> Result<Self, Exhausted> {
        let step = |edges: usize| (edges / PIECES).clamp(1, LEAF);
        let runs = |edges: usize| (0..edges).step_by(step(edges));
        let count = rings.iter().map(|ring| runs(ring.tree.edges()).len()).sum();
        let mut pieces = Vec::with_capacity(count);
        for (place, ring) in rings.iter().enumerate() {
            let edges = ring.tree.edges();
            for first in runs(edges) {
                let end = (first + step(edges)).min(edges);
                pieces.push(Piece::new(place, first..end).ok_or(Exhausted)?);
            }
        }
        Ok(Self::new(rings, pieces, PIECES_IN_LEAF))
    }

    /// Every ring as one piece.
    pub(super) fn of_rings(rings: &'a Rings<'a>) -> Result<Self, Exhausted> {
        let whole = rings
            .iter()
            .enumerate()
            .map(|(place, ring)| Piece::new(place, 0..ring.tree.edges()).ok_or(Exhausted));
        let pieces = whole.collect::<Result<_, _>>()?;
        Ok(Self::new(rings, pieces, 1))
    }

    fn new(rings: &'a Rings<'a>, mut pieces: Vec<Piece>, leaf: usize) -> Self {
        let all = rings.iter().filter_map(|ring| ring.tree.bounds());
        if let Some(all) = all.reduce(Bounds::join) {
            let curve = Curve::through(&all);
            curve.sort(&mut pieces, |piece| bounds_of(rings, *piece));
        }
        let leaves = pieces.len().div_ceil(leaf);
        let mut boxes = Vec::with_capacity(Pyramid::size(leaves));
        boxes.extend(pieces.chunks(leaf).filter_map(|few| {
            few.iter()
                .filter_map(|piece| bounds_of(rings, *piece))
                .reduce(Bounds::join)
        }));
        Pyramid::build(&mut boxes, 0);
        Self {
            rings,
            pieces,
            leaf,
            boxes,
        }
    }

    fn levels(&self) -> Pyramid<'_> {
        Pyramid::new(&self.boxes, self.pieces.len().div_ceil(self.leaf))
    }

    fn pieces_of_leaf(&self, index: usize) -> &[Piece] {
        let end = self.pieces.len().min((index + 1) * self.leaf);
        self.pieces.get(index * self.leaf..end).unwrap_or_default()
    }

    fn bounded(&self, leaf: usize) -> impl Iterator<Item = (Piece, Bounds)> {
        self.pieces_of_leaf(leaf)
            .iter()
            .filter_map(|piece| Some((*piece, bounds_of(self.rings, *piece)?)))
    }

    /// Calls `found` for every two pieces of different rings whose bounds meet.
    pub(super) fn meeting(
        &self,
        budget: &mut Budget,
        found: &mut Found<'_>,
    ) -> Result<(), Exhausted> {
        let levels = self.levels();
        let mut open = vec![(levels.top(), 0, 0)];
        let (mut mine, mut theirs) = (Vec::with_capacity(self.leaf), Vec::with_capacity(self.leaf));
        while let Some((level, i, j)) = open.pop() {
            budget.spend(1)?;
            let (node, other_node) = (levels.node(level, i), levels.node(level, j));
            if i != j && !node.meets(other_node) {
                continue;
            }
            if level > 0 {
                open.extend(levels.pairs_below(level, (i, j)));
                continue;
            }
            // Of two leaves that meet most pieces are away from the other leaf.
            budget.spend(2 * self.leaf)?;
            mine.clear();
            mine.extend(self.bounded(i).filter(|(_, one)| one.meets(other_node)));
            theirs.clear();
            theirs.extend(self.bounded(j).filter(|(_, one)| one.meets(node)));
            budget.spend(mine.len() * theirs.len())?;
            for (index, (piece, bounds)) in mine.iter().enumerate() {
                let from = if i == j { index + 1 } else { 0 };
                for (other, other_bounds) in theirs.iter().skip(from) {
                    let apart = piece.ring == other.ring || !bounds.meets(other_bounds);
                    if !apart && !found(*piece, *other, budget)? {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    /// Calls `found` for every ring but the one given whose bounds hold those of the one given, until it says `false`.
    /// For an index of rings.
    pub(super) fn holding(
        &self,
        ring: usize,
        budget: &mut Budget,
        found: &mut dyn FnMut(usize, &mut Budget) -> Result<bool, Exhausted>,
    ) -> Result<(), Exhausted> {
        let Some(inner) = self.rings.get(ring).and_then(|ring| ring.tree.bounds()) else {
            return Ok(());
        };
        let levels = self.levels();
        let mut open = vec![(levels.top(), 0)];
        while let Some((level, index)) = open.pop() {
            budget.spend(1)?;
            if !levels.node(level, index).holds(&inner) {
                continue;
            }
            if level > 0 {
                let below = levels.below(level, index).rev();
                open.extend(below.map(|child| (level - 1, child)));
                continue;
            }
            for piece in self.pieces_of_leaf(index) {
                if piece.ring() != ring && !found(piece.ring(), budget)? {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

fn bounds_of(rings: &Rings<'_>, piece: Piece) -> Option<Bounds> {
    rings.get(piece.ring())?.tree.bounds_of(piece.edges())
}
