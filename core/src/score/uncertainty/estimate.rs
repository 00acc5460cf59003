//! Estimators over draws, of any function.

/// Mean of a list; 0 of an empty one.
pub fn mean(values: &[f64]) -> f64 {
    // Thousands of draws.
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Mean product of the deviations from the means.
pub fn covariance(a: &[f64], b: &[f64]) -> f64 {
    let (mean_a, mean_b) = (mean(a), mean(b));
    let sum: f64 = a
        .iter()
        .zip(b)
        .map(|(a, b)| (a - mean_a) * (b - mean_b))
        .sum();
    sum / a.len().max(1) as f64
}

pub fn variance(values: &[f64]) -> f64 {
    covariance(values, values)
}

/// Total effect of a source: half the mean square of the change that drawing it anew makes, over the variance; what would be left
/// of the variance if all other sources were known.
///
/// `again` are the values with this source alone drawn anew. 0 where nothing varies.
///
/// # Sources
/// Jansen's estimator: Saltelli et al., Variance based sensitivity analysis of model output, 2010, table 2.
pub fn total_effect(values: &[f64], again: &[f64], variance: f64) -> f64 {
    if variance <= 0.0 {
        return 0.0;
    }
    let sum: f64 = values
        .iter()
        .zip(again)
        .map(|(a, b)| (a - b) * (a - b))
        .sum();
    sum / values.len().max(1) as f64 / (2.0 * variance)
}

/// Shapley shares of `N` groups out of the variance that each set of groups explains.
///
/// `explained(set)`: the covariance of the value with the value whose groups outside `set` (bit `g` for group `g`) are drawn anew.
/// The shares add up to 1; a group that never changes what is explained has exactly 0. All 0 where nothing is explained.
///
/// # Sources
/// Owen: Sobol' indices and Shapley value, 2014.
pub fn shapley<const N: usize>(explained: &[f64]) -> [f64; N] {
    let of = |set: usize| explained.get(set).copied().unwrap_or(0.0);
    let all = (1_usize << N) - 1;
    let whole = of(all) - of(0);
    let mut shares = [0.0; N];
    if whole <= 0.0 {
        return shares;
    }
    for (group, share) in shares.iter_mut().enumerate() {
        let bit = 1 << group;
        for set in (0..=all).filter(|set| set & bit == 0) {
            let size = set.count_ones() as usize;
            let orders = factorial(size) * factorial(N - 1 - size) / factorial(N);
            *share += orders * (of(set | bit) - of(set));
        }
        *share /= whole;
    }
    shares
}

fn factorial(n: usize) -> f64 {
    // Of a handful of groups.
    (1..=n).map(|k| k as f64).product()
}

/// Quantiles of type 7 (linear between the order statistics), `p` from 0 to 1.
///
/// The values change their order. 0 of an empty list.
///
/// # Sources
/// Hyndman and Fan: Sample quantiles in statistical packages, 1996.
pub fn quantile(values: &mut [f64], p: f64) -> f64 {
    let position = p * (values.len().max(1) - 1) as f64;
    let below = position.floor();
    // Within the list's length.
    let low = select(values, below as usize);
    let above = values.get(below as usize + 1..).unwrap_or_default();
    let next = above.iter().copied().fold(f64::INFINITY, f64::min);
    let high = if above.is_empty() { low } else { next };
    low + (position - below) * (high - low)
}

/// The value that stands at this place in order, with none above it before it and none below it behind.
///
/// A few hundred bytes of WebAssembly, where the selection of the standard library is compiled to thousands.
///
/// # Sources
/// Hoare: Algorithm 65, Find, 1961.
fn select(values: &mut [f64], place: usize) -> f64 {
    let (mut from, mut to) = (0, values.len());
    while to - from > 1 {
        let pivot = values.get(place).copied().unwrap_or(0.0);
        let (mut low, mut high) = (from, to - 1);
        while low <= high {
            while values.get(low).is_some_and(|value| *value < pivot) {
                low += 1;
            }
            while values.get(high).is_some_and(|value| *value > pivot) {
                high -= 1;
            }
            if low <= high {
                values.swap(low, high);
                low += 1;
                // The first value is never above a pivot that it is.
                let Some(next) = high.checked_sub(1) else {
                    break;
                };
                high = next;
            }
        }
        if place >= low {
            from = low;
        } else if place <= high {
            to = high + 1;
        } else {
            break;
        }
    }
    values.get(place).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::streams::{seed, uniform};
    use super::*;

    const COUNT: usize = 1 << 17;

    fn drawn(name: &str) -> Vec<f64> {
        uniform(seed("key", name), COUNT)
    }

    /// Values of a function of three numbers, whose set bits come from the first streams and the others from the second.
    fn values(set: usize, function: fn(f64, f64, f64) -> f64) -> Vec<f64> {
        let of = |bit: usize, name: &str| {
            drawn(&format!("{name}{}", if set & bit > 0 { "" } else { "/b" }))
        };
        let (a, b, c) = (of(1, "a"), of(2, "b"), of(4, "c"));
        a.iter()
            .zip(&b)
            .zip(&c)
            .map(|((a, b), c)| function(*a, *b, *c))
            .collect()
    }

    fn ishigami(a: f64, b: f64, c: f64) -> f64 {
        let [x, y, z] = [a, b, c].map(|u| std::f64::consts::PI * (2.0 * u - 1.0));
        x.sin() + 7.0 * y.sin().powi(2) + 0.1 * z.powi(4) * x.sin()
    }

    #[test]
    fn effects_of_the_ishigami_function_are_the_known_ones() {
        let all = values(7, ishigami);
        let whole = variance(&all);
        for (bit, first, total) in [(1, 0.3139, 0.5576), (2, 0.4424, 0.4424), (4, 0.0, 0.2437)] {
            let alone = covariance(&all, &values(bit, ishigami)) / whole;
            assert!((alone - first).abs() < 0.01, "first of {bit}: {alone}");
            let found = total_effect(&all, &values(7 - bit, ishigami), whole);
            assert!((found - total).abs() < 0.01, "total of {bit}: {found}");
        }
    }

    #[test]
    fn shapley_shares_of_a_linear_function_are_its_shares_of_the_variance() {
        let linear = |a: f64, b: f64, c: f64| 3.0 * a - 2.0 * b + c;
        let all = values(7, linear);
        let explained: Vec<f64> = (0..8)
            .map(|set| covariance(&all, &values(set, linear)))
            .collect();
        let shares: [f64; 3] = shapley(&explained);
        for (share, expected) in shares.iter().zip([9.0 / 14.0, 4.0 / 14.0, 1.0 / 14.0]) {
            assert!((share - expected).abs() < 0.01, "{shares:?}");
        }
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn groups_that_cannot_move_have_exactly_nothing() {
        let flat = |a: f64, _: f64, c: f64| (a + 1.0) * (c + 2.0);
        let all = values(7, flat);
        let explained: Vec<f64> = (0..8)
            .map(|set| covariance(&all, &values(set, flat)))
            .collect();
        assert_eq!(shapley::<3>(&explained)[1], 0.0);
        assert_eq!(shapley::<3>(&[0.0; 8]), [0.0; 3]);
        assert_eq!(total_effect(&all, &all, variance(&all)), 0.0);
        assert_eq!(total_effect(&[5.0; 4], &[5.0; 4], 0.0), 0.0);
    }

    #[test]
    fn quantiles_lie_between_the_order_statistics() {
        let mut values = [4.0, 8.0, 1.0, 2.0];
        assert_eq!(quantile(&mut values, 0.0), 1.0);
        assert_eq!(quantile(&mut values, 0.5), 3.0);
        assert_eq!(quantile(&mut values, 1.0), 8.0);
        assert_eq!(quantile(&mut [], 0.5), 0.0);
        assert_eq!(quantile(&mut [7.0], 0.95), 7.0);
    }

    #[test]
    fn value_at_a_place_is_that_of_the_sorted_list() {
        for (count, steps) in [(1, 3.0), (2, 2.0), (9, 4.0), (501, 30.0), (2000, 1e9)] {
            let drawn: Vec<f64> = uniform(seed("key", "select"), count)
                .iter()
                .map(|u| (u * steps).floor())
                .collect();
            let mut sorted = drawn.clone();
            sorted.sort_by(f64::total_cmp);
            for place in [0, count / 20, count / 2, count - 1] {
                assert_eq!(
                    select(&mut drawn.clone(), place),
                    sorted[place],
                    "{count} {place}"
                );
            }
        }
    }
}
