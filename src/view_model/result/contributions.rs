use cluster_ready_core::assessment::{Assessment, State};
use cluster_ready_core::model::Model;
use cluster_ready_core::score::Score;

/// The indicators of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub dimension: usize,
    /// How many count as answered, and how many apply.
    pub answered: usize,
    pub applicable: usize,
    pub rows: Vec<Row>,
}

/// One indicator: what it gives, or what it could change.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Index into the model's indicators.
    pub index: usize,
    pub state: State,
    /// The mode asks for it.
    pub asked: bool,
    pub points: Option<f64>,
    /// Percent of its dimension's weight among the answered.
    pub share_percent: f64,
    /// Points of its dimension's value.
    pub contribution: f64,
    /// Points by which the overall value could differ.
    pub could_change: f64,
}

/// Every indicator, grouped by dimension, in the order of the model.
pub fn contributions(model: &Model, assessment: &Assessment, score: &Score) -> Vec<Group> {
    (0..model.dimensions.len())
        .map(|dimension| {
            let rows: Vec<Row> = model
                .indicators
                .iter()
                .zip(&score.indicators)
                .enumerate()
                .filter(|(_, (indicator, _))| indicator.dimension == dimension)
                .map(|(index, (indicator, one))| Row {
                    index,
                    state: assessment.state(indicator),
                    asked: assessment.mode.asks(indicator),
                    points: one.points,
                    share_percent: one.share * 100.0,
                    contribution: one.contribution,
                    could_change: one.could_change,
                })
                .collect();
            let count = |wanted: fn(State) -> bool| rows.iter().filter(|r| wanted(r.state)).count();
            Group {
                dimension,
                answered: count(|state| state == State::Answered),
                applicable: count(|state| state != State::NotApplicable),
                rows,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::assessment::Mode;

    fn example(mode: Mode) -> (Score, Vec<Group>) {
        let model = cluster_ready_core::model::bundled().unwrap();
        let assessment = Assessment {
            mode,
            entries: cluster_ready_core::assessment::file::read_answers(
                include_str!("../../../data/example.json"),
                model,
            )
            .unwrap(),
            ..Assessment::default()
        };
        let score = cluster_ready_core::score::score(model, &assessment.entries);
        let groups = contributions(model, &assessment, &score);
        (score, groups)
    }

    #[test]
    fn contributions_of_a_dimension_add_up_to_its_value() {
        let (score, groups) = example(Mode::Full);
        assert_eq!(
            groups.iter().map(|group| group.rows.len()).sum::<usize>(),
            34
        );
        for (group, dimension) in groups.iter().zip(&score.dimensions) {
            let sum: f64 = group.rows.iter().map(|row| row.contribution).sum();
            let share: f64 = group.rows.iter().map(|row| row.share_percent).sum();
            assert!((sum - dimension.range.central.unwrap()).abs() < 1e-9);
            assert!((share - 100.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_missing_answer_gives_nothing_and_could_change_something() {
        let (_, groups) = example(Mode::Full);
        for row in groups.iter().flat_map(|group| &group.rows) {
            let missing = row.state == State::Unknown;
            assert_eq!(row.points.is_none(), missing);
            assert_eq!(row.could_change > 0.0, missing);
        }
    }

    #[test]
    fn the_quick_mode_asks_for_ten() {
        let (_, groups) = example(Mode::Quick);
        let asked = groups.iter().flat_map(|g| &g.rows).filter(|r| r.asked);
        assert_eq!(asked.count(), 10);
    }

    #[test]
    fn answered_and_applicable_are_counted_for_each_dimension() {
        let (_, groups) = example(Mode::Full);
        let counts: Vec<_> = groups.iter().map(|g| (g.answered, g.applicable)).collect();
        assert_eq!(counts, [(7, 7), (6, 7), (5, 6), (5, 7), (5, 7)]);
    }
}
