//! The build step that makes the languages of the interface of a list and of files.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by panicking, outside test functions too"
)]

#[path = "../build/languages.rs"]
mod languages;

use std::fs;
use std::path::{Path, PathBuf};

use cluster_ready_core::model::{Locale, Text};
use languages::{have_texts, locale, read};
use serde_json::{Value, json};

const LIST: &str = include_str!("../../data/languages.json");

/// A project of its own with these rows, and files of texts for these tags.
fn project(name: &str, rows: &[Value], tags: &[&str]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("data")).unwrap();
    fs::create_dir_all(root.join("locales")).unwrap();
    let list = json!({ "rows": rows }).to_string();
    fs::write(root.join("data/languages.json"), list).unwrap();
    for tag in tags {
        fs::write(root.join(format!("locales/{tag}.json")), "{}").unwrap();
    }
    root
}

/// The rows of the project, with those of others behind them.
fn rows(more: &[Value]) -> Vec<Value> {
    let list: Value = serde_json::from_str(LIST).unwrap();
    let own = list["rows"].as_array().unwrap();
    own.iter().chain(more).cloned().collect()
}

fn korean() -> Value {
    json!(["ko", "한국어", "ko-KR", "long", false, "korean", false])
}

#[test]
fn a_third_language_is_one_file_and_one_line() {
    let root = project("third", &rows(&[korean()]), &["vi", "en", "ko"]);
    let all = read(&root).unwrap();
    have_texts(&all, &root).unwrap();
    let tags: Vec<&str> = all.iter().map(|one| one.tag.as_str()).collect();
    assert_eq!(tags, ["vi", "en", "ko"]);
    let code = locale(&all).unwrap();
    for line in [
        "pub const ALL: [Self; 3] = [",
        "pub const REQUIRED: usize = 2;",
        "Self::Ko => \"한국어\",",
        "Self::Ko => \"ko-KR\",",
        "Self::Ko => \"korean\",",
        "Self::Ko => false,",
    ] {
        assert!(code.contains(line), "{line}\n{code}");
    }
}

#[test]
fn a_line_without_its_file_and_a_file_without_its_line_stop_the_build() {
    let root = project("file", &rows(&[korean()]), &["vi", "en"]);
    let error = have_texts(&read(&root).unwrap(), &root).unwrap_err();
    assert_eq!(error.to_string(), "locales/ko.json is missing");
    let root = project("line", &rows(&[]), &["vi", "en", "ko"]);
    let error = have_texts(&read(&root).unwrap(), &root).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("locales/ko.json is of no language")
    );
}

#[test]
fn a_list_that_is_none_stops_the_build() {
    let required = json!(["fr", "Français", "fr-FR", "long", true, "french", true]);
    let upper = json!(["EN", "English", "en-GB", "long", false, "english", true]);
    for (name, rows) in [
        ("none", vec![]),
        ("short", vec![json!(["vi", "Tiếng Việt"])]),
        ("upper", vec![upper]),
        ("optional", vec![korean()]),
        ("order", rows(&[korean(), required])),
    ] {
        assert!(read(&project(name, &rows, &[])).is_err(), "{name}");
    }
}

#[test]
fn every_language_of_the_list_is_there() {
    let all = read(Path::new("..")).unwrap();
    assert_eq!(all.len(), Locale::ALL.len());
    for (one, locale) in all.iter().zip(Locale::ALL) {
        assert_eq!(Locale::from_tag(&one.tag), Some(locale));
        assert_eq!((locale.tag(), locale.name()), (&*one.tag, &*one.name));
        assert_eq!(locale.is_required(), one.required);
    }
    assert_eq!(Locale::from_tag("en-GB"), Some(Locale::En));
    assert_eq!(Locale::from_tag("xx"), None);
}

#[test]
fn a_text_is_in_the_language_that_is_asked_for() {
    let text = Text::of(|locale| locale.tag().to_owned());
    for locale in Locale::ALL {
        assert_eq!(text.get(locale), locale.tag());
    }
    let first = Text::of_first("một".to_owned());
    assert_eq!(first.get(Locale::default()), "một");
    assert_eq!(first.each().count(), 1);
}
