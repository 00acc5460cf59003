//! An invented cluster to look at: the answers of a typical multi-industry cluster, six of them missing, and a boundary.

use crate::i18n::{Locale, messages};
use crate::platform::worker::{Payload, Trouble};
use crate::ui::state::App;
use cluster_ready_core::assessment::{Assessment, BoundaryRecord, Command, Places, file};
use cluster_ready_core::boundary::Shape;
use cluster_ready_core::model::{self, Model};
use cluster_ready_core::read::Hint;
use cluster_ready_core::survey::{FRAME_BYTES, Look, Offer, Reply, Request};

/// Corners of the example's boundary, a table as a decision prints it.
pub const BOUNDARY: &str = include_str!("../../data/example-boundary.csv");

/// What is said of it and answered.
const CASE: &str = include_str!("../../data/example.json");

/// Cadastral corners, metres.
const SIGMA_M: f64 = 0.1;

/// The worked example as an assessment of its own, marked as an example.
///
/// # Errors
/// [`Trouble`]: its boundary could not be measured.
pub async fn assessment(app: App) -> Result<Assessment, Trouble> {
    let locale = app.language();
    let Ok(model) = model::bundled() else {
        return Ok(Assessment::default());
    };
    let case = file::read_case(CASE, model);
    let (mut plain, _) = case.map_err(|_| Trouble::Crashed)?;
    plain.profile.name = messages(locale).get("example.name").to_owned();
    plain.profile.commune = messages(locale).get("example.commune").to_owned();
    plain.example = true;
    // What the boundary gives is not typed.
    let measured = |id: &str| {
        model
            .indicator(id)
            .is_some_and(|one| one.boundary_figure().is_some())
    };
    plain.entries.retain(|id, _| !measured(id));
    with_boundary(app, &plain, model).await
}

async fn with_boundary(app: App, plain: &Assessment, model: &Model) -> Result<Assessment, Trouble> {
    let survey = app.survey();
    let hint = Hint {
        province: plain.profile.province.clone(),
        crs: None,
    };
    let file = Payload::text(BOUNDARY);
    let (reply, shapes) = survey.ask(&Request::Read { hint }, &file).await?;
    let Reply::Offered {
        format,
        crs,
        offers,
        ..
    } = reply
    else {
        return Err(Trouble::Crashed);
    };
    let mut record = BoundaryRecord {
        file_name: messages(Locale::default()).get("example.name").to_owned(),
        format: format.word().to_owned(),
        crs: crs.known().ok_or(Trouble::Crashed)?,
        given: shape_of(&offers, &shapes).ok_or(Trouble::Crashed)?,
        sigma_m: SIGMA_M,
        measures: None,
    };
    let look = Look {
        crs: record.crs,
        sigma_m: SIGMA_M,
        format: Some(format),
        ring: (0, 0),
        industry: plain.profile.industry.clone(),
        places: Places::default(),
    };
    let given = Payload::of(&record.given);
    let (reply, _) = survey.ask(&Request::Look(Box::new(look)), &given).await?;
    let Reply::Seen(seen) = reply else {
        return Err(Trouble::Crashed);
    };
    record.measures = seen.measures;
    let derived = seen.derived.map(|derived| derived.answers(model));
    plain
        .apply(
            model,
            Command::SetBoundary {
                record: Some(Box::new(record)),
                derived: derived.unwrap_or_default(),
            },
        )
        .map_err(|_| Trouble::Crashed)
}

/// The only boundary of the table.
fn shape_of(offers: &[Offer], shapes: &Payload) -> Option<Shape> {
    let length = offers.first()?.length;
    let begin = u32::try_from(FRAME_BYTES).ok()?;
    shapes
        .slice(begin, begin.checked_add(length)?)?
        .shape_at_hand()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_is_whole_and_contradicts_itself_in_nothing() {
        let model = model::bundled().unwrap();
        let (case, _) = file::read_case(CASE, model).unwrap();
        assert_eq!(case.entries.len(), model.indicators.len());
        assert_eq!(case.profile.problems(), []);
        let profile = &case.profile;
        assert!(profile.province.is_some() && profile.kind.is_some() && profile.industry.is_some());
        assert_eq!(profile.occupancy().map(f64::round), Some(62.0));
    }
}
