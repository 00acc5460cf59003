use serde::{Deserialize, Serialize};

use crate::boundary::{Crs, Position, Shape, distance_m, open_ring};

/// So many corners of a ring are listed; rings with more are not edited in the table.
pub const MOST_LISTED: usize = 2_000;

/// The corners of a ring without the closing repetition of the first.
pub fn open_corners(ring: &[Position]) -> &[Position] {
    open_ring(ring)
}

/// The corners of one ring, for the table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RingTable {
    pub part: usize,
    pub ring: usize,
    /// The first ones in the system they were given in, x and y in their right order; without the closing repetition.
    pub corners: Vec<Position>,
    /// From each of them to the next one, metres: on the plane, geodesic for degrees.
    pub lengths: Vec<f64>,
    /// How many there are in all.
    pub count: usize,
}

impl RingTable {
    /// Of the ring that is asked for, or of the first one where there is no such ring.
    pub(super) fn of(upright: &Shape, crs: Crs, (part, ring): (usize, usize)) -> Self {
        let Some((part, ring, corners)) = upright
            .ring(part, ring)
            .map(|corners| (part, ring, corners))
            .or_else(|| Some((0, 0, upright.ring(0, 0)?)))
        else {
            return Self::default();
        };
        let corners = open_ring(corners);
        let after = corners.iter().cycle().skip(1);
        let lengths = corners
            .iter()
            .zip(after)
            .map(|(from, to)| length_m(*from, *to, crs))
            .take(MOST_LISTED)
            .collect();
        Self {
            part,
            ring,
            corners: corners.iter().take(MOST_LISTED).copied().collect(),
            lengths,
            count: corners.len(),
        }
    }

    /// Nothing is missing, so the ring may be edited.
    pub fn is_whole(&self) -> bool {
        self.corners.len() == self.count
    }
}

fn length_m(from: Position, to: Position, crs: Crs) -> f64 {
    if crs.is_degrees() {
        distance_m(from, to)
    } else {
        (to[0] - from[0]).hypot(to[1] - from[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_edge_leads_back_to_the_first_corner() {
        let crs = Crs::from_meridian(107.0).unwrap();
        let shape = Shape::of_ring(vec![[0., 0.], [30., 0.], [30., 40.], [0., 0.]]);
        let table = RingTable::of(&shape, crs, (0, 0));
        assert_eq!(table.lengths, [30.0, 40.0, 50.0]);
        assert!(table.is_whole());
    }

    #[test]
    fn degrees_give_metres() {
        let shape = Shape::of_ring(vec![[106.0, 21.0], [106.01, 21.0]]);
        let table = RingTable::of(&shape, Crs::Wgs84, (0, 0));
        assert!((table.lengths[0] - 1039.7).abs() < 1.0);
    }

    #[test]
    fn ring_that_is_gone_gives_the_first_one() {
        let shape = Shape::of_ring(vec![[106.0, 21.0], [106.01, 21.0], [106.0, 21.01]]);
        let table = RingTable::of(&shape, Crs::Wgs84, (2, 1));
        assert_eq!((table.part, table.ring, table.count), (0, 0, 3));
    }

    #[test]
    fn of_a_long_ring_the_beginning_is_listed() {
        let ring = (0..5_000).map(|n| [106.0 + f64::from(n) * 1e-6, 21.0]);
        let table = RingTable::of(&Shape::of_ring(ring.collect()), Crs::Wgs84, (0, 0));
        assert_eq!(
            (table.corners.len(), table.lengths.len(), table.count),
            (2_000, 2_000, 5_000)
        );
        assert!(!table.is_whole());
    }
}
