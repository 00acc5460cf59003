use std::cmp::Ordering;

use super::big::Big;
use super::decimal::scaled;

/// Digits that 64 bits hold.
const FEW_DIGITS: usize = 19;
/// Powers of ten that 64 bits hold.
const NEAR_POWER: u64 = 19;
/// A number below 1 with this power of ten, or above, is infinite; with this one or below it is zero.
const LARGEST: i64 = 310;
const SMALLEST: i64 = -330;
/// More digits than the middle between any two numbers has: of those after them only counts that one is not zero.
const DIGITS: usize = 800;

/// The number nearest to all the digits of a text such as `+12.50` or `3e-4`, as the standard library reads it; infinite
/// where it is too large. No word is a number here.
///
/// The standard library's reader brings a table of 10 KB that no compression makes smaller.
pub fn nearest(text: &str) -> Option<f64> {
    let (negative, unsigned) = sign(text);
    let (plain, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((plain, exponent)) => (plain, whole(exponent)?),
        None => (unsigned, 0),
    };
    let (before, after) = plain.split_once('.').unwrap_or((plain, ""));
    let digits = || before.bytes().chain(after.bytes());
    if digits().next().is_none() || !digits().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let places = i64::try_from(after.len()).unwrap_or(i64::MAX);
    let exponent = exponent.saturating_sub(places);
    let digits = digits()
        .skip_while(|byte| *byte == b'0')
        .map(|byte| byte - b'0');
    let value = if digits.clone().nth(FEW_DIGITS).is_none() && exponent.unsigned_abs() <= NEAR_POWER
    {
        let figure = digits.fold(0, |figure, digit| figure * 10 + u64::from(digit));
        scaled(figure, i32::try_from(exponent).unwrap_or_default())
    } else {
        of_many(digits, exponent)
    };
    Some(if negative { -value } else { value })
}

fn sign(text: &str) -> (bool, &str) {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    (text.starts_with('-'), unsigned)
}

