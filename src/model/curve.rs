/// A piecewise-linear map from a figure to points, flat outside its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve(Vec<[f64; 2]>);

impl Curve {
    /// The break-points, `[figure, points]`.
    pub fn points(&self) -> &[[f64; 2]] {
        &self.0
    }
}
