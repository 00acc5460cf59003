//! Texts in the cells of a table: none ends its cell, and none is taken for a formula. One guard for every table.

use super::line::line;
use crate::direction::is_mark;

/// A text as a cell of CSV. An apostrophe stands before the signs that begin a formula.
///
/// # Sources
/// OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab, carriage return and line feed, and the full-width signs of the first
/// four. The last three never stand in a line.
pub fn quoted(text: &str) -> String {
    let text = line(text);
    let is_formula = begins_formula(&text);
    if !is_formula && !text.contains([',', ';', '"', '\'', '|']) {
        return text;
    }
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// Whether a spreadsheet program may take a text for a formula: by its first sign that is seen, narrow, wide or small.
pub(super) fn begins_formula(text: &str) -> bool {
    let is_unseen = |c: char| {
        c.is_whitespace()
            || is_mark(c)
            || matches!(
                c,
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
            )
    };
    text.trim_start_matches(is_unseen).starts_with([
        '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−',
    ])
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn texts_that_begin_a_formula_are_guarded() {
        for (text, expected) in [
            (
                "=HYPERLINK(\"http://a\";\"b\")",
                "\"'=HYPERLINK(\"\"http://a\"\";\"\"b\"\")\"",
            ),
            ("\t=1+1", "\"'=1+1\""),
            ("\r\n+84", "\"'+84\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("＝1", "\"'＝1\""),
            ("\u{200b}=1", "\"'\u{200b}=1\""),
            ("\u{202e}=1", "\"'\u{202e}=1\""),
            ("﹦1", "\"'﹦1\""),
            ("a\",=1+1,\"", "\"a\"\",=1+1,\"\"\""),
            ("Cụm A - B", "Cụm A - B"),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
