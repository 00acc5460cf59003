use cluster_ready_core::model::Model;
use cluster_ready_core::score::{LevelStatus, Score};

/// How the overall value stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Nothing is answered yet.
    Empty,
    /// Too much of this dimension does not apply.
    NotRated { dimension: usize },
    /// Too few answers for a level.
    Withheld {
        /// At least so many more answers are needed.
        missing: usize,
        /// Dimensions that have no answer at all, so that there is no overall value either.
        without_answers: Vec<usize>,
    },
    /// The subject has no levels, and there are enough answers for one figure.
    NoLevels,
    Level {
        level: u8,
        /// The level that the value alone would give and the dimension that holds it down.
        capped: Option<(u8, usize)>,
        /// Rounded for display the value looks as if it had reached the next level's points.
        looks_higher: bool,
        /// `None` at the highest level.
        next: Option<NextLevel>,
    },
}

/// What the next level asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct NextLevel {
    pub level: u8,
    /// Points of the overall value.
    pub from: f64,
    /// Points that every dimension needs; 0 asks nothing.
    pub floor: f64,
    /// Dimensions that are below `floor`, in the order of the model.
    pub below: Vec<usize>,
    /// The overall value itself is high enough.
    pub overall_reached: bool,
}

/// How a score stands, and what the next level needs.
pub fn standing(model: &Model, score: &Score) -> Standing {
    if score.counts.answered == 0 {
        return Standing::Empty;
    }
    match score.status {
        LevelStatus::NotRated { dimension } => Standing::NotRated { dimension },
        LevelStatus::Withheld { missing } => Standing::Withheld {
            missing,
            without_answers: dimensions(score, |value| value.is_none()),
        },
        LevelStatus::NoLevels => Standing::NoLevels,
        LevelStatus::Capped { .. } | LevelStatus::Shown => {
            let (Some(level), Some(overall)) = (score.level, score.overall.central) else {
                return Standing::Empty;
            };
            let capped = match score.status {
                LevelStatus::Capped { weakest } => {
                    score.level_before_cap.map(|before| (before, weakest))
                }
                _ => None,
            };
            Standing::Level {
                level,
                capped,
                looks_higher: model.level_of(overall.round()) > model.level_of(overall),
                next: next(model, score, level, overall),
            }
        }
    }
}

fn next(model: &Model, score: &Score, level: u8, overall: f64) -> Option<NextLevel> {
    let next = model.levels.iter().find(|one| one.number == level + 1)?;
    // The cap: no level is more than one above the level of the weakest dimension.
    let floor = model
        .levels
        .iter()
        .find(|one| one.number == level)
        .map_or(0.0, |one| one.from);
    Some(NextLevel {
        level: next.number,
        from: next.from,
        floor,
        below: dimensions(score, |value| {
            value.is_some_and(|value| model.level_of(value) < level)
        }),
        overall_reached: model.level_of(overall) >= next.number,
    })
}

fn dimensions(score: &Score, is_wanted: impl Fn(Option<f64>) -> bool) -> Vec<usize> {
    score
        .dimensions
        .iter()
        .enumerate()
        .filter(|(_, one)| is_wanted(one.range.central))
        .map(|(index, _)| index)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use cluster_ready_core::assessment::{Answer, Entry};
    use cluster_ready_core::score::score;

    fn model() -> &'static Model {
        cluster_ready_core::model::bundled().unwrap()
    }

    /// Every dimension at the value given, over an otherwise complete score.
    fn at(values: [f64; 5]) -> Standing {
        let model = model();
        let entries = cluster_ready_core::assessment::file::read_answers(
            include_str!("../../../data/example.json"),
            model,
        )
        .unwrap();
        let mut made = score(model, &entries);
        let mean = values.iter().map(|v| (v + 10.0).ln()).sum::<f64>() / 5.0;
        let overall = mean.exp() - 10.0;
        for (dimension, value) in made.dimensions.iter_mut().zip(values) {
            dimension.range.central = Some(value);
        }
        let weakest = (0..5)
            .min_by(|a, b| values[*a].total_cmp(&values[*b]))
            .unwrap();
        let cap = model.level_of(values[weakest]) + 1;
        let before = model.level_of(overall);
        made.overall.central = Some(overall);
        made.level = Some(before.min(cap));
        made.level_before_cap = Some(before);
        made.status = if before > cap {
            LevelStatus::Capped { weakest }
        } else {
            LevelStatus::Shown
        };
        standing(model, &made)
    }

    #[test]
    fn without_answers_nothing_stands() {
        let none = score(model(), &BTreeMap::new());
        assert_eq!(standing(model(), &none), Standing::Empty);
    }

    #[test]
    fn the_example_needs_points_and_one_stronger_dimension() {
        let Standing::Level {
            level: 2,
            capped: None,
            next: Some(next),
            ..
        } = at([39.3, 59.1, 24.8, 19.3, 29.8])
        else {
            panic!("level 2 expected");
        };
        assert_eq!((next.level, next.from, next.floor), (3, 40.0, 20.0));
        assert_eq!(next.below, [3]);
        assert!(!next.overall_reached);
    }

    #[test]
    fn a_capped_level_names_the_dimension_and_asks_only_for_it() {
        let Standing::Level {
            level,
            capped,
            next: Some(next),
            ..
        } = at([90.0, 90.0, 90.0, 15.0, 90.0])
        else {
            panic!("a level expected");
        };
        assert_eq!((level, capped), (2, Some((4, 3))));
        assert_eq!((next.below, next.overall_reached), (vec![3], true));
    }

    #[test]
    fn a_value_that_rounds_up_to_a_step_is_told_apart() {
        let Standing::Level {
            level,
            looks_higher,
            ..
        } = at([39.7; 5])
        else {
            panic!("a level expected");
        };
        assert_eq!((level, looks_higher), (2, true));
        assert!(matches!(
            at([40.2; 5]),
            Standing::Level {
                level: 3,
                looks_higher: false,
                ..
            }
        ));
    }

    #[test]
    fn the_highest_level_has_no_next() {
        assert!(matches!(at([90.0; 5]), Standing::Level { next: None, .. }));
    }

    #[test]
    fn one_answer_is_too_few_and_leaves_four_dimensions_without_any() {
        let entry = Entry {
            answer: Some(Answer::Level(2)),
            ..Entry::default()
        };
        let entries = BTreeMap::from([("M2".to_owned(), entry)]);
        let Standing::Withheld {
            missing,
            without_answers,
        } = standing(model(), &score(model(), &entries))
        else {
            panic!("withheld expected");
        };
        assert!(missing > 10);
        assert_eq!(without_answers, [1, 2, 3, 4]);
    }
}
