//! What a `.prj` says, by names and by parameters: a VN-2000 `.prj` carries no datum shift, and one made by hand often
//! names WGS 1984 for it.

mod wkt;

use wkt::Item;

use super::super::ReadError;
use crate::boundary::Crs;

/// The system a `.prj` names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Named {
    Is(Crs),
    /// Longitude and latitude on the datum VN-2000, some 200 m from those on WGS 84.
    Vn2000Degrees,
    /// A zone of VN-2000 by its numbers, but the datum is called WGS 1984 or nothing: to be asked.
    LooksLike(Crs),
}

/// `None` for a blank file.
///
/// # Errors
/// A system that is not read, with its name or the beginning of the text.
pub(super) fn read(bytes: &[u8]) -> Result<Option<Named>, ReadError> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    if text.is_empty() {
        return Ok(None);
    }
    let items = wkt::items(text).unwrap_or_default();
    named(&items).map(Some).ok_or_else(|| {
        let name = items.first().and_then(Item::name).unwrap_or(text);
        ReadError::UnknownCrs {
            found: name.chars().take(LIMIT_NAME).collect(),
        }
    })
}

/// Letters of an unknown name that are shown.
const LIMIT_NAME: usize = 60;

fn named(items: &[Item]) -> Option<Named> {
    let root = items.first()?;
    let name_of = |keywords: &[&str]| {
        let found = items
            .iter()
            .find(|item| keywords.contains(&item.keyword.as_str()));
        found.and_then(Item::name).map(plain).unwrap_or_default()
    };
    let names = [
        root.name().map(plain).unwrap_or_default(),
        name_of(&["GEOGCS", "GEOGCRS", "BASEGEOGCRS"]),
        name_of(&["DATUM"]),
    ];
    let is_vn2000 = names.iter().any(|name| is_vn2000(name)) || shifted_as_vn2000(items);
    let is_wgs84 = names
        .get(1..)
        .unwrap_or_default()
        .iter()
        .any(|name| name.contains("wgs84") || name.contains("wgs1984"));
    if root.keyword.starts_with("GEOGC") {
        return match (is_vn2000, is_wgs84) {
            (true, _) => Some(Named::Vn2000Degrees),
            (false, true) => Some(Named::Is(Crs::Wgs84)),
            (false, false) => None,
        };
    }
    if let Some(crs) = root.epsg(items).and_then(Crs::from_epsg) {
        return Some(Named::Is(crs));
    }
    let projection = name_of(&["PROJECTION", "METHOD"]);
    if projection.contains("auxiliarysphere") || projection.contains("pseudomercator") {
        return Some(Named::Is(Crs::WebMercator));
    }
    if projection != "transversemercator" && projection != "gausskruger" {
        return None;
    }
    let zone = zone(items)?;
    let is_nameless = ["unknown", "unnamed", "notspecified", "userdefined"]
        .iter()
        .any(|word| names.iter().any(|name| name.contains(word)));
    match (is_vn2000, is_wgs84) {
        (true, _) => Some(Named::Is(zone)),
        (false, true) => Some(match zone {
            Crs::Vn2000Utm { zone } => Named::Is(Crs::Wgs84Utm { zone }),
            zone => Named::LooksLike(zone),
        }),
        (false, false) => is_nameless.then_some(Named::LooksLike(zone)),
    }
}

/// Small letters and digits only: "D_Vietnam_2000" → "dvietnam2000".
fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

fn is_vn2000(name: &str) -> bool {
    name.contains("vn2000") || name.contains("vietnam2000")
}

/// A datum shift with the translation of VN-2000.
fn shifted_as_vn2000(items: &[Item]) -> bool {
    items.iter().any(|item| {
        item.keyword == "TOWGS84"
            && item
                .numbers
                .first()
                .is_some_and(|x| (x + 191.904_414_29).abs() < 1e-3)
    })
}

/// The zone of VN-2000 with these parameters.
fn zone(items: &[Item]) -> Option<Crs> {
    let parameter = |names: &[&str]| {
        items
            .iter()
            .filter(|item| item.keyword == "PARAMETER")
            .find(|item| {
                item.name()
                    .map(plain)
                    .is_some_and(|name| names.contains(&name.as_str()))
            })
            .and_then(|item| item.numbers.first().copied())
    };
    let is = |value: Option<f64>, wanted: f64| (value.unwrap_or(wanted) - wanted).abs() < 1e-6;
    let meridian = parameter(&["centralmeridian", "longitudeofnaturalorigin"])?;
    let scale = parameter(&["scalefactor", "scalefactoratnaturalorigin"])?;
    let metre = items
        .iter()
        .rev()
        .find(|item| item.keyword == "UNIT" || item.keyword == "LENGTHUNIT")
        .and_then(|item| item.numbers.first().copied());
    let shifts = is(parameter(&["falseeasting"]), 500_000.0)
        && is(parameter(&["falsenorthing"]), 0.0)
        && is(
            parameter(&["latitudeoforigin", "latitudeofnaturalorigin"]),
            0.0,
        )
        && is(metre, 1.0);
    if !shifts {
        return None;
    }
    if is(Some(scale), 0.9999) {
        return Crs::from_meridian(meridian);
    }
    [48_u8, 49]
        .into_iter()
        .map(|zone| Crs::Vn2000Utm { zone })
        .find(|crs| is(Some(scale), 0.9996) && is(crs.meridian(), meridian))
}

#[cfg(test)]
mod tests;
