use crate::assessment::{Answer, ItemState};
use crate::model::{AnswerKind, Indicator};

/// Points of an answer, 0–100; `None` for "unknown", "not applicable" and answers to another kind of question.
pub fn points(indicator: &Indicator, answer: &Answer) -> Option<f64> {
    match (&indicator.answer, answer) {
        (AnswerKind::Level(options), Answer::Level(index)) => {
            options.get(usize::from(*index)).map(|option| option.score)
        }
        (AnswerKind::Number(spec) | AnswerKind::Derived(spec, _), Answer::Number(value)) => {
            Some(spec.curve.at(*value))
        }
        (AnswerKind::Numbers { parts, .. }, Answer::Numbers(values)) => {
            let sum: f64 = parts
                .iter()
                .zip(values)
                .map(|(part, value)| part.weight * part.curve.at(*value))
                .sum();
            // The weights add up to 1 but for rounding.
            Some(sum.clamp(0.0, 100.0))
        }
        (AnswerKind::Choices { score_by_count, .. }, Answer::Selected(selected)) => {
            score_by_count.get(selected.len()).copied()
        }
        (AnswerKind::Checklist(items), Answer::Checklist(states)) if !items.is_empty() => {
            let done: f64 = states.iter().map(|state| credit(*state)).sum();
            // A checklist has at most a hundred items.
            Some((100.0 * done / items.len() as f64).clamp(0.0, 100.0))
        }
        _ => None,
    }
}

const fn credit(state: ItemState) -> f64 {
    match state {
        ItemState::Done => 1.0,
        ItemState::Partly => 0.5,
        ItemState::No => 0.0,
    }
}
