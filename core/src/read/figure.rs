use super::blank::is_invisible;
use crate::number::nearest;

/// A number as map programs write it: digits, a point, an exponent. NaN, infinity and a decimal comma are none. Signs that
/// cannot be seen may stand around it, not in it.
pub(super) fn figure(text: &str) -> Option<f64> {
    let text = text.trim_matches(is_invisible);
    let value = match leading(text) {
        Some((length, value)) if length == text.len() => value,
        // With a plus sign or zeros in front, or without digits on one side of the point.
        _ => nearest(text)?,
    };
    value.is_finite().then_some(value)
}

/// Powers of ten that are exact.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];
/// Up to here whole numbers are exact.
const LIMIT_EXACT: u64 = 1 << 53;
/// More digits may be more than 64 bits hold.
const LIMIT_DIGITS: usize = 19;

/// The number after JSON's grammar that a text begins with, and its length; too large ones are infinite.
///
/// The digits are gathered on the way: most coordinates are a whole number below 2^53 over a power of ten, both exact, so
/// that one division gives the nearest number. The rest is left to [`nearest`].
pub(super) fn leading(text: &str) -> Option<(usize, f64)> {
    let bytes = text.as_bytes();
    let negative = bytes.first() == Some(&b'-');
    let start = usize::from(negative);
    let (whole_end, whole) = digits(bytes, start, 0);
    let leading_zero = whole_end > start + 1 && bytes.get(start) == Some(&b'0');
    if whole_end == start || leading_zero {
        return None;
    }
    let (mut end, mut figure, mut places) = (whole_end, whole, 0);
    if bytes.get(end) == Some(&b'.') {
        let first = end + 1;
        (end, figure) = digits(bytes, first, whole);
        places = end - first;
        if places == 0 {
            return None;
        }
    }
    let digits_read = whole_end - start + places;
    let mut is_short = digits_read <= LIMIT_DIGITS && figure <= LIMIT_EXACT;
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let first = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        (end, _) = digits(bytes, first, 0);
        if end == first {
            return None;
        }
        is_short = false;
    }
    let value = match POWERS.get(places) {
        Some(power) if is_short => {
            let value = figure as f64 / power;
            if negative { -value } else { value }
        }
        _ => nearest(text.get(..end)?)?,
    };
    Some((end, value))
}

/// Where the digits from `start` on end, and the number they make after those before them; of too many it means nothing.
fn digits(bytes: &[u8], start: usize, before: u64) -> (usize, u64) {
    let (mut end, mut figure) = (start, before);
    while let Some(byte @ b'0'..=b'9') = bytes.get(end) {
        figure = figure.wrapping_mul(10).wrapping_add(u64::from(byte - b'0'));
        end += 1;
    }
    (end, figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_finite_numbers_are_figures() {
        for (text, value) in [
            ("107.08", 107.08),
            ("-1e3", -1000.0),
            ("+5", 5.0),
            ("\u{200b}\u{200e}107.08\u{feff}", 107.08),
        ] {
            assert_eq!(figure(text), Some(value), "{text}");
        }
        for text in [
            "",
            "NaN",
            "inf",
            "1e999",
            "1,5",
            "107 ",
            "--1",
            "e",
            "0x1",
            "1_0",
            "\u{200b}",
            "10\u{200b}7",
        ] {
            assert_eq!(figure(text), None, "{text}");
        }
    }

    #[test]
    fn number_ends_where_the_grammar_ends() {
        for (text, length) in [
            ("1,2", 1),
            ("-0.5]", 4),
            ("1e5 ", 3),
            ("0", 1),
            ("12E-3e", 5),
        ] {
            assert_eq!(
                leading(text).map(|(length, _)| length),
                Some(length),
                "{text}"
            );
        }
        for text in ["", "-", "01", "1.", "1.e3", "1e", "1e+", ".5", "+1", "x"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn figures_are_those_of_the_standard_library_to_the_last_bit() {
        for text in [
            "0",
            "-0.0",
            "105.8012346",
            "-105.80123456789012",
            "9007199254740992",
            "9007199254740993",
            "9007199254740993.5",
            "18446744073709551616.25",
            "99999999999999999999999999999999",
            "0.30000000000000004",
            "0.0000000000000000000001234567",
            "123456789.1234567",
            "1e-7",
            "1.7976931348623157e308",
        ] {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(leading(text), Some((text.len(), expected)), "{text}");
            let (_, value) = leading(text).unwrap();
            assert_eq!(
                value.is_sign_negative(),
                expected.is_sign_negative(),
                "{text}"
            );
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    mod laws {
        use proptest::prelude::*;

        use super::leading;

        proptest! {
            #[test]
            fn any_figure_is_that_of_the_standard_library(text in "-?(0|[1-9][0-9]{0,19})([.][0-9]{1,25})?(e-?[0-9]{1,2})?") {
                prop_assert_eq!(leading(&text), Some((text.len(), text.parse::<f64>().unwrap())));
            }
        }
    }
}
