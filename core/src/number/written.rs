//! Figures as files have them, to the last digit those of the standard library, whose writer is many times as large.

use super::big::Big;
use super::decimal::scaled;

/// The shortest digits that read back to the same number, as `{}` writes them.
pub fn plain(value: f64) -> String {
    match Shortest::of(value) {
        Some(shortest) => shortest.plain(),
        None if value.is_nan() => "NaN".to_owned(),
        None if value == 0.0 => [sign(value), "0"].concat(),
        None => [sign(value), "inf"].concat(),
    }
}

/// As [`crate::json::canonical_number`].
pub fn canonical(value: f64) -> String {
    let Some(shortest) = Shortest::of(value) else {
        return if value == 0.0 { "0" } else { "null" }.to_owned();
    };
    // Of 1e-6 the point stands five digits before the first one, of 1e20 21 digits behind it.
    if (-5..=21).contains(&shortest.point) {
        shortest.plain()
    } else {
        shortest.scientific()
    }
}

/// So many decimals, as `{:.n}` writes them; for figures below 2^63 with all their decimals.
pub fn fixed(value: f64, decimals: u32) -> String {
    let (mantissa, exponent) = parts(value.abs());
    let power = 10_u64.pow(decimals);
    let units = u128::from(mantissa) * u128::from(power);
    let whole = match u32::try_from(-exponent) {
        Ok(bits) => {
            let kept = units.checked_shr(bits).unwrap_or_default();
            let rest = units - kept.checked_shl(bits).unwrap_or_default();
            let middle = 1_u128
                .checked_shl(bits.wrapping_sub(1))
                .unwrap_or(u128::MAX);
            kept + u128::from(rest > middle || (rest == middle && kept & 1 == 1))
        }
        Err(_) => units << exponent.min(10),
    };
    let whole = u64::try_from(whole).unwrap_or(u64::MAX);
    let (before, after) = (whole / power, whole % power);
    let mut text = [sign(value), &before.to_string()].concat();
    if decimals > 0 {
        let digits = (power + after).to_string();
        text.push('.');
        // Without the 1 in front, which keeps the zeros.
        text.push_str(digits.get(1..).unwrap_or_default());
    }
    text
}

fn sign(value: f64) -> &'static str {
    if value.is_sign_negative() { "-" } else { "" }
}

/// A finite number that is not negative as a whole number times a power of two.
fn parts(value: f64) -> (u64, i32) {
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let exponent = i32::try_from(bits >> 52).unwrap_or_default();
    match exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, exponent - 1075),
    }
}

/// A number above zero in the fewest digits that read back to it; of two with as many the nearer.
struct Shortest {
    negative: bool,
    digits: String,
    /// Where the decimal point stands, from the first digit on.
    point: i32,
}

impl Shortest {
    /// `None` for zero, infinity and what is no number.
    fn of(value: f64) -> Option<Self> {
        let size = value.abs();
        if size == 0.0 || !size.is_finite() {
            return None;
        }
        let (digits, point) = of_few_decimals(size).unwrap_or_else(|| of_any(size));
        Some(Self {
            negative: value < 0.0,
            digits,
            point,
        })
    }

    fn sign(&self) -> &'static str {
        if self.negative { "-" } else { "" }
    }

    fn plain(&self) -> String {
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
        let count = i32::try_from(self.digits.len()).unwrap_or(i32::MAX);
        let sign = self.sign();
        if self.point <= 0 {
            return [sign, "0.", &zeros(-self.point), &self.digits].concat();
        }
        let point = usize::try_from(self.point).unwrap_or_default();
        match self.digits.split_at_checked(point) {
            Some((whole, fraction)) if !fraction.is_empty() => {
                [sign, whole, ".", fraction].concat()
            }
            _ => [sign, &self.digits, &zeros(self.point - count)].concat(),
        }
    }

    fn scientific(&self) -> String {
        let (first, others) = self.digits.split_at_checked(1).unwrap_or_default();
        let dot = if others.is_empty() { "" } else { "." };
        let plus = if self.point > 1 { "+" } else { "" };
        let power = (self.point - 1).to_string();
        [self.sign(), first, dot, others, "e", plus, &power].concat()
    }
}

/// Decimals of a degree in a file.
const DECIMALS: i32 = 12;

/// Of up to fifteen digits no two stand for one number: those that read back are the shortest. Coordinates of a written
/// file are all of this kind.
fn of_few_decimals(size: f64) -> Option<(String, i32)> {
    let figure = (size * 1e12).round();
    if figure >= 1e15 {
        return None;
    }
    let figure = figure as u64;
    if scaled(figure, -DECIMALS) != size {
        return None;
    }
    let mut digits = figure.to_string();
    let point = i32::try_from(digits.len()).ok()? - DECIMALS;
    digits.truncate(digits.trim_end_matches('0').len());
    Some((digits, point))
}

