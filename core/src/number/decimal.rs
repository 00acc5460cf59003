use std::cmp::Ordering;

/// Digits that are looked at; a figure with more is cut there, far below what can be measured.
const DIGITS: usize = 19;

/// Reads a plain decimal number, e.g. `-12.5` or `3e4`: the nearest number to its first 19 digits.
///
/// The standard library's reader weighs more than the whole questionnaire's figures; this one needs no table.
pub fn decimal(text: &str) -> Option<f64> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (plain, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((plain, exponent)) => (plain, exponent.parse::<i32>().ok()?),
        None => (unsigned, 0),
    };
    let mut exponent = exponent;
    let (mut figure, mut digits, mut any, mut fraction) = (0_u64, 0, false, false);
    for byte in plain.bytes() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                if digits < DIGITS {
                    figure = figure * 10 + u64::from(byte - b'0');
                    digits += usize::from(figure > 0);
                    exponent = exponent.checked_sub(i32::from(fraction))?;
                } else {
                    exponent = exponent.checked_add(i32::from(!fraction))?;
                }
            }
            b'.' if !fraction => fraction = true,
            _ => return None,
        }
    }
    let value = scaled(figure, exponent);
    (any && value.is_finite()).then_some(if negative { -value } else { value })
}

/// `figure` · 10^`exponent`. Rounded once where the power fits into 64 bits, which all figures of maps and profiles do.
pub(super) fn scaled(figure: u64, exponent: i32) -> f64 {
    let power = exponent.unsigned_abs();
    match 10_u64.checked_pow(power) {
        _ if figure == 0 => 0.0,
        Some(power) if exponent >= 0 => (u128::from(figure) * u128::from(power)) as f64,
        Some(power) => quotient(figure, power),
        None if exponent > 0 => figure as f64 * power_of_ten(power),
        None => figure as f64 / power_of_ten(power),
    }
}

/// The number nearest to `figure` over a power of ten; of two as near the even one.
fn quotient(figure: u64, power: u64) -> f64 {
    // The power is exact, so that two roundings lead to the nearest number or to one beside it.
    let mut near = figure as f64 / power as f64;
    loop {
        near = match true_side(figure, power, near) {
            Ordering::Less => near.next_down(),
            Ordering::Equal => return near,
            Ordering::Greater => near.next_up(),
        };
    }
}

/// On which side of what is rounded to `near` the true quotient lies.
fn true_side(figure: u64, power: u64, near: f64) -> Ordering {
    let bits = near.to_bits();
    let mantissa = bits & ((1 << 52) - 1) | 1 << 52;
    // In quarters of the last bit: the numbers below a power of two stand closer.
    let exponent = i64::try_from(bits >> 52).unwrap_or_default() - 1075 - 2;
    let lowest = 4 * mantissa - if mantissa == 1 << 52 { 1 } else { 2 };
    let highest = 4 * mantissa + 2;
    let is_even = mantissa.is_multiple_of(2);
    // Both sides times the same: about four mantissas times the power, less than 2^120.
    let quotient = u128::from(figure) << (-exponent).max(0);
    let side = |quarters: u64| (u128::from(quarters) * u128::from(power)) << exponent.max(0);
    match (quotient.cmp(&side(lowest)), quotient.cmp(&side(highest))) {
        (Ordering::Less, _) => Ordering::Less,
        (_, Ordering::Greater) => Ordering::Greater,
        (Ordering::Equal, _) if !is_even => Ordering::Less,
        (_, Ordering::Equal) if !is_even => Ordering::Greater,
        _ => Ordering::Equal,
    }
}

/// Infinity where there is no such number.
fn power_of_ten(power: u32) -> f64 {
    (0..power.min(400)).fold(1.0, |product, _| product * 10.0)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn reads_as_the_standard_library_does() {
        for text in [
            "0",
            "-0",
            "1",
            "12.5",
            "0.1",
            ".5",
            "5.",
            "1e3",
            "2359427.971",
            "105.80123456789012",
            "0.30000000000000004",
            "9007199254740993",
            "9223372036854775809",
            "1.7976931348623157",
            "0.000123",
            "123456789.123456789",
            "4.35",
            "1e-7",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "", "-", ".", "1.2.3", "1e", "e3", "12,5", "1e999", "nan", "+1",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn extreme_figures_are_near() {
        for text in ["1e300", "3e-300", "123456789012345678901234567890", "1e-25"] {
            let (here, there) = (decimal(text).unwrap(), text.parse::<f64>().unwrap());
            assert!(((here - there) / there).abs() < 1e-14, "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod laws {
        use proptest::prelude::*;

        use super::super::decimal;

        proptest! {
            #[test]
            fn short_figures_come_back_to_the_last_bit(figure in -1_000_000_000_000_i64..1_000_000_000_000, places in 0_u32..9) {
                let value = figure as f64 / 10_f64.powi(places as i32);
                prop_assert_eq!(decimal(&value.to_string()), Some(value));
            }

            #[test]
            fn longitudes_come_back_to_the_last_bit(value in -180.0..180.0_f64) {
                prop_assert_eq!(decimal(&value.to_string()), Some(value));
            }
        }
    }
}
