//! What is said on the page of legal facts beside what an answer says of the same thing.

use super::{Mismatch, Part};
use crate::assessment::Assessment;
use crate::law::{AnswerRule, Input, Rules, Subject, Works, answered};
use crate::model::Model;

pub(super) fn find(model: &Model, rules: &Rules, assessment: &Assessment) -> Vec<Mismatch> {
    let input = Input::of(assessment);
    let facts = &assessment.profile.facts;
    let mut found = Vec::new();
    let mut no_treatment = None;
    for (subject, fact, stated) in [
        (
            Part::Treatment,
            Subject::CentralTreatment,
            facts.central_treatment,
        ),
        (
            Part::Monitoring,
            Subject::AutomaticMonitoring,
            facts.automatic_monitoring,
        ),
    ] {
        let said = answered(rules, &input, fact);
        let Some((question, answered)) =
            said.and_then(|(id, yes)| Some((model.position(id)?, yes)))
        else {
            continue;
        };
        if subject == Part::Treatment && !answered {
            no_treatment = Some(question);
        }
        // The question counts a connection to a plant outside as well, the fact does not.
        let may_be_outside = answered && facts.connected_outside != Some(false);
        if let Some(stated) = stated
            && stated != answered
            && !may_be_outside
        {
            found.push(Mismatch::WasteWater {
                subject,
                stated,
                question,
            });
        }
    }
    found.extend(no_treatment.and_then(|treatment| works(model, rules, assessment, treatment)));
    found
}

/// Waste water that is treated elsewhere needs no plant of the cluster's own.
fn works(
    model: &Model,
    rules: &Rules,
    assessment: &Assessment,
    treatment: usize,
) -> Option<Mismatch> {
    if assessment.profile.facts.connected_outside == Some(true) {
        return None;
    }
    let works = rules.answers.iter().find_map(|rule| match rule {
        AnswerRule::Finished {
            works: Works::WasteWater,
            item,
        } => model.position(&item.indicator),
        _ => None,
    })?;
    let is_finished = Input::of(assessment).finished(rules, Works::WasteWater) == Some(true);
    (is_finished && works != treatment).then_some(Mismatch::WasteWaterWorks { works, treatment })
}
