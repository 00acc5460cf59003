use crate::assessment::{Assessment, Origin};
use crate::boundary::{Measures, examine};
use crate::model::Model;
use crate::places::derived;

/// An assessment with everything that its boundary gives taken from its corners: the measures, and the answers that say
/// they come from there. Of a boundary without corners all stays as it says.
pub fn remade(model: &Model, assessment: &Assessment) -> Assessment {
    let mut remade = assessment.clone();
    if unmeasurable(assessment).is_some() {
        return remade;
    }
    let mut answers = Vec::new();
    if let Some(record) = &mut remade.boundary {
        let examined = examine(&record.given, record.crs, record.sigma_m);
        let field = assessment.profile.industry.as_deref();
        if let Some(derived) = derived(&examined, field, &assessment.places) {
            answers = derived.answers(model);
        }
        record.measures = examined.measures;
    }
    for (id, entry) in &mut remade.entries {
        if entry.origin == Some(Origin::Boundary) {
            let answer = answers.iter().find(|(derived, _)| derived == id);
            entry.answer = answer.map(|(_, answer)| answer.clone());
        }
    }
    remade
}

/// The measures of a boundary that was saved without its corners: nothing tells whether they are right.
pub fn unmeasurable(assessment: &Assessment) -> Option<&Measures> {
    let record = assessment.boundary.as_ref()?;
    let has_corners = record.given.positions().next().is_some();
    record.measures.as_ref().filter(|_| !has_corners)
}
