//! Bytes → text: UTF-8, UTF-16, and the encodings of Vietnamese and Western European before them.

mod old;
mod tone;
mod words;

use std::borrow::Cow;

use super::{Note, ReadError};
use old::Old;

/// A text and how it was written.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub letters: Letters,
}

/// How sure the letters of a text are; its figures are sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Unicode, or an encoding that the file names.
    Sure,
    /// Recognised by the words they make.
    Old(Old),
    /// Bytes that are no UTF-8, taken for Western European.
    Unknown,
}

impl Letters {
    /// What to say about them.
    pub(super) fn note(self) -> Option<Note> {
        match self {
            Self::Sure => None,
            Self::Old(old) => Some(Note::OldLetters {
                encoding: old.name().into(),
            }),
            Self::Unknown => Some(Note::OldEncoding),
        }
    }
}

/// UTF-16 with or without byte order mark, UTF-8, the encoding that an XML declaration names, or what the words of the
/// text are most likely in.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    let utf_16 = match bytes {
        [0xff, 0xfe, rest @ ..] => Some(utf_16(rest, 2, u16::from_le_bytes, "UTF-16LE")?),
        [0xfe, 0xff, rest @ ..] => Some(utf_16(rest, 2, u16::from_be_bytes, "UTF-16BE")?),
        _ => match blank_halves(bytes) {
            Some(Half::Second) => Some(utf_16(bytes, 0, u16::from_le_bytes, "UTF-16LE")?),
            Some(Half::First) => Some(utf_16(bytes, 0, u16::from_be_bytes, "UTF-16BE")?),
            None => None,
        },
    };
    if let Some(text) = utf_16 {
        return Ok(Decoded {
            text: Cow::Owned(text),
            letters: Letters::Sure,
        });
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let (text, letters) = match (std::str::from_utf8(bytes), declared(bytes)) {
        (Ok(text), _) => (Cow::Borrowed(text), Letters::Sure),
        (Err(_), Some(Declared::Western)) => {
            return Ok(Decoded {
                text: Cow::Owned(windows_1252(bytes)),
                letters: Letters::Sure,
            });
        }
        (Err(_), Some(Declared::Vietnamese)) => {
            return Ok(Decoded {
                text: Cow::Owned(Old::Windows1258.read(&windows_1252(bytes))),
                letters: Letters::Sure,
            });
        }
        (Err(_), None) => (Cow::Owned(windows_1252(bytes)), Letters::Unknown),
    };
    // Text in an old font, kept as UTF-8 by a program that knew nothing of it, is still in the old letters.
    Ok(match words::recognise(&text) {
        Some(old) => Decoded {
            text: Cow::Owned(old.read(&text)),
            letters: Letters::Old(old),
        },
        None => Decoded { text, letters },
    })
}

/// Which byte of most pairs is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    Second,
}

/// How much of a file is looked at.
const HEAD_BYTES: usize = 512;

/// UTF-16 without a mark: most of a table or of a map file is ASCII, so one byte of most pairs is zero and the other
/// never is.
fn blank_halves(bytes: &[u8]) -> Option<Half> {
    let (pairs, _) = bytes.get(..HEAD_BYTES).unwrap_or(bytes).as_chunks::<2>();
    let zeros = |half: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| half(pair) == 0).count();
    match (zeros(|[first, _]| *first), zeros(|[_, second]| *second)) {
        (0, second) if second > 1 && second * 2 > pairs.len() => Some(Half::Second),
        (first, 0) if first > 1 && first * 2 > pairs.len() => Some(Half::First),
        _ => None,
    }
}

/// An encoding that an XML declaration names and that is no Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Declared {
    Western,
    Vietnamese,
}

fn declared(bytes: &[u8]) -> Option<Declared> {
    let head: String = bytes
        .iter()
        .take(HEAD_BYTES)
        .take_while(|byte| byte.is_ascii() && **byte != b'>')
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let (_, after) = head.strip_prefix("<?xml")?.split_once("encoding")?;
    let name = after
        .trim_start_matches([' ', '=', '\'', '"'])
        .split(['\'', '"'])
        .next()?;
    match name {
        "windows-1252" | "cp1252" | "iso-8859-1" | "latin1" => Some(Declared::Western),
        "windows-1258" | "cp1258" => Some(Declared::Vietnamese),
        _ => None,
    }
}

