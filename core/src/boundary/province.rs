use std::sync::OnceLock;

use super::Position;
use crate::lines::Lines;

/// One of the 34 provinces and cities of 2025. Its name is in [`crate::places::names`].
#[derive(Debug, Clone, PartialEq)]
pub struct Province {
    /// E.g. `01`.
    pub code: &'static str,
    pub is_city: bool,
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
    pub centre: Position,
    pub bounds: [f64; 4],
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

/// The 34, by code; made by the build script from `data/provinces.json`.
pub fn provinces() -> &'static [Province] {
    static PROVINCES: OnceLock<Vec<Province>> = OnceLock::new();
    PROVINCES.get_or_init(|| {
        // The file is part of the program and tested.
        Lines::of(include_str!(concat!(env!("OUT_DIR"), "/provinces.txt")))
            .list(parse)
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

fn parse(lines: &mut Lines<'static>) -> Option<Province> {
    Some(Province {
        code: lines.text()?,
        is_city: lines.flag()?,
        bounds: lines.numbers()?,
        full_bounds: lines.numbers()?,
        meridian: lines.number()?,
        former_meridians: lines.list(Lines::number)?,
        disputed_meridians: lines.list(Lines::number)?,
        former: lines.list(|lines| {
            Some(FormerProvince {
                centre: lines.numbers()?,
                bounds: lines.numbers()?,
            })
        })?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

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
    fn provinces_are_those_of_the_data() {
        let file: Value =
            serde_json::from_str(include_str!("../../../data/provinces.json")).unwrap();
        let rows = file["rows"].as_array().unwrap();
        assert_eq!(rows.len(), provinces().len());
        let numbers = |list: &Value| -> Vec<f64> { serde_json::from_value(list.clone()).unwrap() };
        for (row, province) in rows.iter().zip(provinces()) {
            assert_eq!(row[0], province.code);
            assert_eq!(row[3] == "city", province.is_city);
            assert_eq!(numbers(&row[6]), province.bounds);
            assert_eq!(numbers(&row[7]), province.full_bounds);
            assert_eq!(row[8], province.meridian);
            assert_eq!(numbers(&row[9]), province.former_meridians);
            assert_eq!(numbers(&row[10]), province.disputed_meridians);
            let former = row[11].as_array().unwrap().iter();
            let former: Vec<_> = former
                .map(|row| FormerProvince {
                    centre: [row[3].as_f64().unwrap(), row[4].as_f64().unwrap()],
                    bounds: numbers(&row[5]).try_into().unwrap(),
                })
                .collect();
            assert_eq!(former, province.former);
        }
    }

    #[test]
    fn places_in_the_middle_find_their_province() {
        let code = |place| likely_province(place).map(|found| found.code);
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
