//! Which old encoding a text is in, by words that stand in and around tables of coordinates.

use super::super::fold::lower_case;
use super::old::{self, Old};

/// Each has a letter that is not ASCII, so that it is found in one encoding only.
const WORDS: [&str; 33] = [
    "bảng", "bản", "cạnh", "chiếu", "chiều", "chú", "công", "cụm", "diện", "dài", "giới", "góc",
    "hiệu", "huyện", "hệ", "kê", "múi", "mốc", "nghiệp", "quyết", "số", "thửa", "tuyến", "tích",
    "tên", "tọa", "toạ", "tỉnh", "tờ", "vĩ", "điểm", "đất", "độ",
];

/// How much of a text is looked at: a heading is near its beginning.
const HEAD_BYTES: usize = 16_384;

/// The encoding in which a text has most of the words; `None` where Unicode has as many.
pub(super) fn recognise(text: &str) -> Option<Old> {
    if text.is_ascii() {
        return None;
    }
    let mut end = HEAD_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    let mut best = (None, known_words(head));
    for old in old::ALL {
        let count = known_words(&old.read(head));
        if count > best.1 {
            best = (Some(old), count);
        }
    }
    best.0
}

fn known_words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_ascii())
        .filter(|word| WORDS.contains(&lower_case(word).as_str()))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unicode_and_other_languages_stay() {
        for text in [
            "Bảng tọa độ các điểm góc",
            "Café à l'hôtel, Tête-Noire",
            "Größe über Öl",
            "16°44'17\"",
        ] {
            assert_eq!(recognise(text), None, "{text}");
        }
    }
}
