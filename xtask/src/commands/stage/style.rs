//! Two style sheets out of the files of style/: of the first pages, and of what comes later.

use std::fs;
use std::path::Path;

use super::Profile;
use crate::digest::integrity;
use crate::failure::Failure;

/// The cascade's order: tokens first, print last.
const SHEETS: [(&str, &[&str]); 2] = [
    (
        "style.css",
        &[
            "tokens", "base", "layout", "controls", "start", "figure", "tasks", "notice",
        ],
    ),
    (
        "later.css",
        &[
            "aid",
            "check",
            "finder",
            "map",
            "result",
            "send",
            "hand-over",
            "print",
        ],
    ),
];

/// Writes all files in their order, and gives the word that both sheets of this build have in them. A file that the order
/// does not name is an error, as it would be lost.
pub(super) fn stage(folder: &Path, product: &Path, profile: Profile) -> Result<String, Failure> {
    let mut sheets = Vec::new();
    for (sheet, names) in SHEETS {
        let mut joined = String::new();
        for name in names {
            let text = fs::read_to_string(folder.join(format!("{name}.css")))
                .map_err(Failure::while_doing(format!("reading style/{name}.css")))?;
            match profile {
                Profile::Release => joined.push_str(&compact(&text)),
                Profile::Debug => joined.push_str(&text),
            }
        }
        sheets.push((sheet, joined));
    }
    let all: String = sheets.iter().map(|(_, text)| text.as_str()).collect();
    let word = word(&all);
    for (sheet, text) in sheets {
        // A declaration, as whoever makes a sheet smaller takes comments away.
        fs::write(
            product.join(sheet),
            format!(":host{{--cluster-ready-styles:{word}}}\n{text}"),
        )
        .map_err(Failure::while_doing(format!("writing {sheet}")))?;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let stem = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("");
        let is_known = SHEETS.iter().any(|(_, names)| names.contains(&stem));
        if path.extension().is_some_and(|extension| extension == "css") && !is_known {
            return Err(Failure::new(format!(
                "style/{stem}.css has no place in the order of xtask/src/commands/stage/style.rs"
            )));
        }
    }
    Ok(word)
}

/// A word that is another one for another text.
fn word(text: &str) -> String {
    let digest = integrity(text.as_bytes());
    let letters = digest.chars().skip("sha256-".len());
    letters
        .filter(char::is_ascii_alphanumeric)
        .take(10)
        .fold("s".to_owned(), |word, letter| word + &letter.to_string())
}

/// Drops comments, indentation and empty lines; what is inside quotes stays.
fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in without_comments(text)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match quote {
            None if char == '/' && chars.peek() == Some(&'*') => {
                chars.next();
                let mut before = ' ';
                for inside in chars.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
                continue;
            }
            None if char == '"' || char == '\'' => quote = Some(char),
            Some(_) if char == '\\' => {
                out.push(char);
                out.extend(chars.next());
                continue;
            }
            Some(open) if char == open => quote = None,
            _ => {}
        }
        out.push(char);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_sheet_has_another_word() {
        assert_eq!(word("a"), word("a"));
        assert_ne!(word("a"), word("b"));
        assert!(word("a").starts_with('s') && word("a").len() > 8);
    }

    #[test]
    fn comment_goes_and_quoted_text_stays() {
        let text = "/* a */\n.x::before {\n  content: \"/* \\\" */\"; /**/\n}\n";
        assert_eq!(compact(text), ".x::before {\ncontent: \"/* \\\" */\";\n}\n");
    }
}
