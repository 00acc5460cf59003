/// Weighted mean; between the least and the greatest value.
pub fn arithmetic_mean(weights: &[f64], values: &[f64]) -> f64 {
    let sum = weights.iter().zip(values).map(|(w, v)| w * v).sum();
    within(values, sum)
}

/// exp(Σ w·ln(v + c)) − c: strong dimensions make up for a weak one only in part.
///
/// Kept between the least and the greatest value, so that rounding never turns equal dimensions into another value.
/// `libm` gives the same digits on every machine.
///
/// # Sources
/// The method, section 3.
pub fn shifted_geometric_mean(weights: &[f64], values: &[f64], shift: f64) -> f64 {
    let logarithm: f64 = weights
        .iter()
        .zip(values)
        .map(|(w, v)| w * libm::log(v + shift))
        .sum();
    within(values, libm::exp(logarithm) - shift)
}

fn within(values: &[f64], mean: f64) -> f64 {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let greatest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    mean.min(greatest).max(least)
}

#[cfg(test)]
mod tests {
    use super::shifted_geometric_mean;

    const EQUAL: [f64; 5] = [0.2; 5];

    #[test]
    fn equal_dimensions_give_exactly_that_value() {
        for value in [0.0, 0.1, 33.333, 99.9, 100.0] {
            assert_eq!(shifted_geometric_mean(&EQUAL, &[value; 5], 10.0), value);
        }
    }

    #[test]
    fn one_weak_dimension_weighs_more_than_in_the_arithmetic_mean() {
        let mean = shifted_geometric_mean(&EQUAL, &[80.0, 80.0, 80.0, 80.0, 0.0], 10.0);
        assert!(mean < 64.0 && mean > 40.0);
    }
}
