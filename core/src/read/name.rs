use super::fold::fold;

/// Longest name kept, characters. A name is shown in one line, and a placemark's is kept with each of its lines.
const LIMIT_CHARS: usize = 200;

/// The beginning of a text, as long as a name may be.
pub(super) fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LIMIT_CHARS);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// A name without white space around it; `None` when blank.
pub(super) fn name(text: &str) -> Option<String> {
    Some(beginning(text.trim()))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
}

/// Columns that are called so hold the name, the most telling first; without marks and other signs.
const COLUMNS: [&str; 12] = [
    "tenccn", "tencum", "tenkhu", "tenda", "tenduan", "ten", "name", "tenvung", "title", "label",
    "kyhieu", "layer",
];

/// How telling a column of names is by what it is called; `None` for another column.
pub(super) fn rank(column: &str) -> Option<usize> {
    let folded = fold(column);
    let name: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
    COLUMNS.iter().position(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_between_characters() {
        assert_eq!(name(&"ộ".repeat(300)), Some("ộ".repeat(200)));
        assert_eq!(name(" a "), Some("a".to_owned()));
        assert_eq!(name(" \n"), None);
    }
}
