use std::ops::RangeInclusive;

use super::command::{NumberField, TextField};
use super::{
    Answer, Assessment, BoundaryRecord, Command, CommandError, Entry, Origin, Places, Profile,
    check, limits,
};
use crate::boundary::{Crs, Fix, Measures};
use crate::model::Model;

impl Assessment {
    /// The assessment after a change. `self` stays as it is, so that a refused change leaves nothing half done.
    ///
    /// # Errors
    /// The first reason why the change does not fit the model or the limits.
    pub fn apply(&self, model: &Model, command: Command) -> Result<Self, CommandError> {
        let mut next = self.clone();
        match command {
            Command::SetMode(mode) => next.mode = mode,
            Command::SetProfile(profile) => {
                check_profile(&profile)?;
                next.profile = *profile;
            }
            Command::SetEntry { indicator, entry } => next.set_entry(model, indicator, entry)?,
            Command::SetBoundary { record, derived } => {
                if let Some(record) = &record {
                    check_record(record)?;
                }
                next.boundary = record.map(|record| *record);
                next.set_derived(model, derived)?;
            }
            Command::SetPlaces(places) => {
                check_places(&places)?;
                next.places = *places;
            }
            Command::SetWalk(walk) => {
                check_walk(&walk)?;
                next.walk = walk;
            }
            Command::StayWithVersion => next.stays = true,
        }
        Ok(next)
    }

    fn set_entry(
        &mut self,
        model: &Model,
        indicator: String,
        entry: Option<Entry>,
    ) -> Result<(), CommandError> {
        let Some(mut entry) = entry else {
            self.entries.remove(&indicator);
            return Ok(());
        };
        within(TextField::Note, &entry.note, limits::NOTE_CHARS)?;
        within(TextField::Evidence, &entry.evidence, limits::NOTE_CHARS)?;
        if let Some(answer) = &entry.answer {
            check_answer(model, &indicator, answer)?;
        } else if model.position(&indicator).is_none() {
            return Err(CommandError::UnknownIndicator { id: indicator });
        }
        if !matches!(entry.answer, Some(Answer::Number(_))) {
            entry.made = None;
        }
        if entry.says_something() {
            self.entries.insert(indicator, entry);
        } else {
            self.entries.remove(&indicator);
        }
        Ok(())
    }

    fn set_derived(
        &mut self,
        model: &Model,
        derived: Vec<(String, Answer)>,
    ) -> Result<(), CommandError> {
        for (indicator, answer) in &derived {
            check_answer(model, indicator, answer)?;
        }
        for entry in self.entries.values_mut() {
            if entry.origin == Some(Origin::Boundary) {
                entry.answer = None;
                entry.origin = None;
            }
        }
        for (indicator, answer) in derived {
            let entry = self.entries.entry(indicator).or_default();
            // What a person typed outranks what was computed.
            if entry.answer.is_none() {
                entry.answer = Some(answer);
                entry.origin = Some(Origin::Boundary);
            }
        }
        self.entries.retain(|_, entry| entry.says_something());
        Ok(())
    }
}

impl Entry {
    /// Whether anything would be lost without it.
    pub fn says_something(&self) -> bool {
        self.answer.is_some()
            || !self.note.is_empty()
            || !self.evidence.is_empty()
            || !self.also.is_empty()
    }
}

fn check_answer(model: &Model, id: &str, answer: &Answer) -> Result<(), CommandError> {
    let indicator = model
        .indicator(id)
        .ok_or_else(|| CommandError::UnknownIndicator { id: id.to_owned() })?;
    check(indicator, answer).map_err(|problem| CommandError::Answer {
        indicator: id.to_owned(),
        problem,
    })
}

fn within(field: TextField, text: &str, limit: usize) -> Result<(), CommandError> {
    if text.len() > limit && text.chars().count() > limit {
        return Err(CommandError::TextTooLong { field, limit });
    }
    Ok(())
}

fn number(
    field: NumberField,
    value: f64,
    allowed: &RangeInclusive<f64>,
) -> Result<(), CommandError> {
    if allowed.contains(&value) {
        return Ok(());
    }
    Err(CommandError::NumberOutOfRange {
        field,
        value,
        min: *allowed.start(),
        max: *allowed.end(),
    })
}

