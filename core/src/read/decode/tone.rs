use super::super::fold::{lower, upper};

/// One of the five tones of Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Grave = 1,
    Hook,
    Tilde,
    Acute,
    Dot,
}

/// Each vowel, and the same with the tones in their order.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

impl Tone {
    /// The vowel with this tone, as one letter; `None` for a letter that takes none.
    pub(super) fn over(self, vowel: char) -> Option<char> {
        let small = lower(vowel);
        let row = VOWELS.iter().find(|row| row.starts_with(small))?;
        let letter = row.chars().nth(self as usize)?;
        Some(if small == vowel {
            letter
        } else {
            upper(letter)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowel_and_tone_are_one_letter() {
        assert_eq!(Tone::Dot.over('o'), Some('ọ'));
        assert_eq!(Tone::Acute.over('Ơ'), Some('Ớ'));
        assert_eq!(Tone::Grave.over('x'), None);
    }
}
