//! Maps from the codes of a font to letters, and how many bytes a code has (CMap files).

use super::object::{Lexer, Object};
use crate::order;

/// Most ranges kept; a font has some thousand letters.
const MOST_RANGES: usize = 200_000;

/// Codes one after the other and the letters of the first; of the others the last unit counts on.
struct Range {
    first: u32,
    last: u32,
    letters: Vec<u16>,
}

#[derive(Default)]
pub(super) struct CMap {
    /// By their first codes.
    ranges: Vec<Range>,
    /// Bytes of a code, and the first and last of these.
    pub spaces: Vec<(usize, u32, u32)>,
}

impl CMap {
    pub fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes, 0);
        let mut given: Vec<Object> = Vec::new();
        loop {
            match lexer.object() {
                None => break,
                Some(Object::Word(word)) => {
                    match word.as_slice() {
                        b"endbfchar" => map.singles(&given),
                        b"endbfrange" => map.several(&given),
                        b"endcodespacerange" => map.spaces(&given),
                        _ => {}
                    }
                    given.clear();
                }
                Some(object) => given.push(object),
            }
        }
        // Stable: of two for one code the later one stays behind.
        order::long_by_key(&mut map.ranges, |range| range.first);
        map
    }

    fn add(&mut self, first: u32, last: u32, letters: &[u8]) {
        if self.ranges.len() < MOST_RANGES && first <= last {
            let letters = match letters {
                [one] => vec![u16::from(*one)],
                many => many
                    .as_chunks()
                    .0
                    .iter()
                    .map(|unit| u16::from_be_bytes(*unit))
                    .collect(),
            };
            self.ranges.push(Range {
                first,
                last,
                letters,
            });
        }
    }

    fn singles(&mut self, given: &[Object]) {
        for pair in given.as_chunks::<2>().0 {
            if let [Object::Text(text), Object::Text(letters)] = pair {
                let code = code(text);
                self.add(code, code, letters);
            }
        }
    }

    fn several(&mut self, given: &[Object]) {
        for triple in given.as_chunks::<3>().0 {
            match triple {
                [
                    Object::Text(first),
                    Object::Text(last),
                    Object::Text(letters),
                ] => {
                    self.add(code(first), code(last), letters);
                }
                [Object::Text(first), Object::Text(last), Object::Array(each)] => {
                    for (code, letters) in (code(first)..=code(last)).zip(each) {
                        self.add(code, code, letters.text().unwrap_or_default());
                    }
                }
                _ => {}
            }
        }
    }

    fn spaces(&mut self, given: &[Object]) {
        for pair in given.as_chunks::<2>().0 {
            if let [Object::Text(first), Object::Text(last)] = pair
                && (1..=4).contains(&first.len())
                && self.spaces.len() < 100
            {
                self.spaces.push((first.len(), code(first), code(last)));
            }
        }
    }

    /// The letters of a code.
    pub fn letters(&self, code: u32) -> Option<String> {
        let behind = self.ranges.partition_point(|range| range.first <= code);
        let range = self.ranges.get(behind.checked_sub(1)?)?;
        if code > range.last {
            return None;
        }
        let mut units = range.letters.clone();
        if let Some(last) = units.last_mut() {
            let step = u16::try_from(code - range.first).ok()?;
            *last = last.checked_add(step)?;
        }
        String::from_utf16(&units).ok()
    }
}

pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_the_letters_of_their_ranges() {
        let map = CMap::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0003> <0020> <0005> <00660069> endbfchar\n\
              2 beginbfrange <0013> <001C> <0030> <0020> <0021> [<0041> <1ECD>] endbfrange",
        );
        assert_eq!(map.spaces, [(2, 0, 0xffff)]);
        let letters = [3, 5, 0x13, 0x1c, 0x21, 4, 0x1d].map(|code| map.letters(code));
        let expected = [
            Some(" "),
            Some("fi"),
            Some("0"),
            Some("9"),
            Some("ọ"),
            None,
            None,
        ];
        assert_eq!(letters.each_ref().map(Option::as_deref), expected);
    }

    #[test]
    fn endless_ranges_take_no_room() {
        let map = CMap::read(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert_eq!(map.letters(1).as_deref(), Some("B"));
        assert_eq!(map.letters(0xffff_ffff), None);
    }
}
