use super::super::{Position, inside::side};

/// Bounding box of something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

impl Bounds {
    #[inline]
    pub(super) const fn of(a: Position, b: Position) -> Self {
        let ([ax, ay], [bx, by]) = (a, b);
        Self {
            x0: ax.min(bx),
            y0: ay.min(by),
            x1: ax.max(bx),
            y1: ay.max(by),
        }
    }

    #[inline]
    pub(super) const fn join(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    #[inline]
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.x0 <= other.x1 && other.x0 <= self.x1 && self.y0 <= other.y1 && other.y0 <= self.y1
    }
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
    if !Bounds::of(a, b).meets(&Bounds::of(c, d)) {
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

fn on_one_line(a: Position, b: Position, c: Position, d: Position) -> Option<Meeting> {
    let is_flat = (b[0] - a[0]).abs() >= (b[1] - a[1]).abs();
    let along = |p: Position| if is_flat { p[0] } else { p[1] };
    let low = along(a).min(along(b)).max(along(c).min(along(d)));
    let high = along(a).max(along(b)).min(along(c).max(along(d)));
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