/// Signs of windows-1252 from 80 to 9F, where ISO 8859-1 has none.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| {
            byte.checked_sub(0x80)
                .and_then(|index| WINDOWS_1252.get(usize::from(index)))
                .map_or_else(|| char::from(*byte), |sign| *sign)
        })
        .collect()
}

fn utf_16(
    bytes: &[u8],
    start: usize,
    unit: fn([u8; 2]) -> u16,
    encoding: &'static str,
) -> Result<String, ReadError> {
    let bad = |byte| ReadError::BadEncoding {
        encoding: encoding.into(),
        byte,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(bad(start + bytes.len() - 1));
    }
    let mut byte = start;
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|decoded| {
            let c = decoded.map_err(|_| bad(byte))?;
            byte += c.len_utf16() * 2;
            Ok(c)
        })
        .collect()
}

/// Where strict UTF-8 ends.
pub(super) fn utf_8_error(bytes: &[u8]) -> ReadError {
    let byte = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    ReadError::BadEncoding {
        encoding: "UTF-8".into(),
        byte,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_16_in_both_orders_is_read() {
        let little: Vec<u8> = "\u{feff}Mốc"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let big: Vec<u8> = "\u{feff}Mốc"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(decode(&little).unwrap().text, "Mốc");
        assert_eq!(decode(&big).unwrap().text, "Mốc");
    }

    #[test]
    fn half_a_character_is_refused() {
        assert!(matches!(
            decode(&[0xff, 0xfe, 0x41]),
            Err(ReadError::BadEncoding { .. })
        ));
        assert!(matches!(
            decode(&[0xff, 0xfe, 0x00, 0xd8]),
            Err(ReadError::BadEncoding { byte: 2, .. })
        ));
    }

    #[test]
    fn degree_sign_of_an_old_encoding_survives() {
        let decoded = decode(b"16\xb044'").unwrap();
        assert_eq!(decoded.letters, Letters::Unknown);
        assert_eq!(decoded.text, "16°44'");
    }

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let text = "STT\tTọa độ X\tY\n1\t1851433.395\t588656.512\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).unwrap().text, text);
        assert_eq!(decode(&big).unwrap().text, text);
        assert_eq!(decode(b"a\0").unwrap().text, "a\0");
    }

    #[test]
    fn encoding_of_a_declaration_is_taken_at_its_word() {
        let western =
            decode(b"<?xml version='1.0' encoding='Windows-1252'?><a>\x93\xe9</a>").unwrap();
        assert!(western.text.ends_with("<a>“é</a>"));
        assert_eq!(western.letters, Letters::Sure);
        let vietnamese =
            decode(b"<?xml version=\"1.0\" encoding=\"windows-1258\"?><a>\xf0\xf4\xf2</a>")
                .unwrap();
        assert!(vietnamese.text.ends_with("<a>độ</a>"));
    }

    #[test]
    fn declaration_does_not_beat_bytes_that_are_utf_8() {
        let text = "<?xml version='1.0' encoding='windows-1252'?><a>độ</a>";
        assert_eq!(decode(text.as_bytes()).unwrap().text, text);
    }

    #[test]
    fn words_tell_old_letters_in_bytes_and_in_unicode() {
        let expected = "STT;Tọa độ X;Tọa độ Y";
        let tcvn3 = decode(b"STT;T\xe4a \xae\xe9 X;T\xe4a \xae\xe9 Y").unwrap();
        assert_eq!(tcvn3.text, expected);
        assert_eq!(
            tcvn3.letters.note(),
            Some(Note::OldLetters {
                encoding: "TCVN3 (ABC)".into()
            })
        );
        let vni = decode("STT;Toïa ñoä X;Toïa ñoä Y".as_bytes()).unwrap();
        assert_eq!(
            (&*vni.text, vni.letters),
            (expected, Letters::Old(Old::Vni))
        );
        let windows = decode(b"STT;To\xf2a \xf0\xf4\xf2 X;To\xf2a \xf0\xf4\xf2 Y").unwrap();
        assert_eq!(
            (&*windows.text, windows.letters),
            (expected, Letters::Old(Old::Windows1258))
        );
    }
}
