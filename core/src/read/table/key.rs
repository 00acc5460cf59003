//! Names of corners that are counted: "M1", "12", "3a", "I,1", "B".

/// A name taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key<'a> {
    pub prefix: &'a str,
    pub number: u32,
    /// What follows the number, as in "3a" and "1'".
    suffix: &'a str,
    /// A letter that counts as a number does.
    is_letter: bool,
}

/// Longer texts are no names.
const LIMIT_BYTES: usize = 32;
/// More letters behind the number make a sentence, not a name.
const LIMIT_SUFFIX: usize = 2;
/// More digits are no number of a corner.
const LIMIT_DIGITS: usize = 6;

impl<'a> Key<'a> {
    /// By the last number of a name, or the letter that it is; `None` for other texts, which count nothing.
    pub(super) fn of(name: &'a str) -> Option<Self> {
        let name = name.trim_matches(|c: char| c.is_whitespace() || "().:".contains(c));
        if name.len() > LIMIT_BYTES {
            return None;
        }
        let Some(last) = name.rfind(|c: char| c.is_ascii_digit()) else {
            let mut letters = name.chars();
            let letter = letters.next().filter(|c| c.is_alphabetic())?;
            return letters.next().is_none().then_some(Self {
                prefix: "",
                number: u32::from(letter.to_ascii_uppercase()),
                suffix: "",
                is_letter: true,
            });
        };
        let (before, suffix) = name.split_at_checked(last + 1)?;
        let prefix = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = before.get(prefix.len()..)?;
        let is_name = suffix.chars().count() <= LIMIT_SUFFIX
            && !suffix.contains(char::is_whitespace)
            && digits.len() <= LIMIT_DIGITS;
        is_name.then_some(())?;
        Some(Self {
            prefix: prefix.trim(),
            number: digits.parse().ok()?,
            suffix,
            is_letter: false,
        })
    }

    pub(super) fn is_of(&self, other: &Self) -> bool {
        self.is_letter == other.is_letter && self.prefix.eq_ignore_ascii_case(other.prefix)
    }

    /// Comes right after another one.
    pub(super) fn follows(&self, before: &Self) -> bool {
        let is_next = self.number == before.number + 1
            || (self.number == before.number && self.suffix != before.suffix);
        self.is_of(before) && is_next
    }

    /// The name after this one, where none stands.
    pub(super) const fn next(&self) -> Self {
        Self {
            prefix: self.prefix,
            number: self.number + 1,
            suffix: "",
            is_letter: self.is_letter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_go_on_are_told_from_others() {
        for (before, name) in [
            ("1", "2"),
            ("M9", "M10"),
            ("1", "1'"),
            ("3", "3a"),
            ("3a", "4"),
            ("I,1", "I,2"),
            ("A", "B"),
            ("1.", "2."),
            ("(7)", "(8)"),
        ] {
            let [before, name] = [before, name].map(|name| Key::of(name).unwrap());
            assert!(name.follows(&before), "{name:?}");
        }
        for (before, name) in [("1", "3"), ("M1", "N2"), ("2", "1"), ("O", "2"), ("4", "4")] {
            let [before, name] = [before, name].map(|name| Key::of(name).unwrap());
            assert!(!name.follows(&before), "{name:?}");
        }
        for text in ["", "be tong", "5. Ghi chú", "12345678", "Cọc"] {
            assert_eq!(Key::of(text), None, "{text}");
        }
    }
}
