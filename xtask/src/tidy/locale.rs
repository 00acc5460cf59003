//! The texts of the interface: locales/*.json and the keys that the source names.
//!
//! A key is a string literal in the source. Where keys are put together at run time, the file declares the family
//! in a comment: `// keys: problem.ring.*`. A text with plural forms is named without the form: `tasks.left` for
//! `tasks.left.one` and `tasks.left.other`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::source::Tree;

/// Each language has a file in it.
const LOCALES: &str = "locales/";
const FAMILY: &str = "keys:";
/// Literals that look like keys of an area but name files.
const FILES: [&str; 8] = [
    ".json", ".js", ".css", ".wasm", ".csv", ".txt", ".html", ".svg",
];

/// The plural forms of Unicode's rules, of which Vietnamese uses the last and English two.
const FORMS: [&str; 6] = [".zero", ".one", ".two", ".few", ".many", ".other"];

type Texts = BTreeMap<String, String>;

pub fn same_keys(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    let read: Vec<(&str, Texts)> = locales(tree)
        .map(|path| (path, texts(tree, path, &mut problems)))
        .collect();
    for (path, own) in &read {
        for (other_path, other) in read.iter().filter(|(other_path, _)| other_path != path) {
            for (key, text) in own {
                match other.get(key) {
                    // A language has the plural forms that it has; `other` all have.
                    None if other.contains_key(&format!("{}.other", without_form(key))) => {}
                    None => problems.push(format!("{other_path} lacks `{key}`")),
                    // Said once, from the first locale's side.
                    Some(other_text)
                        if path < other_path && placeholders(text) != placeholders(other_text) =>
                    {
                        problems.push(format!(
                            "`{key}`: {path} has {:?}, {other_path} has {:?}",
                            placeholders(text),
                            placeholders(other_text)
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
        problems.extend(
            own.iter()
                .filter(|(_, text)| text.trim().is_empty())
                .map(|(key, _)| format!("{path}: `{key}` is empty")),
        );
    }
    problems
}

pub fn used_exist(tree: &Tree) -> Vec<String> {
    let known = known(tree);
    let areas: BTreeSet<&str> = known
        .iter()
        .filter_map(|key| key.split('.').next())
        .collect();
    let mut problems = Vec::new();
    for module in tree.modules() {
        for literal in &module.lexed.literals {
            let text = literal.text.as_str();
            let meant = looks_like_key(text)
                && text
                    .split('.')
                    .next()
                    .is_some_and(|area| areas.contains(area));
            if meant && !known.contains(text) && !known.contains(&format!("{text}.other")) {
                problems.push(format!(
                    "{}:{}: `{text}` is in no locale",
                    module.path, literal.line
                ));
            }
        }
        for (line, family) in families(&module.lexed.comments) {
            if !known.iter().any(|key| key.starts_with(family.as_str())) {
                problems.push(format!(
                    "{}:{line}: no key starts with `{family}`",
                    module.path
                ));
            }
        }
    }
    problems
}

pub fn no_unused(tree: &Tree) -> Vec<String> {
    let mut literals = BTreeSet::new();
    let mut prefixes = Vec::new();
    for module in tree.modules() {
        prefixes.extend(
            families(&module.lexed.comments)
                .into_iter()
                .map(|(_, family)| family),
        );
        literals.extend(
            module
                .lexed
                .literals
                .into_iter()
                .map(|literal| literal.text),
        );
    }
    known(tree)
        .into_iter()
        .filter(|key| {
            !literals.contains(key)
                && !literals.contains(without_form(key))
                && !prefixes
                    .iter()
                    .any(|prefix| key.starts_with(prefix.as_str()))
        })
        .map(|key| format!("`{key}` is named nowhere in src/"))
        .collect()
}

fn locales(tree: &Tree) -> impl Iterator<Item = &str> {
    let paths = tree.files.iter().map(|file| file.path.as_str());
    paths.filter(|path| path.starts_with(LOCALES))
}

fn known(tree: &Tree) -> BTreeSet<String> {
    locales(tree)
        .flat_map(|path| texts(tree, path, &mut Vec::new()).into_keys())
        .collect()
}

fn texts(tree: &Tree, path: &str, problems: &mut Vec<String>) -> Texts {
    let mut texts = Texts::new();
    match tree
        .file(path)
        .map(|file| serde_json::from_str::<Value>(&file.text))
    {
        None => problems.push(format!("{path} is not there")),
        Some(Err(error)) => problems.push(format!("{path}: {error}")),
        Some(Ok(value)) => flatten("", &value, &mut texts),
    }
    texts
}

fn without_form(key: &str) -> &str {
    FORMS
        .iter()
        .find_map(|form| key.strip_suffix(form))
        .unwrap_or(key)
}

/// Nested objects become keys with points.
fn flatten(key: &str, value: &Value, texts: &mut Texts) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let key = if key.is_empty() {
                    name.clone()
                } else {
                    format!("{key}.{name}")
                };
                flatten(&key, member, texts);
            }
        }
        Value::String(text) => {
            texts.insert(key.to_owned(), text.clone());
        }
        other => {
            texts.insert(key.to_owned(), other.to_string());
        }
    }
}

/// The names in braces: `{count}`.
fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

fn looks_like_key(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|char| char.is_ascii_alphanumeric() || char == '_' || char == '-')
        })
        && !FILES.iter().any(|ending| text.ends_with(ending))
}

fn families(comments: &[super::lexer::Piece]) -> Vec<(usize, String)> {
    comments
        .iter()
        .filter_map(|comment| {
            let words = comment
                .text
                .trim_start_matches(['/', '!'])
                .trim()
                .strip_prefix(FAMILY)?;
            Some(
                words
                    .split([',', ' '])
                    .filter_map(|word| word.strip_suffix('*'))
                    .map(|prefix| (comment.line, prefix.to_owned()))
                    .collect::<Vec<_>>(),
            )
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::source::File;
    use super::*;

    fn tree(vi: &str, en: &str, code: &str) -> Tree {
        let files = [
            ("locales/vi.json", vi),
            ("locales/en.json", en),
            ("src/ui/a.rs", code),
        ];
        Tree {
            files: files
                .map(|(path, text)| File {
                    path: path.into(),
                    text: text.into(),
                })
                .into(),
        }
    }

    #[test]
    fn missing_key_and_other_placeholder_are_named() {
        let problems = same_keys(&tree(
            r#"{"a.x":"{n} cụm","a.y":"b"}"#,
            r#"{"a.x":"{count} clusters"}"#,
            "",
        ));
        assert_eq!(problems.len(), 2, "{problems:?}");
    }

    #[test]
    fn misspelt_key_of_a_known_area_is_found() {
        let json = r#"{"a":{"x":"t"}}"#;
        assert_eq!(
            used_exist(&tree(
                json,
                json,
                r#"fn f() { t("a.z"); t("a.x"); g("a.css") }"#
            ))
            .len(),
            1
        );
    }

    #[test]
    fn plural_forms_are_used_by_their_common_name() {
        let json = r#"{"a.x.one":"t","a.x.other":"t"}"#;
        let tree = tree(json, json, r#"fn f() { t("a.x") }"#);
        assert!(used_exist(&tree).is_empty() && no_unused(&tree).is_empty());
    }

    #[test]
    fn family_comment_uses_its_keys() {
        let json = r#"{"a.x":"t","b.y":"t"}"#;
        assert_eq!(
            no_unused(&tree(json, json, "// keys: a.*\n")),
            ["`b.y` is named nowhere in src/"]
        );
    }
}
