use super::frame::{Frame, HEIGHT, Point, WIDTH};
use cluster_ready_core::boundary::{Ring, Shape};

/// Corners nearer to the last one drawn than this are left out, in units of the canvas.
const FINEST: f64 = 0.4;
/// The same for a boundary of many corners: about a pixel.
const FINEST_OF_MANY: f64 = 1.0;
const MANY: usize = 5_000;

/// How far outside of the canvas counts as outside: no line end is seen there.
const MARGIN: f64 = 200.0;

/// The rings as path data. What cannot be seen is left out, so a boundary of a million corners gives a short path.
pub(super) fn path(shape: &Shape, frame: &Frame) -> String {
    let mut data = String::new();
    let finest = if shape.positions().nth(MANY).is_some() {
        FINEST_OF_MANY
    } else {
        FINEST
    };
    for (_, _, ring) in shape.rings() {
        draw(&mut data, ring, frame, finest);
    }
    data
}

fn draw(data: &mut String, ring: &Ring, frame: &Frame, finest: f64) {
    let mut kept: Vec<Point> = Vec::new();
    let mut last_side = 0;
    for position in ring {
        let point = frame.point(*position);
        let side = side(point);
        if let Some(last) = kept.last() {
            let [dx, dy] = [point[0] - last[0], point[1] - last[1]];
            if dx.abs() < finest && dy.abs() < finest {
                continue;
            }
            // Corners in a row on the same outer side: the line between the first and the last of them stays there.
            let before = kept.len().checked_sub(2).and_then(|index| kept.get(index));
            if before.is_some_and(|before| self::side(*before) & last_side & side != 0) {
                kept.pop();
            }
        }
        kept.push(point);
        last_side = side;
    }
    for (index, [x, y]) in kept.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        data.push_str(&format!("{letter}{x:.1} {y:.1}"));
    }
    if !kept.is_empty() {
        data.push('Z');
    }
}

/// The outer sides a point lies on, as bits; 0 inside.
fn side([x, y]: Point) -> u8 {
    u8::from(x < -MARGIN)
        | u8::from(x > WIDTH + MARGIN) << 1
        | u8::from(y < -MARGIN) << 2
        | u8::from(y > HEIGHT + MARGIN) << 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Shape {
        Shape::of_ring(vec![[0., 0.], [100., 0.], [100., 100.], [0., 100.]])
    }

    #[test]
    fn every_corner_of_a_small_boundary_is_drawn() {
        let frame = Frame::fit([0., 0., 100., 100.]);
        let data = path(&square(), &frame);
        assert_eq!(data.matches('L').count(), 3);
        assert!(data.starts_with('M') && data.ends_with('Z'));
    }

    #[test]
    fn corners_closer_than_a_pixel_are_drawn_once() {
        let many = (0..10_000).map(|n| [f64::from(n) * 0.01, 0.0]);
        let ring = many.chain([[100., 100.]]).collect();
        let frame = Frame::fit([0., 0., 100., 100.]);
        let data = path(&Shape::of_ring(ring), &frame);
        assert!(data.matches('L').count() < 1_500);
    }

    #[test]
    fn corners_out_of_sight_are_drawn_by_their_ends() {
        let frame = Frame::fit([0., 0., 1., 1.]);
        let far = (0..500).map(|n| [1e5 + f64::from(n % 7) * 1e3, f64::from(n) * 1e3]);
        let ring = [[0., 0.], [1., 0.]].into_iter().chain(far).collect();
        let data = path(&Shape::of_ring(ring), &frame);
        assert!(data.matches('L').count() < 6, "{data}");
    }
}
