use super::{Near, Wanted, added_id, institution, near, nearest};
use crate::{
    assessment::{Answer, Places, check},
    boundary::{Edges, Examined},
    model::{BoundaryFigure, Model},
};

/// What the boundary says about the location.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Derived {
    /// Nearest university, or the one chosen by hand.
    pub university: Option<Near>,
    /// Nearest institution in the cluster's field, or the one chosen by hand. `None` is unknown, never 0.
    pub institute: Option<Near>,
    /// Polsby–Popper; `None` without measures.
    pub compactness: Option<f64>,
}

impl Derived {
    /// The answers to the questions of the model that ask for one of the figures, as many as there are. A distance, in
    /// kilometres, is unknown when nothing is known; compactness is left out. Left out, too, is a figure that the question does
    /// not take: the boundary is kept all the same, and a person is asked.
    pub fn answers(&self, model: &Model) -> Vec<(String, Answer)> {
        let kilometres = |near: &Option<Near>| {
            near.as_ref().map_or(Answer::Unknown, |near| {
                Answer::Number(near.distance_m / 1000.0)
            })
        };
        let answer = |figure| {
            Some(match figure {
                BoundaryFigure::University => kilometres(&self.university),
                BoundaryFigure::Institute => kilometres(&self.institute),
                BoundaryFigure::Compactness => Answer::Number(self.compactness?),
            })
        };
        let questions = model.indicators.iter();
        questions
            .filter_map(|one| Some((one, answer(one.boundary_figure()?)?)))
            .filter(|(one, answer)| check(one, answer).is_ok())
            .map(|(one, answer)| (one.id.clone(), answer))
            .collect()
    }
}

/// The figures that follow from a valid boundary; `None` while it is not valid.
///
/// `field`: the cluster's main field; without one the institute is unknown. An added institution counts for both questions only
/// when it is chosen.
pub fn derived(examined: &Examined, field: Option<&str>, chosen: &Places) -> Option<Derived> {
    let measures = examined.measures.as_ref()?;
    let boundary = &examined.wgs84;
    let first = |wanted| nearest(boundary, wanted, 1).into_iter().next();
    let by_hand = |id: &Option<String>| find(&Edges::of(boundary), id.as_deref()?, chosen);
    Some(Derived {
        university: by_hand(&chosen.university).or_else(|| first(Wanted::University)),
        institute: by_hand(&chosen.institute).or_else(|| first(Wanted::Field(field?))),
        compactness: Some(measures.compactness),
    })
}

