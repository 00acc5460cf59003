use std::sync::OnceLock;

use serde_json::Value;

use super::Position;

/// One of the 34 provinces and cities of 2025.
#[derive(Debug, Clone, PartialEq)]
pub struct Province {
    /// E.g. `01`.
    pub code: String,
    pub name_vi: String,
    pub name_en: String,
    pub is_city: bool,
    pub centre: Position,
    /// West, south, east, north: the mainland.
    pub bounds: [f64; 4],
    /// With islands.
    pub full_bounds: [f64; 4],
    /// Central meridian of VN-2000 today, degrees.
    pub meridian: f64,
    /// Meridians of the provinces before 2025; older maps keep them.
    pub former_meridians: Vec<f64>,
    /// Other meridians that some lists give.
    pub disputed_meridians: Vec<f64>,
    /// The provinces that became this one.
    pub former: Vec<FormerProvince>,
}

/// A province before the mergers of 2025.
#[derive(Debug, Clone, PartialEq)]
pub struct FormerProvince {
    pub code: String,
    pub name_vi: String,
    pub name_en: String,
    pub centre: Position,
    pub bounds: [f64; 4],
    pub meridian: f64,
}

/// The boxes are rounded to 0.01°.
const SLACK_DEG: f64 = 0.01;

fn box_holds([w, s, e, n]: [f64; 4], [lon, lat]: Position) -> bool {
    (w - SLACK_DEG..=e + SLACK_DEG).contains(&lon) && (s - SLACK_DEG..=n + SLACK_DEG).contains(&lat)
}

impl Province {
    /// Whether the province's box holds the place. Boxes overlap, so several provinces may.
    pub fn holds(&self, place: Position) -> bool {
        box_holds(self.bounds, place) || box_holds(self.full_bounds, place)
    }

    /// Central meridians that a map of this province may have, today's first, without repetition.
    pub fn meridians(&self) -> Vec<f64> {
        let mut all = vec![self.meridian];
        for meridian in self.former_meridians.iter().chain(&self.disputed_meridians) {
            if !all.contains(meridian) {
                all.push(*meridian);
            }
        }
        all
    }
}

/// The 34, by code.
pub fn provinces() -> &'static [Province] {
    static PROVINCES: OnceLock<Vec<Province>> = OnceLock::new();
    PROVINCES.get_or_init(|| {
        // The file is part of the program and tested.
        serde_json::from_str::<Value>(include_str!("../../data/provinces.json"))
            .ok()
            .and_then(|file| file.get("rows")?.as_array()?.iter().map(parse).collect())
            .unwrap_or_default()
    })
}

/// A province by its code.
pub fn province(code: &str) -> Option<&'static Province> {
    provinces().iter().find(|province| province.code == code)
}

/// The province that most likely holds a place: of the former provinces whose box holds it the one whose centre is
/// nearest in terms of the box.
///
/// # Assumptions
/// Only boxes and centres are at hand. Of 265 institutions 247 fall into their own province, the others lie
/// within some kilometres of its border: an answer for a person to confirm.
pub fn likely_province(place: Position) -> Option<&'static Province> {
    let by_former = provinces()
        .iter()
        .flat_map(|province| province.former.iter().map(move |former| (province, former)))
        .filter(|(_, former)| box_holds(former.bounds, place))
        .min_by(|(_, a), (_, b)| remoteness(a, place).total_cmp(&remoteness(b, place)))
        .map(|(province, _)| province);
    by_former.or_else(|| provinces().iter().find(|province| province.holds(place)))
}

/// 0 in the centre, about 0.25 at the sides of the box.
fn remoteness(former: &FormerProvince, [lon, lat]: Position) -> f64 {
    let [w, s, e, n] = former.bounds;
    let [x, y] = former.centre;
    ((lon - x) / (e - w)).powi(2) + ((lat - y) / (n - s)).powi(2)
}

fn text(row: &Value, column: usize) -> Option<String> {
    Some(row.get(column)?.as_str()?.to_owned())
}

fn number(row: &Value, column: usize) -> Option<f64> {
    row.get(column)?.as_f64()
}

fn numbers(row: &Value, column: usize) -> Option<Vec<f64>> {
    row.get(column)?
        .as_array()?
        .iter()
        .map(Value::as_f64)
        .collect()
}

fn bounds(row: &Value, column: usize) -> Option<[f64; 4]> {
    numbers(row, column)?.try_into().ok()
}

fn parse(row: &Value) -> Option<Province> {
    Some(Province {
        code: text(row, 0)?,
        name_vi: text(row, 1)?,
        name_en: text(row, 2)?,
        is_city: row.get(3)?.as_str()? == "city",
        centre: [number(row, 4)?, number(row, 5)?],
        bounds: bounds(row, 6)?,
        full_bounds: bounds(row, 7)?,
        meridian: number(row, 8)?,
        former_meridians: numbers(row, 9)?,
        disputed_meridians: numbers(row, 10)?,
        former: row
            .get(11)?
            .as_array()?
            .iter()
            .map(parse_former)
            .collect::<Option<_>>()?,
    })
}

fn parse_former(row: &Value) -> Option<FormerProvince> {
    Some(FormerProvince {
        code: text(row, 0)?,
        name_vi: text(row, 1)?,
        name_en: text(row, 2)?,
        centre: [number(row, 3)?, number(row, 4)?],
        bounds: bounds(row, 5)?,
        meridian: number(row, 6)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::Crs;
    use super::*;

    #[test]
    fn bundled_provinces_are_all_there() {
        assert_eq!(provinces().len(), 34);
        assert_eq!(
            provinces().iter().map(|p| p.former.len()).sum::<usize>(),
            63
        );
        for meridian in provinces().iter().flat_map(Province::meridians) {
            assert!(Crs::from_meridian(meridian).is_some(), "{meridian}");
        }
    }

    #[test]
    fn places_in_the_middle_find_their_province() {
        let code = |place| likely_province(place).map(|found| found.code.as_str());
        assert_eq!(code([105.85, 21.0]), Some("01"));
        assert_eq!(code([106.7, 10.8]), Some("79"));
        assert_eq!(code([108.2, 16.05]), Some("48"));
        assert_eq!(code([101.88, 14.58]), None);
    }

    #[test]
    fn quang_tri_offers_today_and_former_and_disputed_meridians_once() {
        assert_eq!(province("44").unwrap().meridians(), [106.0, 106.25]);
    }
}
