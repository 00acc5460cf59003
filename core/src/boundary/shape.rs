use std::slice::Iter;

use super::extent::Extent;

/// x and y: longitude and latitude in degrees, or easting and northing in metres.
pub type Position = [f64; 2];

/// Corners in order. Closed (the first corner repeated at the end) or not, as given.
pub type Ring = Vec<Position>;

/// Polygons as rings; the first ring of a part is its shell. Rings are closed or not, as given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shape {
    pub parts: Vec<Vec<Ring>>,
}

impl Shape {
    /// One part with one ring.
    pub fn of_ring(ring: Ring) -> Self {
        Self {
            parts: vec![vec![ring]],
        }
    }

    /// All rings with the numbers of their part and of the ring in it.
    pub fn rings(&self) -> impl Iterator<Item = (usize, usize, &Ring)> {
        self.parts.iter().enumerate().flat_map(|(part, rings)| {
            rings
                .iter()
                .enumerate()
                .map(move |(ring, corners)| (part, ring, corners))
        })
    }

    pub fn ring(&self, part: usize, ring: usize) -> Option<&Ring> {
        self.parts.get(part)?.get(ring)
    }

    pub(crate) fn ring_mut(&mut self, part: usize, ring: usize) -> Option<&mut Ring> {
        self.parts.get_mut(part)?.get_mut(ring)
    }

    /// Every position, closing repetitions included.
    pub fn positions(&self) -> Positions<'_> {
        Positions {
            parts: self.parts.iter(),
            rings: [].iter(),
            corners: [].iter(),
        }
    }

    /// The same rings with every position changed by `change`.
    pub fn map(&self, change: impl Fn(Position) -> Position) -> Self {
        let ring = |ring: &Ring| ring.iter().map(|position| change(*position)).collect();
        Self {
            parts: self
                .parts
                .iter()
                .map(|rings| rings.iter().map(ring).collect())
                .collect(),
        }
    }

    /// West, south, east and north, or left, bottom, right and top; `None` without a finite position.
    pub fn bounds(&self) -> Option<[f64; 4]> {
        let mut extent = Extent::NONE;
        for (.., corners) in self.rings() {
            for place in corners {
                if place[0].is_finite() && place[1].is_finite() {
                    extent.add(*place);
                }
            }
        }
        extent.bounds()
    }

    /// The middle of the bounds.
    pub fn middle(&self) -> Option<Position> {
        self.bounds()
            .map(|[w, s, e, n]| [f64::midpoint(w, e), f64::midpoint(s, n)])
    }
}

/// The positions of a shape. Flattened lists would do as well, but are slow in a program built to be small.
#[derive(Debug, Clone)]
pub struct Positions<'a> {
    parts: Iter<'a, Vec<Ring>>,
    rings: Iter<'a, Ring>,
    corners: Iter<'a, Position>,
}

impl Positions<'_> {
    #[inline(never)]
    fn of_next_ring(&mut self) -> Option<Position> {
        loop {
            for ring in self.rings.by_ref() {
                self.corners = ring.iter();
                if let Some(first) = self.corners.next() {
                    return Some(*first);
                }
            }
            self.rings = self.parts.next()?.iter();
        }
    }
}

impl Iterator for Positions<'_> {
    type Item = Position;

    #[inline(always)]
    fn next(&mut self) -> Option<Position> {
        match self.corners.next() {
            Some(corner) => Some(*corner),
            None => self.of_next_ring(),
        }
    }

    fn count(self) -> usize {
        let rings = self.rings.chain(self.parts.flatten());
        self.corners.len() + rings.map(Vec::len).sum::<usize>()
    }
}

/// The corners of a ring without the closing repetition of the first.
pub(crate) fn open(ring: &[Position]) -> &[Position] {
    match (ring.first(), ring.split_last()) {
        (Some(first), Some((last, others))) if first == last && !others.is_empty() => others,
        _ => ring,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_of_all_rings_come_in_their_order() {
        let rings = [vec![], vec![[1.0, 2.0]], vec![[3.0, 4.0], [5.0, 6.0]]];
        let [empty, one, two] = rings;
        let shape = Shape {
            parts: vec![
                vec![],
                vec![empty.clone(), one],
                vec![empty.clone()],
                vec![two, empty],
            ],
        };
        let all: Vec<_> = shape.positions().collect();
        assert_eq!(all, [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);
        assert_eq!(shape.positions().count(), 3);
        let mut rest = shape.positions();
        rest.next();
        assert_eq!(rest.clone().count(), 2);
        assert_eq!(Shape::default().positions().count(), 0);
    }
}
