//! Rust text taken apart into code, string literals and comments, as far as the checks need it.

/// A piece of text and the line it starts on (from 1).
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    pub line: usize,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Lexed {
    /// The text with comments gone and string literals empty, line by line as before.
    pub code: String,
    pub literals: Vec<Piece>,
    pub comments: Vec<Piece>,
}

pub fn lex(text: &str) -> Lexed {
    let mut lexed = Lexed::default();
    let mut rest = text;
    let mut line = 1;
    let mut before = ' ';
    while let Some(char) = rest.chars().next() {
        let (length, kind) = token(rest, before);
        let (taken, after) = rest.split_at(length);
        match kind {
            Kind::Code => lexed.code.push_str(taken),
            Kind::Comment => lexed.comments.push(Piece {
                line,
                text: taken.to_owned(),
            }),
            Kind::Literal { open, close } => {
                let inner = taken
                    .get(open..taken.len().saturating_sub(close))
                    .unwrap_or("");
                lexed.literals.push(Piece {
                    line,
                    text: inner.to_owned(),
                });
                lexed.code.push_str("\"\"");
            }
        }
        let lines = taken.matches('\n').count();
        if kind != Kind::Code {
            lexed.code.push_str(&"\n".repeat(lines));
        }
        line += lines;
        before = taken.chars().next_back().unwrap_or(char);
        rest = after;
    }
    lexed
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Code,
    Comment,
    Literal { open: usize, close: usize },
}

/// The first token's length in bytes; `before` is the character in front of it.
fn token(text: &str, before: char) -> (usize, Kind) {
    if text.starts_with("//") {
        return (text.find('\n').unwrap_or(text.len()), Kind::Comment);
    }
    if text.starts_with("/*") {
        return (block_comment(text), Kind::Comment);
    }
    if text.starts_with('"') {
        return (quoted(text), Kind::Literal { open: 1, close: 1 });
    }
    let word_before = before.is_alphanumeric() || before == '_';
    if !word_before && let Some(hashes) = raw_opening(text) {
        let close = format!("\"{}", "#".repeat(hashes));
        let open = hashes + 2;
        let end = text
            .get(open..)
            .and_then(|inner| inner.find(&close))
            .map_or(text.len(), |at| open + at + close.len());
        return (
            end,
            Kind::Literal {
                open,
                close: close.len(),
            },
        );
    }
    if let Some(inner) = text.strip_prefix('\'') {
        // A character is closed at once; a lifetime is not.
        let mut chars = inner.char_indices();
        match (chars.next(), chars.next()) {
            (Some((_, '\\')), Some((_, escaped))) => {
                let start = 1 + escaped.len_utf8();
                let end = inner
                    .get(start..)
                    .and_then(|tail| tail.find('\''))
                    .map_or(inner.len(), |at| start + at + 1);
                return (1 + end, Kind::Code);
            }
            (Some(_), Some((at, '\''))) => return (1 + at + 1, Kind::Code),
            _ => {}
        }
    }
    (text.chars().next().map_or(1, char::len_utf8), Kind::Code)
}

fn raw_opening(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after.get(hashes..)?.starts_with('"').then_some(hashes)
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_in_a_literal_is_no_comment() {
        let lexed = lex("let a = \"http://x\"; // web_sys\nlet b = 1;");
        assert_eq!(lexed.code, "let a = \"\"; \nlet b = 1;");
        assert_eq!(
            lexed.literals,
            [Piece {
                line: 1,
                text: "http://x".into()
            }]
        );
        assert_eq!(
            lexed.comments,
            [Piece {
                line: 1,
                text: "// web_sys".into()
            }]
        );
    }

    #[test]
    fn quote_character_and_lifetime_open_no_literal() {
        let lexed = lex("fn f<'a>(x: &'a str) { x == '\"' || x == '\\'' || x == '\\u{22}' } \"s\"");
        assert_eq!(
            lexed.literals,
            [Piece {
                line: 1,
                text: "s".into()
            }]
        );
    }

    #[test]
    fn raw_literal_ends_at_its_own_hashes() {
        let lexed = lex("r#\"a \"b\" // c\"# + /* r\"x\" /* */ */ 1\n\"d\"");
        assert_eq!(
            lexed.literals,
            [
                Piece {
                    line: 1,
                    text: "a \"b\" // c".into()
                },
                Piece {
                    line: 2,
                    text: "d".into()
                }
            ]
        );
        assert!(lexed.code.starts_with("\"\" +  1\n"));
    }
}
