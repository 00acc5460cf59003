//! An invented cluster to look at: the answers of a typical multi-industry cluster, six of them missing, and a boundary.

use crate::assessment::{
    Assessment, BoundaryRecord, ClusterKind, Command, Date, Places, Profile, file,
};
use crate::i18n::{Locale, messages};
use crate::model::{self, Model};
use crate::{places, read};

/// Corners of the example's boundary, a table as a decision prints it.
pub const BOUNDARY: &str = include_str!("../../data/example-boundary.csv");

/// Cadastral corners, metres.
const SIGMA_M: f64 = 0.1;

/// The worked example as an assessment of its own, marked as an example.
pub fn assessment(locale: Locale) -> Assessment {
    let Ok(model) = model::bundled() else {
        return Assessment::default();
    };
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
    let mut entries =
        file::read_answers(include_str!("../../data/example.json"), model).unwrap_or_default();
    // What the boundary gives is not typed.
    for measured in ["L1", "L2", "L7"] {
        entries.remove(measured);
    }
    let plain = Assessment {
        profile,
        entries,
        example: true,
        ..Assessment::default()
    };
    with_boundary(&plain, model).unwrap_or(plain)
}

fn with_boundary(plain: &Assessment, model: &Model) -> Option<Assessment> {
    let hint = read::Hint {
        province: plain.profile.province.clone(),
        crs: None,
    };
    let layer = read::read(BOUNDARY.as_bytes(), &hint).ok()?;
    let (candidate, crs) = (layer.candidates.first()?, layer.crs.known()?);
    let examined = layer.examine(candidate, crs, SIGMA_M);
    let derived = places::derived(
        &examined,
        plain.profile.industry.as_deref(),
        &Places::default(),
    )?
    .answers();
    let record = BoundaryRecord {
        file_name: messages(Locale::Vi).get("example.name").to_owned(),
        format: layer.format.to_owned(),
        crs,
        given: candidate.shape.clone(),
        sigma_m: SIGMA_M,
        measures: examined.measures,
    };
    plain
        .apply(
            model,
            Command::SetBoundary {
                record: Some(Box::new(record)),
                derived,
            },
        )
        .ok()
}
