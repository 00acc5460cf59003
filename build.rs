//! Cuts the model and the texts in two: what the first question needs, and what is loaded while it is being answered.

#![allow(
    clippy::indexing_slicing,
    reason = "of a JSON value, what is not there is null, and that is refused where it is used"
)]

#[path = "src/model/canonical.rs"]
mod canonical;
#[path = "src/json/mod.rs"]
#[allow(dead_code, unused_imports)]
mod json;
#[path = "src/order.rs"]
#[allow(dead_code)]
mod order;

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// First words of the keys, or keys, of the texts that stand on the pages up to the first question and around every page.
const FIRST: [&str; 25] = [
    "answer",
    "app",
    "back",
    "boundary.title",
    "date",
    "error",
    "example.mark",
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
const NOT_FIRST: [&str; 28] = [
    "answer.checklist",
    "answer.done",
    "answer.none_of_these",
    "answer.not_done",
    "answer.partly",
    "number.echo",
    "number.echo_firms",
    "question.basis",
    "question.choose_row",
    "question.choose_some",
    "question.chosen",
    "question.from_boundary",
    "question.no_boundary",
    "question.or_no_figure",
    "question.over_boundary",
    "question.points",
    "question.proposal",
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
];

type Failure = Box<dyn std::error::Error>;
type Packed = Result<Lines, Failure>;

fn main() -> Result<(), Failure> {
    for input in ["build.rs", "data", "locales", "src"] {
        println!("cargo::rerun-if-changed={input}");
    }
    println!("cargo::rustc-env=CLUSTER_READY_BUILD={}", fingerprint()?);
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    for locale in ["vi", "en"] {
        let texts: Map<String, Value> =
            serde_json::from_str(&fs::read_to_string(format!("locales/{locale}.json"))?)?;
        let (mut first, mut later) = (Lines::default(), Lines::default());
        for (key, text) in &texts {
            let word = key.split('.').next().unwrap_or(key);
            let is_named = FIRST.contains(&word) || FIRST.contains(&key.as_str());
            let is_first = is_named && !NOT_FIRST.contains(&key.as_str());
            let part = if is_first { &mut first } else { &mut later };
            part.line(key)?;
            part.text(text)?;
        }
        fs::write(out.join(format!("first.{locale}.txt")), first.0)?;
        fs::write(out.join(format!("later.{locale}.txt")), later.0)?;
    }
    let model = serde_json::from_str(&fs::read_to_string("data/model.json")?)?;
    fs::write(out.join("questions.txt"), questions(&model)?.0)?;
    let mut names = Lines::default();
    for file in ["data/provinces.json", "data/fields.json"] {
        let file: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
        // The last column of a field says whether it can be a cluster's main industry.
        let rows: Vec<&Value> = items(&file["rows"])
            .filter(|row| row[4].as_bool() != Some(false))
            .collect();
        names.line(&rows.len().to_string())?;
        for row in rows {
            for column in 0..3 {
                names.text(&row[column])?;
            }
        }
    }
    fs::write(out.join("names.txt"), names.0)?;
    for (file, pack) in [
        ("institutions", institutions as fn(&Value) -> Packed),
        ("provinces", provinces),
        ("province-names", province_names),
        ("outline", outline),
    ] {
        let source = file.strip_suffix("-names").unwrap_or(file);
        let source = format!("data/{source}.json").replace("province.json", "provinces.json");
        let data = serde_json::from_str(&fs::read_to_string(source)?)?;
        fs::write(out.join(format!("{file}.txt")), pack(&data)?.0)?;
    }
    Ok(())
}

/// What the program is made of, in a few letters: the page and its worker are two programs, and have to be of one build.
fn fingerprint() -> Result<String, Failure> {
    let mut files = vec!["Cargo.lock".into(), "build.rs".into()];
    for folder in ["src", "data", "locales"] {
        list(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        // A checkout may end its lines in another way.
        let text = fs::read(&file)?;
        hash.update(
            text.iter()
                .filter(|byte| **byte != b'\r')
                .copied()
                .collect::<Vec<_>>(),
        );
        hash.update([0]);
    }
    let hash = hash.finalize();
    Ok(hash
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// A text file that is read line by line, in an order that its reader knows.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, text: &str) -> Result<(), Failure> {
        if text.contains('\n') {
            return Err(format!("a text of more than one line: {text}").into());
        }
        self.0.push_str(text);
        self.0.push('\n');
        Ok(())
    }

    fn text(&mut self, value: &Value) -> Result<(), Failure> {
        let text = value
            .as_str()
            .ok_or_else(|| format!("{value} is no text"))?;
        self.line(text)
    }

    fn number(&mut self, value: &Value) -> Result<(), Failure> {
        let number = value
            .as_f64()
            .ok_or_else(|| format!("{value} is no number"))?;
        self.line(&number.to_string())
    }

    fn count(&mut self, list: &Value) -> Result<(), Failure> {
        self.line(&items(list).count().to_string())
    }

    fn curve(&mut self, points: &Value) -> Result<(), Failure> {
        self.count(points)?;
        for point in items(points) {
            self.number(&point[0])?;
            self.number(&point[1])?;
        }
        Ok(())
    }

    fn range(&mut self, node: &Value) -> Result<(), Failure> {
        self.number(&node["min"])?;
        self.number(&node["max"])?;
        self.curve(&node["curve"])
    }

    /// The words of a ladder; of the other kinds the figures alone, with a line left empty for each text.
    fn answer(&mut self, answer: &Value) -> Result<(), Failure> {
        let kind = answer["kind"].as_str().unwrap_or_default();
        self.line(kind)?;
        match kind {
            "level" => {
                self.count(&answer["options"])?;
                for option in items(&answer["options"]) {
                    self.number(&option["score"])?;
                    self.text(&option["text"]["vi"])?;
                }
            }
            "number" | "derived" => {
                self.line("")?;
                self.range(answer)?;
            }
            "numbers" => {
                self.line("")?;
                self.count(&answer["parts"])?;
                for part in items(&answer["parts"]) {
                    self.number(&part["weight"])?;
                    self.line("")?;
                    self.range(part)?;
                }
            }
            "choices" => {
                self.count(&answer["options"])?;
                for _ in items(&answer["options"]) {
                    self.line("")?;
                }
                self.count(&answer["score_by_count"])?;
                for score in items(&answer["score_by_count"]) {
                    self.number(score)?;
                }
            }
            "checklist" => {
                self.count(&answer["items"])?;
                for _ in items(&answer["items"]) {
                    self.line("")?;
                }
            }
            other => return Err(format!("unknown kind of answer {other}").into()),
        }
        Ok(())
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// The institutions as `src/places/institution.rs` reads them: what measuring needs, without names and sources, column by
/// column, which is a quarter less when compressed.
fn institutions(file: &Value) -> Packed {
    let mut lines = Lines::default();
    let rows = &file["rows"];
    lines.count(&file["fields"])?;
    for field in items(&file["fields"]) {
        lines.text(field)?;
    }
    lines.count(rows)?;
    for row in items(rows) {
        lines.text(&row[0])?;
    }
    for row in items(rows) {
        let mut letters = String::new();
        for letter in [&row[3], &row[8]] {
            letters.push_str(letter.as_str().unwrap_or_default());
        }
        for field in items(&row[4]) {
            let field = field.as_u64().and_then(|field| u8::try_from(field).ok());
            letters.push(char::from(b'a' + field.ok_or("a field without a number")?));
        }
        lines.line(&letters)?;
    }
    for column in [6, 7] {
        for row in items(rows) {
            lines.number(&row[column])?;
        }
    }
    for row in items(rows) {
        lines.text(&row[9])?;
    }
    Ok(lines)
}

/// The provinces as `src/boundary/province.rs` reads them: without names.
fn provinces(file: &Value) -> Packed {
    let mut lines = Lines::default();
    lines.count(&file["rows"])?;
    for row in items(&file["rows"]) {
        lines.text(&row[0])?;
        lines.line(if row[3] == "city" { "1" } else { "0" })?;
        for number in items(&row[6]).chain(items(&row[7])).chain([&row[8]]) {
            lines.number(number)?;
        }
        for meridians in [&row[9], &row[10]] {
            lines.count(meridians)?;
            for meridian in items(meridians) {
                lines.number(meridian)?;
            }
        }
        lines.count(&row[11])?;
        for former in items(&row[11]) {
            for number in [&former[3], &former[4]]
                .into_iter()
                .chain(items(&former[5]))
            {
                lines.number(number)?;
            }
        }
    }
    Ok(lines)
}

/// What each province and those before it are called, as `src/read/table/province.rs` reads it.
fn province_names(file: &Value) -> Packed {
    let mut lines = Lines::default();
    lines.count(&file["rows"])?;
    for row in items(&file["rows"]) {
        lines.text(&row[0])?;
        lines.text(&row[1])?;
        lines.count(&row[11])?;
        for former in items(&row[11]) {
            lines.text(&former[1])?;
        }
    }
    Ok(lines)
}

/// The sketch of Viet Nam as `src/boundary/outline.rs` reads it: without names.
fn outline(file: &Value) -> Packed {
    let mut lines = Lines::default();
    lines.count(&file["rows"])?;
    for row in items(&file["rows"]) {
        lines.text(&row[0])?;
        lines.text(&row[3])?;
        lines.curve(&row[4])?;
    }
    Ok(lines)
}

/// The model as `src/model/packed.rs` reads it: what the questions need, in Vietnamese.
fn questions(model: &Value) -> Packed {
    let mut lines = Lines::default();
    lines.text(&model["id"])?;
    lines.text(&model["version"])?;
    lines.line(&canonical::sha256_hex(&canonical::canonical(model)))?;
    lines.number(&model["aggregation"]["shift"])?;
    lines.count(&model["dimensions"])?;
    for dimension in items(&model["dimensions"]) {
        let id = dimension["id"].as_str().unwrap_or_default();
        lines.line(id)?;
        lines.text(&dimension["name"]["vi"])?;
        lines.text(&dimension["short"]["vi"])?;
        lines.number(&dimension["weight"])?;
        lines.number(&model["alternative_dimension_weights"]["table2"][id])?;
    }
    lines.count(&model["levels"])?;
    for level in items(&model["levels"]) {
        lines.number(&level["level"])?;
        lines.number(&level["from"])?;
        lines.text(&level["name"]["vi"])?;
    }
    lines.count(&model["indicators"])?;
    for one in items(&model["indicators"]) {
        lines.text(&one["id"])?;
        let dimension =
            items(&model["dimensions"]).position(|other| other["id"] == one["dimension"]);
        lines.line(&dimension.unwrap_or_default().to_string())?;
        let class = one["class"].as_str().unwrap_or_default();
        lines.line(class)?;
        lines.number(&model["weight_classes"][class])?;
        lines.line(if one["quick"] == true { "1" } else { "0" })?;
        lines.number(&one["effort"])?;
        lines.text(&one["name"]["vi"])?;
        // The pages of all kinds but the ladder come later, and their words with the whole model.
        let is_first = one["answer"]["kind"] == "level";
        for key in ["question", "hint"] {
            let text = &one[key]["vi"];
            lines.line(text.as_str().filter(|_| is_first).unwrap_or_default())?;
        }
        let reason = &one["not_applicable"];
        lines.line(if reason.is_null() { "0" } else { "1" })?;
        if !reason.is_null() {
            lines.text(&reason["reason"])?;
            let text = &reason["text"]["vi"];
            lines.line(text.as_str().filter(|_| is_first).unwrap_or_default())?;
        }
        lines.answer(&one["answer"])?;
    }
    Ok(lines)
}
