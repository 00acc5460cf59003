//! Letters of fonts with one byte a letter: the encodings that PDF names, and the names of glyphs.

/// What a font has under its codes before its own changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Standard,
    WinAnsi,
    MacRoman,
}

const WIN_ANSI: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// From A1 on; a blank where there is nothing.
const STANDARD: &str =
    "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";

impl Encoding {
    pub fn of(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    pub fn letter(self, code: u8) -> Option<char> {
        let nth = |text: &str, start: u8| text.chars().nth(usize::from(code - start));
        match (self, code) {
            (Self::Standard, b'\'') => Some('’'),
            (Self::Standard, b'`') => Some('‘'),
            (_, b' '..=b'~') => Some(char::from(code)),
            (Self::WinAnsi, 0x80..=0x9f) => nth(WIN_ANSI, 0x80),
            (Self::WinAnsi, 0xa0..) => Some(char::from(code)),
            (Self::MacRoman, 0x80..) => nth(MAC_ROMAN, 0x80),
            (Self::Standard, 0xa1..) => nth(STANDARD, 0xa1).filter(|letter| *letter != ' '),
            _ => None,
        }
    }
}

const NAMES: [(&str, char); 62] = [
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("sfthyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("bar", '|'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("degree", '°'),
    ("minute", '′'),
    ("second", '″'),
    ("twosuperior", '²'),
    ("section", '§'),
    ("Dcroat", 'Đ'),
    ("dcroat", 'đ'),
    ("Eth", 'Đ'),
    ("Ohorn", 'Ơ'),
    ("ohorn", 'ơ'),
    ("Uhorn", 'Ư'),
    ("uhorn", 'ư'),
    ("dotlessi", 'ı'),
];

/// Letters with a mark: the name of the mark, and the marked capitals.
const MARKED: [(&str, &str); 6] = [
    ("grave", "ÀÈÌÒÙ"),
    ("acute", "ÁÉÍÓÚÝ"),
    ("circumflex", "ÂÊÎÔÛ"),
    ("tilde", "ÃÕÑ"),
    ("dieresis", "ÄËÏÖÜ"),
    ("breve", "Ă"),
];
/// The same capitals without their marks.
const BARE: [&str; 6] = ["AEIOU", "AEIOUY", "AEIOU", "AON", "AEIOU", "A"];

/// The letter that a glyph's name stands for; what follows a dot is only how it looks.
pub(super) fn letter_of(name: &str) -> Option<char> {
    let name = match name.split_once('.') {
        Some((name, _)) if !name.is_empty() => name,
        _ => name,
    };
    if let Some(known) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(known.1);
    }
    let mut letters = name.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    if rest.is_empty() {
        return first.is_ascii_alphabetic().then_some(first);
    }
    let of_code = |digits: &str| {
        let is_code =
            (4..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| is_code)?;
        char::from_u32(code)
    };
    let code = name.strip_prefix("uni").and_then(of_code);
    if let Some(letter) = code.or_else(|| name.strip_prefix('u').and_then(of_code)) {
        return Some(letter);
    }
    let (marked, bare) = MARKED
        .iter()
        .zip(BARE)
        .find(|((mark, _), _)| *mark == rest)?;
    let upper = first.to_ascii_uppercase();
    let index = bare.chars().position(|letter| letter == upper)?;
    let marked = marked.1.chars().nth(index)?;
    if first == upper {
        Some(marked)
    } else {
        marked.to_lowercase().next()
    }
}

/// Widths of the fonts that every reader has and that a file need not describe, from the blank to the tilde, in thousandths
/// of their size: of Helvetica, then of Times.
pub(super) const WIDTHS: [[u16; 95]; 2] = [HELVETICA, TIMES];
const HELVETICA: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_all_their_letters() {
        assert_eq!(WIN_ANSI.chars().count(), 32);
        assert_eq!(MAC_ROMAN.chars().count(), 128);
        for (encoding, code, letter) in [
            (Encoding::WinAnsi, 0x80, '€'),
            (Encoding::WinAnsi, 0xb0, '°'),
            (Encoding::MacRoman, 0xa1, '°'),
            (Encoding::MacRoman, 0xff, 'ˇ'),
            (Encoding::MacRoman, 0xd0, '–'),
            (Encoding::Standard, 0xb1, '–'),
            (Encoding::Standard, 0xd0, '—'),
            (Encoding::Standard, 0xe1, 'Æ'),
            (Encoding::Standard, 0xfb, 'ß'),
            (Encoding::Standard, b'7', '7'),
        ] {
            assert_eq!(encoding.letter(code), Some(letter), "{code:x}");
        }
    }

    #[test]
    fn names_of_glyphs_are_letters() {
        for (name, letter) in [
            ("A", Some('A')),
            ("seven", Some('7')),
            ("one.tnum", Some('1')),
            ("uni1ECD", Some('ọ')),
            ("u1ECD", Some('ọ')),
            ("ecircumflex", Some('ê')),
            ("Yacute", Some('Ý')),
            ("uhorn", Some('ư')),
            ("g17", None),
            (".notdef", None),
        ] {
            assert_eq!(letter_of(name), letter, "{name}");
        }
    }
}
