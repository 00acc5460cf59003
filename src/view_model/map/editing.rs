//! Corners that are chosen, moved, put in and taken out on the map.

use super::corner_rows::with_ring;
use super::{MOST_EDITED, open_corners};
use cluster_ready_core::boundary::{Crs, Position, Ring, Shape, upright};

/// A ring needs so many corners to have an area.
const FEWEST: usize = 3;

/// Which corner of a shape: indices of its part, of the ring in it, and of the corner among those of the ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CornerAt {
    pub part: usize,
    pub ring: usize,
    pub corner: usize,
}

/// Which way along the ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Next,
    Previous,
}

/// Why a corner is not put in or taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Fewer would have no area.
    TooFew,
    /// More are not edited.
    TooMany,
    /// There is no such corner, or no place for it.
    Nowhere,
}

/// A boundary whose corners are moved on the plane of the map and written in their own system.
#[derive(Debug, Clone, PartialEq)]
pub struct Editable {
    /// The corners in their own system, x and y in their right order.
    shape: Shape,
    /// The same on the plane, easting and northing, metres.
    plane: Shape,
    crs: Crs,
    plane_crs: Crs,
}

impl Editable {
    pub fn of(given: &Shape, crs: Crs, plane_crs: Crs) -> Self {
        let shape = upright(given, crs).into_owned();
        let plane = if plane_crs == crs {
            shape.clone()
        } else {
            plane_crs.shape_from_wgs84(&crs.shape_to_wgs84(&shape))
        };
        Self {
            shape,
            plane,
            crs,
            plane_crs,
        }
    }

    /// Corners of a ring; 0 for one that is not there or too long to be edited.
    pub fn corners(&self, part: usize, ring: usize) -> usize {
        editable(&self.shape, part, ring).map_or(0, <[Position]>::len)
    }

    /// Where a corner lies on the plane.
    pub fn place(&self, at: CornerAt) -> Option<Position> {
        let corners = editable(&self.plane, at.part, at.ring)?;
        let place = corners.get(at.corner)?;
        place
            .iter()
            .all(|metres| metres.is_finite())
            .then_some(*place)
    }

    /// Where a corner lies in its own system.
    pub fn own(&self, at: CornerAt) -> Option<Position> {
        editable(&self.shape, at.part, at.ring)?
            .get(at.corner)
            .copied()
    }

    /// Every corner that can be moved, with its place on the plane.
    pub fn places(&self) -> impl Iterator<Item = (CornerAt, Position)> {
        self.rings().flat_map(move |(part, ring)| {
            let corners = editable(&self.plane, part, ring).unwrap_or_default();
            corners.iter().enumerate().map(move |(corner, place)| {
                let at = CornerAt { part, ring, corner };
                (at, *place)
            })
        })
    }

    /// The corners of a ring on the plane.
    pub(super) fn ring(&self, part: usize, ring: usize) -> Option<&[Position]> {
        editable(&self.plane, part, ring)
    }

    /// The corners before and after one, on the plane.
    pub fn beside(&self, at: CornerAt) -> Option<[Position; 2]> {
        let corners = self.corners(at.part, at.ring);
        let beside = |turn| {
            self.place(CornerAt {
                corner: turned(at.corner, corners, turn)?,
                ..at
            })
        };
        Some([beside(Turn::Previous)?, beside(Turn::Next)?])
    }

    /// The first corner of a ring, or of the first ring that can be edited.
    pub fn first(&self, part: usize, ring: usize) -> Option<CornerAt> {
        let first = |(part, ring)| CornerAt {
            part,
            ring,
            corner: 0,
        };
        if self.corners(part, ring) > 0 {
            return Some(first((part, ring)));
        }
        self.rings().next().map(first)
    }

    /// The corner after or before one, ring after ring.
    pub fn turn(&self, at: CornerAt, turn: Turn) -> Option<CornerAt> {
        let rings: Vec<(usize, usize)> = self.rings().collect();
        let now = rings
            .iter()
            .position(|ring| *ring == (at.part, at.ring))
            .unwrap_or_default();
        let corners = self.corners(at.part, at.ring);
        let (leaves, corner) = match turn {
            Turn::Next => (at.corner + 1 >= corners, at.corner.saturating_add(1)),
            Turn::Previous => (at.corner == 0, at.corner.saturating_sub(1)),
        };
        if !leaves {
            return Some(CornerAt { corner, ..at });
        }
        let (part, ring) = *rings.get(turned(now, rings.len(), turn)?)?;
        let corner = match turn {
            Turn::Next => 0,
            Turn::Previous => self.corners(part, ring).saturating_sub(1),
        };
        Some(CornerAt { part, ring, corner })
    }

    /// The shape with one corner moved by so many metres to the east and to the north.
    pub fn moved(&self, at: CornerAt, by: [f64; 2]) -> Result<Shape, Refusal> {
        let place = self.shifted(at, by)?;
        self.changed(at, |corners| {
            if let Some(corner) = corners.get_mut(at.corner) {
                *corner = place;
            }
        })
    }