fn find(edges: &Edges<'_>, id: &str, chosen: &Places) -> Option<Near> {
    if let Some(one) = institution(id) {
        return near::of_institution(edges, one);
    }
    chosen
        .added
        .iter()
        .enumerate()
        .find(|(index, _)| added_id(*index) == id)
        .and_then(|(index, added)| near::of_added(edges, index, added))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::{Assessment, Place},
        boundary::{Crs, Shape, examine},
        model,
    };

    fn examined() -> Examined {
        let ring = vec![
            [105.70, 21.08],
            [105.71, 21.08],
            [105.71, 21.09],
            [105.70, 21.09],
            [105.70, 21.08],
        ];
        examine(&Shape::of_ring(ring), Crs::Wgs84, 1.0)
    }

    fn answer(derived: &Derived, id: &str) -> Option<Answer> {
        let mut answers = derived.answers(model::bundled().unwrap()).into_iter();
        answers.find(|(own, _)| own == id).map(|(_, answer)| answer)
    }

    #[test]
    fn location_answers_itself() {
        let derived = derived(&examined(), Some("mechanical"), &Places::default()).unwrap();
        let Some(Answer::Number(km)) = answer(&derived, "L1") else {
            panic!()
        };
        assert!(km > 0.1 && km < 15.0);
        assert!(matches!(answer(&derived, "L2"), Some(Answer::Number(_))));
        let Some(Answer::Number(compactness)) = answer(&derived, "L7") else {
            panic!()
        };
        assert!((compactness - 0.784).abs() < 0.002);
    }

    /// A page's own model, made of the bundled one.
    fn own_model(
        change: impl Fn(&mut serde_json::Map<String, serde_json::Value>) -> bool,
    ) -> Model {
        let text = include_str!("../../../data/model.json");
        let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
        let indicators = file["indicators"].as_array_mut().unwrap();
        indicators.retain_mut(|one| change(one.as_object_mut().unwrap()));
        Model::parse(&file.to_string()).unwrap()
    }

    /// Ids of the questions that have an answer once the boundary is kept.
    fn kept_with(model: &Model) -> Vec<String> {
        let examined = examined();
        let derived = derived(&examined, Some("mechanical"), &Places::default()).unwrap();
        let record = crate::assessment::BoundaryRecord {
            file_name: String::new(),
            format: "table".to_owned(),
            crs: Crs::Wgs84,
            given: examined.wgs84.clone(),
            sigma_m: 0.1,
            measures: examined.measures,
        };
        let command = crate::assessment::Command::SetBoundary {
            record: Some(Box::new(record)),
            derived: derived.answers(model),
        };
        let kept = Assessment::default().apply(model, command).unwrap();
        assert!(kept.boundary.is_some());
        kept.entries.into_keys().collect()
    }

    #[test]
    fn a_boundary_is_kept_whatever_a_model_asks_of_it() {
        for (gone, answered) in [
            (&[][..], &["L1", "L2", "L7"][..]),
            (&["L7"], &["L1", "L2"]),
            (&["L1", "L7"], &["L2"]),
            (&["L1", "L2", "L7"], &[]),
        ] {
            let model = own_model(|one| !gone.contains(&one["id"].as_str().unwrap()));
            assert_eq!(kept_with(&model), answered);
        }
    }

    #[test]
    fn the_model_says_which_question_the_boundary_answers() {
        let model = own_model(|one| {
            let renamed = match one["id"].as_str().unwrap() {
                "L1" => "shape",
                "L7" => "L1",
                _ => return true,
            };
            one["id"] = renamed.into();
            true
        });
        let derived = derived(&examined(), None, &Places::default()).unwrap();
        let answers = derived.answers(&model);
        let ids: Vec<&str> = answers.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["shape", "L2", "L1"]);
        assert_eq!(answers[2].1, Answer::Number(derived.compactness.unwrap()));
    }

    #[test]
    fn a_figure_that_a_question_does_not_take_leaves_it_open() {
        let model = own_model(|one| {
            if one["id"] == "L7" {
                one["answer"]["max"] = 0.5.into();
            }
            true
        });
        assert_eq!(kept_with(&model), ["L1", "L2"]);
    }

    #[test]
    fn unknown_field_is_unknown_and_never_zero() {
        for field in [None, Some("shipbuilding")] {
            let derived = derived(&examined(), field, &Places::default()).unwrap();
            assert_eq!(answer(&derived, "L2"), Some(Answer::Unknown));
        }
    }

    #[test]
    fn choice_by_hand_beats_the_nearest() {
        let mut chosen = Places {
            university: Some("hust".to_owned()),
            institute: Some(added_id(0)),
            added: vec![Place {
                name: "Viện mới".to_owned(),
                lon: 105.705,
                lat: 21.085,
            }],
        };
        let by_hand = derived(&examined(), None, &chosen).unwrap();
        assert_eq!(by_hand.university.as_ref().unwrap().id, "hust");
        assert_eq!(answer(&by_hand, "L2"), Some(Answer::Number(0.0)));
        chosen.institute = Some(added_id(7));
        let gone = derived(&examined(), None, &chosen).unwrap();
        assert_eq!(gone.institute, None);
    }

    #[test]
    fn boundary_at_fault_gives_nothing() {
        let bow_tie = Shape::of_ring(vec![
            [105.70, 21.08],
            [105.71, 21.09],
            [105.71, 21.08],
            [105.70, 21.09],
            [105.70, 21.08],
        ]);
        let examined = examine(&bow_tie, Crs::Wgs84, 1.0);
        assert_eq!(derived(&examined, None, &Places::default()), None);
    }
}
