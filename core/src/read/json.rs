//! A strict JSON reader that goes forward only: nothing is built that is not asked for, so a large file costs no more
//! than its coordinates, and every error has its line and column.

use super::{Found, ReadError, figure::leading, place::line_column};

/// Deepest nesting of arrays and objects.
pub(super) const LIMIT_DEPTH: usize = 128;

pub(super) struct Json<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

/// Whether an array or object has begun to give out its members.
#[derive(Default)]
pub(super) struct Members {
    begun: bool,
}

impl<'a> Json<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// The next character that is no white space.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        match self.bytes().get(self.at) {
            Some(byte) if *byte > b' ' => Some(*byte),
            _ => self.behind_blanks(),
        }
    }

    #[inline(never)]
    fn behind_blanks(&mut self) -> Option<u8> {
        let rest = self.bytes().get(self.at..)?;
        let blank = rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            .count();
        self.at += blank;
        rest.get(blank).copied()
    }

    /// Takes the next character when it is `wanted`.
    #[inline]
    pub(super) fn take(&mut self, wanted: u8) -> bool {
        let there = self.peek() == Some(wanted);
        if there {
            self.at += 1;
        }
        there
    }

    fn expect(&mut self, wanted: u8) -> Result<(), ReadError> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(self.bad())
        }
    }

    /// "No valid JSON" here.
    pub(super) fn bad(&self) -> ReadError {
        let (line, column) = self.place_at(self.at);
        ReadError::BadJson { line, column }
    }

    pub(super) fn too_deep(&self, limit: usize) -> ReadError {
        let (line, column) = self.place_at(self.at);
        ReadError::TooDeep {
            limit,
            line,
            column,
        }
    }

    /// "Brackets of the wrong depth" at a byte.
    pub(super) fn wrong_depth(&self, byte: usize) -> ReadError {
        let (line, column) = self.place_at(byte);
        ReadError::WrongDepth { line, column }
    }

    /// "A hole without an outer ring" in what begins at a byte.
    pub(super) fn no_shell(&self, byte: usize) -> ReadError {
        let (line, column) = self.place_at(byte);
        ReadError::NoShell { line, column }
    }

    /// "No coordinate" here, with what stands there instead.
    pub(super) fn bad_coordinate(&self) -> ReadError {
        self.bad_coordinate_at(self.at)
    }

    pub(super) fn bad_coordinate_at(&self, byte: usize) -> ReadError {
        let found: String = self
            .text
            .get(byte..)
            .unwrap_or_default()
            .chars()
            .take_while(|c| !matches!(c, ',' | ']' | '}' | '\n'))
            .take(24)
            .collect();
        let (line, column) = self.place_at(byte);
        ReadError::BadCoordinates {
            found: found.trim().to_owned(),
            place: Found::Text { line, column },
        }
    }

    pub(super) const fn offset(&self) -> usize {
        self.at
    }

    /// Line and column (in characters) of a byte, from 1 on.
    pub(super) fn place_at(&self, byte: usize) -> (usize, usize) {
        line_column(self.text, byte)
    }

    pub(super) fn begin(&mut self, bracket: u8) -> Result<Members, ReadError> {
        self.expect(bracket)?;
        self.depth += 1;
        if self.depth > LIMIT_DEPTH {
            return Err(self.too_deep(LIMIT_DEPTH));
        }
        Ok(Members::default())
    }

    /// Goes to the next member; `false` after the last one.
    pub(super) fn next(&mut self, members: &mut Members, bracket: u8) -> Result<bool, ReadError> {
        if self.take(bracket) {
            self.depth -= 1;
            return Ok(false);
        }
        if members.begun {
            self.expect(b',')?;
        }
        members.begun = true;
        Ok(true)
    }

    /// The key of an object's next member.
    pub(super) fn next_key(&mut self, members: &mut Members) -> Result<Option<String>, ReadError> {
        if !self.next(members, b'}')? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.bad());
        }
        let key = self.string()?;
        self.expect(b':')?;
        Ok(Some(key))
    }

    pub(super) fn string(&mut self) -> Result<String, ReadError> {
        self.expect(b'"')?;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest
                .find(|c: char| c == '"' || c == '\\' || c < ' ')
                .ok_or_else(|| self.bad())?;
            text.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            // Here white space counts.
            if self.bytes().get(self.at) == Some(&b'"') {
                self.at += 1;
                return Ok(text);
            }
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, ReadError> {
        let Some(&[b'\\', letter]) = self.bytes().get(self.at..self.at + 2) else {
            return Err(self.bad());
        };
        self.at += 2;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.hex()?;
                let code = if (0xd800..0xdc00).contains(&high)
                    && self.text.get(self.at..self.at + 2) == Some("\\u")
                {
                    self.at += 2;
                    let low = self.hex()?;
                    0x1_0000 + ((high - 0xd800) << 10) + (low.wrapping_sub(0xdc00) & 0x3ff)
                } else {
                    high
                };
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(self.bad()),
        })
    }

    fn hex(&mut self) -> Result<u32, ReadError> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += 4;
        code.ok_or_else(|| self.bad())
    }

    /// A number after JSON's grammar; `None` where no number stands. Too large ones are infinite.
    pub(super) fn number(&mut self) -> Result<Option<f64>, ReadError> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            return Ok(None);
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let (length, value) = leading(rest).ok_or_else(|| self.bad())?;
        self.at += length;
        Ok(Some(value))
    }

    /// Passes over any one value.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        // The open brackets, innermost last; no recursion over input.
        let mut open: Vec<(u8, Members)> = Vec::new();
        loop {
            match self.peek() {
                Some(b'{') => open.push((b'}', self.begin(b'{')?)),
                Some(b'[') => open.push((b']', self.begin(b'[')?)),
                Some(b'"') => drop(self.string()?),
                Some(b'-' | b'0'..=b'9') => drop(self.number()?),
                _ => self.word()?,
            }
            loop {
                let Some((bracket, members)) = open.last_mut() else {
                    return Ok(());
                };
                let more = if *bracket == b'}' {
                    self.next_key(members)?.is_some()
                } else {
                    self.next(members, b']')?
                };
                if more {
                    break;
                }
                open.pop();
            }
        }
    }

    fn word(&mut self) -> Result<(), ReadError> {
        let rest = self.bytes().get(self.at..).unwrap_or_default();
        for word in ["null", "true", "false"] {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(());
            }
        }
        Err(self.bad())
    }

    /// Only white space may be left.
    pub(super) fn end(&mut self) -> Result<(), ReadError> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.bad()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(text: &str) -> Result<(), ReadError> {
        let mut json = Json::new(text);
        json.skip()?;
        json.end()
    }

    #[test]
    fn valid_json_is_passed_over() {
        for text in [
            "{}",
            "[]",
            " [1, -2.5e+3, \"a\\u00e9\\n\", {\"b\":[[],{}]}, null, true] ",
            "0",
            "\"\\ud83d\\ude00\"",
        ] {
            assert_eq!(skipped(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn invalid_json_is_refused() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\" 1}",
            "{\"a\":1,}",
            "01",
            "1.",
            "-",
            "nul",
            "[1 2]",
            "\"a",
            "1 1",
            "\"\\x\"",
            "\"\\u12g4\"",
            "[1]]",
            "{1:2}",
            "\"\u{1}\"",
            "\"a\n\"",
            "\"a\t\\n\"",
            "NaN",
            "+1",
            "{\"a\":1}\0",
        ] {
            assert!(
                matches!(skipped(text), Err(ReadError::BadJson { .. })),
                "{text}"
            );
        }
    }

    #[test]
    fn error_names_line_and_column() {
        let error = skipped("{\n \"é\": x}").unwrap_err();
        assert_eq!(error, ReadError::BadJson { line: 2, column: 7 });
    }

    #[test]
    fn nesting_beyond_the_limit_is_refused() {
        let text = "[".repeat(100_000);
        assert!(matches!(
            skipped(&text),
            Err(ReadError::TooDeep { limit: 128, .. })
        ));
    }
}
