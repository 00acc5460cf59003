//! The guide as one HTML page: buttons, levels and laws are named as the product names them.

use std::fs;

use serde_json::Value;

use super::SOURCE;
use crate::digest::base64;
use crate::failure::Failure;
use crate::tools::node;
use crate::workspace;

/// Where the page wants its style sheet.
const STYLE: &str = "<!-- style -->";
/// What a page of paper begins with; its language follows.
const PAPER: &str = "<div class=\"page\" lang=\"";

/// The same letters on every machine.
const FONTS: &str = "node_modules/roboto-fontface/fonts/roboto";
const WEIGHTS: [(u16, &str); 3] = [(400, "Regular"), (500, "Medium"), (700, "Bold")];

/// The filled page, with all it needs in it.
pub(super) fn page(version: &str) -> Result<String, Failure> {
    node::ensure()?;
    let guide = workspace::root().join(SOURCE).join("guide");
    let read = |name: &str| {
        fs::read_to_string(guide.join(name)).map_err(Failure::while_doing(format!(
            "reading {SOURCE}/guide/{name}"
        )))
    };
    let names = Names {
        version,
        model: json("data/model.json")?,
        law: json("data/law.json")?,
    };
    let template = read("guide.html")?;
    let mut parts = template.split(PAPER);
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let language = part.get(..2).unwrap_or_default();
        let texts = json(&format!("locales/{language}.json"))?;
        page.push_str(PAPER);
        page.push_str(&filled(part, |name| names.of(name, language, &texts))?);
    }
    if !page.contains(STYLE) {
        return Err(Failure::new(format!("guide.html has no `{STYLE}`")));
    }
    let style = format!("<style>{}{}</style>", fonts()?, read("guide.css")?);
    Ok(page.replace(STYLE, &style))
}

fn json(path: &str) -> Result<Value, Failure> {
    let text = fs::read_to_string(workspace::root().join(path))
        .map_err(Failure::while_doing(format!("reading {path}")))?;
    serde_json::from_str(&text).map_err(Failure::while_doing(format!("reading {path}")))
}

struct Names<'a> {
    version: &'a str,
    model: Value,
    law: Value,
}

impl Names<'_> {
    /// What stands for `{name}`: a text of the product, or one of `version`, `laws`, `level.3`.
    fn of(&self, name: &str, language: &str, texts: &Value) -> Option<String> {
        match name {
            "version" => Some(self.version.to_owned()),
            "laws" => self.laws(language, texts),
            _ => match name.strip_prefix("level.") {
                Some(number) => {
                    let number: usize = number.parse().ok()?;
                    let level = self.model.get("levels")?.get(number.checked_sub(1)?)?;
                    text(level.get("name")?, language)
                }
                None => text(texts, name),
            },
        }
    }

    fn laws(&self, language: &str, texts: &Value) -> Option<String> {
        let sets = self.law.get("sets")?.as_array()?.iter();
        let names = sets.map(|set| {
            let name = text(set.get("name")?, language)?;
            match set.get("to_be_confirmed")?.as_bool()? {
                true => Some(text(texts, "law.set_to_confirm")?.replace("{set}", &name)),
                false => Some(name),
            }
        });
        Some(names.collect::<Option<Vec<_>>>()?.join(", "))
    }
}

fn text(object: &Value, key: &str) -> Option<String> {
    object.get(key)?.as_str().map(str::to_owned)
}

/// A text with what `name` gives in the place of every `{…}`.
fn filled(part: &str, name: impl Fn(&str) -> Option<String>) -> Result<String, Failure> {
    let mut pieces = part.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (key, after) = piece
            .split_once('}')
            .ok_or_else(|| Failure::new("guide.html has a `{` without its end"))?;
        let value = name(key)
            .ok_or_else(|| Failure::new(format!("guide.html names no text by `{key}`")))?;
        text.push_str(&value);
        text.push_str(after);
    }
    Ok(text)
}

fn fonts() -> Result<String, Failure> {
    let folder = workspace::root().join(FONTS);
    let face = |(weight, name): (u16, &str)| {
        let bytes = fs::read(folder.join(format!("Roboto-{name}.woff2")))
            .map_err(Failure::while_doing(format!("reading Roboto-{name}.woff2")))?;
        Ok(format!(
            "@font-face{{font-family:Roboto;font-weight:{weight};src:url(data:font/woff2;base64,{})}}",
            base64(&bytes)
        ))
    };
    WEIGHTS.into_iter().map(face).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_and_an_unknown_one_is_named() {
        let name = |key: &str| (key == "a.b").then(|| "B".to_owned());
        assert_eq!(filled("x {a.b}, {a.b}.", name).unwrap(), "x B, B.");
        let told = filled("{c}", name).unwrap_err().to_string();
        assert!(told.contains("`c`"), "{told}");
        assert!(filled("{a.b", name).is_err());
    }

    #[test]
    fn law_that_is_to_be_confirmed_is_told_as_such() {
        let names = Names {
            version: "1.2.3",
            model: serde_json::json!({ "levels": [{ "name": { "en": "Starting" } }] }),
            law: serde_json::json!({ "sets": [
                { "name": { "en": "Old" }, "to_be_confirmed": false },
                { "name": { "en": "New" }, "to_be_confirmed": true },
            ] }),
        };
        let texts = serde_json::json!({ "law.set_to_confirm": "{set} (?)" });
        assert_eq!(names.of("laws", "en", &texts).unwrap(), "Old, New (?)");
        assert_eq!(names.of("level.1", "en", &texts).unwrap(), "Starting");
        assert_eq!(names.of("level.0", "en", &texts), None);
        assert_eq!(names.of("start.open", "en", &texts), None);
    }
}
