use std::sync::OnceLock;

use serde_json::Value;

use super::names::named;
use crate::model::Text;

/// What is shown of an institution; measuring needs none of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    pub id: String,
    pub name: Text,
    /// Where the point comes from.
    pub sources: Vec<String>,
}

/// The bundled institution of this id as `data/institutions.json` describes it.
pub fn description(id: &str) -> Option<&'static Description> {
    descriptions().iter().find(|one| one.id == id)
}

fn descriptions() -> &'static [Description] {
    static DESCRIPTIONS: OnceLock<Vec<Description>> = OnceLock::new();
    DESCRIPTIONS.get_or_init(|| {
        // The file is part of the program and tested.
        serde_json::from_str(include_str!("../../../data/institutions.json"))
            .ok()
            .and_then(|file| parse(&file))
            .unwrap_or_default()
    })
}

fn parse(file: &Value) -> Option<Vec<Description>> {
    let names = file.get("sources")?.as_array()?;
    let one = |row: &Value| {
        let text = |column: usize| Some(row.get(column)?.as_str()?.to_owned());
        let source = |index: &Value| {
            let index = usize::try_from(index.as_u64()?).ok()?;
            Some(names.get(index)?.as_str()?.to_owned())
        };
        Some(Description {
            id: text(0)?,
            name: named(file, row)?,
            sources: row
                .get(10)?
                .as_array()?
                .iter()
                .map(source)
                .collect::<Option<_>>()?,
        })
    };
    file.get("rows")?.as_array()?.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::super::institutions;
    use super::*;
    use crate::model::Locale;

    #[test]
    fn every_institution_has_a_name_in_every_language_and_a_source() {
        for one in institutions() {
            let found = description(one.id).unwrap();
            for locale in Locale::ALL {
                assert!(!found.name.get(locale).is_empty());
            }
            assert!(!found.sources.is_empty(), "{}", one.id);
        }
        assert_eq!(descriptions().len(), institutions().len());
        assert_eq!(
            description("hust").unwrap().name.get(Locale::Vi),
            "Đại học Bách khoa Hà Nội"
        );
    }
}
