use std::sync::OnceLock;

use super::Position;
use crate::lines::Lines;

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
    pub id: &'static str,
    pub kind: OutlineKind,
    /// Longitude and latitude, degrees.
    pub positions: Vec<Position>,
}

/// The bundled sketch, made by the build script from `data/outline.json`.
pub fn outline() -> &'static Outline {
    static OUTLINE: OnceLock<Outline> = OnceLock::new();
    OUTLINE.get_or_init(|| {
        // The file is part of the program and tested: an empty sketch is only what a broken build would show.
        let mut lines = Lines::of(include_str!(concat!(env!("OUT_DIR"), "/outline.txt")));
        Outline {
            parts: lines.list(part).unwrap_or_default(),
        }
    })
}

fn part(lines: &mut Lines<'static>) -> Option<OutlinePart> {
    Some(OutlinePart {
        id: lines.text()?,
        kind: match lines.text()? {
            "ring" => OutlineKind::Ring,
            "points" => OutlineKind::Points,
            _ => return None,
        },
        positions: lines.list(Lines::numbers)?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn bundled_sketch_has_both_archipelagos() {
        let parts = &outline().parts;
        assert_eq!(parts.len(), 14);
        let of = |id: &str| parts.iter().find(|part| part.id == id).unwrap();
        assert_eq!(of("hoang-sa").positions.len(), 9);
        assert_eq!(of("truong-sa").positions.len(), 15);
    }

    #[test]
    fn sketch_is_that_of_the_data() {
        let file: Value = serde_json::from_str(include_str!("../../../data/outline.json")).unwrap();
        let rows = file["rows"].as_array().unwrap();
        assert_eq!(rows.len(), outline().parts.len());
        for (row, part) in rows.iter().zip(&outline().parts) {
            assert_eq!(row[0], part.id);
            assert_eq!(row[3] == "ring", part.kind == OutlineKind::Ring);
            let positions: Vec<Position> = serde_json::from_value(row[4].clone()).unwrap();
            assert_eq!(positions, part.positions);
        }
    }
}
