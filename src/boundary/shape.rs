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
    pub fn positions(&self) -> impl Iterator<Item = Position> {
        self.parts.iter().flatten().flatten().copied()
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
        let mut positions = self
            .positions()
            .filter(|[x, y]| x.is_finite() && y.is_finite());
        let [x, y] = positions.next()?;
        Some(positions.fold([x, y, x, y], |[w, s, e, n], [x, y]| {
            [w.min(x), s.min(y), e.max(x), n.max(y)]
        }))
    }

    /// The middle of the bounds.
    pub fn middle(&self) -> Option<Position> {
        self.bounds()
            .map(|[w, s, e, n]| [f64::midpoint(w, e), f64::midpoint(s, n)])
    }
}

/// The corners of a ring without the closing repetition of the first.
pub(crate) fn open(ring: &[Position]) -> &[Position] {
    match (ring.first(), ring.split_last()) {
        (Some(first), Some((last, others))) if first == last && !others.is_empty() => others,
        _ => ring,
    }
}
