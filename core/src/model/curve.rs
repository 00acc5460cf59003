use thiserror::Error;

/// A piecewise-linear map from a figure to points, flat outside its ends.
///
/// # Units
/// Figures in the unit of the question, points from 0 to 100.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve(Vec<[f64; 2]>);

/// Why a list of break-points is no curve; `index` names the break-point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CurveError {
    #[error("needs at least two break-points")]
    TooShort,
    #[error("break-point {index} is not a pair of finite numbers with points from 0 to 100")]
    OutOfRange { index: usize },
    #[error("break-point {index} does not lie to the right of the one before")]
    NotAscending { index: usize },
    #[error("break-point {index} turns the curve round")]
    NotMonotone { index: usize },
    #[error("does not reach both 0 and 100 points")]
    EndsNotReached,
}

impl CurveError {
    /// The break-point at fault, where it is one.
    pub const fn index(self) -> Option<usize> {
        match self {
            Self::TooShort | Self::EndsNotReached => None,
            Self::OutOfRange { index }
            | Self::NotAscending { index }
            | Self::NotMonotone { index } => Some(index),
        }
    }
}

impl Curve {
    /// # Errors
    /// The first break-point that breaks a rule: figures strictly ascending, points monotone within 0–100, both ends
    /// of the scale reached.
    pub fn new(points: Vec<[f64; 2]>) -> Result<Self, CurveError> {
        let (Some([_, first]), Some([_, last])) = (points.first(), points.last()) else {
            return Err(CurveError::TooShort);
        };
        if points.len() < 2 {
            return Err(CurveError::TooShort);
        }
        let rises = last > first;
        for (index, [x, y]) in points.iter().enumerate() {
            if !x.is_finite() || !(0.0..=100.0).contains(y) {
                return Err(CurveError::OutOfRange { index });
            }
        }
        for (index, pair) in points.windows(2).enumerate() {
            let [[x0, y0], [x1, y1]] = pair else { continue };
            if x1 <= x0 {
                return Err(CurveError::NotAscending { index: index + 1 });
            }
            if (rises && y1 < y0) || (!rises && y1 > y0) {
                return Err(CurveError::NotMonotone { index: index + 1 });
            }
        }
        if first.min(*last) != 0.0 || first.max(*last) != 100.0 {
            return Err(CurveError::EndsNotReached);
        }
        Ok(Self(points))
    }

    /// The break-points, `[figure, points]`.
    pub fn points(&self) -> &[[f64; 2]] {
        &self.0
    }

    /// Points of a figure; those of the nearer end outside the break-points.
    pub fn at(&self, figure: f64) -> f64 {
        let Some([first_x, first_y]) = self.0.first() else {
            return 0.0;
        };
        if figure <= *first_x {
            return *first_y;
        }
        for pair in self.0.windows(2) {
            let [[x0, y0], [x1, y1]] = pair else { continue };
            if figure <= *x1 {
                return y0 + (y1 - y0) * ((figure - x0) / (x1 - x0));
            }
        }
        self.0.last().map_or(0.0, |[_, y]| *y)
    }

    /// Whether more is better.
    pub fn rises(&self) -> bool {
        self.0.last().map(|[_, y]| *y) == Some(100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Curve, CurveError};

    #[test]
    fn figures_between_break_points_are_interpolated_and_flat_outside() {
        let curve = Curve::new(vec![
            [0.0, 100.0],
            [10.0, 100.0],
            [40.0, 60.0],
            [160.0, 0.0],
        ]);
        let curve = curve.unwrap();
        assert_eq!(curve.at(-5.0), 100.0);
        assert_eq!(curve.at(10.0), 100.0);
        assert_eq!(curve.at(25.0), 80.0);
        assert_eq!(curve.at(1e9), 0.0);
        assert!(!curve.rises());
    }

    #[test]
    fn each_broken_rule_is_named_with_its_break_point() {
        let broken = |points: &[[f64; 2]]| Curve::new(points.to_vec()).unwrap_err();
        assert_eq!(broken(&[]), CurveError::TooShort);
        assert_eq!(broken(&[[0.0, 0.0]]), CurveError::TooShort);
        assert_eq!(
            broken(&[[0.0, 0.0], [1.0, 101.0]]),
            CurveError::OutOfRange { index: 1 }
        );
        assert_eq!(
            broken(&[[0.0, 0.0], [f64::NAN, 100.0]]),
            CurveError::OutOfRange { index: 1 }
        );
        assert_eq!(
            broken(&[[0.0, 0.0], [2.0, 50.0], [2.0, 100.0]]),
            CurveError::NotAscending { index: 2 }
        );
        assert_eq!(
            broken(&[[0.0, 0.0], [1.0, 60.0], [2.0, 50.0], [3.0, 100.0]]),
            CurveError::NotMonotone { index: 2 }
        );
        assert_eq!(
            broken(&[[0.0, 0.0], [1.0, 90.0]]),
            CurveError::EndsNotReached
        );
    }
}
