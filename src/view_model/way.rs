use super::profile::facts_said;
use super::progress::{Progress, progress};
use cluster_ready_core::assessment::{Assessment, Mode};
use cluster_ready_core::model::Model;

/// Where a question stands in its section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub dimension: usize,
    /// Indices of the section's questions in the model.
    pub section: Vec<usize>,
    /// Those among which it is counted: in the quick way all that are asked, else its section.
    pub way: Vec<usize>,
    /// From 1.
    pub number: usize,
}

/// The place of a question among those the mode asks. A question that the mode does not ask stands among all of its section.
pub fn place(model: &Model, assessment: &Assessment, question: usize) -> Option<Place> {
    let dimension = model.indicators.get(question)?.dimension;
    let sections = progress(model, assessment);
    let mut section = sections.get(dimension)?.asked.clone();
    let is_asked = section.contains(&question);
    if !is_asked {
        section = (0..model.indicators.len())
            .filter(|index| {
                model
                    .indicators
                    .get(*index)
                    .is_some_and(|one| one.dimension == dimension)
            })
            .collect();
    }
    let way = if is_asked && assessment.mode == Mode::Quick {
        sections.into_iter().flat_map(|one| one.asked).collect()
    } else {
        section.clone()
    };
    let number = way.iter().position(|index| *index == question)? + 1;
    Some(Place {
        dimension,
        section,
        way,
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
    let place = place(model, assessment, question)?;
    // The quick way leads to no question that it does not ask.
    let is_aside = assessment.mode == Mode::Quick && !model.indicators.get(question)?.quick;
    let way = if is_aside { Vec::new() } else { place.way };
    let position = way.iter().position(|index| *index == question)?;
    way.get(to(position)?).copied()
}

/// What is left to do, in the order in which it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Indices of the dimension and of its first open question.
    Question(usize, usize),
    Boundary,
    Facts,
    Nothing,
}

/// The next thing to do: the first open question, then, as far as the mode asks for them, the boundary and the legal facts.
pub fn left(sections: &[Progress], assessment: &Assessment) -> Left {
    let open = sections
        .iter()
        .find_map(|section| Some(Left::Question(section.dimension, section.first_open?)));
    let boundary = assessment.boundary.as_ref();
    match open {
        Some(question) => question,
        None if assessment.mode != Mode::Full => Left::Nothing,
        // One with an error gives nothing yet.
        None if boundary.is_none_or(|boundary| boundary.measures.is_none()) => Left::Boundary,
        None if facts_said(&assessment.profile.facts) == 0 => Left::Facts,
        None => Left::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::assessment::{Answer, Entry};

    #[test]
    fn after_the_questions_the_boundary_and_the_legal_facts_are_left() {
        let model = cluster_ready_core::model::bundled().unwrap();
        let mut assessment = Assessment::default();
        let next = |assessment: &Assessment| left(&progress(model, assessment), assessment);
        assert_eq!(next(&assessment), Left::Question(0, 0));
        for indicator in &model.indicators {
            let entry = Entry {
                answer: Some(Answer::Unknown),
                ..Entry::default()
            };
            assessment.entries.insert(indicator.id.clone(), entry);
        }
        assert_eq!(next(&assessment), Left::Boundary);
        assessment.mode = Mode::Quick;
        assert_eq!(next(&assessment), Left::Nothing);
        assessment.mode = Mode::Full;
        let file = include_str!("../../packaging/kit/results/1-song-lua.cluster-ready.json");
        let measured = cluster_ready_core::assessment::file::read(file, model)
            .unwrap()
            .assessment;
        assessment.boundary = measured.boundary;
        assert_eq!(next(&assessment), Left::Facts);
        assessment.profile.facts.owner = Some(false);
        assert_eq!(next(&assessment), Left::Nothing);
        assessment.boundary.as_mut().unwrap().measures = None;
        assert_eq!(next(&assessment), Left::Boundary);
    }

    fn quick() -> (&'static Model, Assessment) {
        let assessment = Assessment {
            mode: Mode::Quick,
            ..Assessment::default()
        };
        (cluster_ready_core::model::bundled().unwrap(), assessment)
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
        // Each is counted among all ten, and listed with those of its section.
        let counted = |question: &usize| {
            let place = place(model, &assessment, *question).unwrap();
            assert!(place.section.len() < place.way.len());
            (place.number, place.way.len())
        };
        let counts: Vec<_> = seen.iter().map(counted).collect();
        assert_eq!(counts, (1..=10).map(|n| (n, 10)).collect::<Vec<_>>());
    }

    #[test]
    fn the_full_way_ends_with_its_section() {
        let model = cluster_ready_core::model::bundled().unwrap();
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
