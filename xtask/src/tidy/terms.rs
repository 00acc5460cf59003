//! One term for one thing: docs/terms.md lists, for each, the phrases that no text uses.

use super::source::Tree;

const TERMS: &str = "docs/terms.md";
/// The texts that are held against it, one to a line.
const TEXTS: [&str; 3] = ["locales/vi.json", "data/law.json", "data/fields.json"];

pub fn no_synonyms(tree: &Tree) -> Vec<String> {
    let Some(terms) = tree.file(TERMS) else {
        return vec![format!("{TERMS} is missing")];
    };
    let banned = banned(&terms.text);
    if banned.is_empty() {
        return vec![format!("{TERMS} lists no phrase that is not used")];
    }
    let mut problems = Vec::new();
    for path in TEXTS {
        let Some(file) = tree.file(path) else {
            problems.push(format!("{path} is missing"));
            continue;
        };
        for (line, text) in (1..).zip(file.text.lines()) {
            let text = text.to_lowercase();
            let found = banned.iter().filter(|(phrase, _)| holds(&text, phrase));
            problems.extend(
                found.map(|(phrase, term)| format!("{path}:{line}: “{phrase}” is “{term}”")),
            );
        }
    }
    problems
}

/// Phrases of the last column, each with its term of the first one, in small letters.
fn banned(terms: &str) -> Vec<(String, String)> {
    let rows = terms.lines().filter(|line| line.starts_with("| "));
    let mut phrases = Vec::new();
    for row in rows.skip(1) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        if let [term, _, _, not] = cells.as_slice() {
            let each = not.split(", ").map(|phrase| phrase.trim().to_lowercase());
            phrases.extend(
                each.filter(|phrase| !phrase.is_empty())
                    .map(|phrase| (phrase, (*term).to_owned())),
            );
        }
    }
    phrases
}

/// As words of their own, not as letters within longer ones.
fn holds(text: &str, phrase: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    text.match_indices(phrase).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|text| text.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::super::source::File;
    use super::*;

    fn tree(text: &str) -> Tree {
        let terms = "| Vietnamese | English | from | not |\n|---|---|---|---|\n| trụ cột | dimension | x | năm chiều, Chiều yếu |\n";
        let file = |path: &str, text: &str| File {
            path: path.into(),
            text: text.into(),
        };
        Tree {
            files: vec![
                file(TERMS, terms),
                file(TEXTS[0], text),
                file(TEXTS[1], ""),
                file(TEXTS[2], ""),
            ],
        }
    }

    #[test]
    fn phrases_are_found_as_words_in_any_case() {
        let problems = no_synonyms(&tree(
            "{\n\"a\": \"Năm chiều\",\n\"b\": \"của chiều yếu.\"}",
        ));
        assert_eq!(
            problems,
            [
                "locales/vi.json:2: “năm chiều” is “trụ cột”",
                "locales/vi.json:3: “chiều yếu” is “trụ cột”"
            ]
        );
        assert!(no_synonyms(&tree("\"a\": \"năm chiềux\"")).is_empty());
    }

    #[test]
    fn list_without_phrases_is_told() {
        let mut tree = tree("");
        tree.files[0].text.clear();
        assert_eq!(no_synonyms(&tree).len(), 1);
        tree.files.remove(0);
        assert_eq!(no_synonyms(&tree), ["docs/terms.md is missing"]);
    }
}
