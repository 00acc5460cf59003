//! The unit behind a typed figure. A field has a unit of its own; another one of the same kind is converted, and what is not
//! known, or of another kind, is refused: it is never taken for the field's own.

mod words;

use cluster_ready_core::read::{lower_case, plain_letters};
use words::{Kind, WORDS, Word};

/// A typed figure times `times`, by `by`, is in the field's unit. Two figures and not one: 800 / 1000 is 0.8 to the last
/// bit, 800 × 0.001 need not be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub times: f64,
    pub by: f64,
}

impl Scale {
    /// Of what is typed in the field's own unit.
    pub const OWN: Self = Self {
        times: 1.0,
        by: 1.0,
    };

    pub fn of(self, figure: f64) -> f64 {
        figure * self.times / self.by
    }
}

/// From the unit that stands behind a typed figure to that of its field; `None` where it is not known, or not of its kind.
///
/// # Examples
/// ```
/// use cluster_ready::view_model::unit::scale;
/// assert_eq!(scale("m", "km").map(|scale| scale.of(800.0)), Some(0.8));
/// assert_eq!(scale("nghìn", "doanh nghiệp").map(|scale| scale.of(2.0)), Some(2000.0));
/// assert_eq!(scale("sào", "ha"), None);
/// ```
pub fn scale(given: &str, own: &str) -> Option<Scale> {
    // Of decomposed letters only the plain ones are compared.
    let is_composed = !given.contains(|c| ('\u{300}'..='\u{36f}').contains(&c));
    let letters = if is_composed {
        lower_case
    } else {
        plain_letters
    };
    let (given, own) = (spaced(&letters(given)), spaced(&letters(own)));
    if given.is_empty() || given == own {
        return Some(Scale::OWN);
    }
    let (given, whole) = (Parsed::of(&given), Parsed::of(&own));
    let (from, to) = match (given.unit, whole.unit) {
        (None, _) => (1.0, 1.0),
        (Some((kind, from)), Some((same, to))) if kind == same => (from, to),
        // A ratio has no unit: 62 % is 0.62.
        (Some((Kind::Share, from)), None) if own.is_empty() => (from, 100.0),
        _ => return None,
    };
    let named = given.unit.is_some() == whole.unit.is_some()
        && begins(whole.rest, given.rest)
        && !is_rate(&own);
    (given.rest.is_empty() || named).then_some(Scale {
        times: given.size * from,
        by: whole.size * to,
    })
}

/// Words of size, a unit, and what stands after them.
struct Parsed<'a> {
    size: f64,
    unit: Option<(Kind, f64)>,
    rest: &'a str,
}

impl<'a> Parsed<'a> {
    fn of(text: &'a str) -> Self {
        let mut parsed = Self {
            size: 1.0,
            unit: None,
            rest: text,
        };
        while let Some((word, rest)) = first_word(parsed.rest).filter(|_| parsed.unit.is_none()) {
            match word.kind {
                Kind::Size => parsed.size *= word.one,
                kind => parsed.unit = Some((kind, word.one)),
            }
            parsed.rest = rest;
        }
        parsed
    }
}

/// The longest of the known words that a text begins with, and what stands after it.
fn first_word(text: &str) -> Option<(&'static Word, &str)> {
    let known = WORDS
        .iter()
        .flat_map(|word| word.said.iter().map(move |said| (word, *said)));
    let (word, said) = known
        .filter(|(_, said)| begins(text, said))
        .max_by_key(|(_, said)| said.len())?;
    Some((word, text.get(said.len()..)?.trim_start()))
}

/// Whether a text begins with these words, whole.
fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words)
        .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// "Applications per 100 firms": a figure behind which only "applications" stands may be the whole number of them.
fn is_rate(unit: &str) -> bool {
    let mut words = unit.split(' ');
    unit.contains('/') || words.any(|word| matches!(word, "trên" | "tren" | "mỗi" | "moi" | "per"))
}

