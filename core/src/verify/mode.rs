use serde_json::Value;

use crate::assessment::file::{Difference, mode_word};
use crate::assessment::{Assessment, Mode, Origin};
use crate::model::Model;

/// The way of a file is another one than it says: it was asked as many questions as the other way asks, or, in a file that
/// does not count them, answered what the quick way never asks.
pub fn difference(assessment: &Assessment, model: &Model, stored: &Value) -> Option<Difference> {
    let other = match assessment.mode {
        Mode::Quick => Mode::Full,
        Mode::Full => Mode::Quick,
        Mode::Firm => return None,
    };
    let count = |mode: Mode| {
        let asked = Assessment {
            mode,
            ..assessment.clone()
        };
        asked.asked(model).count() as u64
    };
    let is_other = match stored.get("asked") {
        Some(asked) => {
            let asked = asked.as_u64();
            asked == Some(count(other)) && asked != Some(count(assessment.mode))
        }
        None => other == Mode::Full && answers_more(assessment, model),
    };
    is_other.then(|| Difference {
        path: "mode".to_owned(),
        stored: Some(mode_word(assessment.mode).into()),
        computed: Some(mode_word(other).into()),
    })
}

/// Whether a person answered what is not asked; the boundary answers by itself.
fn answers_more(assessment: &Assessment, model: &Model) -> bool {
    model.indicators.iter().any(|one| {
        !assessment.mode.asks(one)
            && assessment.entries.get(&one.id).is_some_and(|entry| {
                entry.answer.is_some() && entry.origin != Some(Origin::Boundary)
            })
    })
}
