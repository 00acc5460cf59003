use super::{Mismatch, statement};
use crate::assessment::{Answer, Assessment, Origin};
use crate::boundary::{Measures, province};
use crate::law::{Agreement, AnswerRule, Rules, compare_declared};
use crate::model::{BoundaryFigure, Indicator, Model, Whole};
use crate::places::{Derived, Near};

/// Percentages closer than this are one figure, rounded: people write 62 for 62.02.
const PERCENT_SLACK: f64 = 2.0;
/// Kilometres closer than this are one distance.
const NEAR_KM: f64 = 1.0;
/// The same where the institution's point is approximate.
const ABOUT_KM: f64 = 5.0;
/// Distances closer than this share of the measured one are one: a long way is told in round figures.
const FAR_SHARE: f64 = 0.1;
/// Ratios closer than this are one.
const RATIO_SLACK: f64 = 0.02;
/// Industrial land may exceed the measured area by so much: what corners are read from is no survey.
const AREA_SLACK: f64 = 1.02;
/// Less than half of one is no firm and no worker, however it is rounded.
const HALF: f64 = 0.5;

/// All contradictions that can be known, those of land first.
///
/// `derived`: what the boundary gives, where it has been measured; `rules`: they say which answers speak of legal facts.
pub fn find(
    model: &Model,
    rules: Option<&Rules>,
    assessment: &Assessment,
    derived: Option<&Derived>,
) -> Vec<Mismatch> {
    let mut found: Vec<Mismatch> = Vec::new();
    let profile = &assessment.profile;
    found.extend(profile.problems().iter().filter_map(Mismatch::of_profile));
    let of_facts = profile.problems_of_facts();
    found.extend(of_facts.iter().filter_map(Mismatch::of_facts));
    let boundary = assessment.boundary.as_ref();
    if let Some(measures) = boundary.and_then(|boundary| boundary.measures.as_ref()) {
        found.extend(area(assessment, measures));
        found.extend(elsewhere(assessment, measures));
    }
    if let Some(rules) = rules {
        found.extend(occupancy(model, rules, assessment));
        found.extend(statement::find(model, rules, assessment));
    }
    for (question, indicator) in model.indicators.iter().enumerate() {
        let typed = Typed::of(assessment, question, indicator);
        found.extend(typed.less_than_one(assessment));
        found.extend(typed.enough_firms(assessment));
        found.extend(derived.and_then(|derived| typed.measured(derived)));
    }
    found
}

/// Whether a person typed a figure in place of one that the boundary gives, so that measuring has something to tell.
pub fn types_over_measures(model: &Model, assessment: &Assessment) -> bool {
    let is_typed = |one: &Indicator| {
        let entry = assessment.entries.get(&one.id);
        entry.is_some_and(|entry| {
            entry.origin != Some(Origin::Boundary)
                && matches!(entry.answer, Some(Answer::Number(_)))
        })
    };
    let boundary = assessment.boundary.as_ref();
    let is_measured = boundary.is_some_and(|boundary| boundary.measures.is_some());
    let mut measured = model.indicators.iter();
    is_measured && measured.any(|one| one.boundary_figure().is_some() && is_typed(one))
}

fn area(assessment: &Assessment, measures: &Measures) -> Option<Mismatch> {
    let profile = &assessment.profile;
    let measured_ha = measures.area_m2 / 10_000.0;
    let apart = profile
        .declared_area_ha
        .and_then(|declared_ha| compare_declared(declared_ha, measured_ha))
        .filter(|comparison| comparison.agreement != Agreement::Close);
    if let Some(comparison) = apart {
        let is_explained = !profile.facts.area_explanation.trim().is_empty();
        return (!is_explained).then_some(Mismatch::DeclaredArea(comparison));
    }
    let industrial_ha = profile.industrial_land_ha?;
    (industrial_ha > measured_ha * AREA_SLACK).then_some(Mismatch::IndustrialAboveMeasured {
        industrial_ha,
        measured_ha,
    })
}

