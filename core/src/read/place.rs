/// Line and column (in characters) of a byte of a text, from 1 on.
pub(super) fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..byte).unwrap_or_default();
    let line = 1 + before.iter().filter(|b| **b == b'\n').count();
    let start = before
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |newline| newline + 1);
    let column = 1 + before
        .get(start..)
        .unwrap_or_default()
        .iter()
        .filter(|b| **b & 0xc0 != 0x80)
        .count();
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        assert_eq!(line_column("mốc\n độ x", 0), (1, 1));
        assert_eq!(line_column("mốc\n độ x", "mốc\n độ ".len()), (2, 5));
    }
}
