use std::sync::OnceLock;

use serde_json::Value;

use crate::boundary::Position;

/// A university or a research institute.
#[derive(Debug, Clone, PartialEq)]
pub struct Institution {
    pub id: String,
    pub name_vi: String,
    pub name_en: String,
    pub kind: Kind,
    /// Field ids of `data/fields.json`.
    pub fields: Vec<String>,
    /// Code of the province of 2025.
    pub province: String,
    /// Longitude and latitude.
    pub place: Position,
    pub confidence: Confidence,
    /// Institutions with the same word stand on one place.
    pub site: Option<String>,
    /// Where the point comes from.
    pub sources: Vec<String>,
    pub note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    University,
    Institute,
}

/// How sure the point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// A named public point agrees.
    High,
    /// One public point, or a large site.
    Medium,
    /// Approximate; the commune is verified.
    Low,
}

/// The bundled institutions, `data/institutions.json`.
pub fn institutions() -> &'static [Institution] {
    static INSTITUTIONS: OnceLock<Vec<Institution>> = OnceLock::new();
    INSTITUTIONS.get_or_init(|| {
        // The file is part of the program and tested.
        serde_json::from_str(include_str!("../../data/institutions.json"))
            .ok()
            .and_then(|file| parse(&file))
            .unwrap_or_default()
    })
}

/// An institution by its id.
pub fn institution(id: &str) -> Option<&'static Institution> {
    institutions().iter().find(|one| one.id == id)
}

fn parse(file: &Value) -> Option<Vec<Institution>> {
    let words = |key: &str| -> Option<Vec<&str>> {
        file.get(key)?
            .as_array()?
            .iter()
            .map(Value::as_str)
            .collect()
    };
    let (fields, sources) = (words("fields")?, words("sources")?);
    file.get("rows")?
        .as_array()?
        .iter()
        .map(|row| one(row, &fields, &sources))
        .collect()
}

fn one(row: &Value, fields: &[&str], sources: &[&str]) -> Option<Institution> {
    let text = |column: usize| row.get(column).and_then(Value::as_str);
    let named = |column: usize, names: &[&str]| -> Option<Vec<String>> {
        let name = |index: &Value| {
            let index = usize::try_from(index.as_u64()?).ok()?;
            names.get(index).map(ToString::to_string)
        };
        row.get(column)?.as_array()?.iter().map(name).collect()
    };
    Some(Institution {
        id: text(0)?.to_owned(),
        name_vi: text(1)?.to_owned(),
        name_en: text(2)?.to_owned(),
        kind: match text(3)? {
            "u" => Kind::University,
            "i" => Kind::Institute,
            _ => return None,
        },
        fields: named(4, fields)?,
        province: text(5)?.to_owned(),
        place: [row.get(6)?.as_f64()?, row.get(7)?.as_f64()?],
        confidence: match text(8)? {
            "h" => Confidence::High,
            "m" => Confidence::Medium,
            "l" => Confidence::Low,
            _ => return None,
        },
        site: Some(text(9)?.to_owned()).filter(|site| !site.is_empty()),
        sources: named(10, sources)?,
        note: text(11)?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_institutions_are_all_there() {
        let count = |kind| institutions().iter().filter(|one| one.kind == kind).count();
        assert_eq!((count(Kind::University), count(Kind::Institute)), (192, 73));
        assert!(
            institution("hust")
                .unwrap()
                .fields
                .contains(&"mechanical".to_owned())
        );
    }
}