    /// The shape with a corner in the middle of the edge that follows one, and that corner.
    pub fn inserted(&self, at: CornerAt) -> Result<(Shape, CornerAt), Refusal> {
        if self.corners(at.part, at.ring) >= MOST_EDITED {
            return Err(Refusal::TooMany);
        }
        let from = self.place(at).ok_or(Refusal::Nowhere)?;
        let [_, to] = self.beside(at).ok_or(Refusal::Nowhere)?;
        let half = [(to[0] - from[0]) / 2.0, (to[1] - from[1]) / 2.0];
        let place = self.shifted(at, half)?;
        let new = CornerAt {
            corner: at.corner + 1,
            ..at
        };
        let shape = self.changed(at, |corners| {
            corners.insert(new.corner.min(corners.len()), place);
        })?;
        Ok((shape, new))
    }

    /// The shape without a corner, and the one that comes in its place.
    pub fn removed(&self, at: CornerAt) -> Result<(Shape, CornerAt), Refusal> {
        let corners = self.corners(at.part, at.ring);
        if at.corner >= corners {
            return Err(Refusal::Nowhere);
        }
        if corners <= FEWEST {
            return Err(Refusal::TooFew);
        }
        let shape = self.changed(at, |corners| {
            corners.remove(at.corner);
        })?;
        let corner = if at.corner + 1 == corners {
            0
        } else {
            at.corner
        };
        Ok((shape, CornerAt { corner, ..at }))
    }

    fn rings(&self) -> impl Iterator<Item = (usize, usize)> {
        self.shape
            .rings()
            .map(|(part, ring, _)| (part, ring))
            .filter(|(part, ring)| self.corners(*part, *ring) > 0)
    }

    /// Where a corner comes to lie in its own system, rounded as far as that system is written.
    ///
    /// The way to the plane and back does not close to the last millimetre: the difference of two ways back does.
    fn shifted(&self, at: CornerAt, [east, north]: [f64; 2]) -> Result<Position, Refusal> {
        let (Some(own), Some([x, y])) = (self.own(at), self.place(at)) else {
            return Err(Refusal::Nowhere);
        };
        let to = if self.plane_crs == self.crs {
            [own[0] + east, own[1] + north]
        } else {
            let back = |place| self.crs.from_wgs84(self.plane_crs.to_wgs84(place));
            let (now, then) = (back([x, y]), back([x + east, y + north]));
            [own[0] + then[0] - now[0], own[1] + then[1] - now[1]]
        };
        let to = to.map(|figure| rounded(figure, self.crs));
        let is_there = to.iter().all(|figure| figure.is_finite());
        is_there.then_some(to).ok_or(Refusal::Nowhere)
    }

    /// The shape with the corners of one ring changed; a ring that repeats its first corner goes on doing so.
    fn changed(&self, at: CornerAt, change: impl FnOnce(&mut Ring)) -> Result<Shape, Refusal> {
        let ring = self.shape.ring(at.part, at.ring).ok_or(Refusal::Nowhere)?;
        let mut corners = open_corners(ring).to_vec();
        let is_closed = corners.len() < ring.len();
        change(&mut corners);
        if is_closed {
            corners.extend(corners.first().copied());
        }
        Ok(with_ring(&self.shape, at.part, at.ring, corners))
    }
}

/// The corners of a ring, unless it is too long to be edited.
fn editable(shape: &Shape, part: usize, ring: usize) -> Option<&[Position]> {
    let corners = open_corners(shape.ring(part, ring)?);
    (corners.len() <= MOST_EDITED).then_some(corners)
}

/// The index after or before one of so many, around.
fn turned(index: usize, count: usize, turn: Turn) -> Option<usize> {
    let step = match turn {
        Turn::Next => 1,
        Turn::Previous => count.checked_sub(1)?,
    };
    index.checked_add(step)?.checked_rem(count)
}

