//! The languages of the interface: `data/languages.json` lists them, `locales/` has their texts.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

type Failure = Box<dyn std::error::Error>;

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Language {
    pub tag: String,
    pub name: String,
    pub formats: String,
    pub month: String,
    pub comma: bool,
    pub file: String,
    pub required: bool,
}

impl Language {
    /// Its name among those of the program.
    pub fn variant(&self) -> String {
        let mut letters = self.tag.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect()
    }
}

/// The languages of the project in this folder.
///
/// # Errors
/// A row that is none, a tag that is none, and required languages that do not come first.
pub fn read(root: &Path) -> Result<Vec<Language>, Failure> {
    let file: Value = serde_json::from_str(&fs::read_to_string(root.join("data/languages.json"))?)?;
    let rows = file.get("rows").cloned().unwrap_or_default();
    type Row = (String, String, String, String, bool, String, bool);
    let rows: Vec<Row> = serde_json::from_value(rows)?;
    let language = |(tag, name, formats, month, comma, file, required)| Language {
        tag,
        name,
        formats,
        month,
        comma,
        file,
        required,
    };
    let languages: Vec<Language> = rows.into_iter().map(language).collect();
    let is_required = |one: &Language| one.required;
    if languages.is_empty()
        || !languages.is_sorted_by_key(|one| !one.required)
        || !languages.iter().any(is_required)
    {
        return Err("data/languages.json: the required languages come first, one at least".into());
    }
    for one in &languages {
        if one.tag.is_empty() || !one.tag.chars().all(|letter| letter.is_ascii_lowercase()) {
            return Err(format!(
                "data/languages.json: {:?} is no tag of two or three small letters",
                one.tag
            )
            .into());
        }
    }
    Ok(languages)
}

/// # Errors
/// A language without texts, and texts of a language that is not listed.
#[allow(dead_code, reason = "the core has no texts of the interface")]
pub fn have_texts(languages: &[Language], root: &Path) -> Result<(), Failure> {
    for one in languages {
        let name = format!("locales/{}.json", one.tag);
        if !root.join(&name).is_file() {
            return Err(format!("{name} is missing").into());
        }
    }
    for entry in fs::read_dir(root.join("locales"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let tag = name.strip_suffix(".json").unwrap_or(&name);
        if !languages.iter().any(|one| one.tag == tag) {
            return Err(format!("locales/{name} is of no language of data/languages.json").into());
        }
    }
    Ok(())
}

/// The languages as the type `Locale`.
///
/// # Errors
/// None: a text can be written to.
pub fn locale(languages: &[Language]) -> Result<String, Failure> {
    let count = languages.len();
    let required = languages.iter().filter(|one| one.required).count();
    let variants: Vec<String> = languages.iter().map(Language::variant).collect();
    let mut code = String::from(
        "/// A language of the interface.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]\npub enum Locale {\n#[default]\n",
    );
    for variant in &variants {
        writeln!(code, "{variant},")?;
    }
    writeln!(code, "}}\n\nimpl Locale {{")?;
    writeln!(
        code,
        "/// In the order of the list.\npub const ALL: [Self; {count}] = ["
    )?;
    for variant in &variants {
        writeln!(code, "Self::{variant},")?;
    }
    writeln!(
        code,
        "];\n/// So many of them, the first ones, have every text of a model.\npub const REQUIRED: usize = {required};"
    )?;
    for (about, of) in [
        (
            "BCP 47 tag.\npub const fn tag",
            (|one| &one.tag) as fn(&Language) -> &String,
        ),
        ("What it calls itself.\npub const fn name", |one| &one.name),
        (
            "The tag by which `Intl` writes numbers and dates.\npub const fn formats",
            |one| &one.formats,
        ),
        (
            "How `Intl` writes the month of a day of every year.\npub const fn month",
            |one| &one.month,
        ),
        (
            "What its first page and its part of the program are called.\npub const fn file",
            |one| &one.file,
        ),
    ] {
        writeln!(code, "/// {about}(self) -> &'static str {{ match self {{")?;
        for (one, variant) in languages.iter().zip(&variants) {
            writeln!(code, "Self::{variant} => {:?},", of(one))?;
        }
        writeln!(code, "}} }}")?;
    }
    writeln!(
        code,
        "/// A comma stands before decimals.\npub const fn has_comma(self) -> bool {{ match self {{"
    )?;
    for (one, variant) in languages.iter().zip(&variants) {
        writeln!(code, "Self::{variant} => {},", one.comma)?;
    }
    writeln!(code, "}} }}\n}}")?;
    Ok(code)
}
