use super::{Shape, shape::open};

/// Standard deviation of the area when every corner is off by `sigma_m` in x and in y, independently of the others:
/// Var(A) = σ²/4 · Σ‖P(i+1) − P(i−1)‖².
///
/// # Units
/// `plane` and `sigma_m` in metres, the result in square metres.
///
/// # Assumptions
/// A shift of the whole boundary does not count: it leaves the area alone.
pub(super) fn area_sd_m2(plane: &Shape, sigma_m: f64) -> f64 {
    let squares: f64 = plane
        .rings()
        .map(|(_, _, corners)| {
            let corners = open(corners);
            let after_next = corners.iter().cycle().skip(2);
            corners
                .iter()
                .zip(after_next)
                .map(|([ax, ay], [bx, by])| (bx - ax).powi(2) + (by - ay).powi(2))
                .sum::<f64>()
        })
        .sum();
    sigma_m / 2.0 * squares.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn square_has_the_variance_of_its_diagonals() {
        let square = Shape::of_ring(vec![[0., 0.], [100., 0.], [100., 100.], [0., 100.]]);
        // Four diagonals of 100·√2: σ/2 · √(4 · 20 000) = σ · 141.42.
        assert!((area_sd_m2(&square, 1.0) - 141.421_356).abs() < 1e-6);
        assert!((area_sd_m2(&square, 0.1) - 14.142_135_6).abs() < 1e-6);
    }
}
