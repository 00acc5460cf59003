//! Cuts the texts of the interface in two: what the first question needs, and what is loaded while it is being answered. Makes
//! a table of the words for units.

#[path = "core/build/fingerprint.rs"]
mod fingerprint;
#[path = "core/build/languages.rs"]
#[allow(dead_code, reason = "the type `Locale` is the core's")]
mod languages;

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

/// First words of the keys, or keys, of the texts that stand on the pages up to the first question and around every page.
const FIRST: [&str; 24] = [
    "answer",
    "app",
    "back",
    "boundary.title",
    "date",
    "error",
    "facts.title",
    "foot",
    "kind",
    "later",
    "masthead",
    "notice",
    "number",
    "profile",
    "question",
    "rail",
    "range",
    "saved",
    "select",
    "start",
    "state",
    "tab",
    "tasks",
    "unit",
];

/// Keys among them whose texts only code that comes later shows.
const NOT_FIRST: [&str; 36] = [
    "answer.checklist",
    "answer.none_of_these",
    "foot.by",
    "foot.contact",
    "number.echo",
    "number.echo_firms",
    "question.basis",
    "question.choose_some",
    "question.chosen",
    "question.from_boundary",
    "question.no_boundary",
    "question.or_no_figure",
    "question.over_boundary",
    "question.points",
    "question.scoring",
    "question.source",
    "question.step",
    "question.take_proposal",
    "question.to_boundary",
    "start.draft_saved",
    "start.drafts",
    "start.erase",
    "start.erase_sure",
    "start.unnamed",
    "start.unreadable",
    "tab.boundary.saved.not",
    "tab.erase.count.one",
    "tab.erase.count.other",
    "tab.erase.title",
    "tab.start.drafts",
    "tasks.boundary_must",
    "tasks.complete",
    "tasks.facts_said.one",
    "tasks.facts_said.other",
    "tasks.level_ready",
    "tasks.points",
];

/// What the program is made of.
const MADE_OF: [&str; 7] = [
    "Cargo.lock",
    "build.rs",
    "src",
    "locales",
    "data",
    "core/src",
    "core/build.rs",
];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    fingerprint::tell("CLUSTER_READY_BUILD", &MADE_OF)?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let languages = languages::read(Path::new("."))?;
    languages::have_texts(&languages, Path::new("."))?;
    for (index, language) in languages.iter().enumerate() {
        let locale = &language.tag;
        let texts: Map<String, Value> =
            serde_json::from_str(&fs::read_to_string(format!("locales/{locale}.json"))?)?;
        let (mut first, mut later) = (String::new(), String::new());
        for (key, text) in &texts {
            let word = key.split('.').next().unwrap_or(key);
            let is_named = FIRST.contains(&word) || FIRST.contains(&key.as_str());
            let is_first = is_named && !NOT_FIRST.contains(&key.as_str());
            let part = if is_first { &mut first } else { &mut later };
            let text = text.as_str().ok_or_else(|| format!("{text} is no text"))?;
            line(part, key)?;
            line(part, text)?;
        }
        // The first language is part of what is loaded anyway.
        if index == 0 {
            fs::write(out.join("first.txt"), &first)?;
            fs::write(out.join("later.txt"), &later)?;
        }
        fs::write(out.join(format!("first.{locale}.txt")), first)?;
        fs::write(out.join(format!("later.{locale}.txt")), later)?;
    }
    let (parts, ways) = parts(&languages)?;
    fs::write(out.join("languages.rs"), parts)?;
    fs::write(out.join("ways.rs"), ways)?;
    fs::write(out.join("texts.rs"), all_texts(&languages)?)?;
    fs::write(out.join("unit_words.rs"), unit_words()?)?;
    Ok(())
}

/// The parts of the program that hold the languages after the first one, and the way to each.
fn parts(languages: &[languages::Language]) -> Result<(String, String), Failure> {
    let (mut parts, mut ways) = (String::new(), String::new());
    for (index, one) in languages.iter().enumerate() {
        let (tag, variant, part) = (&one.tag, one.variant(), &one.file);
        if index == 0 {
            writeln!(ways, "Locale::{variant} => return Ok(()),")?;
            continue;
        }
        writeln!(
            parts,
            "language_part!({part}, {variant}, \"/first.{tag}.txt\", \"/later.{tag}.txt\");"
        )?;
        writeln!(ways, "Locale::{variant} => parts::{part}().await?,")?;
    }
    Ok((parts, format!("match locale {{\n{ways}}}")))
}

/// The texts of every language, those of the first pages and all others.
fn all_texts(languages: &[languages::Language]) -> Result<String, Failure> {
    let mut table = format!("pub const TEXTS: [[&str; 2]; {}] = [", languages.len());
    for one in languages {
        let tag = &one.tag;
        let text =
            |part: &str| format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{part}.{tag}.txt\"))");
        write!(table, "[{}, {}],", text("first"), text("later"))?;
    }
    table.push_str("];");
    Ok(table)
}

/// `data/units.json` as the table `WORDS` of `src/view_model/unit/words.rs`.
fn unit_words() -> Result<String, Failure> {
    let file: Value = serde_json::from_str(&fs::read_to_string("data/units.json")?)?;
    let rows = file.get("rows").cloned().unwrap_or_default();
    let rows: Vec<(String, f64, Vec<String>)> = serde_json::from_value(rows)?;
    let mut table = format!("pub const WORDS: [Word; {}] = [", rows.len());
    for (kind, one, said) in rows {
        let kind = match kind.as_str() {
            "size" => "Size",
            "length" => "Length",
            "area" => "Area",
            "share" => "Share",
            "people" => "People",
            "firms" => "Firms",
            other => return Err(format!("{other} is no kind of unit").into()),
        };
        write!(
            table,
            "Word {{ kind: Kind::{kind}, one: {one:?}, said: &{said:?} }},"
        )?;
    }
    table.push_str("];");
    Ok(table)
}

/// The keys and texts are read line by line.
fn line(part: &mut String, text: &str) -> Result<(), Failure> {
    if text.contains('\n') {
        return Err(format!("a text of more than one line: {text}").into());
    }
    part.push_str(text);
    part.push('\n');
    Ok(())
}
