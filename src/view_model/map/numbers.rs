use super::frame::{Frame, HEIGHT, Point, WIDTH};
use cluster_ready_core::boundary::{Position, Ring};

/// On which side of its point a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Distance of a number from its corner, in units of the canvas.
const AWAY: f64 = 26.0;
/// Length of the sum of both directions beyond which a corner is sharper than about 60°.
const SHARP: f64 = 1.7;
/// Size of a figure as it is drawn on a phone, and the room kept around a number.
const FIGURE: [f64; 2] = [16.0, 28.0];
const ROOM: f64 = 4.0;
/// More cannot be read at once.
const MOST: usize = 120;

/// Where the number of a corner stands: outside of the ring, on the line that halves its angle.
pub(super) fn place(before: Point, corner: Point, after: Point, turns_right: bool) -> Point {
    let (a, b) = (towards(corner, before), towards(corner, after));
    let (sum_x, sum_y) = (a[0] + b[0], a[1] + b[1]);
    let length = sum_x.hypot(sum_y);
    // On a straight line any side would do; the outer one is to the left of a ring that turns right.
    let outer = if turns_right {
        [b[1], -b[0]]
    } else {
        [-b[1], b[0]]
    };
    let mut way = if length < 0.2 {
        outer
    } else {
        [-sum_x / length, -sum_y / length]
    };
    // A sharp corner leaves room only at its tip, whichever side is outside there.
    let sharp = length > SHARP;
    if !sharp && way[0] * outer[0] + way[1] * outer[1] < 0.0 {
        way = [-way[0], -way[1]];
    }
    [corner[0] + way[0] * AWAY, corner[1] + way[1] * AWAY]
}

fn towards(from: Point, to: Point) -> Point {
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let length = dx.hypot(dy);
    if length > 0.0 {
        [dx / length, dy / length]
    } else {
        [0.0, 0.0]
    }
}

/// The side on which a number stands beside its corner.
pub(super) fn anchor(corner: Point, number: Point) -> Anchor {
    match (number[0] - corner[0]) / AWAY {
        x if x > 0.35 => Anchor::Start,
        x if x < -0.35 => Anchor::End,
        _ => Anchor::Middle,
    }
}

/// The room that a number takes: left, top, right, bottom.
pub(super) type Room = [f64; 4];

fn room(index: usize, corner: Point, number: Point) -> Room {
    let digits = f64::from((index + 1).checked_ilog10().unwrap_or_default() + 1);
    let [x, y] = number;
    let width = digits * FIGURE[0];
    let left = match anchor(corner, number) {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let half = FIGURE[1] / 2.0;
    [left, y - half, left + width, y + half]
}

pub(super) fn overlap(a: &Room, b: &Room) -> bool {
    a[0] < b[2] + ROOM && b[0] < a[2] + ROOM && a[1] < b[3] + ROOM && b[1] < a[3] + ROOM
}

/// Of the corners in sight those whose numbers can be read beside each other and what is `taken`: index, corner and number
/// place.
pub(super) fn readable(
    ring: &Ring,
    corners: &[Position],
    frame: &Frame,
    taken: &mut Vec<Room>,
) -> Vec<(usize, Point, Point)> {
    let turns_right = signed_area(ring) < 0.0;
    let mut chosen: Vec<(usize, Point, Point)> = Vec::new();
    let count = corners.len();
    for (index, corner) in corners.iter().enumerate() {
        let at = frame.point(*corner);
        if !(0.0..=WIDTH).contains(&at[0]) || !(0.0..=HEIGHT).contains(&at[1]) {
            continue;
        }
        let other = |step: usize| corners.get((index + step) % count).copied();
        let (Some(before), Some(after)) = (other(count.saturating_sub(1)), other(1)) else {
            continue;
        };
        let number = place(frame.point(before), at, frame.point(after), turns_right);
        let room = room(index, at, number);
        if !taken.iter().any(|other| overlap(other, &room)) {
            taken.push(room);
            chosen.push((index, at, number));
        }
        if taken.len() >= MOST {
            break;
        }
    }
    chosen
}

pub(super) fn signed_area(ring: &[Position]) -> f64 {
    let Some([ox, oy]) = ring.first() else {
        return 0.0;
    };
    let after = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(after)
        .map(|([ax, ay], [bx, by])| (ax - ox) * (by - oy) - (bx - ox) * (ay - oy))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_outside_of_the_ring() {
        let square: Ring = vec![[0., 0.], [100., 0.], [100., 100.], [0., 100.]];
        let frame = Frame::fit([0., 0., 100., 100.]);
        let backwards: Ring = square.iter().rev().copied().collect();
        for ring in [square, backwards] {
            let middle = frame.point([50., 50.]);
            for (_, corner, number) in readable(&ring, &ring, &frame, &mut Vec::new()) {
                let far = |p: Point| (p[0] - middle[0]).hypot(p[1] - middle[1]);
                assert!(far(number) > far(corner) + 20.0);
            }
        }
    }

    #[test]
    fn number_of_a_corner_that_points_inwards_stands_in_the_notch() {
        // An arrow head whose fourth corner points into the shape.
        let ring: Ring = vec![[0., 0.], [50., 100.], [100., 0.], [50., 40.]];
        let frame = Frame::fit([0., 0., 100., 100.]);
        let numbers = readable(&ring, &ring, &frame, &mut Vec::new());
        let (_, corner, number) = numbers.iter().find(|(index, ..)| *index == 3).unwrap();
        assert!(number[1] > corner[1], "below, where the notch is open");
    }

    #[test]
    fn number_of_a_sharp_corner_stands_at_its_tip() {
        // The tip of a bow tie's small loop, where the ring turns the other way.
        let [x, y] = place([100.0, 2.0], [0.0, 0.0], [100.0, -2.0], true);
        assert!(x < -20.0 && y.abs() < 1.0);
        let [x, y] = place([100.0, 2.0], [0.0, 0.0], [100.0, -2.0], false);
        assert!(x < -20.0 && y.abs() < 1.0);
    }

    #[test]
    fn numbers_of_two_rings_and_of_three_digits_do_not_overlap() {
        let comb = |x: f64| -> Ring {
            (0..120)
                .map(|n| [x + f64::from(n % 2) * 4.0, f64::from(n)])
                .collect()
        };
        let frame = Frame::fit([0., 0., 120., 120.]);
        let mut taken = Vec::new();
        for x in [50.0, 52.0] {
            let ring = comb(x);
            readable(&ring, &ring, &frame, &mut taken);
        }
        assert!(taken.len() > 10);
        for (at, one) in taken.iter().enumerate() {
            assert!(taken.iter().skip(at + 1).all(|other| !overlap(one, other)));
        }
        let [left, _, right, _] = room(119, [0.0, 0.0], [26.0, 0.0]);
        assert!(right - left > 40.0);
    }

    #[test]
    fn crowded_corners_get_few_numbers() {
        let ring: Ring = (0..5_000)
            .map(|n| {
                let angle = f64::from(n) / 5_000.0 * std::f64::consts::TAU;
                [angle.cos() * 100.0, angle.sin() * 100.0]
            })
            .collect();
        let frame = Frame::fit([-100., -100., 100., 100.]);
        let shown = readable(&ring, &ring, &frame, &mut Vec::new()).len();
        assert!((10..=MOST).contains(&shown), "{shown}");
    }
}
