//! Signs that nobody sees, and signs that stand for others.

use std::borrow::Cow;

use super::super::blank::is_invisible;

/// A text without invisible signs and with the digits and marks of wide type as plain ones.
pub(in crate::read) fn clean(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.contains('\u{c}') {
        return Cow::Borrowed(text);
    }
    if !text.chars().any(|c| plain(c) != Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(plain).collect())
}

const fn plain(c: char) -> Option<char> {
    match c {
        '\u{fe00}'..='\u{fe0f}' => None, // variation selectors
        _ if is_invisible(c) => None,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '\u{c}' | '\u{3000}' => Some(' '),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_and_wide_signs_are_plain() {
        for (text, expected) in [
            ("\u{200b}2325000.25\u{200e}", "2325000.25"),
            ("\u{2060}58\u{ad}0000\u{feff}", "580000"),
            ("２３２５０００．２５", "2325000.25"),
            ("\u{c}Trang 2", " Trang 2"),
            ("1\u{a0}851\u{a0}433", "1\u{a0}851\u{a0}433"),
            ("Mốc 1°", "Mốc 1°"),
        ] {
            assert_eq!(clean(text), expected);
        }
    }
}
