use std::borrow::Cow;

use super::Messages;

/// As [`Messages::fill`]; an argument that turns the direction of writing, as a name may, turns it for itself alone.
pub fn fill_isolated(messages: Messages, key: &str, arguments: &[(&str, &str)]) -> String {
    let isolated: Vec<(&str, Cow<str>)> = arguments
        .iter()
        .map(|(name, value)| (*name, isolated(value)))
        .collect();
    let arguments: Vec<(&str, &str)> = isolated
        .iter()
        .map(|(name, value)| (*name, value.as_ref()))
        .collect();
    messages.fill(key, &arguments)
}

/// The text between marks that keep its direction to itself, where it has a direction of its own.
fn isolated(text: &str) -> Cow<'_, str> {
    if !text.contains(turns) {
        return Cow::Borrowed(text);
    }
    // Marks that could reach beyond its end.
    let reaches = |letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}');
    let kept = text.chars().filter(|letter| !reaches(*letter));
    let marked = ['\u{2068}'].into_iter().chain(kept).chain(['\u{2069}']);
    Cow::Owned(marked.collect())
}

/// Letters of scripts that run from right to left, and marks of direction.
const fn turns(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn name_that_turns_the_direction_of_writing_keeps_it_to_itself() {
        assert_eq!(isolated("Cụm Bền Vững"), "Cụm Bền Vững");
        assert_eq!(isolated("a\u{202e}b"), "\u{2068}ab\u{2069}");
        assert_eq!(isolated("שלום"), "\u{2068}שלום\u{2069}");
        let sentence = format!("Cụm {} có 5 ha.", isolated("\u{2067}مصنع"));
        assert_eq!(sentence, "Cụm \u{2068}مصنع\u{2069} có 5 ha.");
        assert_eq!(isolated(&sentence), format!("\u{2068}{sentence}\u{2069}"));
    }
}
