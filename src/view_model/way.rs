use super::progress::progress;
use crate::assessment::{Assessment, Mode};
use crate::model::Model;

/// Where a question stands in its section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub dimension: usize,
    /// Indices of the section's questions in the model.
    pub section: Vec<usize>,
    /// From 1.
    pub number: usize,
}

/// The place of a question among those the mode asks. A question that the mode does not ask stands among all.
pub fn place(model: &Model, assessment: &Assessment, question: usize) -> Option<Place> {
    let dimension = model.indicators.get(question)?.dimension;
    let mut section = progress(model, assessment)
        .into_iter()
        .nth(dimension)?
        .asked;
    if !section.contains(&question) {
        section = (0..model.indicators.len())
            .filter(|index| {
                model
                    .indicators
                    .get(*index)
                    .is_some_and(|one| one.dimension == dimension)
            })
            .collect();
    }
    let number = section.iter().position(|index| *index == question)? + 1;
    Some(Place {
        dimension,
        section,
        number,
    })
}

/// The question after this one. The quick way goes on through all sections; the full one ends with its section.
pub fn next(model: &Model, assessment: &Assessment, question: usize) -> Option<usize> {
    step(model, assessment, question, |position| {
        position.checked_add(1)
    })
}

/// The question before this one, by the same rule.
pub fn previous(model: &Model, assessment: &Assessment, question: usize) -> Option<usize> {
    step(model, assessment, question, |position| {
        position.checked_sub(1)
    })
}

fn step(
    model: &Model,
    assessment: &Assessment,
    question: usize,
    to: impl Fn(usize) -> Option<usize>,
) -> Option<usize> {
    let way = match assessment.mode {
        Mode::Quick => progress(model, assessment)
            .into_iter()
            .flat_map(|section| section.asked)
            .collect(),
        Mode::Full | Mode::Firm => place(model, assessment, question)?.section,
    };
    let position = way.iter().position(|index| *index == question)?;
    way.get(to(position)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quick() -> (&'static Model, Assessment) {
        let assessment = Assessment {
            mode: Mode::Quick,
            ..Assessment::default()
        };
        (crate::model::bundled().unwrap(), assessment)
    }

    #[test]
    fn the_quick_way_visits_every_quick_question_once() {
        let (model, assessment) = quick();
        let first = model.indicators.iter().position(|one| one.quick).unwrap();
        let mut seen = vec![first];
        while let Some(question) = next(model, &assessment, *seen.last().unwrap()) {
            assert_eq!(previous(model, &assessment, question), seen.last().copied());
            seen.push(question);
        }
        assert_eq!(seen.len(), 10);
    }

    #[test]
    fn the_full_way_ends_with_its_section() {
        let model = crate::model::bundled().unwrap();
        let assessment = Assessment::default();
        let last = model
            .indicators
            .iter()
            .rposition(|one| one.dimension == 0)
            .unwrap();
        assert_eq!(next(model, &assessment, last), None);
        assert_eq!(place(model, &assessment, last).unwrap().number, 7);
    }

    #[test]
    fn a_question_the_mode_does_not_ask_stands_among_all_of_its_section() {
        let (model, assessment) = quick();
        let slow = model.indicators.iter().position(|one| !one.quick).unwrap();
        assert_eq!(place(model, &assessment, slow).unwrap().section.len(), 7);
        assert_eq!(next(model, &assessment, slow), None);
    }
}
