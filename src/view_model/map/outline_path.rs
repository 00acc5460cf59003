use cluster_ready_core::boundary::Shape;

/// Size of the small drawing.
const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 72.0;
const MARGIN: f64 = 4.0;
/// Corners closer than this are left out.
const FINEST: f64 = 0.5;

/// A shape as path data for a small drawing of 96 by 72, without scale: only to tell shapes apart.
pub fn outline_path(shape: &Shape) -> String {
    let Some([left, bottom, right, top]) = shape.bounds() else {
        return String::new();
    };
    let scale =
        ((WIDTH - 2.0 * MARGIN) / (right - left)).min((HEIGHT - 2.0 * MARGIN) / (top - bottom));
    if !scale.is_finite() {
        return String::new();
    }
    let (middle_x, middle_y) = (f64::midpoint(left, right), f64::midpoint(bottom, top));
    let mut data = String::new();
    for (_, _, ring) in shape.rings() {
        let mut last: Option<[f64; 2]> = None;
        for [x, y] in ring {
            let point = [
                WIDTH / 2.0 + (x - middle_x) * scale,
                HEIGHT / 2.0 - (y - middle_y) * scale,
            ];
            let letter = match last {
                None => 'M',
                Some([a, b]) if (a - point[0]).abs() + (b - point[1]).abs() < FINEST => continue,
                Some(_) => 'L',
            };
            last = Some(point);
            data.push_str(&format!("{letter}{:.1} {:.1}", point[0], point[1]));
        }
        data.push('Z');
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_fills_the_drawing() {
        let square = Shape::of_ring(vec![[0., 0.], [9., 0.], [9., 9.], [0., 9.]]);
        assert_eq!(
            outline_path(&square),
            "M16.0 68.0L80.0 68.0L80.0 4.0L16.0 4.0Z"
        );
    }

    #[test]
    fn a_line_without_height_is_not_drawn() {
        assert_eq!(outline_path(&Shape::of_ring(vec![[1., 1.], [1., 1.]])), "");
    }
}
