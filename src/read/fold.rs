/// A text without Vietnamese marks and in lower case: "Toạ độ X (m)" → "toa do x (m)". Composed and decomposed letters
/// give the same.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
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
    fn marks_are_dropped() {
        assert_eq!(fold("Toạ độ X (m)"), "toa do x (m)");
        assert_eq!(fold("KINH TUYẾN TRỤC 106°15'"), "kinh tuyen truc 106°15'");
        assert_eq!(
            fold("Mo\u{302}\u{301}c Vĩ Độ ĐỈNH Hướng Ỹ"),
            "moc vi do dinh huong y"
        );
    }
}
