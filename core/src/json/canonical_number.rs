/// The number as RFC 8785 writes it: shortest digits that read back to the same value, no `.0`, `0` for minus zero.
///
/// `null` for a number that JSON cannot hold.
///
/// # Sources
/// RFC 8785 section 3.2.2.3; ECMA-262 Number::toString.
pub fn canonical_number(value: f64) -> String {
    if !value.is_finite() {
        return "null".to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let size = value.abs();
    if (1e-6..1e21).contains(&size) {
        return format!("{value}");
    }
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((digits, power)) if !power.starts_with('-') => format!("{digits}e+{power}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::canonical_number;

    #[test]
    fn numbers_of_the_standard_are_written_as_the_standard_says() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (100.0, "100"),
            (0.1, "0.1"),
            (1e21, "1e+21"),
            (1e20, "100000000000000000000"),
            (1e-6, "0.000001"),
            (1e-7, "1e-7"),
            (-1.5e-9, "-1.5e-9"),
            (333_333_333.333_333_3, "333333333.3333333"),
            (f64::NAN, "null"),
        ] {
            assert_eq!(canonical_number(value), text);
        }
    }
}
