//! Encodings of Vietnamese before Unicode. Documents in TCVN3 (fonts .VnTime) and VNI (fonts VNI-Times) look like
//! Western European text with odd letters; windows-1258 is what Windows calls Vietnamese.

use super::super::fold::lower;
use super::tone::Tone;

/// How the letters of a text are meant. In each, all signs of ASCII are themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Old {
    Windows1258,
    Tcvn3,
    Vni,
}

pub(super) const ALL: [Old; 3] = [Old::Tcvn3, Old::Vni, Old::Windows1258];

impl Old {
    /// As people call it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
        }
    }

    /// The text as it is meant; `text` is what it looks like in Western European.
    pub(super) fn read(self, text: &str) -> String {
        let mut read = String::with_capacity(text.len());
        for c in text.chars() {
            let last = read.chars().next_back();
            let joined = match self {
                Self::Tcvn3 => {
                    read.push(tcvn3(c));
                    continue;
                }
                Self::Vni => last.and_then(|last| vni_mark(last, c)),
                Self::Windows1258 => {
                    last.and_then(|last| windows_1258_tone(c).and_then(|tone| tone.over(last)))
                }
            };
            match joined {
                Some(letter) => {
                    read.pop();
                    read.push(letter);
                }
                None if self == Self::Vni => read.push(vni_letter(c)),
                None => read.push(windows_1258_letter(c)),
            }
        }
        read
    }
}

/// TCVN 5712:1993, VN3, from A1 on; a blank for codes without a letter.
const TCVN3: [char; 94] = [
    'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', ' ', ' ', ' ', ' ', ' ',
    ' ', 'à', 'ả', 'ã', 'á', 'ạ', ' ', 'ằ', 'ẳ', 'ẵ', 'ắ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', 'ặ',
    'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', ' ', 'ẻ', 'ẽ', 'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', ' ',
    ' ', ' ', 'ĩ', 'í', 'ị', 'ò', ' ', 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ',
    'ớ', 'ợ', 'ù', ' ', 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
];

fn tcvn3(c: char) -> char {
    let code = u32::from(c);
    if !(0xa1..=0xfe).contains(&code) {
        return c;
    }
    usize::try_from(code - 0xa1)
        .ok()
        .and_then(|index| TCVN3.get(index))
        .filter(|letter| **letter != ' ')
        .map_or(c, |letter| *letter)
}

/// Letters of their own in VNI.
const fn vni_letter(c: char) -> char {
    match c {
        'ñ' => 'đ',
        'Ñ' => 'Đ',
        'ô' => 'ơ',
        'Ô' => 'Ơ',
        'ö' => 'ư',
        'Ö' => 'Ư',
        'æ' => 'ỉ',
        'Æ' => 'Ỉ',
        'ó' => 'ĩ',
        'Ó' => 'Ĩ',
        'ò' => 'ị',
        'Ò' => 'Ị',
        'î' => 'ỵ',
        'Î' => 'Ỵ',
        other => other,
    }
}

/// A vowel and the sign after it that stands for its marks: "aù" is "á", "aá" is "ấ".
fn vni_mark(vowel: char, mark: char) -> Option<char> {
    let (hat, tone) = match lower(mark) {
        'ø' => (None, Some(Tone::Grave)),
        'û' => (None, Some(Tone::Hook)),
        'õ' => (None, Some(Tone::Tilde)),
        'ù' => (None, Some(Tone::Acute)),
        'ï' => (None, Some(Tone::Dot)),
        'â' => (Some('^'), None),
        'à' => (Some('^'), Some(Tone::Grave)),
        'å' => (Some('^'), Some(Tone::Hook)),
        'ã' => (Some('^'), Some(Tone::Tilde)),
        'á' => (Some('^'), Some(Tone::Acute)),
        'ä' => (Some('^'), Some(Tone::Dot)),
        'ê' => (Some('('), None),
        'è' => (Some('('), Some(Tone::Grave)),
        'ú' => (Some('('), Some(Tone::Hook)),
        'ü' => (Some('('), Some(Tone::Tilde)),
        'é' => (Some('('), Some(Tone::Acute)),
        'ë' => (Some('('), Some(Tone::Dot)),
        _ => return None,
    };
    let vowel = match (hat, vowel) {
        (None, 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư') => vowel,
        (None, 'A' | 'E' | 'O' | 'U' | 'Y' | 'Ơ' | 'Ư') => vowel,
        (Some('^'), 'a') => 'â',
        (Some('^'), 'A') => 'Â',
        (Some('^'), 'e') => 'ê',
        (Some('^'), 'E') => 'Ê',
        (Some('^'), 'o') => 'ô',
        (Some('^'), 'O') => 'Ô',
        (Some('('), 'a') => 'ă',
        (Some('('), 'A') => 'Ă',
        _ => return None,
    };
    tone.map_or(Some(vowel), |tone| tone.over(vowel))
}

/// Where windows-1258 differs from windows-1252.
const fn windows_1258_letter(c: char) -> char {
    match c {
        'Ã' => 'Ă',
        'ã' => 'ă',
        'Ð' => 'Đ',
        'ð' => 'đ',
        'Õ' => 'Ơ',
        'õ' => 'ơ',
        'Ý' => 'Ư',
        'ý' => 'ư',
        'þ' => '₫',
        other => other,
    }
}

/// Tones that follow their vowel.
const fn windows_1258_tone(c: char) -> Option<Tone> {
    match c {
        'Ì' => Some(Tone::Grave),
        'Ò' => Some(Tone::Hook),
        'Þ' => Some(Tone::Tilde),
        'ì' => Some(Tone::Acute),
        'ò' => Some(Tone::Dot),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_words() {
        for (old, text) in [
            (
                Old::Tcvn3,
                "To¹ ®é ®iÓm mèc, kinh tuyÕn trôc 106°15', §Êt CCN",
            ),
            (
                Old::Vni,
                "Toaï ñoä ñieåm moác, kinh tuyeán truïc 106°15', Ñaát CCN",
            ),
            (
                Old::Windows1258,
                "Toaò ðôò ðiêÒm môìc, kinh tuyêìn truòc 106°15', Ðâìt CCN",
            ),
        ] {
            assert_eq!(
                old.read(text),
                "Toạ độ điểm mốc, kinh tuyến trục 106°15', Đất CCN",
                "{old:?}"
            );
        }
        assert_eq!(Old::Vni.read("TOÏA ÑOÄ NGÖÔØI"), "TỌA ĐỘ NGƯỜI");
    }

    #[test]
    fn every_letter_of_tcvn3_has_its_place() {
        for (code, letter) in [
            (0xa1, 'Ă'),
            (0xae, 'đ'),
            (0xb5, 'à'),
            (0xbe, 'ắ'),
            (0xc6, 'ặ'),
            (0xcc, 'è'),
            (0xd0, 'é'),
            (0xd8, 'ỉ'),
            (0xdc, 'ĩ'),
            (0xdf, 'ò'),
            (0xe1, 'ỏ'),
            (0xfe, 'ỵ'),
        ] {
            assert_eq!(tcvn3(char::from(code)), letter);
        }
    }
}
