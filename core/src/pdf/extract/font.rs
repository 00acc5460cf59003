//! What the codes of a font stand for, and how wide they are set.

use super::Fault;
use super::cmap::{CMap, code};
use super::encoding::{Encoding, WIDTHS, letter_of};
use super::file::File;
use super::object::{Dict, Object};
use crate::order;

/// Stands for a letter that the file does not tell.
pub(super) const UNKNOWN: char = '\u{fffd}';

#[derive(Default)]
pub(super) struct Font {
    /// Codes of several bytes.
    is_composite: bool,
    /// Bytes of a code, where they are told.
    spaces: Vec<(usize, u32, u32)>,
    letters: Option<CMap>,
    /// Of a font with one byte a letter.
    table: Vec<Option<char>>,
    /// Of the codes from a first to a last one, by the first.
    widths: Vec<(u32, u32, f64)>,
    usual_width: f64,
    /// Thousandths of the size that a width counts in; other with fonts that are drawn in the file (Type 3).
    pub unit: f64,
}

/// One letter, or several drawn as one.
pub(super) struct Sign {
    pub letters: String,
    /// In units of the font's size.
    pub width: f64,
    /// The blank that word spacing is added to.
    pub is_space: bool,
}

impl Font {
    pub fn read(file: &File<'_>, dict: &Dict) -> Result<Self, Fault> {
        let mut font = Self {
            unit: 0.001,
            ..Self::default()
        };
        if let Some(map) = dict.get(b"ToUnicode")
            && let Ok((_, bytes)) = file.stream(map)
        {
            font.letters = Some(CMap::read(&bytes));
        }
        match file.of(dict, b"Subtype").name() {
            Some(b"Type0") => font.composite(file, dict)?,
            subtype => {
                if subtype == Some(b"Type3") {
                    let matrix = file.numbers(dict, b"FontMatrix");
                    font.unit = matrix.first().copied().unwrap_or(font.unit).abs();
                }
                font.simple(file, dict);
            }
        }
        order::long_by_key(&mut font.widths, |(first, ..)| *first);
        Ok(font)
    }

    fn composite(&mut self, file: &File<'_>, dict: &Dict) -> Result<(), Fault> {
        self.is_composite = true;
        let encoding = dict.get(b"Encoding").unwrap_or(&Object::Null);
        if !matches!(file.resolve(encoding), Object::Name(_)) {
            let (_, bytes) = file.stream(encoding)?;
            self.spaces = CMap::read(&bytes).spaces;
        }
        let below = file.of(dict, b"DescendantFonts");
        let below = below
            .array()
            .and_then(<[_]>::first)
            .map(|it| file.resolve(it));
        let below = below
            .as_ref()
            .and_then(Object::dict)
            .ok_or(Fault::Damaged)?;
        self.usual_width = file.number(below, b"DW").unwrap_or(1000.0);
        let widths = file.of(below, b"W");
        let mut items = widths
            .array()
            .unwrap_or_default()
            .iter()
            .map(|it| file.resolve(it));
        while let (Some(first), Some(second)) = (items.next(), items.next()) {
            let Some(first) = first.count() else { break };
            match second {
                Object::Array(each) => {
                    for (code, width) in (first..).zip(&each) {
                        self.set_width(code, code, file.resolve(width).number());
                    }
                }
                last => {
                    let width = items.next().and_then(|it| it.number());
                    self.set_width(first, last.count().unwrap_or_default(), width);
                }
            }
        }
        Ok(())
    }

    fn set_width(&mut self, first: u32, last: u32, width: Option<f64>) {
        self.widths.extend(width.map(|width| (first, last, width)));
    }

    fn width(&self, code: u32) -> f64 {
        let behind = self.widths.partition_point(|(first, ..)| *first <= code);
        let found = behind
            .checked_sub(1)
            .and_then(|index| self.widths.get(index));
        let found = found.filter(|(_, last, _)| code <= *last);
        found.map_or(self.usual_width, |(.., width)| *width)
    }

