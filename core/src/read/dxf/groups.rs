use super::super::{Found, ReadError, blank::is_invisible};
use crate::number::nearest;

/// One group of a drawing: a code, which says what the value is, and the value, on two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group<'a> {
    pub code: u16,
    pub value: &'a str,
    /// Line of the value, from 1 on.
    pub line: usize,
}

impl Group<'_> {
    /// Whether a new thing begins: an entity, a section, the end.
    pub(super) fn begins(&self, what: &str) -> bool {
        self.code == 0 && self.value == what
    }

    /// # Errors
    /// A value that is no finite number.
    pub(super) fn number(&self) -> Result<f64, ReadError> {
        let value = self.value.trim_matches(is_invisible);
        let number = nearest(value).filter(|number| number.is_finite());
        number.ok_or_else(|| ReadError::BadCoordinates {
            found: self.value.chars().take(LIMIT_FOUND).collect(),
            place: Found::Text {
                line: self.line,
                column: 1,
            },
        })
    }

    /// The bits of a flag; none when it is no number.
    pub(super) fn bits(&self) -> u32 {
        self.value.parse().unwrap_or_default()
    }
}

/// Letters of a bad value that are shown.
const LIMIT_FOUND: usize = 40;

/// The groups of a drawing in their order.
pub(super) struct Groups<'a> {
    lines: std::str::Lines<'a>,
    line: usize,
    /// A group that was looked at and is still to come.
    next: Option<Group<'a>>,
}

impl<'a> Groups<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            lines: text.lines(),
            line: 0,
            next: None,
        }
    }

    /// # Errors
    /// The text ends, or a line is no code: a whole drawing says `EOF` before.
    pub(super) fn next(&mut self) -> Result<Group<'a>, ReadError> {
        if let Some(group) = self.next.take() {
            return Ok(group);
        }
        let bad = self.bad();
        let mut line = || self.lines.next().map(str::trim);
        let (Some(Ok(code)), Some(value)) = (line().map(str::parse), line()) else {
            return Err(bad);
        };
        self.line += 2;
        Ok(Group {
            code,
            value,
            line: self.line,
        })
    }

    /// Damage where the last group ended.
    pub(super) const fn bad(&self) -> ReadError {
        ReadError::BadDxf {
            line: self.line + 1,
        }
    }

    /// Hands a group back, to come again.
    pub(super) const fn put_back(&mut self, group: Group<'a>) {
        self.next = Some(group);
    }

    /// The next group of the thing that is read; `None` where another one begins.
    pub(super) fn within(&mut self) -> Result<Option<Group<'a>>, ReadError> {
        let group = self.next()?;
        if group.code == 0 {
            self.put_back(group);
            return Ok(None);
        }
        Ok(Some(group))
    }
}

/// A name without the spelling of older programs for letters beyond ASCII: "C\U+1EE5m" → "Cụm".
pub(super) fn unescape(name: &str) -> String {
    let mut pieces = name.split("\\U+");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let letter = piece
            .get(..4)
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match letter {
            Some(letter) => {
                plain.push(letter);
                plain.push_str(piece.get(4..).unwrap_or_default());
            }
            None => {
                plain.push_str("\\U+");
                plain.push_str(piece);
            }
        }
    }
    plain
}
