use std::sync::OnceLock;

use crate::lines::Lines;
use serde_json::Value;

use crate::model::{Locale, Text};

/// A name to choose from, with the id or code that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    pub id: &'static str,
    in_languages: [&'static str; Locale::ALL.len()],
}

impl Name {
    pub fn get(&self, locale: Locale) -> &'static str {
        let name = self.in_languages.get(locale as usize);
        name.copied().unwrap_or_default()
    }
}

/// The names that the profile asks for.
#[derive(Debug, Default)]
pub struct Names {
    /// The 34 provinces and cities of 2025, by code.
    pub provinces: Vec<Name>,
    /// The fields that can be a cluster's main industry, in the order to be shown.
    pub industries: Vec<Name>,
}

/// The names, made by the build script from `data/provinces.json` and `data/fields.json`.
pub fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        read(&mut Lines::of(include_str!(concat!(
            env!("OUT_DIR"),
            "/names.txt"
        ))))
        .unwrap_or_default()
    })
}

fn read(lines: &mut Lines<'static>) -> Option<Names> {
    let name = |lines: &mut Lines<'static>| {
        let id = lines.text()?;
        let mut in_languages = [""; Locale::ALL.len()];
        for name in &mut in_languages {
            *name = lines.text()?;
        }
        Some(Name { id, in_languages })
    };
    Some(Names {
        provinces: lines.list(name)?,
        industries: lines.list(name)?,
    })
}

/// The name in a row of a file whose columns of names are called by the tags of their languages.
pub(super) fn named(file: &Value, row: &Value) -> Option<Text> {
    let columns = file.get("columns")?.as_array()?;
    Text::try_of(|locale| {
        let column = columns.iter().position(|column| column == locale.tag());
        match column {
            Some(column) => Ok(row
                .get(column)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()),
            None if locale.is_required() => Err(()),
            None => Ok(String::new()),
        }
    })
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn names_are_those_of_the_data() {
        let file: Value =
            serde_json::from_str(include_str!("../../../data/provinces.json")).unwrap();
        let rows = file["rows"].as_array().unwrap();
        let provinces = &names().provinces;
        assert_eq!(rows.len(), provinces.len());
        for (row, one) in rows.iter().zip(provinces) {
            let name = |locale| one.get(locale);
            assert_eq!(
                [&row[0], &row[1], &row[2]],
                [one.id, name(Locale::Vi), name(Locale::En)]
            );
        }
        let fields = places::fields().iter().filter(|one| one.is_industry);
        let expected: Vec<_> = fields
            .map(|one| {
                (
                    one.id.as_str(),
                    Locale::ALL.map(|locale| one.name.get(locale)),
                )
            })
            .collect();
        let found: Vec<_> = names()
            .industries
            .iter()
            .map(|one| (one.id, one.in_languages))
            .collect();
        assert_eq!(found, expected);
    }
}