/// Degrees to a billionth, a tenth of a millimetre on the ground; metres to a millimetre.
fn rounded(figure: f64, crs: Crs) -> f64 {
    let parts = if crs.is_degrees() { 1e9 } else { 1e3 };
    (figure * parts).round() / parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VN: Crs = Crs::Vn2000Tm3 { meridian: 107.0 };

    fn square() -> Shape {
        Shape::of_ring(vec![
            [424_000.0, 2_366_000.0],
            [425_000.0, 2_366_000.0],
            [425_000.0, 2_367_000.0],
            [424_000.0, 2_367_000.0],
            [424_000.0, 2_366_000.0],
        ])
    }

    fn at(corner: usize) -> CornerAt {
        CornerAt {
            part: 0,
            ring: 0,
            corner,
        }
    }

    #[test]
    fn moved_first_corner_takes_the_closing_repetition_with_it() {
        let moved = Editable::of(&square(), VN, VN)
            .moved(at(0), [-1.5, 0.25])
            .unwrap();
        let ring = &moved.parts[0][0];
        assert_eq!(ring.first(), Some(&[423_998.5, 2_366_000.25]));
        assert_eq!(ring.first(), ring.last());
        assert_eq!(ring[1..4], square().parts[0][0][1..4]);
    }

    #[test]
    fn open_ring_stays_open() {
        let mut open = square();
        open.parts[0][0].pop();
        let (inserted, new) = Editable::of(&open, VN, VN).inserted(at(3)).unwrap();
        assert_eq!(inserted.parts[0][0].len(), 5);
        assert_eq!(new, at(4));
        // Between the last corner and the first.
        assert_eq!(inserted.parts[0][0][4], [424_000.0, 2_366_500.0]);
    }

    #[test]
    fn last_corner_taken_out_leaves_the_first_chosen_and_three_are_kept() {
        let (three, next) = Editable::of(&square(), VN, VN).removed(at(3)).unwrap();
        assert_eq!(next, at(0));
        assert_eq!(three.parts[0][0].len(), 4);
        let three = Editable::of(&three, VN, VN);
        assert_eq!(three.removed(at(1)), Err(Refusal::TooFew));
        assert_eq!(three.removed(at(3)), Err(Refusal::Nowhere));
    }

    #[test]
    fn exchanged_axes_are_edited_upright() {
        let exchanged = square().map(|[x, y]| [y, x]);
        let moved = Editable::of(&exchanged, VN, VN)
            .moved(at(1), [2.0, 0.0])
            .unwrap();
        assert_eq!(moved.parts[0][0][1], [425_002.0, 2_366_000.0]);
    }

    #[test]
    fn ring_too_long_to_be_edited_is_passed_over() {
        let long = (0..=MOST_EDITED).map(|n| [424_000.0 + n as f64, 2_368_000.0]);
        let mut shape = square();
        shape.parts.insert(0, vec![long.collect()]);
        let editable = Editable::of(&shape, VN, VN);
        assert_eq!(editable.corners(0, 0), 0);
        assert_eq!(editable.first(0, 0).unwrap().part, 1);
        assert_eq!(editable.places().count(), 4);
        let last = CornerAt { part: 1, ..at(3) };
        assert_eq!(editable.turn(last, Turn::Next).unwrap().corner, 0);
    }

    #[test]
    fn turning_goes_through_every_ring_and_back() {
        let mut shape = square();
        shape.parts[0].push(vec![
            [424_200.0, 2_366_200.0],
            [424_400.0, 2_366_200.0],
            [424_400.0, 2_366_400.0],
        ]);
        let editable = Editable::of(&shape, VN, VN);
        let mut way = vec![at(0)];
        for _ in 0..7 {
            way.push(editable.turn(*way.last().unwrap(), Turn::Next).unwrap());
        }
        assert_eq!(way[4], CornerAt { ring: 1, ..at(0) });
        assert_eq!(way[7], at(0));
        let back = editable.turn(at(0), Turn::Previous).unwrap();
        assert_eq!(back, CornerAt { ring: 1, ..at(2) });
    }

    proptest! {
        #[test]
        fn moved_corner_lies_as_far_away_as_it_was_moved(
            lon in 103.0..109.0_f64, lat in 8.5..23.0_f64,
            east in -2_000.0..2_000.0_f64, north in -2_000.0..2_000.0_f64,
        ) {
            let ring = vec![[lon, lat], [lon + 0.01, lat], [lon, lat + 0.01]];
            let given = Shape::of_ring(ring);
            let plane = Crs::Vn2000Tm3 { meridian: 105.75 };
            let before = Editable::of(&given, Crs::Wgs84, plane);
            let moved = before.moved(at(0), [east, north]).unwrap();
            let after = Editable::of(&moved, Crs::Wgs84, plane);
            let ([x, y], [u, v]) = (before.place(at(0)).unwrap(), after.place(at(0)).unwrap());
            prop_assert!((u - x - east).abs() < 2e-3 && (v - y - north).abs() < 2e-3);
            // And back again: to the last digit that is written.
            let back = after.moved(at(0), [-east, -north]).unwrap();
            let [a, b] = back.parts[0][0][0];
            prop_assert!((a - lon).abs() < 3e-9 && (b - lat).abs() < 3e-9, "{a} {b}");
            prop_assert_eq!(&back.parts[0][0][1..], &given.parts[0][0][1..]);
        }

        #[test]
        fn corner_put_in_and_taken_out_leaves_the_shape_as_it_was(corner in 0..4_usize) {
            let given = square();
            let (with, new) = Editable::of(&given, VN, VN).inserted(at(corner)).unwrap();
            let (without, _) = Editable::of(&with, VN, VN).removed(new).unwrap();
            prop_assert_eq!(without, given);
        }
    }
}
