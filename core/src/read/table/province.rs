//! The province that the text around a table names, of today or of before 2025.

use super::super::fold::fold;
use crate::lines::Lines;

/// Words before the name of a province.
const BEFORE: [&str; 4] = ["tinh ", "thanh pho ", "tp. ", "tp "];

/// The code of the one province that is named; `None` where several are.
pub(super) fn named(lines: &[String]) -> Option<&'static str> {
    let text = fold(&lines.join("\n"));
    let mut names = Lines::of(include_str!(concat!(
        env!("OUT_DIR"),
        "/province-names.txt"
    )));
    let provinces = names.list(|lines| {
        let code = lines.text()?;
        let mut names = vec![lines.text()?];
        names.extend(lines.list(Lines::text)?);
        Some((code, names))
    })?;
    let is_named = |name: &&str| {
        let name = fold(name);
        let mut after = BEFORE.iter().flat_map(|word| {
            text.match_indices(word)
                .filter_map(|(at, word)| text.get(at + word.len()..))
        });
        after.any(|rest| {
            let end = rest.strip_prefix(&*name);
            end.is_some_and(|end| !end.starts_with(char::is_alphabetic))
        })
    };
    let mut found = provinces
        .iter()
        .filter(|(_, names)| names.iter().any(is_named))
        .map(|(code, _)| *code);
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<&'static str> {
        named(&[text.to_owned()])
    }

    #[test]
    fn provinces_of_today_and_of_before_are_known_by_the_word_before_them() {
        let lao_cai = of("Hệ VN-2000, tỉnh Lào Cai");
        assert!(lao_cai.is_some());
        assert_eq!(of("xã A, tỉnh Yên Bái, múi chiếu 3°"), lao_cai);
        assert_eq!(of("TP. Hà Nội"), of("Thành phố Hà Nội"));
        for text in ["Lào Cai", "tỉnh Lào", "từ tỉnh Lào Cai đến tỉnh Quảng Trị"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