/// Digit by digit, until no other number is as near.
///
/// # Sources
/// Steele and White, How to Print Floating-Point Numbers Accurately, 1990: their free-format algorithm.
fn of_any(size: f64) -> (String, i32) {
    let (mantissa, exponent) = parts(size);
    // The number is `figure` over `unit`; half the way to the next one is `up`, to the one before `down`, in units.
    let (mut figure, mut unit) = (Big::of(mantissa * 4), Big::of(4));
    let (mut up, mut down) = (Big::of(2), Big::of(2));
    if mantissa == 1 << 52 && exponent > -1074 {
        down = Big::of(1);
    }
    let bits = usize::try_from(exponent.unsigned_abs()).unwrap_or_default();
    if exponent < 0 {
        unit.shift(bits);
    } else {
        for side in [&mut figure, &mut up, &mut down] {
            side.shift(bits);
        }
    }
    // A middle reads back as the even one of its neighbours.
    let holds_middle = mantissa.is_multiple_of(2);
    let reaches = |figure: &Big, up: &Big, unit: &Big| {
        let mut above = figure.clone();
        above.add(up);
        above > *unit || (holds_middle && above == *unit)
    };
    // Never more than the true power of ten plus one: the logarithm of 2 is a little above 1233 in 4096.
    let width = i32::try_from(u64::BITS - mantissa.leading_zeros()).unwrap_or_default();
    let mut point = ((exponent + width - 1) * 1233) >> 12;
    if point < 0 {
        for side in [&mut figure, &mut up, &mut down] {
            side.scale_by_ten(point.unsigned_abs());
        }
    } else {
        unit.scale_by_ten(point.unsigned_abs());
    }
    while reaches(&figure, &up, &unit) {
        unit.scale(10, 0);
        point += 1;
    }
    let mut digits = String::new();
    loop {
        for side in [&mut figure, &mut up, &mut down] {
            side.scale(10, 0);
        }
        let mut digit = b'0';
        while figure >= unit {
            figure.subtract(&unit);
            digit += 1;
        }
        let is_low = figure < down || (holds_middle && figure == down);
        let is_high = reaches(&figure, &up, &unit);
        if is_low || is_high {
            figure.shift(1);
            let rounds_up = is_high && (!is_low || figure >= unit);
            digits.push(char::from(digit + u8::from(rounds_up)));
            return (digits, point);
        }
        digits.push(char::from(digit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::canonical_number;

    const FIGURES: [f64; 24] = [
        0.0,
        -0.0,
        1.0,
        100.0,
        0.1,
        -12.5,
        107.083_314_630_123_46,
        1_851_433.395,
        333_333_333.333_333_3,
        9_007_199_254_740_993.0,
        1e15,
        1e20,
        1e21,
        1e22,
        1e23,
        1e-6,
        9.99e-7,
        1e-12,
        -1.5e-9,
        5e-324,
        f64::MIN_POSITIVE,
        f64::MAX,
        f64::INFINITY,
        f64::NAN,
    ];

    #[test]
    fn figures_are_written_as_the_standard_library_and_the_standard_do() {
        for value in FIGURES {
            assert_eq!(plain(value), value.to_string());
            assert_eq!(canonical(value), canonical_number(value));
        }
    }

    #[test]
    fn middles_go_to_the_even_one() {
        for value in [0.125, 0.375, 0.0625, -0.0005, 2.5, 0.5, 1.5, 1e-9, -0.0] {
            for decimals in 0..4 {
                let expected = format!("{value:.*}", decimals as usize);
                assert_eq!(fixed(value, decimals), expected);
            }
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod laws {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn any_number_is_written_as_the_standard_library_does(bits in any::<u64>()) {
                let value = f64::from_bits(bits);
                prop_assert_eq!(plain(value), value.to_string());
                prop_assert_eq!(canonical(value), canonical_number(value));
            }

            #[test]
            fn powers_of_two_and_their_neighbours_are_written_as_the_standard_library_does(
                exponent in 0_u64..2047, step in -2_i64..3
            ) {
                let value = f64::from_bits((exponent << 52).wrapping_add_signed(step));
                prop_assert_eq!(plain(value), value.to_string());
            }

            #[test]
            fn degrees_are_written_as_the_standard_library_does(value in -180.0..180.0_f64, places in 0..16) {
                let scale = 10_f64.powi(places);
                let rounded = (value * scale).round() / scale;
                prop_assert_eq!(plain(rounded), rounded.to_string());
            }

            #[test]
            fn decimals_are_those_of_the_standard_library(value in -1e9..1e9_f64, power in 0..20, decimals in 0..4_u32) {
                for value in [value, value / 10_f64.powi(power), (value * 8.0).round() / 8000.0] {
                    prop_assert_eq!(fixed(value, decimals), format!("{value:.*}", decimals as usize));
                }
            }
        }
    }
}
