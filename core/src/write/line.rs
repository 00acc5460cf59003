/// A text on one line: line breaks, tabs and other control characters become blanks, as they would break a line of a
/// table and are no characters of XML.
pub(super) fn line(text: &str) -> String {
    let pieces = text
        .split(|c: char| {
            c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
        })
        .map(str::trim)
        .filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_become_blanks_and_letters_stay() {
        assert_eq!(line("\tCụm\r\nA\u{0}\u{2028}B "), "Cụm A B");
        assert_eq!(line("=1+1"), "=1+1");
        assert_eq!(line("مجمع"), "مجمع");
    }
}
