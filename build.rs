//! Cuts the model and the texts in two: what the first question needs, and what is loaded while it is being answered.

#[path = "src/model/canonical.rs"]
mod canonical;
#[path = "src/json/mod.rs"]
#[allow(dead_code, unused_imports)]
mod json;
#[path = "src/order.rs"]
#[allow(dead_code)]
mod order;

use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value, json};

/// First words of the keys of the texts that stand on the pages up to the first question, and around every page.
const FIRST: [&str; 24] = [
    "answer", "app", "back", "date", "error", "foot", "kind", "later", "masthead", "notice",
    "number", "open", "origin", "profile", "question", "rail", "range", "saved", "select", "start",
    "state", "tasks", "unit", "example",
];

/// Texts of an indicator that only the result shows.
const OF_THE_RESULT: [&str; 6] = ["basis", "action", "who", "first_step", "proof", "example"];

/// Stands where a text is loaded later; the checked model allows no empty text.
const LATER: &str = "…";

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    for input in [
        "build.rs",
        "data/model.json",
        "locales",
        "src/model/canonical.rs",
        "src/json",
        "src/order.rs",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    for locale in ["vi", "en"] {
        let texts: Map<String, Value> =
            serde_json::from_str(&fs::read_to_string(format!("locales/{locale}.json"))?)?;
        let (first, later): (Map<_, _>, Map<_, _>) = texts
            .into_iter()
            .partition(|(key, _)| FIRST.contains(&key.split('.').next().unwrap_or(key)));
        fs::write(
            out.join(format!("first.{locale}.json")),
            serde_json::to_string(&first)?,
        )?;
        fs::write(
            out.join(format!("later.{locale}.json")),
            serde_json::to_string(&later)?,
        )?;
    }
    let mut model: Value = serde_json::from_str(&fs::read_to_string("data/model.json")?)?;
    fs::write(
        out.join("model.sha256"),
        canonical::sha256_hex(&canonical::canonical(&model)),
    )?;
    for indicator in model["indicators"].as_array_mut().into_iter().flatten() {
        for key in OF_THE_RESULT {
            indicator[key] = json!({ "vi": LATER, "en": LATER });
        }
    }
    in_vietnamese(&mut model);
    fs::write(out.join("questions.json"), serde_json::to_string(&model)?)?;
    Ok(())
}

/// Leaves the English of every text for later.
fn in_vietnamese(value: &mut Value) {
    match value {
        Value::Object(fields) if fields.contains_key("vi") => {
            fields.insert("en".to_owned(), Value::from(LATER));
        }
        Value::Object(fields) => fields.values_mut().for_each(in_vietnamese),
        Value::Array(items) => items.iter_mut().for_each(in_vietnamese),
        _ => {}
    }
}
