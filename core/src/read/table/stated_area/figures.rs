//! Figures with a unit behind a word for area.

use super::super::super::fold::fold;
use crate::number::{self, Reading};

/// An area as it stands somewhere.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stated {
    pub row: usize,
    pub m2: f64,
    /// Of two that agree the one of more digits is kept.
    pub digits: usize,
    pub is_total: bool,
    /// The text before it, without marks.
    pub said: String,
}

/// Square metres of a unit.
const HECTARE: f64 = 10_000.0;
const SQUARE_METRE: f64 = 1.0;

/// As they stand behind a figure or between brackets before it, the longest first.
const UNITS: [(&str, f64); 8] = [
    ("hec-ta", HECTARE),
    ("hecta", HECTARE),
    ("hec ta", HECTARE),
    ("ha", HECTARE),
    ("met vuong", SQUARE_METRE),
    ("m²", SQUARE_METRE),
    ("m^2", SQUARE_METRE),
    ("m2", SQUARE_METRE),
];

/// Words before an area.
const WORDS: [&str; 4] = ["dien tich", "area", "quy mo", "tong cong"];

/// The unit that a heading names: "dien tich (ha)".
pub(super) fn unit_within(head: &str) -> Option<f64> {
    let starts = head
        .match_indices(|c: char| !c.is_alphanumeric())
        .map(|(at, sign)| at + sign.len());
    starts
        .filter_map(|at| unit_at(head.get(at..)?))
        .map(|(unit, _)| unit)
        .next()
}

/// The unit that a text begins with, and what follows.
pub(super) fn unit_at(text: &str) -> Option<(f64, &str)> {
    let text = text.trim_start_matches([' ', '\u{a0}', '(']);
    UNITS.iter().find_map(|(word, unit)| {
        let after = text.strip_prefix(word)?;
        (!after.starts_with(char::is_alphanumeric)).then_some((*unit, after))
    })
}

/// Every figure with a unit behind a word for area.
pub(super) fn in_text(text: &str, row: usize, found: &mut Vec<Stated>) {
    let has_figure = text.bytes().any(|byte| byte.is_ascii_digit());
    if !has_figure || !text.contains(char::is_alphabetic) {
        return;
    }
    let folded = fold(text);
    // Where the figure before ends, and where the next one is looked for.
    let (mut begun, Some(mut at)) = (0, word_end(&folded)) else {
        return;
    };
    let is_digit = |c: char| c.is_ascii_digit();
    while let Some(next) = folded.get(at..).and_then(|rest| rest.find(is_digit)) {
        let start = at + next;
        let (before, from) = folded.split_at_checked(start).unwrap_or_default();
        let digits = from.bytes().take_while(u8::is_ascii_digit).count();
        at = start + digits;
        let is_of_word = before.ends_with(char::is_alphanumeric) || before.ends_with('^');
        let Some((number, after)) = figure(from).filter(|_| !is_of_word) else {
            continue;
        };
        at = folded.len() - after.len();
        let since = before.get(begun..).unwrap_or_default();
        let behind = unit_at(after).map(|(unit, _)| unit);
        if let Some(unit) = behind.or_else(|| unit_before(since)) {
            found.extend(stated(number, unit, row, since));
            begun = at;
        }
    }
}

/// Whether a word for area stands in a text.
pub(super) fn names_area(text: &str) -> bool {
    word_end(&fold(text)).is_some()
}

/// Where the first word for area ends.
fn word_end(folded: &str) -> Option<usize> {
    let of_word = WORDS
        .iter()
        .filter_map(|word| Some(folded.find(word)? + word.len()));
    // "S = 57,92 ha", "DT: 57,92 ha".
    let of_sign = ["s", "dt"].into_iter().flat_map(|sign| {
        folded.match_indices(sign).filter_map(move |(at, _)| {
            let before = folded.get(..at)?;
            let after = folded.get(at + sign.len()..)?;
            let is_alone = !before.ends_with(char::is_alphanumeric)
                && after.trim_start().starts_with(['=', ':', '(']);
            is_alone.then_some(at + sign.len())
        })
    });
    of_word.chain(of_sign).min()
}

/// "(m2)", "(ha):" right before a figure.
fn unit_before(before: &str) -> Option<f64> {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '²');
    UNITS.iter().find_map(|(word, unit)| {
        let head = before.strip_suffix(word)?;
        (!head.ends_with(char::is_alphanumeric)).then_some(*unit)
    })
}

/// The figure that a text begins with, blanks before three digits in it, and what follows.
pub(super) fn figure(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) {
        while is_digit(end) {
            end += 1;
        }
        let gap = match text.get(end..).and_then(|rest| rest.chars().next()) {
            Some('.' | ',') => 1,
            Some(blank @ (' ' | '\u{a0}' | '\u{202f}')) => {
                let next = end + blank.len_utf8();
                let is_group = (next..next + 3).all(is_digit) && !is_digit(next + 3);
                if is_group { blank.len_utf8() } else { break }
            }
            _ => break,
        };
        if !is_digit(end + gap) {
            break;
        }
        end += gap;
    }
    text.split_at_checked(end).filter(|_| end > 0)
}

pub(super) fn stated(figure: &str, unit: f64, row: usize, said: &str) -> Option<Stated> {
    let value = match number::read(figure) {
        Reading::Value(value) => value,
        // Of square metres a mark before three digits parts thousands, of hectares decimals.
        Reading::Ambiguous { thousands, .. } if unit == SQUARE_METRE => thousands,
        Reading::Ambiguous { decimal, .. } => decimal,
        Reading::Empty | Reading::NotANumber => return None,
    };
    // To a hundredth: "12,21 ha" is 122,100 m².
    let m2 = (value * unit * 100.0).round() / 100.0;
    (m2 > 0.0 && m2.is_finite()).then(|| Stated {
        row,
        m2,
        digits: figure.bytes().filter(u8::is_ascii_digit).count(),
        is_total: said.contains("tong") || said.contains("total"),
        said: said.to_owned(),
    })
}
