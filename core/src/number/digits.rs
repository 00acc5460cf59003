use std::fmt::Write;

/// A mark that may stand before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Point,
    Comma,
}

/// How the last mark is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// The same mark stands more than once and no other one.
    Repeated,
    /// One mark, one to three digits before it, exactly three after it.
    OneOfThree,
    Decimal,
}

/// A number taken apart: runs of digits and what stands between them.
#[derive(Debug)]
pub(super) struct Digits<'a> {
    negative: bool,
    /// One more than `separators`.
    runs: Vec<&'a str>,
    separators: Vec<char>,
    exponent: Option<i32>,
}

/// Longer texts are no numbers.
const LIMIT_BYTES: usize = 64;

/// Spaces and apostrophes group digits, they are never decimal marks; all are kept as ' '.
const fn separator(c: char) -> Option<char> {
    match c {
        '.' => Some('.'),
        ',' | '\u{66b}' => Some(','),
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' | '\'' | '\u{2019}' => Some(' '),
        _ => None,
    }
}

impl<'a> Digits<'a> {
    pub(super) fn split(text: &'a str) -> Option<Self> {
        let (digits, unit) = Self::take(text, LIMIT_BYTES)?;
        is_unit(unit).then_some(digits)
    }

    /// The number that a text of at most so many bytes begins with, and what stands behind it.
    pub(super) fn take(text: &'a str, limit: usize) -> Option<(Self, &'a str)> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.len() > limit {
            return None;
        }
        let unsigned = text.strip_prefix(['-', '\u{2212}']);
        let negative = unsigned.is_some();
        let mut rest = unsigned
            .or_else(|| text.strip_prefix('+'))
            .unwrap_or(text)
            .trim_start();
        let mut digits = Self {
            negative,
            runs: Vec::new(),
            separators: Vec::new(),
            exponent: None,
        };
        loop {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            digits.runs.push(run);
            let mut chars = after.chars();
            let next = chars.next().and_then(separator);
            match next {
                Some(mark) if chars.as_str().starts_with(|c: char| c.is_ascii_digit()) => {
                    digits.separators.push(mark);
                    rest = chars.as_str();
                }
                _ => {
                    rest = after;
                    break;
                }
            }
        }
        digits.exponent = exponent(&mut rest)?;
        digits.is_well_formed().then_some((digits, rest.trim()))
    }

    /// Only the first run may be empty (",5").
    fn is_well_formed(&self) -> bool {
        let first_is_there = self.runs.first().is_some_and(|run| !run.is_empty());
        first_is_there || matches!(self.separators.as_slice(), ['.' | ','])
    }

    pub(super) fn mark_at_end(&self) -> Option<Mark> {
        match self.separators.last()? {
            '.' => Some(Mark::Point),
            ',' => Some(Mark::Comma),
            _ => None,
        }
    }

    pub(super) fn group(&self) -> Group {
        let last = self.separators.last();
        let same = self.separators.iter().filter(|s| Some(*s) == last).count();
        if same > 1 {
            return Group::Repeated;
        }
        let lengths = (
            self.runs.first().map_or(0, |run| run.len()),
            self.runs.last().map_or(0, |run| run.len()),
        );
        let zero_leads = self.runs.first().is_some_and(|run| run.starts_with('0'));
        match lengths {
            (1..=3, 3) if self.separators.len() == 1 && !zero_leads && self.exponent.is_none() => {
                Group::OneOfThree
            }
            _ => Group::Decimal,
        }
    }

    /// The number with `decimal` as its decimal mark and every other mark grouping thousands; `None` when the
    /// groups do not fit.
    pub(super) fn value(&self, decimal: Option<Mark>) -> Option<f64> {
        let mark = decimal.map(|mark| match mark {
            Mark::Point => '.',
            Mark::Comma => ',',
        });
        let (whole, fraction) = match (mark, self.separators.last()) {
            (Some(mark), Some(last)) if *last == mark => {
                let (fraction, whole) = self.runs.split_last()?;
                (whole, Some(fraction))
            }
            _ => (self.runs.as_slice(), None),
        };
        self.groups_fit(whole)?;
        let mut plain = String::with_capacity(LIMIT_BYTES);
        if self.negative {
            plain.push('-');
        }
        plain.extend(whole.iter().copied());
        if plain.len() == usize::from(self.negative) {
            plain.push('0');
        }
        if let Some(fraction) = fraction {
            plain.push('.');
            plain.push_str(fraction);
        }
        if let Some(exponent) = self.exponent {
            let _ = write!(plain, "e{exponent}");
        }
        super::decimal(&plain)
    }

    /// Thousands: one to three digits, then groups of exactly three, one kind of mark between them.
    fn groups_fit(&self, whole: &[&str]) -> Option<()> {
        let Some((first, others)) = whole.split_first() else {
            return Some(());
        };
        if others.is_empty() {
            return Some(());
        }
        let marks = self.separators.get(..others.len())?;
        let one_kind = marks.windows(2).all(|pair| pair.first() == pair.last());
        let threes = others.iter().all(|run| run.len() == 3);
        (one_kind && threes && (1..=3).contains(&first.len())).then_some(())
    }
}

/// "e3", "E-2" directly after the digits. `None`: an exponent that is no number.
#[expect(
    clippy::option_option,
    reason = "outer: malformed; inner: there is none"
)]
fn exponent(rest: &mut &str) -> Option<Option<i32>> {
    let Some(after) = rest.strip_prefix(['e', 'E']) else {
        return Some(None);
    };
    let sign_length = usize::from(after.starts_with(['+', '-']));
    let unsigned = after.get(sign_length..)?;
    let end = unsigned
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(unsigned.len());
    if end == 0 {
        // A unit that begins with e.
        return Some(None);
    }
    let value = after.get(..sign_length + end)?.parse().ok()?;
    *rest = unsigned.get(end..)?;
    Some(Some(value))
}

/// Nothing, a percent sign, or a short word such as "ha", "m²", "km/h", "m2".
fn is_unit(text: &str) -> bool {
    let word = text.strip_suffix(['2', '3']).unwrap_or(text);
    let begins_well = word.starts_with(|c: char| c.is_alphabetic() || matches!(c, '%' | '²' | '³'));
    (text.is_empty() || begins_well)
        && text.chars().count() <= 16
        && word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '%' | '²' | '³' | '/' | ' ' | '.'))
}
