/// A number as map programs write it: digits, a point, an exponent. NaN, infinity and a decimal comma are none.
pub(super) fn figure(text: &str) -> Option<f64> {
    let is_plain = text
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E'));
    let value: f64 = is_plain.then(|| text.parse().ok()).flatten()?;
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_finite_numbers_are_figures() {
        for (text, value) in [("107.08", 107.08), ("-1e3", -1000.0), ("+5", 5.0)] {
            assert_eq!(figure(text), Some(value), "{text}");
        }
        for text in [
            "", "NaN", "inf", "1e999", "1,5", "107 ", "--1", "e", "0x1", "1_0",
        ] {
            assert_eq!(figure(text), None, "{text}");
        }
    }
}
