use super::Position;

/// A position as a device gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fix {
    /// Longitude and latitude on WGS 84, degrees.
    pub place: Position,
    /// Radius of the circle around it that holds the true place with a probability of 95 %, metres.
    pub accuracy_m: f64,
}

/// √(−2 ln 0.05): of a circular normal distribution, the radius that holds 95 % is so many standard deviations of one
/// coordinate (Rayleigh's distribution).
const RADIUS_95: f64 = 2.447_746_830_680_816;

impl Fix {
    /// Standard deviation of one coordinate, metres.
    ///
    /// # Assumptions
    /// Errors are normal, equal in every direction.
    ///
    /// # Sources
    /// W3C Geolocation: `accuracy` is a radius at a confidence of 95 %.
    pub fn sigma_m(&self) -> f64 {
        self.accuracy_m / RADIUS_95
    }
}

/// The standard deviation that stands for all corners: the root of the mean square of theirs. Variances add up in that of
/// the area, so with diagonals alike it gives the same area's ±. `None` without corners.
pub fn common_sigma_m(fixes: &[Fix]) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "corners are few")]
    let count = fixes.len() as f64;
    let squares: f64 = fixes.iter().map(|fix| fix.sigma_m().powi(2)).sum();
    (count > 0.0).then(|| (squares / count).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(accuracy_m: f64) -> Fix {
        Fix {
            place: [105.8, 21.0],
            accuracy_m,
        }
    }

    #[test]
    fn circle_of_this_many_deviations_holds_95_percent() {
        let held = 1.0 - (-RADIUS_95 * RADIUS_95 / 2.0).exp();
        assert!((held - 0.95).abs() < 1e-15);
        assert!((fix(5.0).sigma_m() - 2.042_7).abs() < 1e-4);
    }

    #[test]
    fn one_bad_corner_counts_by_its_variance() {
        let sigma = common_sigma_m(&[fix(3.0), fix(3.0), fix(12.0)]).unwrap();
        assert!((sigma * RADIUS_95 - 54.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(common_sigma_m(&[]), None);
    }
}
