//! The files that are checked.

use std::fs;

use super::lexer::{Lexed, lex};
use crate::failure::Failure;
use crate::workspace;

/// The widget, the core, the worker and the native command.
const SOURCES: [&str; 4] = ["src/", "core/src/", "worker/src/", "cli/src/"];

/// Every text file that git knows or would add.
pub struct Tree {
    pub files: Vec<File>,
}

pub struct File {
    /// From the root, with `/`.
    pub path: String,
    pub text: String,
}

/// A Rust file of the widget, the core, the worker or the command, without its test modules.
pub struct Module<'a> {
    pub path: &'a str,
    pub lexed: Lexed,
}

impl Tree {
    /// # Errors
    /// Git does not answer.
    pub fn read() -> Result<Self, Failure> {
        let root = workspace::root();
        let files = workspace::tracked_files()?
            .into_iter()
            // A picture or a test file that is no text has nothing to check.
            .filter_map(|path| {
                fs::read_to_string(root.join(&path))
                    .ok()
                    .map(|text| File { path, text })
            })
            .collect();
        Ok(Self { files })
    }

    /// The Rust files of [`SOURCES`].
    pub fn modules(&self) -> impl Iterator<Item = Module<'_>> {
        self.files
            .iter()
            .filter(|file| {
                let mut folders = SOURCES.iter();
                file.path.ends_with(".rs") && folders.any(|folder| file.path.starts_with(folder))
            })
            .map(|file| Module {
                path: &file.path,
                lexed: lex(without_tests(&file.text)),
            })
    }

    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}

impl Module<'_> {
    /// `src/ui/app.rs` is in `ui`, `src/lib.rs` in `lib`; all of a package beside the widget is in one room, as `core`.
    pub fn room(&self) -> &str {
        let path = self.path.trim_start_matches("src/");
        path.split(['/', '.']).next().unwrap_or("")
    }

    /// The lines of code, from 1, that name a word.
    pub fn lines_with(&self, word: &str) -> impl Iterator<Item = (usize, &str)> {
        self.lexed
            .code
            .lines()
            .enumerate()
            .filter(move |(_, line)| contains_word(line, word))
            .map(|(at, line)| (at + 1, line))
    }

    /// Where a word stands in the code, as `path:line`.
    pub fn places_of(&self, word: &str) -> Vec<String> {
        self.lines_with(word)
            .map(|(at, _)| format!("{}:{at}: {word}", self.path))
            .collect()
    }
}

/// A test module that is written out comes last in a file, and may do what the rest may not. One in a file of its own is only
/// named, anywhere.
fn without_tests(text: &str) -> &str {
    let begin = "\n#[cfg(test)]\nmod ";
    let is_written_out = |(at, _): &(usize, &str)| {
        let after = text.get(at + begin.len()..).unwrap_or("");
        after.lines().next().is_some_and(|line| line.contains('{'))
    };
    let found = text.match_indices(begin).find(is_written_out);
    found.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The word stands free: neither `web_sys` in `my_web_sys` nor `print!` in `eprint!`.
fn contains_word(line: &str, word: &str) -> bool {
    let part_of_name = |char: char| char.is_alphanumeric() || char == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line
            .get(at + word.len()..)
            .and_then(|text| text.chars().next());
        let ends_as_name = word.chars().next_back().is_some_and(part_of_name);
        !(before.is_some_and(part_of_name) || ends_as_name && after.is_some_and(part_of_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_inside_a_longer_name_does_not_count() {
        assert!(contains_word("use web_sys::Window;", "web_sys"));
        assert!(!contains_word("use my_web_sys_thing;", "web_sys"));
        assert!(!contains_word("eprintln!(x)", "println!"));
    }

    #[test]
    fn test_module_is_left_out() {
        assert_eq!(
            without_tests("fn a() {}\n#[cfg(test)]\nmod tests { println!() }\n"),
            "fn a() {}"
        );
    }

    #[test]
    fn what_follows_a_named_test_module_is_not_left_out() {
        let text = "//! a\n\n#[cfg(test)]\nmod tests;\n\nuse leptos;\n";
        assert_eq!(without_tests(text), text);
        let both = format!("{text}\n#[cfg(test)]\nmod more {{ println!() }}\n");
        assert_eq!(without_tests(&both), text);
    }
}
