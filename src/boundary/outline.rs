use std::sync::OnceLock;

use serde_json::Value;

use super::Position;

/// A sketch of Viet Nam for the locator map ("sơ đồ vị trí"): about 1 km off, no statement on boundaries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    pub parts: Vec<OutlinePart>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineKind {
    /// A closed coast or land line; the first corner is not repeated.
    Ring,
    /// Islands drawn as points.
    Points,
}

#[derive(Debug, Clone, PartialEq)]
pub struct OutlinePart {
    /// `mainland`, `hoang-sa`, `truong-sa`, …
    pub id: String,
    pub name_vi: String,
    pub name_en: String,
    pub kind: OutlineKind,
    /// Longitude and latitude, degrees.
    pub positions: Vec<Position>,
}

/// The bundled sketch, `data/outline.json`.
pub fn outline() -> &'static Outline {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    OUTLINE.get_or_init(|| {
        // The file is part of the program and tested: an empty sketch is only what a broken build would show.
        let parts = serde_json::from_str::<Value>(include_str!("../../data/outline.json"))
            .ok()
            .and_then(|file| file.get("rows")?.as_array()?.iter().map(part).collect());
        Outline {
            parts: parts.unwrap_or_default(),
        }
    })
}

fn part(row: &Value) -> Option<OutlinePart> {
    let text = |column: usize| Some(row.get(column)?.as_str()?.to_owned());
    Some(OutlinePart {
        id: text(0)?,
        name_vi: text(1)?,
        name_en: text(2)?,
        kind: match row.get(3)?.as_str()? {
            "ring" => OutlineKind::Ring,
            "points" => OutlineKind::Points,
            _ => return None,
        },
        positions: row
            .get(4)?
            .as_array()?
            .iter()
            .map(|pair| Some([pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?]))
            .collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_sketch_names_both_archipelagos() {
        let parts = &outline().parts;
        assert_eq!(parts.len(), 14);
        let named = |name: &str| parts.iter().find(|part| part.name_vi == name);
        assert_eq!(named("Quần đảo Hoàng Sa").unwrap().positions.len(), 9);
        assert_eq!(named("Quần đảo Trường Sa").unwrap().positions.len(), 15);
    }
}
