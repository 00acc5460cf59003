//! Characters that are not seen and turn the direction of the text after them. In a name they turn the sentence it stands
//! in: a name is read without them.
//!
//! # Sources
//! Unicode Standard Annex #9, section 2: the marks, embeddings, overrides and isolates.

/// Whether a character sets a direction and is nothing else.
pub const fn is_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text without such characters.
pub fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn marks_go_and_letters_of_any_direction_stay() {
        assert_eq!(
            without_marks("\u{202e}A\u{2067}\u{2069}\u{200f}B\u{61c}"),
            "AB"
        );
        assert_eq!(without_marks("مجمع صناعي Cụm"), "مجمع صناعي Cụm");
    }
}