    fn simple(&mut self, file: &File<'_>, dict: &Dict) {
        let name = file.of(dict, b"BaseFont");
        let name = name.name().unwrap_or_default();
        let describes = file.dict(dict, b"FontDescriptor");
        let first = file.of(dict, b"FirstChar").count().unwrap_or_default();
        let widths = file.numbers(dict, b"Widths");
        self.usual_width = file.number(&describes, b"MissingWidth").unwrap_or(0.0);
        for (code, width) in (first..=255).zip(&widths) {
            self.set_width(code, code, Some(*width));
        }
        if widths.is_empty() {
            self.usual_width = 600.0;
            let has = |word: &[u8]| name.windows(word.len()).any(|part| part == word);
            let [helvetica, times] = &WIDTHS;
            let known = if has(b"Courier") {
                None
            } else if has(b"Times") {
                Some(times)
            } else {
                Some(helvetica)
            };
            for (code, width) in (32..).zip(known.into_iter().flatten()) {
                self.set_width(code, code, Some(f64::from(*width)));
            }
        }
        let encoding = file.of(dict, b"Encoding");
        let named = |object: &Object| object.name().and_then(Encoding::of);
        let (base, changes) = match &encoding {
            Object::Dict(encoding) => {
                let base = named(&file.of(encoding, b"BaseEncoding"));
                (base, file.of(encoding, b"Differences"))
            }
            other => (named(other), Object::Null),
        };
        // A font of its own in the file may have anything under its codes; one of signs has.
        let is_embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"]
            .iter()
            .any(|key| describes.get(key).is_some());
        let flags = file.of(&describes, b"Flags").count().unwrap_or_default();
        let is_of_signs = [&b"Symbol"[..], b"Dingbats", b"Wingdings"]
            .iter()
            .any(|word| name.windows(word.len()).any(|part| part == *word));
        let is_type_3 = file.of(dict, b"Subtype").name() == Some(b"Type3");
        let is_private = is_of_signs || is_type_3 || (is_embedded && flags & 4 != 0);
        let base = base
            .filter(|_| !is_of_signs)
            .or((!is_private).then_some(Encoding::Standard));
        self.table = (0..=255)
            .map(|code| base.and_then(|base| base.letter(code)))
            .collect();
        let mut at = 0;
        for change in changes.array().unwrap_or_default() {
            match file.resolve(change) {
                Object::Number(_) => at = change.count().unwrap_or_default() as usize,
                Object::Name(name) => {
                    let letter = std::str::from_utf8(&name).ok().and_then(letter_of);
                    if let Some(place) = self.table.get_mut(at) {
                        *place = letter;
                    }
                    at += 1;
                }
                _ => {}
            }
        }
    }

    /// The signs of a text, each with the bytes that it takes.
    pub fn signs(&self, text: &[u8]) -> Vec<Sign> {
        let mut signs = Vec::with_capacity(text.len());
        let mut rest = text;
        while !rest.is_empty() {
            let (bytes, after) = rest
                .split_at_checked(self.length(rest))
                .unwrap_or((rest, &[]));
            rest = after;
            let code = code(bytes);
            signs.push(Sign {
                letters: self.letters(code),
                width: self.width(code) * self.unit,
                is_space: bytes == b" ",
            });
        }
        signs
    }

    /// Bytes of the next code.
    fn length(&self, text: &[u8]) -> usize {
        if !self.is_composite {
            return 1;
        }
        let fits = |(length, first, last): &&(usize, u32, u32)| {
            text.get(..*length)
                .is_some_and(|bytes| (*first..=*last).contains(&code(bytes)))
        };
        self.spaces
            .iter()
            .find(fits)
            .map_or(2, |(length, ..)| *length)
    }

    fn letters(&self, code: u32) -> String {
        let told = self.letters.as_ref().and_then(|map| map.letters(code));
        let is_letter = |text: &String| {
            !text.is_empty()
                && !text
                    .chars()
                    .any(|c| c == '\0' || ('\u{e000}'..='\u{f8ff}').contains(&c))
        };
        let own = || {
            let letter = self.table.get(code as usize).copied().flatten();
            letter.unwrap_or(UNKNOWN).to_string()
        };
        told.filter(is_letter).unwrap_or_else(own)
    }
}
