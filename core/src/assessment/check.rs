use thiserror::Error;

use super::Answer;
use crate::model::{AnswerKind, Indicator};

/// Why an answer does not belong to its question.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum AnswerProblem {
    #[error("is not the kind of answer that the question takes")]
    WrongKind,
    #[error("option {index} does not exist, there are {options}")]
    NoSuchOption { index: usize, options: usize },
    #[error("figure {part} is not a finite number")]
    NotFinite { part: usize },
    #[error("figure {part}, {value}, is not between {min} and {max}")]
    OutOfRange {
        part: usize,
        value: f64,
        min: f64,
        max: f64,
    },
    #[error("the selected options do not ascend without repetition")]
    NotAscending,
    #[error("has {found} entries, the question has {expected}")]
    WrongLength { found: usize, expected: usize },
    #[error("the question does not allow \"not applicable\" for this reason")]
    ReasonNotAllowed,
}

/// Whether an answer belongs to its question.
///
/// # Errors
/// The first thing that does not fit.
pub fn check(indicator: &Indicator, answer: &Answer) -> Result<(), AnswerProblem> {
    match (&indicator.answer, answer) {
        (_, Answer::Unknown) => Ok(()),
        (_, Answer::NotApplicable(reason)) => match &indicator.not_applicable {
            Some(allowed) if allowed.reason == *reason => Ok(()),
            _ => Err(AnswerProblem::ReasonNotAllowed),
        },
        (AnswerKind::Level(options), Answer::Level(index)) => {
            option_exists(usize::from(*index), options.len())
        }
        (AnswerKind::Number(spec) | AnswerKind::Derived(spec, _), Answer::Number(value)) => {
            in_range(0, *value, spec.min, spec.max)
        }
        (AnswerKind::Numbers { parts, .. }, Answer::Numbers(values)) => {
            same_length(values.len(), parts.len())?;
            for (part, (value, spec)) in values.iter().zip(parts).enumerate() {
                in_range(part, *value, spec.min, spec.max)?;
            }
            Ok(())
        }
        (AnswerKind::Choices { options, .. }, Answer::Selected(selected)) => {
            for index in selected {
                option_exists(usize::from(*index), options.len())?;
            }
            let ascends = selected.windows(2).all(|pair| match pair {
                [a, b] => a < b,
                _ => true,
            });
            if ascends {
                Ok(())
            } else {
                Err(AnswerProblem::NotAscending)
            }
        }
        (AnswerKind::Checklist(items), Answer::Checklist(states)) => {
            same_length(states.len(), items.len())
        }
        _ => Err(AnswerProblem::WrongKind),
    }
}

fn option_exists(index: usize, options: usize) -> Result<(), AnswerProblem> {
    if index < options {
        Ok(())
    } else {
        Err(AnswerProblem::NoSuchOption { index, options })
    }
}

fn in_range(part: usize, value: f64, min: f64, max: f64) -> Result<(), AnswerProblem> {
    if !value.is_finite() {
        return Err(AnswerProblem::NotFinite { part });
    }
    if value < min || value > max {
        return Err(AnswerProblem::OutOfRange {
            part,
            value,
            min,
            max,
        });
    }
    Ok(())
}

fn same_length(found: usize, expected: usize) -> Result<(), AnswerProblem> {
    if found == expected {
        Ok(())
    } else {
        Err(AnswerProblem::WrongLength { found, expected })
    }
}