fn check_profile(profile: &Profile) -> Result<(), CommandError> {
    let facts = &profile.facts;
    for (field, text) in [
        (TextField::Name, profile.name.as_str()),
        (
            TextField::Province,
            profile.province.as_deref().unwrap_or_default(),
        ),
        (TextField::Commune, profile.commune.as_str()),
        (
            TextField::Industry,
            profile.industry.as_deref().unwrap_or_default(),
        ),
        (
            TextField::Name,
            profile
                .firm
                .as_deref()
                .map_or("", |firm| firm.cluster.as_str()),
        ),
        (TextField::Decision, facts.decision.as_str()),
        (TextField::AreaExplanation, facts.area_explanation.as_str()),
    ] {
        within(field, text, limits::NAME_CHARS)?;
    }
    for (field, value) in [
        (NumberField::DeclaredArea, profile.declared_area_ha),
        (NumberField::IndustrialLand, profile.industrial_land_ha),
        (NumberField::LeasedLand, profile.leased_land_ha),
        (NumberField::ApprovedLand, profile.approved_land_ha),
        (NumberField::ExpansionAdded, facts.expansion_added_ha),
        (NumberField::StartUpLand, facts.start_up_land_ha),
        (NumberField::CraftLandShare, facts.craft_land_share),
        (NumberField::SectorLandShare, facts.sector_land_share),
        (NumberField::ServicesShare, facts.services_share),
    ] {
        if let Some(value) = value {
            number(field, value, &limits::NOT_NEGATIVE)?;
        }
    }
    Ok(())
}

fn check_record(record: &BoundaryRecord) -> Result<(), CommandError> {
    within(TextField::FileName, &record.file_name, limits::NAME_CHARS)?;
    within(TextField::Format, &record.format, limits::NAME_CHARS)?;
    number(
        NumberField::CornerAccuracy,
        record.sigma_m,
        &limits::NOT_NEGATIVE,
    )?;
    check_crs(record.crs)?;
    let corners = record.given.parts.iter().flatten().map(Vec::len).sum();
    if corners > limits::BOUNDARY_CORNERS {
        return Err(CommandError::TooManyCorners {
            corners,
            limit: limits::BOUNDARY_CORNERS,
        });
    }
    for value in record.given.parts.iter().flatten().flatten().flatten() {
        number(NumberField::Corner, *value, &limits::FINITE)?;
    }
    if let Some(measures) = &record.measures {
        check_measures(measures)?;
    }
    Ok(())
}

fn check_crs(crs: Crs) -> Result<(), CommandError> {
    match crs {
        Crs::Wgs84 | Crs::WebMercator => Ok(()),
        Crs::Vn2000Tm3 { meridian } => number(NumberField::Meridian, meridian, &limits::MERIDIAN),
        Crs::Vn2000Utm { zone } | Crs::Wgs84Utm { zone } => {
            let zones = limits::UTM_ZONES;
            let allowed = f64::from(*zones.start())..=f64::from(*zones.end());
            number(NumberField::Zone, f64::from(zone), &allowed)
        }
    }
}

fn check_measures(measures: &Measures) -> Result<(), CommandError> {
    let province = measures.province.as_deref().unwrap_or_default();
    within(TextField::Province, province, limits::NAME_CHARS)?;
    for value in [
        measures.area_m2,
        measures.plane_area_m2,
        measures.area_sd_m2,
        measures.perimeter_m,
        measures.compactness,
    ] {
        number(NumberField::Measure, value, &limits::NOT_NEGATIVE)?;
    }
    let [lon, lat] = measures.centre;
    number(NumberField::Longitude, lon, &limits::LONGITUDE)?;
    number(NumberField::Latitude, lat, &limits::LATITUDE)
}

fn check_walk(walk: &[Fix]) -> Result<(), CommandError> {
    if walk.len() > limits::WALK_CORNERS {
        return Err(CommandError::TooManyCorners {
            corners: walk.len(),
            limit: limits::WALK_CORNERS,
        });
    }
    for fix in walk {
        let [lon, lat] = fix.place;
        number(NumberField::Longitude, lon, &limits::LONGITUDE)?;
        number(NumberField::Latitude, lat, &limits::LATITUDE)?;
        number(
            NumberField::CornerAccuracy,
            fix.accuracy_m,
            &limits::NOT_NEGATIVE,
        )?;
    }
    Ok(())
}

fn check_places(places: &Places) -> Result<(), CommandError> {
    let chosen = [&places.university, &places.institute];
    for id in chosen.into_iter().flatten() {
        within(TextField::Place, id, limits::NAME_CHARS)?;
    }
    if places.added.len() > limits::PLACES {
        return Err(CommandError::TooManyPlaces {
            places: places.added.len(),
            limit: limits::PLACES,
        });
    }
    for place in &places.added {
        within(TextField::Place, &place.name, limits::NAME_CHARS)?;
        number(NumberField::Longitude, place.lon, &limits::LONGITUDE)?;
        number(NumberField::Latitude, place.lat, &limits::LATITUDE)?;
    }
    Ok(())
}
