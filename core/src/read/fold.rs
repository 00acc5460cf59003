//! Letters of Vietnamese and of the languages around it in Latin script. The tables of the standard library, for all
//! scripts, are 24 KB.

/// A letter in lower case; of scripts other than Latin as it is.
pub(super) fn lower(c: char) -> char {
    let code = u32::from(c);
    let is_even = code.is_multiple_of(2);
    let next = match code {
        // Of these the other is 32 further on, of those in pairs it is the next one.
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        0x130 => u32::from('i'),
        0x178 => 0xff,
        0x1e9e => 0xdf,
        // Signs that look like letters: kelvin and ångström.
        0x212a => u32::from('k'),
        0x212b => 0xe5,
        0x100..=0x137 | 0x14a..=0x177 | 0x1a0..=0x1a5 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff
            if is_even =>
        {
            code + 1
        }
        0x139..=0x148 | 0x179..=0x17e | 0x1af | 0x1cd..=0x1dc if !is_even => code + 1,
        _ => code,
    };
    char::from_u32(next).unwrap_or(c)
}

/// A letter of Vietnamese in upper case.
pub(super) fn upper(c: char) -> char {
    let code = u32::from(c);
    let before = match code {
        0x61..=0x7a | 0xe0..=0xf6 | 0xf8..=0xfe => code - 32,
        _ => code.saturating_sub(1),
    };
    char::from_u32(before)
        .filter(|upper| lower(*upper) == c)
        .unwrap_or(c)
}

/// A text in lower case.
pub fn lower_case(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text without Vietnamese marks and in lower case: "Toạ độ X (m)" → "toa do x (m)". Composed and decomposed letters
/// give the same.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(lower)
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(base)
        .collect()
}

const fn base(c: char) -> char {
    match c {
        'à'..='å' | 'ă' | 'ạ'..='ặ' => 'a',
        'è'..='ë' | 'ẹ'..='ệ' => 'e',
        'ì'..='ï' | 'ĩ' | 'ỉ' | 'ị' => 'i',
        'ò'..='ö' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù'..='ü' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'đ' | 'ð' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_change_their_case_as_in_unicode() {
        let vietnamese = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        for c in vietnamese.chars() {
            let capital = c.to_uppercase().next().unwrap();
            assert_eq!((upper(c), lower(capital), lower(c)), (capital, c, c));
        }
        let latin = ('\0'..'\u{180}').chain('\u{1e00}'..'\u{1f00}');
        for c in latin.chain(['\u{212a}', '\u{212b}', 'Ơ', 'Ư']) {
            let expected = c.to_lowercase().next().unwrap();
            assert_eq!(lower(c), expected, "{c}");
        }
    }

    #[test]
    fn marks_are_dropped() {
        assert_eq!(fold("Toạ độ X (m)"), "toa do x (m)");
        assert_eq!(fold("KINH TUYẾN TRỤC 106°15'"), "kinh tuyen truc 106°15'");
        assert_eq!(
            fold("Mo\u{302}\u{301}c Vĩ Độ ĐỈNH Hướng Ỹ"),
            "moc vi do dinh huong y"
        );
    }
}
