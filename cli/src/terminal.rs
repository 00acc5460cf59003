//! Everything that is printed goes through here: names of files and keys of a hostile file may hold characters that give
//! orders to a terminal, or that are not seen and turn what stands after them.

use std::borrow::Cow;
use std::fmt::Write;

use cluster_ready_core::direction;

/// A text with such characters as JSON escapes them, which is what they stand for in a line of JSON.
pub fn escaped(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    // Most lines are plain, and bytes are looked at many at a time.
    if text.bytes().all(is_plain) || !text.chars().any(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

/// Control characters, marks of direction, and others that are not seen.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || direction::is_mark(c)
        || matches!(
            c,
            '\u{ad}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200d}'
                | '\u{2028}'..='\u{2029}'
                | '\u{2060}'..='\u{2064}'
                | '\u{206a}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(
            escaped("a\u{1b}[31m\u{9b}1m\u{7f}\u{202e}\u{2066}\r\n"),
            r"a\u001b[31m\u009b1m\u007f\u202e\u2066\u000d\u000a"
        );
        assert_eq!(escaped("\u{e0041}"), r"\udb40\udc41");
        assert_eq!(escaped("Cụm A, 10 ha – “mới”"), "Cụm A, 10 ha – “mới”");
    }
}
