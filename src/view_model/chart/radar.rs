use cluster_ready_core::score::DimensionScore;

/// Right and down, in the units of the drawing.
pub type Point = (f64, f64);

/// Width and height of the drawing.
pub const SIZE: Point = (392.0, 290.0);
const CENTRE: Point = (196.0, 146.0);
/// From the centre to 100 points.
const RADIUS: f64 = 118.0;
/// From the end of an axis to its name.
const GAP: f64 = 8.0;
/// Height of the letters: names below an axis stand lower by so much.
const LETTER: f64 = 14.0;

/// The dimensions as the corners of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    pub centre: Point,
    pub axes: Vec<Axis>,
    /// Outlines of 20, 40, 60, 80 and 100 points.
    pub rings: Vec<Vec<Point>>,
    /// The furthest values because of missing answers; empty where the bounds are not known or agree.
    pub low: Vec<Point>,
    pub high: Vec<Point>,
    /// Neighbouring values, joined; the last with the first.
    pub lines: Vec<(Point, Point)>,
    pub dots: Vec<Point>,
}

/// One dimension's axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// At 100 points.
    pub end: Point,
    /// Where the base line of its name begins or ends.
    pub label: Point,
    pub side: Side,
}

/// To which side of its place a name runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Middle,
    Right,
    Left,
}

/// Whether the figure has a band: every value has a range, and one of them is more than a point.
pub fn has_band(dimensions: &[DimensionScore]) -> bool {
    !radar(dimensions).high.is_empty()
}

/// The figure of a score. The first dimension points up; the others follow clockwise.
pub fn radar(dimensions: &[DimensionScore]) -> Radar {
    let count = dimensions.len();
    let all = |value: f64| (0..count).map(|axis| at(axis, count, value)).collect();
    let bound = |pick: fn(&DimensionScore) -> Option<f64>| -> Option<Vec<Point>> {
        dimensions
            .iter()
            .enumerate()
            .map(|(axis, one)| Some(at(axis, count, pick(one)?)))
            .collect()
    };
    let (low, high) = match (bound(|one| one.range.low), bound(|one| one.range.high)) {
        (Some(low), Some(high)) if low != high => (low, high),
        _ => (Vec::new(), Vec::new()),
    };
    let values: Vec<Option<Point>> = dimensions
        .iter()
        .enumerate()
        .map(|(axis, one)| Some(at(axis, count, one.range.central?)))
        .collect();
    let following = values.iter().skip(1).chain(values.first());
    Radar {
        centre: CENTRE,
        axes: (0..count).map(|axis| axis_of(axis, count)).collect(),
        rings: [20.0, 40.0, 60.0, 80.0, 100.0]
            .into_iter()
            .map(all)
            .collect(),
        low,
        high,
        lines: values
            .iter()
            .zip(following)
            .filter_map(|(a, b)| Some(((*a)?, (*b)?)))
            .collect(),
        dots: values.iter().flatten().copied().collect(),
    }
}

fn axis_of(axis: usize, count: usize) -> Axis {
    let (sin, cos) = direction(axis, count);
    let reach = RADIUS + GAP;
    let side = match sin {
        s if s.abs() < 0.1 => Side::Middle,
        s if s > 0.0 => Side::Right,
        _ => Side::Left,
    };
    Axis {
        end: at(axis, count, 100.0),
        label: (
            CENTRE.0 + reach * sin,
            CENTRE.1 - reach * cos + if cos < -0.5 { LETTER } else { 0.0 },
        ),
        side,
    }
}

/// Sine and cosine of the angle from straight up, clockwise.
fn direction(axis: usize, count: usize) -> (f64, f64) {
    #[allow(clippy::cast_precision_loss, reason = "a handful of axes")]
    let turn = axis as f64 / count.max(1) as f64 * std::f64::consts::TAU;
    (libm::sin(turn), libm::cos(turn))
}

fn at(axis: usize, count: usize, value: f64) -> Point {
    let (sin, cos) = direction(axis, count);
    let length = RADIUS * value.clamp(0.0, 100.0) / 100.0;
    (CENTRE.0 + length * sin, CENTRE.1 - length * cos)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::score::Range;

    fn dimension(central: Option<f64>, low: f64, high: f64) -> DimensionScore {
        DimensionScore {
            range: Range {
                central,
                low: Some(low),
                high: Some(high),
            },
            coverage: 1.0,
            rated: true,
        }
    }

    fn close(a: Point, b: Point) -> bool {
        (a.0 - b.0).abs() < 0.05 && (a.1 - b.1).abs() < 0.05
    }

    #[test]
    fn the_first_axis_points_up_and_the_others_follow_clockwise() {
        let radar = radar(&vec![dimension(Some(50.0), 50.0, 50.0); 5]);
        let ends: Vec<Point> = radar.axes.iter().map(|axis| axis.end).collect();
        assert!(close(ends[0], (196.0, 28.0)));
        assert!(close(ends[1], (308.2, 109.5)));
        assert!(close(ends[4], (83.8, 109.5)));
        assert_eq!(
            radar.axes.iter().map(|axis| axis.side).collect::<Vec<_>>(),
            [
                Side::Middle,
                Side::Right,
                Side::Right,
                Side::Left,
                Side::Left
            ]
        );
    }

    #[test]
    fn a_value_lies_on_its_axis_in_proportion() {
        let radar = radar(&vec![dimension(Some(50.0), 0.0, 100.0); 5]);
        assert!(close(radar.dots[0], (196.0, 146.0 - 59.0)));
        assert_eq!(radar.lines.len(), 5);
        assert_eq!(radar.high, radar.rings[4]);
        assert!(radar.low.iter().all(|point| close(*point, CENTRE)));
    }

    #[test]
    fn a_dimension_without_answers_leaves_a_gap_in_the_line() {
        let mut dimensions = vec![dimension(Some(50.0), 50.0, 50.0); 5];
        dimensions[2] = dimension(None, 0.0, 100.0);
        let radar = radar(&dimensions);
        assert_eq!((radar.lines.len(), radar.dots.len()), (3, 4));
        assert_eq!(radar.high.len(), 5);
    }

    #[test]
    fn without_missing_answers_there_is_no_reach() {
        let radar = radar(&vec![dimension(Some(50.0), 50.0, 50.0); 5]);
        assert!(radar.low.is_empty() && radar.high.is_empty());
    }

    #[test]
    fn every_name_begins_inside_the_drawing() {
        let radar = radar(&vec![dimension(None, 0.0, 100.0); 5]);
        for axis in radar.axes {
            assert!((0.0..SIZE.0).contains(&axis.label.0));
            assert!((0.0..SIZE.1).contains(&axis.label.1));
        }
    }
}
