//! An invented cluster to look at: its answers are the golden case "typical with six unknown".

use crate::assessment::{Assessment, ClusterKind, Date, Profile, file};
use crate::i18n::{Locale, messages};
use crate::model;

/// The worked example as an assessment of its own, marked as an example.
pub fn assessment(locale: Locale) -> Assessment {
    let entries = model::bundled()
        .ok()
        .and_then(|model| file::read_answers(include_str!("../../data/example.json"), model).ok())
        .unwrap_or_default();
    let profile = Profile {
        name: messages(locale).get("example.name").to_owned(),
        province: Some("24".to_owned()),
        commune: messages(locale).get("example.commune").to_owned(),
        kind: Some(ClusterKind::MultiIndustry),
        industry: Some("mechanical".to_owned()),
        established: Date::new(2018, 3, 12),
        assessed: Date::new(2026, 11, 23),
        declared_area_ha: Some(75.0),
        industrial_land_ha: Some(52.4),
        leased_land_ha: Some(32.5),
        tenants: Some(26),
        ..Profile::default()
    };
    Assessment {
        profile,
        entries,
        example: true,
        ..Assessment::default()
    }
}
