use serde_json::Value;
use thiserror::Error;

/// Objects and lists inside each other, at most. No document of ours is deeper than ten.
pub const DEPTH_LIMIT: usize = 64;

/// Why a text is no JSON document that we read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextError {
    #[error("not JSON: line {line}, column {column}")]
    NotJson { line: usize, column: usize },
    #[error("nested deeper than {limit}")]
    TooDeep { limit: usize },
    #[error("{bytes} bytes, more than {limit}")]
    TooLarge { bytes: usize, limit: usize },
}

/// As [`parse`], of a text with at most so many bytes.
pub fn parse_within(text: &str, limit: usize) -> Result<Value, TextError> {
    let bytes = text.len();
    if bytes > limit {
        return Err(TextError::TooLarge { bytes, limit });
    }
    parse(text)
}

/// The value of a JSON text; a byte order mark in front is passed over.
pub fn parse(text: &str) -> Result<Value, TextError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if too_deep(text) {
        return Err(TextError::TooDeep { limit: DEPTH_LIMIT });
    }
    serde_json::from_str(text).map_err(|error| TextError::NotJson {
        line: error.line(),
        column: error.column(),
    })
}

/// Counted before parsing, so that no parser ever recurses deeper.
fn too_deep(text: &str) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'[' | b'{' => {
                depth += 1;
                if depth > DEPTH_LIMIT {
                    return true;
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{DEPTH_LIMIT, TextError, parse};

    #[test]
    fn deep_nesting_is_refused_before_it_is_parsed() {
        let at_limit = "[".repeat(DEPTH_LIMIT) + &"]".repeat(DEPTH_LIMIT);
        assert!(parse(&at_limit).is_ok());
        let deeper = "[".repeat(100_000);
        assert_eq!(
            parse(&deeper),
            Err(TextError::TooDeep { limit: DEPTH_LIMIT })
        );
    }

    #[test]
    fn brackets_inside_strings_are_no_nesting() {
        let text = format!("[\"{}\\\"[[\"]", "[".repeat(200));
        assert!(parse(&text).is_ok());
    }

    #[test]
    fn a_syntax_error_is_reported_with_its_place() {
        assert_eq!(
            parse("{\n  \"a\": 1,\n}"),
            Err(TextError::NotJson { line: 3, column: 1 })
        );
    }

    #[test]
    fn every_double_reads_back_to_the_last_bit() {
        for value in [0.1 + 0.2, 105.612_345_678_901_23, 5e-324, f64::MAX] {
            let text = crate::json::canonical_number(value);
            assert_eq!(parse(&text).unwrap().as_f64(), Some(value));
        }
    }
}
