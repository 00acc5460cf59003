//! Checks of plain text, whatever the language.

use super::source::{File, Tree};

/// A file is one thing; beyond this it is probably two.
const LONG_LINES: usize = 400;
const CODE: [&str; 4] = [".rs", ".mjs", ".js", ".css"];

// Put together here, so that this file does not break its own rules.
const MARKS: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];
const HOSTS: [&str; 7] = [
    concat!("registry.npm", "js.org"),
    concat!("registry.yarn", "pkg.com"),
    concat!("static.crates", ".io"),
    concat!("index.crates", ".io"),
    concat!("files.python", "hosted.org"),
    concat!("deb.de", "bian.org"),
    concat!("security.de", "bian.org"),
];
const FOLDERS: [&str; 6] = [
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/"),
    concat!("/t", "mp/"),
    concat!("C:\\Us", "ers\\"),
];

/// `MARK(#12)` is welcome, a bare mark is a wish that nobody reads.
pub fn todo(tree: &Tree) -> Vec<String> {
    lines(
        tree,
        |_| true,
        |line| {
            MARKS.into_iter().find(|mark| {
                line.match_indices(mark).any(|(at, _)| {
                    let after = line.get(at + mark.len()..).unwrap_or("");
                    let number = after.strip_prefix("(#").unwrap_or("");
                    !number.starts_with(|char: char| char.is_ascii_digit())
                        && !part_of_word(line, at, mark.len())
                })
            })
        },
    )
}

pub fn places(tree: &Tree) -> Vec<String> {
    lines(
        tree,
        |file| file.path != "Cargo.lock",
        |line| {
            HOSTS
                .into_iter()
                .find(|host| line.contains(host))
                .or_else(|| {
                    FOLDERS.into_iter().find(|folder| {
                        line.match_indices(folder)
                            .any(|(at, _)| begins_a_path(line, at))
                    })
                })
        },
    )
}

pub fn long_files(tree: &Tree) -> Vec<String> {
    tree.files
        .iter()
        .filter(|file| CODE.iter().any(|ending| file.path.ends_with(ending)))
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > LONG_LINES)
        .map(|(file, lines)| format!("{} has {lines} lines (more than {LONG_LINES})", file.path))
        .collect()
}

fn lines(
    tree: &Tree,
    files: impl Fn(&File) -> bool,
    find: impl Fn(&str) -> Option<&'static str>,
) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.files.iter().filter(|file| files(file)) {
        for (at, line) in file.text.lines().enumerate() {
            if let Some(what) = find(line) {
                found.push(format!("{}:{}: {what}", file.path, at + 1));
            }
        }
    }
    found
}

/// A path of a machine starts a word; in an address or a relative path something stands before it.
fn begins_a_path(line: &str, at: usize) -> bool {
    let before = line.get(..at).and_then(|text| text.chars().next_back());
    !before.is_some_and(|char| char.is_alphanumeric() || "_-.~/}*".contains(char))
}

fn part_of_word(line: &str, at: usize, length: usize) -> bool {
    let name = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '_');
    name(line.get(..at).and_then(|text| text.chars().next_back()))
        || name(line.get(at + length..).and_then(|text| text.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        Tree {
            files: vec![File {
                path: "a.md".into(),
                text: text.into(),
            }],
        }
    }

    #[test]
    fn mark_with_its_issue_is_welcome() {
        assert!(todo(&tree(&format!("// {}(#12): later\n", MARKS[0]))).is_empty());
        assert_eq!(todo(&tree(&format!("// {}: later\n", MARKS[0]))).len(), 1);
    }

    #[test]
    fn machine_path_is_found_and_address_is_not() {
        let folder = FOLDERS[3];
        assert_eq!(places(&tree(&format!("see `{folder}x`"))).len(), 1);
        assert!(places(&tree(&format!("see https://example.org{folder}x"))).is_empty());
    }
}