/// Signs as letters and digits, one blank between words: "Ki-lô-mét²" is "ki lô mét2".
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        match c {
            '²' => spaced.push('2'),
            '³' => spaced.push('3'),
            '^' => {}
            '%' | '％' => spaced.push_str(" % "),
            '‰' => spaced.push_str(" ‰ "),
            '.' | '-' | '\u{2010}' | '\u{2011}' => spaced.push(' '),
            other => spaced.push(other),
        }
    }
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(figure: f64, given: &str, own: &str) -> Option<f64> {
        scale(given, own).map(|scale| scale.of(figure))
    }

    #[test]
    fn other_units_of_the_same_kind_are_converted() {
        for (figure, given, own, expected) in [
            (800.0, "m", "km", 0.8),
            (800.0, "MÉT", "km", 0.8),
            (800.0, "met", "km", 0.8),
            (5.0, "cây số", "km", 5.0),
            (0.5, "km2", "ha", 50.0),
            (0.5, "km²", "ha", 50.0),
            (0.5, "km^2", "ha", 50.0),
            (750_000.0, "m²", "ha", 75.0),
            (750_000.0, "mét vuông", "ha", 75.0),
            (75.0, "héc-ta", "ha", 75.0),
            (2.0, "nghìn", "doanh nghiệp", 2000.0),
            (2.0, "nghìn doanh nghiệp", "doanh nghiệp", 2000.0),
            (2.0, "nghi\u{300}n", "doanh nghiệp", 2000.0),
            (1.5, "tỷ", "người", 1.5e9),
            (1.5, "TỈ", "người", 1.5e9),
            (2.0, "k", "firms", 2000.0),
            (62.0, "phần trăm", "% đất công nghiệp", 62.0),
            (5.0, "‰", "% lao động", 0.5),
            (62.0, "%", "", 0.62),
            (800.0, "triệu", "tỷ đồng", 0.8),
            (1.5, "tỷ", "tỷ đồng", 1.5),
            (800.0, "triệu đồng", "tỷ đồng", 0.8),
        ] {
            assert_eq!(
                converted(figure, given, own),
                Some(expected),
                "{given} in {own}"
            );
        }
    }

    #[test]
    fn own_unit_stays_as_it_is() {
        for (given, own) in [
            ("", "km"),
            ("Km", "km"),
            ("%", "% đất công nghiệp"),
            ("% đất công nghiệp", "% đất công nghiệp"),
            ("phần trăm đất", "% đất công nghiệp"),
            ("dn", "doanh nghiệp"),
            ("lao động", "người"),
            ("bạn hàng", "bạn hàng trong cụm"),
            (
                "đơn trên 100 doanh nghiệp trong 3 năm",
                "đơn trên 100 doanh nghiệp trong 3 năm",
            ),
        ] {
            assert_eq!(converted(7.0, given, own), Some(7.0), "{given} in {own}");
        }
    }

    #[test]
    fn other_kinds_and_unknown_words_are_refused() {
        for (given, own) in [
            ("ha", "km"),
            ("m", "ha"),
            ("km", "doanh nghiệp"),
            ("doanh nghiệp", "% doanh nghiệp"),
            ("% doanh nghiệp", "% đất công nghiệp"),
            ("sào", "ha"),
            ("mẫu", "ha"),
            ("công", "ha"),
            ("xyz", "km"),
            ("kmh", "km"),
            ("km xyz", "km"),
            ("dam", "km"),
            ("trạm", "doanh nghiệp"),
            ("tram", "doanh nghiệp"),
            ("người", "doanh nghiệp"),
            ("người", ""),
            ("đơn", "đơn trên 100 doanh nghiệp trong 3 năm"),
            ("tỷ USD", "tỷ đồng"),
        ] {
            assert_eq!(scale(given, own), None, "{given} in {own}");
        }
    }
}