/// A whole number, or the largest one.
fn whole(text: &str) -> Option<i64> {
    let (negative, digits) = sign(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value = digits.bytes().fold(0_i64, |value, byte| {
        value
            .saturating_mul(10)
            .saturating_add(i64::from(byte - b'0'))
    });
    Some(if negative { -value } else { value })
}

/// The number of any digits, the first one not zero, times ten to the power of `exponent`.
fn of_many(digits: impl Iterator<Item = u8> + Clone, mut exponent: i64) -> f64 {
    let count = digits.clone().count();
    let size = exponent.saturating_add(i64::try_from(count).unwrap_or(i64::MAX));
    if count == 0 || size <= SMALLEST {
        return 0.0;
    }
    if size >= LARGEST {
        return f64::INFINITY;
    }
    let mut figure = Big::of(0);
    for digit in digits.clone().take(DIGITS) {
        figure.scale(10, u32::from(digit));
    }
    let mut rest = digits.skip(DIGITS);
    if count > DIGITS {
        let more = rest.any(|digit| digit != 0);
        figure.scale(10, u32::from(more));
        exponent = size - i64::try_from(DIGITS + 1).unwrap_or(i64::MAX);
    }
    let mut power = Big::of(1);
    let side = if exponent < 0 {
        &mut power
    } else {
        &mut figure
    };
    side.scale_by_ten(u32::try_from(exponent.unsigned_abs()).unwrap_or(u32::MAX));
    ratio(figure, power)
}

/// Bits of a mantissa.
const MANTISSA: i64 = 53;
/// Power of two of the smallest normal number, and of the largest one.
const SMALLEST_NORMAL: i64 = -1022;
const LARGEST_NORMAL: i64 = 1023;

/// The number nearest to a ratio of two numbers that are not zero; of two as near the even one.
fn ratio(mut figure: Big, mut power: Big) -> f64 {
    // 64 bits of the ratio, the first of which may be zero, by division bit by bit.
    let width = |big: &Big| i64::try_from(big.bits()).unwrap_or(i64::MAX);
    let lift = 63 - (width(&figure) - width(&power));
    let shift = |side: &mut Big, bits: i64| side.shift(usize::try_from(bits).unwrap_or_default());
    shift(&mut figure, lift.max(0));
    shift(&mut power, 63 - lift.min(0));
    let mut quotient = 0_u64;
    for _ in 0..64 {
        quotient <<= 1;
        if figure >= power {
            figure.subtract(&power);
            quotient |= 1;
        }
        figure.shift(1);
    }
    // The ratio is from 2^size up to below 2^(size + 1).
    let size = 63 - i64::from(quotient.leading_zeros()) - lift;
    if size > LARGEST_NORMAL {
        return f64::INFINITY;
    }
    // What the last bit of the mantissa stands for: below the smallest normal number always the same.
    let unit = size.max(SMALLEST_NORMAL) - MANTISSA + 1;
    // From 10 to 96.
    let dropped = u32::try_from(unit + lift).unwrap_or(64);
    let kept = quotient.checked_shr(dropped).unwrap_or_default();
    let rest = quotient - kept.checked_shl(dropped).unwrap_or_default();
    let middle = 1_u128 << (dropped - 1);
    let up = match u128::from(rest).cmp(&middle) {
        Ordering::Less => false,
        Ordering::Equal => kept & 1 == 1 || !figure.is_zero(),
        Ordering::Greater => true,
    };
    // A carry out of the mantissa is one more in the exponent, as it has to be.
    let exponent = u64::try_from(size - SMALLEST_NORMAL).unwrap_or_default();
    f64::from_bits((exponent << (MANTISSA - 1)) + kept + u64::from(up))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn figures_are_those_of_the_standard_library_to_the_last_bit() {
        for text in [
            "0",
            "-0",
            "+5",
            "5.",
            ".5",
            "-.5e+1",
            "000012.500",
            "105.80123456789012",
            "105.801234567890123456789012345",
            "9007199254740993",
            "9007199254740993.00000000000000000000000000001",
            "9007199254740992.99999999999999999999999999999",
            "18446744073709551616.25",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "179769313486231580793728971405301e276",
            "2.2250738585072014e-308",
            "2.2250738585072011e-308",
            "2.225073858507201136057409796709131975934819546351645648023426109724822e-308",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.5e-324",
            "1e-400",
            "1e400",
            "0e999999999999999999999",
            "1e999999999999999999999",
            "1e-999999999999999999999",
            "1e23",
            "8.5e22",
            "1e-25",
            "123456789012345678901234567890",
        ] {
            let (here, there) = (nearest(text).unwrap(), text.parse::<f64>().unwrap());
            assert_eq!(here.to_bits(), there.to_bits(), "{text}");
        }
    }

    #[test]
    fn digits_beyond_counting_still_decide() {
        // The middle between 1 and the next number, exactly and a little more.
        let middle = "1.00000000000000011102230246251565404236316680908203125";
        for text in [
            middle.to_owned(),
            format!("{middle}{}", "0".repeat(2000)),
            format!("{middle}{}1", "0".repeat(2000)),
            format!("{}e-3000", "9".repeat(3000)),
            format!("0.{}7", "0".repeat(400)),
            format!("0.{}7e401", "0".repeat(400)),
            format!("1{}e-900", "0".repeat(900)),
        ] {
            assert_eq!(nearest(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_figure_is_none() {
        for text in [
            "", "+", "-", ".", "e5", "1e", "1e+", "1e5.5", "1.2.3", "--1", "+-1", "1,5", "nan",
            "inf", "0x1", "1_0", " 1", "1 ", "1e1e1",
        ] {
            assert_eq!(nearest(text), None, "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod laws {
        use proptest::prelude::*;

        use super::nearest;

        proptest! {
            #[test]
            fn any_figure_is_that_of_the_standard_library(
                text in "[+-]?[0-9]{1,30}([.][0-9]{0,40})?(e[+-]?[0-9]{1,3})?"
            ) {
                prop_assert_eq!(nearest(&text), text.parse().ok());
            }

            #[test]
            fn any_number_comes_back(bits in any::<u64>()) {
                let value = f64::from_bits(bits & !(1 << 63));
                prop_assume!(value.is_finite());
                for text in [format!("{value}"), format!("{value:e}"), format!("{value:.30e}")] {
                    prop_assert_eq!(nearest(&text), Some(value), "{}", text);
                }
            }
        }
    }
}
