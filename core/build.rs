//! Makes lines of the data: of the model what the first question needs, of places what measuring needs.

#![allow(
    clippy::indexing_slicing,
    reason = "of a JSON value, what is not there is null, and that is refused where it is used"
)]

#[path = "src/model/canonical.rs"]
mod canonical;
#[path = "build/fingerprint.rs"]
mod fingerprint;
#[path = "src/json/mod.rs"]
#[allow(dead_code, unused_imports)]
mod json;
#[path = "build/languages.rs"]
mod languages;
#[path = "src/order.rs"]
#[allow(dead_code)]
mod order;

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

/// What the page's program and its worker have to agree on: all that both are made of, and how they speak to each other.
const MADE_OF: [&str; 7] = [
    "../Cargo.lock",
    "build.rs",
    "build",
    "src",
    "../data",
    "../worker",
    "../src/element",
];

type Failure = Box<dyn std::error::Error>;
type Packed = Result<Lines, Failure>;

fn main() -> Result<(), Failure> {
    fingerprint::tell("CLUSTER_READY_CORE", &MADE_OF)?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let languages = languages::read(Path::new(".."))?;
    fs::write(out.join("locale.rs"), languages::locale(&languages)?)?;
    let first = languages.first().map_or("", |one| &one.tag);
    let model = serde_json::from_str(&fs::read_to_string("../data/model.json")?)?;
    fs::write(out.join("questions.txt"), questions(&model, first)?.0)?;
    let mut names = Lines::default();
    for file in ["../data/provinces.json", "../data/fields.json"] {
        let file: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
        // The last column of a field says whether it can be a cluster's main industry.
        let rows: Vec<&Value> = items(&file["rows"])
            .filter(|row| row[4].as_bool() != Some(false))
            .collect();
        names.line(&rows.len().to_string())?;
        for row in rows {
            names.text(&row[0])?;
            for one in &languages {
                names.text(&row[column(&file, one, &languages)?])?;
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
        let source = format!("../data/{source}.json").replace("province.json", "provinces.json");
        let data = serde_json::from_str(&fs::read_to_string(source)?)?;
        fs::write(out.join(format!("{file}.txt")), pack(&data)?.0)?;
    }
    Ok(())
}

/// The column of names in a language; of one that has none, that of the last required one.
fn column(
    file: &Value,
    language: &languages::Language,
    all: &[languages::Language],
) -> Result<usize, Failure> {
    let of = |tag: &str| items(&file["columns"]).position(|column| column == tag);
    let required = all.iter().rfind(|one| one.required);
    let found = of(&language.tag).or_else(|| of(&required?.tag));
    found.ok_or_else(|| format!("no names in {}", language.tag).into())
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

    /// A text of a question, or, where its page comes later, a line left empty for it.
    fn words(&mut self, text: &Value, tag: Option<&str>) -> Result<(), Failure> {
        let text = tag.and_then(|tag| text[tag].as_str());
        self.line(text.unwrap_or_default())
    }

    /// The figures, with the words of what is among the first questions.
    fn answer(&mut self, answer: &Value, tag: Option<&str>) -> Result<(), Failure> {
        let kind = answer["kind"].as_str().unwrap_or_default();
        match kind {
            "number" | "derived" => {
                // What the boundary gives, by the first letter of its word.
                let from = answer["from"].as_str().unwrap_or_default();
                self.line("number")?;
                self.line(from.get(..1).unwrap_or_default())?;
            }
            kind => self.line(kind)?,
        }
        match kind {
            "level" => {
                self.count(&answer["options"])?;
                for option in items(&answer["options"]) {
                    self.number(&option["score"])?;
                    self.words(&option["text"], tag)?;
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
                for item in items(&answer["items"]) {
                    self.words(item, tag)?;
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

/// The model as `src/model/packed.rs` reads it: what the questions need, in the language of this tag.
fn questions(model: &Value, tag: &str) -> Packed {
    let mut lines = Lines::default();
    lines.text(&model["id"])?;
    lines.text(&model["version"])?;
    lines.line(&canonical::sha256_hex(&canonical::canonical(model)))?;
    lines.number(&model["aggregation"]["shift"])?;
    lines.count(&model["dimensions"])?;
    for dimension in items(&model["dimensions"]) {
        let id = dimension["id"].as_str().unwrap_or_default();
        lines.line(id)?;
        lines.text(&dimension["name"][tag])?;
        lines.text(&dimension["short"][tag])?;
        lines.number(&dimension["weight"])?;
        lines.number(&model["alternative_dimension_weights"]["table2"][id])?;
    }
    lines.count(&model["levels"])?;
    for level in items(&model["levels"]) {
        lines.number(&level["level"])?;
        lines.number(&level["from"])?;
        lines.text(&level["name"][tag])?;
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
        // Asked always, or only where there is a boundary.
        lines.line(match (&one["quick"], &one["needs_boundary"]) {
            (Value::Bool(true), _) => "1",
            (_, Value::Bool(true)) => "b",
            _ => "0",
        })?;
        lines.number(&one["effort"])?;
        lines.text(&one["name"][tag])?;
        // With ladders and checklists of the first dimension the quick way begins; all other pages come later, and their
        // words with the whole model.
        let is_first = one["quick"] == true
            && dimension == Some(0)
            && ["level", "checklist"].contains(&one["answer"]["kind"].as_str().unwrap_or_default());
        let words = is_first.then_some(tag);
        for key in ["question", "hint"] {
            lines.words(&one[key], words)?;
        }
        let reason = &one["not_applicable"];
        lines.line(if reason.is_null() { "0" } else { "1" })?;
        if !reason.is_null() {
            lines.text(&reason["reason"])?;
            lines.words(&reason["text"], words)?;
        }
        lines.answer(&one["answer"], words)?;
    }
    Ok(lines)
}
