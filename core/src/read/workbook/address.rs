//! Names of cells: "C7" is column 3, row 7.

/// Column and row, from 1 on.
pub(super) fn parse(name: &str) -> Option<(usize, usize)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = name.split_at_checked(letters)?;
    // XFD is the last one.
    if column.is_empty() || column.len() > 3 {
        return None;
    }
    let column = column.bytes().fold(0, |number, letter| {
        number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((column, row.parse().ok()?))
}

pub(super) fn name(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.extend(u8::try_from(digit).map(|digit| char::from(b'A' + digit)));
        rest = (rest - 1) / 26;
    }
    let mut name: String = letters.into_iter().rev().collect();
    name.push_str(&row.to_string());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_agree() {
        for (text, column, row) in [
            ("A1", 1, 1),
            ("Z9", 26, 9),
            ("AA10", 27, 10),
            ("XFD1048576", 16_384, 1_048_576),
        ] {
            assert_eq!(parse(text), Some((column, row)));
            assert_eq!(name(column, row), text);
        }
        assert_eq!(parse("c7"), Some((3, 7)));
        for text in ["", "7", "C", "C-7", "ABCD1", "C99999999999999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
