//! Pieces of many rings, sorted along Hilbert's curve, under a tree of bounds: what lies near each other stands near
//! each other, whichever ring it belongs to. Rings one inside another, whose own bounds all meet, are told apart by
//! their edges.

use super::{
    Prepared,
    segment::Bounds,
    tree::{Budget, Exhausted, levels},
};

/// Pieces of edges in a leaf.
const LEAF: usize = 8;
/// Pieces of a small ring at least, and edges of a piece at most.
const PIECES: usize = 16;
const LONGEST: usize = 8;

/// A run of edges of one ring, which is given by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub ring: usize,
    pub first: usize,
    pub end: usize,
}

/// What is done with two pieces whose bounds meet; `false` ends the search.
type Found<'f> = dyn FnMut(Piece, Piece, &mut Budget) -> Result<bool, Exhausted> + 'f;

pub(super) struct Index<'a> {
    rings: &'a [Prepared],
    pieces: Vec<Piece>,
    /// Pieces in a leaf.
    leaf: usize,
    /// Bounds of leaves, of pairs of leaves, and so on up to one.
    levels: Vec<Vec<Bounds>>,
}

impl<'a> Index<'a> {
    /// Every ring in short runs of edges.
    pub(super) fn of_edges(rings: &'a [Prepared]) -> Self {
        let mut pieces = Vec::new();
        for (ring, prepared) in rings.iter().enumerate() {
            let edges = prepared.tree.edges();
            let step = (edges / PIECES).clamp(1, LONGEST);
            pieces.extend((0..edges).step_by(step).map(|first| Piece {
                ring,
                first,
                end: (first + step).min(edges),
            }));
        }
        Self::new(rings, pieces, LEAF)
    }

    /// Every ring as one piece.
    pub(super) fn of_rings(rings: &'a [Prepared]) -> Self {
        let whole = |(ring, prepared): (usize, &Prepared)| Piece {
            ring,
            first: 0,
            end: prepared.tree.edges(),
        };
        let pieces = rings.iter().enumerate().map(whole).collect();
        Self::new(rings, pieces, 1)
    }

    fn new(rings: &'a [Prepared], pieces: Vec<Piece>, leaf: usize) -> Self {
        let bounds = |piece: &Piece| bounds_of(rings, *piece);
        let all = rings
            .iter()
            .filter_map(|ring| ring.tree.bounds())
            .reduce(Bounds::join);
        let mut keyed: Vec<(u32, Piece)> = pieces
            .into_iter()
            .filter_map(|piece| Some((along_curve(&bounds(&piece)?, &all?), piece)))
            .collect();
        keyed.sort_unstable();
        let pieces: Vec<Piece> = keyed.into_iter().map(|(_, piece)| piece).collect();
        let leaves = pieces
            .chunks(leaf)
            .filter_map(|few| few.iter().filter_map(&bounds).reduce(Bounds::join))
            .collect();
        let levels = levels(leaves);
        Self {
            rings,
            pieces,
            leaf,
            levels,
        }
    }

    fn node(&self, level: usize, index: usize) -> Option<&Bounds> {
        self.levels.get(level)?.get(index)
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
        let mut open = vec![(self.levels.len() - 1, 0, 0)];
        let (mut mine, mut theirs) = (Vec::with_capacity(LEAF), Vec::with_capacity(LEAF));
        while let Some((level, i, j)) = open.pop() {
            budget.spend(1)?;
            let (Some(first), Some(second)) = (self.node(level, i), self.node(level, j)) else {
                continue;
            };
            if i != j && !first.meets(second) {
                continue;
            }
            if level > 0 {
                for a in [2 * i, 2 * i + 1] {
                    let others = [2 * j, 2 * j + 1];
                    open.extend(
                        others
                            .into_iter()
                            .filter(|b| *b >= a)
                            .map(|b| (level - 1, a, b)),
                    );
                }
                continue;
            }
            mine.clear();
            mine.extend(self.bounded(i));
            theirs.clear();
            theirs.extend(self.bounded(j));
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
        let mut open = vec![(self.levels.len() - 1, 0)];
        while let Some((level, index)) = open.pop() {
            budget.spend(1)?;
            if !self
                .node(level, index)
                .is_some_and(|node| node.holds(&inner))
            {
                continue;
            }
            if level > 0 {
                open.extend([(level - 1, 2 * index + 1), (level - 1, 2 * index)]);
                continue;
            }
            for piece in self.pieces_of_leaf(index) {
                if piece.ring != ring && !found(piece.ring, budget)? {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

fn bounds_of(rings: &[Prepared], piece: Piece) -> Option<Bounds> {
    let tree = &rings.get(piece.ring)?.tree;
    if piece.end - piece.first == tree.edges() {
        return tree.bounds();
    }
    (piece.first..piece.end)
        .map(|edge| tree.bounds_of_edge(edge))
        .reduce(Bounds::join)
}

/// Cells of the curve along each axis, as a power of two.
const BITS: u32 = 16;

/// Where on Hilbert's curve through `all` the middle of something lies.
fn along_curve(bounds: &Bounds, all: &Bounds) -> u32 {
    let last = f64::from((1_u32 << BITS) - 1);
    let cell = |at: f64, (low, high): (f64, f64)| {
        // Within 0 and `last`, or 0 for no extent.
        ((at - low) / (high - low) * last) as u32
    };
    let [x, y] = bounds.middle();
    let (mut x, mut y) = (cell(x, all.x_range()), cell(y, all.y_range()));
    let mut at = 0;
    for bit in (0..BITS).rev() {
        let (right, up) = ((x >> bit) & 1, (y >> bit) & 1);
        at = (at << 2) | ((3 * right) ^ up);
        if up == 0 {
            if right == 1 {
                (x, y) = (!x, !y);
            }
            (x, y) = (y, x);
        }
    }
    at
}
