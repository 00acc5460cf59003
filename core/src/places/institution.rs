use std::sync::OnceLock;

use crate::boundary::Position;
use crate::lines::Lines;

/// A university or a research institute: what measuring needs. What is shown of it is a [`super::Description`].
#[derive(Debug, Clone, PartialEq)]
pub struct Institution {
    pub id: &'static str,
    pub kind: Kind,
    /// How sure the point is.
    pub confidence: Confidence,
    /// Field ids of `data/fields.json`.
    pub fields: Vec<&'static str>,
    /// Longitude and latitude.
    pub place: Position,
    /// Institutions with the same word stand on one place.
    pub site: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    University,
    Institute,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// A named public point agrees.
    High,
    /// One public point, or a large site.
    Medium,
    /// Approximate; the commune is verified.
    Low,
}

/// The bundled institutions, made by the build script from `data/institutions.json`.
pub fn institutions() -> &'static [Institution] {
    static INSTITUTIONS: OnceLock<Vec<Institution>> = OnceLock::new();
    INSTITUTIONS.get_or_init(|| {
        // The file is part of the program and tested.
        let text = include_str!(concat!(env!("OUT_DIR"), "/institutions.txt"));
        parse(&mut Lines::of(text)).unwrap_or_default()
    })
}

/// An institution by its id.
pub fn institution(id: &str) -> Option<&'static Institution> {
    institutions().iter().find(|one| one.id == id)
}

/// Column by column.
fn parse(lines: &mut Lines<'static>) -> Option<Vec<Institution>> {
    let fields = lines.list(Lines::text)?;
    let mut institutions = lines.list(|lines| {
        Some(Institution {
            id: lines.text()?,
            kind: Kind::University,
            confidence: Confidence::High,
            fields: Vec::new(),
            place: [0.0; 2],
            site: None,
        })
    })?;
    for one in &mut institutions {
        let (kind, letters) = lines.text()?.split_at_checked(1)?;
        let (confidence, letters) = letters.split_at_checked(1)?;
        one.kind = match kind {
            "u" => Kind::University,
            "i" => Kind::Institute,
            _ => return None,
        };
        one.confidence = match confidence {
            "h" => Confidence::High,
            "m" => Confidence::Medium,
            "l" => Confidence::Low,
            _ => return None,
        };
        for letter in letters.bytes() {
            let number = usize::from(letter.checked_sub(b'a')?);
            one.fields.push(fields.get(number)?);
        }
    }
    for axis in 0..2 {
        for one in &mut institutions {
            *one.place.get_mut(axis)? = lines.number()?;
        }
    }
    for one in &mut institutions {
        one.site = lines.text().filter(|site| !site.is_empty());
    }
    Some(institutions)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn bundled_institutions_are_all_there() {
        let count = |kind| institutions().iter().filter(|one| one.kind == kind).count();
        assert_eq!((count(Kind::University), count(Kind::Institute)), (192, 73));
        assert!(institution("hust").unwrap().fields.contains(&"mechanical"));
    }

    #[test]
    fn institutions_are_those_of_the_data() {
        let file: Value =
            serde_json::from_str(include_str!("../../../data/institutions.json")).unwrap();
        let rows = file["rows"].as_array().unwrap();
        assert_eq!(rows.len(), institutions().len());
        for (row, one) in rows.iter().zip(institutions()) {
            assert_eq!(row[0], one.id);
            assert_eq!(row[3] == "u", one.kind == Kind::University);
            let fields = row[4].as_array().unwrap().iter();
            let fields: Vec<_> = fields
                .map(|index| &file["fields"][index.as_u64().unwrap() as usize])
                .collect();
            assert_eq!(fields, one.fields);
            assert_eq!([&row[6], &row[7]], one.place);
            let confidence = match row[8].as_str().unwrap() {
                "h" => Confidence::High,
                "m" => Confidence::Medium,
                _ => Confidence::Low,
            };
            assert_eq!(confidence, one.confidence);
            assert_eq!(row[9], one.site.unwrap_or_default());
        }
    }
}
