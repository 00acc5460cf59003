use std::sync::OnceLock;

use serde_json::Value;

use super::names::named;
use crate::model::Text;

/// A field of industry and research.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// E.g. `mechanical`.
    pub id: String,
    pub name: Text,
    /// Two-digit divisions of VSIC 2025.
    pub divisions: Vec<String>,
    /// Whether it can be a cluster's main industry.
    pub is_industry: bool,
}

/// The bundled fields, `data/fields.json`, in the order to be shown.
pub fn fields() -> &'static [Field] {
    static FIELDS: OnceLock<Vec<Field>> = OnceLock::new();
    FIELDS.get_or_init(|| {
        // The file is part of the program and tested.
        serde_json::from_str::<Value>(include_str!("../../../data/fields.json"))
            .ok()
            .and_then(|file| {
                let rows = file.get("rows")?.as_array()?.iter();
                rows.map(|row| parse(&file, row)).collect()
            })
            .unwrap_or_default()
    })
}

fn parse(file: &Value, row: &Value) -> Option<Field> {
    let text = |column: usize| Some(row.get(column)?.as_str()?.to_owned());
    Some(Field {
        id: text(0)?,
        name: named(file, row)?,
        divisions: row
            .get(3)?
            .as_array()?
            .iter()
            .map(|division| Some(division.as_str()?.to_owned()))
            .collect::<Option<_>>()?,
        is_industry: row.get(4)?.as_bool()?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::institutions;
    use super::*;

    #[test]
    fn every_field_of_an_institution_has_a_name() {
        assert_eq!(fields().len(), 17);
        for id in institutions().iter().flat_map(|one| &one.fields) {
            assert!(fields().iter().any(|field| field.id == *id), "{id}");
        }
    }

    #[test]
    fn no_division_belongs_to_nothing_in_manufacturing() {
        for division in 10..=33 {
            let word = division.to_string();
            assert!(
                fields().iter().any(|field| field.divisions.contains(&word)),
                "{word}"
            );
        }
    }
}
