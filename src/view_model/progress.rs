use cluster_ready_core::assessment::{Answer, Assessment};
use cluster_ready_core::model::{Indicator, Model};

/// How far a dimension's questions are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionState {
    NotStarted,
    Started,
    Done,
}

/// The questions of one dimension that the mode asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    pub dimension: usize,
    /// Indices into the model's indicators.
    pub asked: Vec<usize>,
    /// Answered, not known or not applicable.
    pub settled: usize,
    pub unknown: usize,
    pub state: SectionState,
    /// The first question without any answer.
    pub first_open: Option<usize>,
}

fn is_settled(assessment: &Assessment, indicator: &Indicator) -> bool {
    assessment
        .entries
        .get(&indicator.id)
        .is_some_and(|entry| entry.answer.is_some())
}

/// The progress of every dimension, in the order of the model.
pub fn progress(model: &Model, assessment: &Assessment) -> Vec<Progress> {
    (0..model.dimensions.len())
        .map(|dimension| of_dimension(model, assessment, dimension))
        .collect()
}

fn of_dimension(model: &Model, assessment: &Assessment, dimension: usize) -> Progress {
    let asked: Vec<(usize, &Indicator)> = model
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, indicator)| indicator.dimension == dimension && assessment.asks(indicator))
        .collect();
    let settled = asked
        .iter()
        .filter(|(_, indicator)| is_settled(assessment, indicator))
        .count();
    let is_unknown = |id: &str| {
        assessment
            .entries
            .get(id)
            .is_some_and(|entry| entry.answer == Some(Answer::Unknown))
    };
    Progress {
        dimension,
        settled,
        unknown: asked
            .iter()
            .filter(|(_, indicator)| is_unknown(&indicator.id))
            .count(),
        state: match settled {
            0 => SectionState::NotStarted,
            n if n == asked.len() => SectionState::Done,
            _ => SectionState::Started,
        },
        first_open: asked
            .iter()
            .find(|(_, indicator)| !is_settled(assessment, indicator))
            .map(|(index, _)| *index),
        asked: asked.into_iter().map(|(index, _)| index).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::assessment::file::read;
    use cluster_ready_core::model::versions;

    #[test]
    fn what_is_asked_anew_of_a_draft_is_open() {
        let open = |model, assessment: &Assessment| -> usize {
            let sections = progress(model, assessment);
            sections
                .iter()
                .map(|one| one.asked.len() - one.settled)
                .sum()
        };
        let present = cluster_ready_core::model::bundled().unwrap();
        let mut all = versions().unwrap().into_iter();
        let first = all.find(|one| one.version == "1.0.0" && one.id == present.id);
        let first = first.unwrap();
        let draft = include_str!("../../tests/data/results/model-1.0.0.draft.json");
        let draft = read(draft, first).unwrap().assessment;
        assert_eq!(open(first, &draft), 1);
        assert_eq!(open(present, &draft.carried(first, present)), 6);
    }
}
