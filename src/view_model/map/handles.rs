//! The corners on the map as something to take hold of.

use super::editing::{CornerAt, Editable};
use super::frame::{Frame, HEIGHT, Point, WIDTH};
use super::numbers::{self, Anchor};
use super::scale::round_below;

/// A corner in sight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handle {
    pub corner: CornerAt,
    pub at: Point,
}

/// More in sight lie on each other: then only the chosen corner is one, until the map is nearer.
const MOST: usize = 250;

/// The corners in sight, the chosen one among them.
pub fn handles(editable: &Editable, frame: &Frame, chosen: CornerAt) -> Vec<Handle> {
    let handle = |(corner, place)| Handle {
        corner,
        at: frame.point(place),
    };
    let in_sight = |one: &Handle| {
        let [x, y] = one.at;
        (0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y)
    };
    let seen: Vec<Handle> = editable.places().map(handle).filter(in_sight).collect();
    if seen.len() <= MOST {
        return seen;
    }
    seen.into_iter()
        .filter(|one| one.corner == chosen)
        .collect()
}

/// The handle nearest to a point and not farther than `reach` units of the canvas.
pub fn nearest(handles: &[Handle], [x, y]: Point, reach: f64) -> Option<Handle> {
    let away = |one: &Handle| (one.at[0] - x).hypot(one.at[1] - y);
    handles
        .iter()
        .filter(|one| away(one) <= reach)
        .min_by(|a, b| away(a).total_cmp(&away(b)))
        .copied()
}

/// Where the number of a corner stands that lies, or is being dragged to, at a point.
pub fn number_beside(
    editable: &Editable,
    frame: &Frame,
    corner: CornerAt,
    at: Point,
) -> Option<(Point, Anchor)> {
    let ring = editable.ring(corner.part, corner.ring)?;
    let [before, after] = editable.beside(corner)?;
    let turns_right = numbers::signed_area(ring) < 0.0;
    let number = numbers::place(frame.point(before), at, frame.point(after), turns_right);
    Some((number, numbers::anchor(at, number)))
}

/// How far a key moves a corner, metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Steps {
    pub coarse: f64,
    pub fine: f64,
}

/// A step is about so long on the map, in units of the canvas.
const STEP: f64 = 10.0;
/// Coordinates are written to a millimetre.
const LEAST: f64 = 0.001;

impl Steps {
    /// A round length that is seen on the map, and a tenth of it.
    pub fn of(frame: &Frame) -> Self {
        let coarse = round_below(STEP * frame.metres_per_unit()).max(LEAST);
        Self {
            coarse,
            fine: (coarse / 10.0).max(LEAST),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::boundary::{Crs, Shape};

    fn corner(corner: usize) -> CornerAt {
        CornerAt {
            part: 0,
            ring: 0,
            corner,
        }
    }

    fn of_ring(ring: Vec<[f64; 2]>) -> Editable {
        let crs = Crs::Vn2000Tm3 { meridian: 107.0 };
        Editable::of(&Shape::of_ring(ring), crs, crs)
    }

    #[test]
    fn of_two_corners_in_reach_the_nearer_is_taken() {
        let editable = of_ring(vec![[0., 0.], [100., 0.], [100., 100.], [0., 100.]]);
        let frame = Frame::fit([0., 0., 100., 100.]);
        let handles = handles(&editable, &frame, corner(0));
        assert_eq!(handles.len(), 4);
        let [x, y] = frame.point([60., 0.]);
        let found = nearest(&handles, [x, y], 1_000.0).unwrap();
        assert_eq!(found.corner, corner(1));
        assert_eq!(nearest(&handles, [x, y], 5.0), None);
    }

    #[test]
    fn corners_out_of_sight_are_no_handles() {
        let editable = of_ring(vec![[0., 0.], [100., 0.], [50_000., 100.]]);
        let frame = Frame::fit([0., 0., 100., 100.]);
        assert_eq!(handles(&editable, &frame, corner(2)).len(), 2);
    }

    #[test]
    fn where_corners_lie_on_each_other_only_the_chosen_one_is_a_handle() {
        let ring = (0..1_000).map(|n| {
            let angle = f64::from(n) / 1_000.0 * std::f64::consts::TAU;
            [100.0 * angle.cos(), 100.0 * angle.sin()]
        });
        let editable = of_ring(ring.collect());
        let frame = Frame::fit([-100., -100., 100., 100.]);
        let far = handles(&editable, &frame, corner(7));
        assert_eq!(far.len(), 1);
        assert_eq!(far[0].corner, corner(7));
        let near = frame.zoomed(20.0, frame.point([100., 0.]));
        assert!(handles(&editable, &near, corner(7)).len() > 1);
    }

    #[test]
    fn number_of_a_corner_stands_where_the_map_has_it() {
        let editable = of_ring(vec![[0., 0.], [100., 0.], [100., 100.], [0., 100.]]);
        let frame = Frame::fit([0., 0., 100., 100.]);
        let at = frame.point([100., 0.]);
        let ([x, y], anchor) = number_beside(&editable, &frame, corner(1), at).unwrap();
        assert!(x > at[0] && y > at[1], "outside of the ring");
        assert_eq!(anchor, Anchor::Start);
    }

    #[test]
    fn steps_are_round_and_not_below_what_is_written() {
        let steps = Steps::of(&Frame::fit([0., 0., 1_000., 500.]));
        assert_eq!(
            steps,
            Steps {
                coarse: 10.0,
                fine: 1.0
            }
        );
        let near = Frame::fit([0., 0., 0.001, 0.001]);
        let steps = Steps::of(&near);
        assert!(steps.fine >= LEAST && steps.coarse >= steps.fine);
    }
}
