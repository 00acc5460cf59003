//! Numbers as people type them: "12,5" and "12.5", "1.851.433,395", "1 851 433.395", "62 %".
//!
//! A comma and a point are both decimal marks and both thousand marks somewhere. One mark before exactly three
//! digits cannot be told apart ("1.000"), and then both readings are handed out for a person to choose.

mod big;
mod decimal;
mod digits;
mod nearest;
mod written;

pub use decimal::decimal;
pub use digits::Mark;
use digits::{Digits, Group};
pub use nearest::nearest;
pub use written::{canonical, fixed, plain};

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    Empty,
    Value(f64),
    /// One mark before three digits: "1.000" is one thousand or one.
    Ambiguous {
        thousands: f64,
        decimal: f64,
    },
    NotANumber,
}

impl Reading {
    /// The number, when the text says exactly one.
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Empty | Self::Ambiguous { .. } | Self::NotANumber => None,
        }
    }
}

/// Reads one number. A percent sign, a unit after the number, spaces (plain, narrow, non-breaking) and a
/// typographic minus are tolerated; NaN and infinity are not numbers.
///
/// # Examples
/// ```
/// use cluster_ready_core::number::{Reading, read};
/// assert_eq!(read("12,5 %"), Reading::Value(12.5));
/// assert_eq!(read("1.000"), Reading::Ambiguous { thousands: 1000.0, decimal: 1.0 });
/// ```
pub fn read(text: &str) -> Reading {
    if is_blank(text) {
        return Reading::Empty;
    }
    let Some(digits) = Digits::split(text) else {
        return Reading::NotANumber;
    };
    reading_of(&digits).unwrap_or(Reading::NotANumber)
}

/// Bytes of a typed figure with its unit in words.
const LIMIT_TYPED: usize = 256;

/// As [`read`], and hands out what stands behind the number: whether it is a unit of the field is for the field to say.
pub fn read_with_unit(text: &str) -> (Reading, &str) {
    // "12," ends in a mark, not in a unit.
    let is_mark = |c: char| c.is_ascii_punctuation() && c != '%';
    match Digits::take(text, LIMIT_TYPED) {
        Some((digits, unit)) if !unit.starts_with(is_mark) => {
            (reading_of(&digits).unwrap_or(Reading::NotANumber), unit)
        }
        _ if is_blank(text) => (Reading::Empty, ""),
        _ => (Reading::NotANumber, ""),
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '\u{feff}')
}

/// Reads one number whose decimal mark is known, e.g. from the other values of its column.
pub fn read_with_mark(text: &str, mark: Mark) -> Option<f64> {
    let digits = Digits::split(text)?;
    match digits.mark_at_end() {
        None => digits.value(None),
        Some(last) if last == mark => digits.value(Some(mark)),
        Some(_) => digits.value(None),
    }
}

fn reading_of(digits: &Digits) -> Option<Reading> {
    let Some(last) = digits.mark_at_end() else {
        return digits.value(None).map(Reading::Value);
    };
    match digits.group() {
        // "1.851.433": the mark stands more than once, so it cannot be the decimal one.
        Group::Repeated => digits.value(None).map(Reading::Value),
        // "588.656": nothing tells which.
        Group::OneOfThree => Some(Reading::Ambiguous {
            thousands: digits.value(None)?,
            decimal: digits.value(Some(last))?,
        }),
        Group::Decimal => digits.value(Some(last)).map(Reading::Value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> f64 {
        match read(text) {
            Reading::Value(value) => value,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn comma_and_point_are_the_same_decimal_mark() {
        assert_eq!(value("12,5"), 12.5);
        assert_eq!(value("12.5"), 12.5);
        assert_eq!(value("-0,25"), -0.25);
        assert_eq!(value("\u{2212}3"), -3.0);
        assert_eq!(value(",5"), 0.5);
    }

    #[test]
    fn last_mark_is_the_decimal_one() {
        for text in [
            "1.851.433,395",
            "1,851,433.395",
            "1 851 433.395",
            "1\u{a0}851\u{a0}433,395",
            "1\u{202f}851\u{202f}433,395",
            "1'851'433.395",
            "1851433.395",
            "1851433,395",
        ] {
            assert_eq!(value(text), 1_851_433.395, "{text}");
        }
        assert_eq!(value("1.851.433"), 1_851_433.0);
        assert_eq!(value("1 000"), 1000.0);
        assert_eq!(value("0.125"), 0.125);
        assert_eq!(value("1234.567"), 1234.567);
        assert_eq!(value("2e3"), 2000.0);
    }

    #[test]
    fn one_mark_before_three_digits_asks() {
        assert_eq!(
            read("1.000"),
            Reading::Ambiguous {
                thousands: 1000.0,
                decimal: 1.0
            }
        );
        assert_eq!(
            read("588,656"),
            Reading::Ambiguous {
                thousands: 588_656.0,
                decimal: 588.656
            }
        );
    }

    #[test]
    fn units_are_tolerated() {
        assert_eq!(value("62 %"), 62.0);
        assert_eq!(value("62%"), 62.0);
        assert_eq!(value("12,5 ha"), 12.5);
        assert_eq!(value("12,5m²"), 12.5);
        assert_eq!(value("120 m2"), 120.0);
        assert_eq!(value(" 7 người "), 7.0);
    }

    #[test]
    fn unit_is_handed_out_as_it_stands() {
        for (text, expected) in [
            ("800 m", (Reading::Value(800.0), "m")),
            ("0,5 km2", (Reading::Value(0.5), "km2")),
            (" 2 nghìn ", (Reading::Value(2.0), "nghìn")),
            (
                "62 % đất công nghiệp",
                (Reading::Value(62.0), "% đất công nghiệp"),
            ),
            ("2e3", (Reading::Value(2000.0), "")),
            ("7xyz9", (Reading::Value(7.0), "xyz9")),
            ("", (Reading::Empty, "")),
            ("12,", (Reading::NotANumber, "")),
            ("12 5 km", (Reading::NotANumber, "km")),
            ("km", (Reading::NotANumber, "")),
        ] {
            assert_eq!(read_with_unit(text), expected, "{text}");
        }
        assert_eq!(
            read_with_unit(&["1", &"m".repeat(300)].concat()),
            (Reading::NotANumber, "")
        );
    }

    #[test]
    fn empty_and_words_are_told_apart() {
        assert_eq!(read(" \u{a0}"), Reading::Empty);
        for text in [
            "NaN",
            "Inf",
            "-",
            "1..2",
            "12,",
            "1.2.3",
            "12 5",
            "5 7 ha 9",
            "1e999",
            "1,23,456.7",
            "12abc34",
            "0x10",
            "1.851.433,395,2",
            "M1",
        ] {
            assert_eq!(read(text), Reading::NotANumber, "{text}");
        }
    }

    #[test]
    fn known_mark_settles_the_ambiguous() {
        assert_eq!(read_with_mark("588.656", Mark::Comma), Some(588_656.0));
        assert_eq!(read_with_mark("588.656", Mark::Point), Some(588.656));
        assert_eq!(read_with_mark("588.65", Mark::Comma), None);
        assert_eq!(read_with_mark("1.851.433,395", Mark::Point), None);
    }
}
