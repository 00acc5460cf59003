//! Lines of map formats in what would be read as a table: of their many corners a table would take the first.

use super::super::{Found, ReadError, fold::lower_case};

/// Words before the brackets of WKT.
const WKT: [&str; 8] = [
    "polygon",
    "linestring",
    "point",
    "collection",
    "surface",
    "curve",
    "tin",
    "triangle",
];
/// Members of GeoJSON.
const JSON: [&str; 2] = ["\"coordinates\"", "\"geometry\""];

/// Refuses rows of which one holds a geometry of another format.
///
/// # Errors
/// The cell with the geometry.
pub(super) fn check<'a, R: IntoIterator<Item = &'a str>>(
    rows: impl Iterator<Item = R>,
) -> Result<(), ReadError> {
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (1..).zip(cells) {
            if is_wkt(cell) || JSON.iter().any(|word| cell.contains(word)) {
                return Err(ReadError::BadCoordinates {
                    found: cell.trim().chars().take(40).collect(),
                    place: Found::Cell { row, column },
                });
            }
        }
    }
    Ok(())
}

/// A word of WKT, a bracket, and a number behind the brackets.
fn is_wkt(text: &str) -> bool {
    text.match_indices('(').any(|(at, _)| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let after = after.trim_start_matches(['(', ' ']);
        let is_number = after.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let from = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
        is_number && {
            let before = lower_case(before.get(from..).unwrap_or_default());
            let word = before.trim_end();
            let word = ["zm", "z", "m"]
                .iter()
                .find_map(|kind| word.strip_suffix(kind).filter(|word| word.ends_with(' ')))
                .unwrap_or(word)
                .trim_end();
            WKT.iter().any(|known| word.ends_with(known))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geometries_of_other_formats_are_known_wherever_they_stand() {
        for line in [
            "Polygon ((105.77 21.01, 105.78 21.02))\t1",
            "1;MULTIPOLYGON Z (((105.77 21.01 0, 105.78 21.02 0)))",
            "id,SRID=4326;POINT(105.77 21.01)",
            "\u{1e}{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\"}}",
        ] {
            assert!(check([[line]].into_iter()).is_err(), "{line}");
        }
        for line in [
            "Point (m)",
            "1 (2325000 580000)",
            "Điểm 1 (2325000; 580000)",
        ] {
            assert!(check([[line]].into_iter()).is_ok(), "{line}");
        }
    }
}
