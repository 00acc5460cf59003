use std::ops::Range;

use super::super::{
    Found, ReadError, blank::is_blank, figure::figure, findings::Findings, place::line_column,
};
use crate::boundary::{Position, Ring};

/// Goes forward through a WKT text.
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

/// x, y, and at most a height and a measure.
const LIMIT_VALUES: usize = 4;

impl<'a> Scan<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Through a part of the text.
    pub(super) fn within(text: &'a str, part: Range<usize>) -> Self {
        Self {
            text: text.get(..part.end).unwrap_or_default(),
            at: part.start,
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, is_blank: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_blank).len();
    }

    fn skip_blank(&mut self) {
        self.skip(is_blank);
    }

    /// Passes over what may stand between two geometries; `false` at the end of the text.
    pub(super) fn next_geometry(&mut self) -> bool {
        self.skip(|c| is_blank(c) || matches!(c, ';' | '\0'));
        !self.rest().is_empty()
    }

    /// Takes the next character when it is `wanted`.
    pub(super) fn take(&mut self, wanted: char) -> bool {
        self.skip_blank();
        let there = self.rest().starts_with(wanted);
        if there {
            self.at += wanted.len_utf8();
        }
        there
    }

    pub(super) fn expect(&mut self, wanted: char) -> Result<(), ReadError> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(self.bad())
        }
    }

    /// The next characters that are letters, digits, or otherwise no sign of WKT.
    pub(super) fn word(&mut self) -> &'a str {
        self.skip_blank();
        let rest = self.rest();
        let end = rest
            .find(|c: char| c.is_whitespace() || "(),;=".contains(c))
            .unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// Takes the next word when it is `wanted`, in whatever case.
    pub(super) fn take_word(&mut self, wanted: &str) -> bool {
        let before = self.at;
        let there = self.word().eq_ignore_ascii_case(wanted);
        if !there {
            self.at = before;
        }
        there
    }

    /// Where the next sign stands.
    pub(super) fn offset(&mut self) -> usize {
        self.skip_blank();
        self.at
    }

    /// "No valid WKT" here.
    fn bad(&self) -> ReadError {
        self.bad_at(self.at)
    }

    pub(super) fn bad_at(&self, byte: usize) -> ReadError {
        let (line, column) = line_column(self.text, byte);
        ReadError::BadWkt { line, column }
    }

    /// A list in brackets, or the word EMPTY.
    pub(super) fn list(
        &mut self,
        item: &mut dyn FnMut(&mut Self) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        if self.take_word("EMPTY") {
            return Ok(());
        }
        self.expect('(')?;
        loop {
            item(self)?;
            if self.take(')') {
                return Ok(());
            }
            self.expect(',')?;
        }
    }

    pub(super) fn ring(&mut self, found: &mut Findings) -> Result<Ring, ReadError> {
        let mut ring = Ring::new();
        self.list(&mut |scan| {
            // A point of MULTIPOINT may stand in brackets of its own.
            let bracket = scan.take('(');
            ring.push(scan.position()?);
            found.count_corner()?;
            if bracket { scan.expect(')') } else { Ok(()) }
        })?;
        Ok(ring)
    }

    pub(super) fn rings(&mut self, found: &mut Findings) -> Result<Vec<Ring>, ReadError> {
        let mut rings = Vec::new();
        self.list(&mut |scan| {
            rings.push(scan.ring(found)?);
            Ok(())
        })?;
        Ok(rings)
    }

    /// The rings of a polygon without the empty ones. The first is the shell: without it the holes would be measured.
    pub(super) fn polygon(&mut self, found: &mut Findings) -> Result<Vec<Ring>, ReadError> {
        let start = self.offset();
        let mut rings = self.rings(found)?;
        let has_shell = rings.first().is_some_and(|shell| !shell.is_empty());
        rings.retain(|ring| !ring.is_empty());
        if has_shell || rings.is_empty() {
            return Ok(rings);
        }
        let (line, column) = line_column(self.text, start);
        Err(ReadError::NoShell { line, column })
    }

    pub(super) fn parts(&mut self, found: &mut Findings) -> Result<Vec<Vec<Ring>>, ReadError> {
        let mut parts = Vec::new();
        self.list(&mut |scan| {
            parts.push(scan.polygon(found)?);
            Ok(())
        })?;
        Ok(parts)
    }

    /// Two numbers; a height and a measure are read and dropped.
    fn position(&mut self) -> Result<Position, ReadError> {
        let x = self.coordinate()?;
        let y = self.coordinate()?;
        for _ in 2..LIMIT_VALUES {
            self.skip_blank();
            if self.rest().starts_with([',', ')']) || self.rest().is_empty() {
                break;
            }
            self.coordinate()?;
        }
        Ok([x, y])
    }

    fn coordinate(&mut self) -> Result<f64, ReadError> {
        self.skip_blank();
        let start = self.at;
        if self.rest().is_empty() {
            return Err(self.bad());
        }
        let word = self.word();
        figure(word).ok_or_else(|| {
            let (line, column) = line_column(self.text, start);
            ReadError::BadCoordinates {
                found: word.chars().take(24).collect(),
                place: Found::Text { line, column },
            }
        })
    }
}
