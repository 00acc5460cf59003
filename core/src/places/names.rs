use std::sync::OnceLock;

use crate::lines::Lines;

/// A name to choose from, with the id or code that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    pub id: &'static str,
    pub vi: &'static str,
    pub en: &'static str,
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
        Some(Name {
            id: lines.text()?,
            vi: lines.text()?,
            en: lines.text()?,
        })
    };
    Some(Names {
        provinces: lines.list(name)?,
        industries: lines.list(name)?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

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
            assert_eq!([&row[0], &row[1], &row[2]], [one.id, one.vi, one.en]);
        }
        let fields = places::fields().iter().filter(|one| one.is_industry);
        let expected: Vec<_> = fields
            .map(|one| (one.id.as_str(), one.name_vi.as_str(), one.name_en.as_str()))
            .collect();
        let found: Vec<_> = names()
            .industries
            .iter()
            .map(|one| (one.id, one.vi, one.en))
            .collect();
        assert_eq!(found, expected);
    }
}
