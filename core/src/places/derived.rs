use super::{Near, Wanted, added_id, institution, near, nearest};
use crate::{
    assessment::{Answer, Places},
    boundary::{Edges, Examined},
};

/// The questions whose figures the boundary gives.
pub const UNIVERSITY: &str = "L1";
pub const INSTITUTE: &str = "L2";
pub const COMPACTNESS: &str = "L7";
pub const MEASURED: [&str; 3] = [UNIVERSITY, INSTITUTE, COMPACTNESS];

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
    /// The answers L1, L2 (kilometres) and L7 (ratio). L1 and L2 are unknown when nothing is known, L7 is left out.
    pub fn answers(&self) -> Vec<(String, Answer)> {
        let kilometres = |near: &Option<Near>| {
            near.as_ref().map_or(Answer::Unknown, |near| {
                Answer::Number(near.distance_m / 1000.0)
            })
        };
        let mut answers = vec![
            (UNIVERSITY.to_owned(), kilometres(&self.university)),
            (INSTITUTE.to_owned(), kilometres(&self.institute)),
        ];
        if let Some(compactness) = self.compactness {
            answers.push((COMPACTNESS.to_owned(), Answer::Number(compactness)));
        }
        answers
    }
}

/// The figures that follow from a valid boundary; `None` while it is not valid.
///
/// `field`: the cluster's main field; without one L2 is unknown. An added institution counts for both questions only
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
        assessment::Place,
        boundary::{Crs, Shape, examine},
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
        let mut answers = derived.answers().into_iter();
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
