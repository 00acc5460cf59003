//! Coordinate systems in words.

use crate::ui::state::App;
use cluster_ready_core::boundary::Crs;

/// A meridian as maps print it: 107°00′.
pub fn meridian(degrees: f64) -> String {
    let minutes = (degrees * 60.0).round();
    let (whole, rest) = ((minutes / 60.0).floor(), minutes % 60.0);
    format!("{whole:.0}°{rest:02.0}′")
}

/// The full name of a system.
pub fn system_name(app: App, crs: Crs) -> String {
    let at = crs.meridian().map(meridian).unwrap_or_default();
    match crs {
        Crs::Wgs84 => app.t("boundary.system.degrees").to_owned(),
        Crs::Vn2000Tm3 { .. } => app.fill("boundary.system.tm3", &[("meridian", &at)]),
        Crs::Vn2000Utm { zone } => app.fill(
            "boundary.system.utm",
            &[("zone", &zone.to_string()), ("meridian", &at)],
        ),
        Crs::Wgs84Utm { zone } => app.fill(
            "boundary.system.wgs84_utm",
            &[("zone", &zone.to_string()), ("meridian", &at)],
        ),
        Crs::WebMercator => app.t("boundary.system.mercator").to_owned(),
    }
}

/// A short name for a choice or a mark on the locator.
pub fn short_name(app: App, crs: Crs) -> String {
    match crs {
        Crs::Vn2000Tm3 { meridian: degrees } => meridian(degrees),
        Crs::Vn2000Utm { zone } => {
            app.fill("boundary.system.utm_short", &[("zone", &zone.to_string())])
        }
        Crs::Wgs84Utm { zone } => app.fill(
            "boundary.system.wgs84_utm_short",
            &[("zone", &zone.to_string())],
        ),
        Crs::Wgs84 => "WGS 84".to_owned(),
        Crs::WebMercator => "Web Mercator".to_owned(),
    }
}

/// The word that stands for a system in a list.
pub fn word(crs: Crs) -> String {
    crs.epsg().map(|code| code.to_string()).unwrap_or_default()
}

/// The system of such a word.
pub fn from_word(word: &str) -> Option<Crs> {
    Crs::from_epsg(word.parse().ok()?)
}
