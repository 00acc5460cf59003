//! What a `.prj` says, by names and by parameters: a VN-2000 `.prj` carries no datum shift, and one made by hand often
//! names WGS 1984 for it.

mod wkt;

use wkt::Item;

use super::super::{ReadError, system::Stated};
use crate::{boundary::Crs, number::decimal};

/// The system a `.prj` names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Named {
    Is(Stated),
    /// A zone of VN-2000 by its numbers, but the datum is called WGS 1984 or nothing: to be asked.
    LooksLike(Crs),
    /// Its code or its name says another zone than its parameters: to be asked.
    Contradicts {
        code: u32,
    },
}

/// Keywords of a system of longitude and latitude.
const GEOGRAPHIC: [&str; 7] = [
    "GEOGCS",
    "GEOGCRS",
    "GEODCRS",
    "GEOGRAPHICCRS",
    "GEODETICCRS",
    "BASEGEOGCRS",
    "BASEGEODCRS",
];
/// Keywords of the others that a text may begin with.
const OTHERS: [&str; 6] = [
    "PROJCS",
    "PROJCRS",
    "PROJECTEDCRS",
    "COMPD_CS",
    "COMPOUNDCRS",
    "BOUNDCRS",
];

/// Whether a text is that of a coordinate system.
pub(super) fn is_system(text: &str) -> bool {
    text.split_once(['[', '(']).is_some_and(|(word, _)| {
        let word = word.trim().to_ascii_uppercase();
        GEOGRAPHIC.contains(&word.as_str()) || OTHERS.contains(&word.as_str())
    })
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
        let found = name.chars().take(LIMIT_NAME).collect();
        let names = items.iter().filter_map(Item::name).map(plain);
        if names.into_iter().any(|name| is_vn2000(&name)) {
            ReadError::UnknownZone { found }
        } else {
            ReadError::UnknownCrs { found }
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
        name_of(&GEOGRAPHIC),
        name_of(&["DATUM", "GEODETICDATUM", "TRF"]),
    ];
    let is_vn2000 = names.iter().any(|name| is_vn2000(name)) || shifted_as_vn2000(items);
    let is_wgs84 = names
        .get(1..)
        .unwrap_or_default()
        .iter()
        .any(|name| name.contains("wgs84") || name.contains("wgs1984"));
    let code = root.epsg(items);
    let coded = code.and_then(Stated::from_epsg);
    if GEOGRAPHIC.contains(&root.keyword.as_str()) {
        let by_name = match (is_vn2000, is_wgs84) {
            (true, _) => Some(Stated::Vn2000Degrees),
            (false, true) => Some(Stated::Is(Crs::Wgs84)),
            (false, false) => None,
        };
        // Degrees cannot be asked for: of two systems neither is taken.
        let agrees = code.is_none() || by_name.is_none() || coded == by_name;
        return by_name
            .or(coded)
            .filter(|_| agrees && from_greenwich(items))
            .map(Named::Is);
    }
    let has_parameters = items.iter().any(|item| item.keyword == "PARAMETER");
    if let (Some(stated), false) = (coded, has_parameters) {
        return Some(Named::Is(stated));
    }
    let projection = name_of(&["PROJECTION", "METHOD"]);
    let by_parameters =
        if projection.contains("auxiliarysphere") || projection.contains("pseudomercator") {
            Some(Crs::WebMercator)
        } else if projection == "transversemercator" || projection == "gausskruger" {
            zone(items)
        } else {
            None
        };
    if let (Some(stated), Some(code)) = (coded, code) {
        let agrees = match (stated, by_parameters?) {
            (Stated::Is(Crs::Wgs84Utm { zone }), Crs::Vn2000Utm { zone: other }) => zone == other,
            (Stated::Is(crs), other) => crs == other,
            (Stated::Vn2000Degrees, _) => return None,
        };
        return Some(if agrees {
            Named::Is(stated)
        } else {
            Named::Contradicts { code }
        });
    }
    let zone = by_parameters?;
    if zone == Crs::WebMercator {
        return Some(Named::Is(Stated::Is(zone)));
    }
    let is_nameless = ["unknown", "unnamed", "notspecified", "userdefined"]
        .iter()
        .any(|word| names.iter().any(|name| name.contains(word)));
    let named = match (is_vn2000, is_wgs84) {
        (true, _) => Named::Is(Stated::Is(zone)),
        (false, true) => match zone {
            Crs::Vn2000Utm { zone } => Named::Is(Stated::Is(Crs::Wgs84Utm { zone })),
            zone => Named::LooksLike(zone),
        },
        (false, false) if is_nameless => Named::LooksLike(zone),
        (false, false) => return None,
    };
    // A code that is not known is none of VN-2000's; a name may say another meridian.
    let said = root.name().and_then(said_zone);
    let other = said.filter(|said| matches!(zone, Crs::Vn2000Tm3 { .. }) && *said != zone);
    Some(match code.or_else(|| other?.epsg()) {
        Some(code) => Named::Contradicts { code },
        None => named,
    })
}

/// Longitudes are counted from Greenwich, or nothing is said.
fn from_greenwich(items: &[Item]) -> bool {
    let meridian = items.iter().find(|item| item.keyword == "PRIMEM");
    meridian
        .and_then(|meridian| meridian.numbers.first())
        .is_none_or(|degrees| *degrees == 0.0)
}

/// The zone that a name says by its meridian: that of 105.75 in "VN-2000 / TM-3 105-45".
fn said_zone(name: &str) -> Option<Crs> {
    let figures: Vec<&str> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|figures| !figures.is_empty())
        .collect();
    figures.windows(2).find_map(|pair| {
        let [
            degrees @ ("102" | "103" | "104" | "105" | "106" | "107" | "108"),
            minutes,
        ] = pair
        else {
            return None;
        };
        let minutes = match *minutes {
            "00" => 0.0,
            "15" => 0.25,
            "30" => 0.5,
            "45" => 0.75,
            _ => return None,
        };
        Crs::from_meridian(decimal(degrees)? + minutes)
    })
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