/// The boxes of two provinces overlap at their border: a place that both hold is no contradiction.
fn elsewhere(assessment: &Assessment, measures: &Measures) -> Option<Mismatch> {
    let said = assessment.profile.province.as_deref()?;
    let found = measures.province.as_deref()?;
    let holds = province(said).is_some_and(|own| own.holds(measures.centre));
    (said != found && !holds).then(|| Mismatch::Province {
        said: said.to_owned(),
        found: found.to_owned(),
    })
}

fn occupancy(model: &Model, rules: &Rules, assessment: &Assessment) -> Option<Mismatch> {
    let id = rules.answers.iter().find_map(|rule| match rule {
        AnswerRule::Occupancy { indicator } => Some(indicator),
        _ => None,
    })?;
    let question = model.position(id)?;
    let profile = &assessment.profile;
    let taken_ha = profile.occupied_land_ha()?;
    match assessment.entries.get(id)?.answer.as_ref()? {
        Answer::Number(answered) => {
            let by_areas = profile.occupancy()?;
            // Beyond 100 % the areas themselves are told.
            let is_apart = by_areas <= 100.0 && (by_areas - answered).abs() > PERCENT_SLACK;
            is_apart.then_some(Mismatch::Occupancy {
                by_areas,
                answered: *answered,
                question,
            })
        }
        Answer::NotApplicable(_) if taken_ha > 0.0 => Some(Mismatch::NothingLeased {
            leased_ha: taken_ha,
            question,
        }),
        _ => None,
    }
}

/// One answer of the assessment.
struct Typed<'a> {
    question: usize,
    indicator: &'a Indicator,
    answer: Option<&'a Answer>,
    origin: Option<Origin>,
}

impl<'a> Typed<'a> {
    fn of(assessment: &'a Assessment, question: usize, indicator: &'a Indicator) -> Self {
        let entry = assessment.entries.get(&indicator.id);
        Self {
            question,
            indicator,
            answer: entry.and_then(|entry| entry.answer.as_ref()),
            origin: entry.and_then(|entry| entry.origin),
        }
    }

    fn number(&self) -> Option<f64> {
        match self.answer? {
            Answer::Number(value) => Some(*value),
            _ => None,
        }
    }

    /// A figure that stands in place of the measured one, where the two are apart.
    fn measured(&self, derived: &Derived) -> Option<Mismatch> {
        let typed = self
            .number()
            .filter(|_| self.origin != Some(Origin::Boundary))?;
        let question = self.question;
        let near = |near: &Near| {
            let measured_km = near.told_m() / 1000.0;
            let slack = if near.about { ABOUT_KM } else { NEAR_KM };
            let is_apart = (typed - measured_km).abs() > slack.max(FAR_SHARE * measured_km);
            is_apart.then_some(Mismatch::Distance {
                typed_km: typed,
                measured_km,
                question,
            })
        };
        match self.indicator.boundary_figure()? {
            BoundaryFigure::University => derived.university.as_ref().and_then(near),
            BoundaryFigure::Institute => derived.institute.as_ref().and_then(near),
            BoundaryFigure::Compactness => derived
                .compactness
                .filter(|measured| (typed - measured).abs() > RATIO_SLACK)
                .map(|measured| Mismatch::Compactness {
                    typed,
                    measured,
                    question,
                }),
        }
    }

    fn less_than_one(&self, assessment: &Assessment) -> Option<Mismatch> {
        let percent = self.number().filter(|percent| *percent > 0.0)?;
        let of = self.indicator.figure()?.share_of?;
        let profile = &assessment.profile;
        let whole = match of {
            Whole::Tenants => profile.tenants?,
            Whole::Workers => profile.firm.as_ref()?.workers?,
        };
        (percent / 100.0 * f64::from(whole) < HALF).then_some(Mismatch::LessThanOne {
            percent,
            of,
            whole,
            question: self.question,
        })
    }

    fn enough_firms(&self, assessment: &Assessment) -> Option<Mismatch> {
        let Answer::NotApplicable(_) = self.answer? else {
            return None;
        };
        let tenants = assessment.profile.tenants?;
        let at_most = self.indicator.not_applicable.as_ref()?.tenants_at_most?;
        (tenants > at_most).then_some(Mismatch::EnoughFirms {
            tenants,
            question: self.question,
        })
    }
}

#[cfg(test)]
mod tests;
