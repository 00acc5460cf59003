use super::super::{
    Position,
    extent::{greatest, least},
    inside::side,
};

/// Extents of a place along x, y and both diagonals. The diagonals keep long slanting edges apart, whose boxes all meet.
fn extents([x, y]: Position) -> [f64; 4] {
    [x, y, x + y, x - y]
}

/// Where extents are counted from: near the rings, so that single precision tells edges apart.
///
/// Every step from a place to an extent (adding its coordinates, taking the origin off, rounding to single precision) keeps
/// the order of places along that axis, so bounds of things that meet always meet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Origin([f64; 4]);

impl Origin {
    pub(super) fn at(place: Position) -> Self {
        Self(extents(place))
    }

    #[inline]
    pub(super) fn extents(&self, place: Position) -> [f32; 4] {
        let ([a, b, c, d], [x, y, sum, difference]) = (self.0, extents(place));
        [
            (x - a) as f32,
            (y - b) as f32,
            (sum - c) as f32,
            (difference - d) as f32,
        ]
    }

    /// Bounds of an edge.
    #[inline]
    pub(super) fn bounds(&self, a: Position, b: Position) -> Bounds {
        Bounds::between(self.extents(a), self.extents(b))
    }
}

/// Bounding octagon of something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    low: [f32; 4],
    high: [f32; 4],
}

impl Bounds {
    #[inline]
    fn between(a: [f32; 4], b: [f32; 4]) -> Self {
        let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (a, b);
        Self {
            low: [least(a0, b0), least(a1, b1), least(a2, b2), least(a3, b3)],
            high: [
                greatest(a0, b0),
                greatest(a1, b1),
                greatest(a2, b2),
                greatest(a3, b3),
            ],
        }
    }

    #[inline]
    pub(super) fn join(self, other: Self) -> Self {
        Self {
            low: Self::between(self.low, other.low).low,
            high: Self::between(self.high, other.high).high,
        }
    }

    #[inline]
    pub(super) fn meets(&self, other: &Self) -> bool {
        is_below(self.low, other.high) && is_below(other.low, self.high)
    }

    /// Whether the other one lies in this one; lines may meet.
    #[inline]
    pub(super) fn holds(&self, other: &Self) -> bool {
        is_below(self.low, other.low) && is_below(other.high, self.high)
    }

    /// Extent along x.
    pub(super) const fn x_range(&self) -> (f32, f32) {
        (self.low[0], self.high[0])
    }

    /// Extent along y.
    pub(super) const fn y_range(&self) -> (f32, f32) {
        (self.low[1], self.high[1])
    }
}

/// Whether none of the extents is above the other one along its axis.
#[inline(always)]
fn is_below([a, b, c, d]: [f32; 4], [e, f, g, h]: [f32; 4]) -> bool {
    a <= e && b <= f && c <= g && d <= h
}

/// How two segments meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meeting {
    /// In the inside of both.
    Cross(Position),
    /// In one point that is an end of at least one.
    Touch(Position),
    /// In a stretch; one end of it.
    Overlap(Position),
}

/// Decides exactly whether and how a–b and c–d meet; only the place of a crossing is rounded.
pub(super) fn meeting(a: Position, b: Position, c: Position, d: Position) -> Option<Meeting> {
    if apart(a[0], b[0], c[0], d[0]) || apart(a[1], b[1], c[1], d[1]) {
        return None;
    }
    let same_side =
        |first: f64, second: f64| (first > 0.0 && second > 0.0) || (first < 0.0 && second < 0.0);
    let (of_c, of_d) = (side(a, b, c), side(a, b, d));
    if same_side(of_c, of_d) {
        return None;
    }
    let (of_a, of_b) = (side(c, d, a), side(c, d, b));
    if same_side(of_a, of_b) {
        return None;
    }
    if of_c == 0.0 && of_d == 0.0 {
        return on_one_line(a, b, c, d);
    }
    let touching = [(of_c, c), (of_d, d), (of_a, a), (of_b, b)]
        .into_iter()
        .find(|(side, _)| *side == 0.0);
    if let Some((_, at)) = touching {
        return Some(Meeting::Touch(at));
    }
    let share = of_a / (of_a - of_b);
    let ([ax, ay], [bx, by]) = (a, b);
    Some(Meeting::Cross([
        ax + share * (bx - ax),
        ay + share * (by - ay),
    ]))
}

/// Whether a–b and c–d have nothing in common on one axis.
#[inline]
fn apart(a: f64, b: f64, c: f64, d: f64) -> bool {
    (a < c && a < d && b < c && b < d) || (a > c && a > d && b > c && b > d)
}

fn on_one_line(a: Position, b: Position, c: Position, d: Position) -> Option<Meeting> {
    let is_flat = (b[0] - a[0]).abs() >= (b[1] - a[1]).abs();
    let along = |p: Position| if is_flat { p[0] } else { p[1] };
    let [a_along, b_along, c_along, d_along] = [a, b, c, d].map(along);
    let low = greatest(least(a_along, b_along), least(c_along, d_along));
    let high = least(greatest(a_along, b_along), greatest(c_along, d_along));
    let at = [a, b, c, d].into_iter().find(|p| along(*p) == low)?;
    if low < high {
        Some(Meeting::Overlap(at))
    } else if low == high {
        Some(Meeting::Touch(at))
    } else {
        None
    }
}

/// Whether the path b1 → p → b2 changes sides of the path a1 → p → a2 in p. The paths share only p.
pub(super) fn crosses_at(p: Position, a: [Position; 2], b: [Position; 2]) -> bool {
    let [before, after] = a;
    let turns_left = side(before, p, after) >= 0.0;
    let is_left = |q: Position| {
        let (of_first, of_second) = (side(before, p, q) > 0.0, side(p, after, q) > 0.0);
        if turns_left {
            of_first && of_second
        } else {
            of_first || of_second
        }
    };
    let [first, second] = b;
    is_left(first) != is_left(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_cross_touch_overlap_or_miss() {
        let meet = |d| meeting([0., 0.], [2., 2.], [0., 2.], d);
        assert_eq!(meet([2., 0.]), Some(Meeting::Cross([1., 1.])));
        assert_eq!(meet([1., 1.]), Some(Meeting::Touch([1., 1.])));
        assert_eq!(meet([0.9, 1.]), None);
        let on_line = |c, d| meeting([0., 0.], [2., 0.], c, d);
        assert_eq!(
            on_line([1., 0.], [3., 0.]),
            Some(Meeting::Overlap([1., 0.]))
        );
        assert_eq!(on_line([2., 0.], [3., 0.]), Some(Meeting::Touch([2., 0.])));
        assert_eq!(on_line([3., 0.], [4., 0.]), None);
    }

    #[test]
    fn paths_through_one_corner_cross_or_only_touch() {
        let p = [0., 0.];
        let path = [[-1., 0.], [1., 0.]];
        assert!(crosses_at(p, path, [[0., -1.], [0., 1.]]));
        assert!(!crosses_at(p, path, [[-1., 1.], [1., 1.]]));
        let bent = [[-1., 0.], [0., 1.]];
        assert!(!crosses_at(p, bent, [[1., 0.], [0., -1.]]));
        assert!(crosses_at(p, bent, [[-1., 1.], [0., -1.]]));
    }
}
