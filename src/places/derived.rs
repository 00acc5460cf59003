use super::{Near, Wanted, added_id, institution, near, nearest};
use crate::{
    assessment::{Answer, Places},
    boundary::{Examined, Shape},
};

/// What the boundary says about the location.
#[derive(Debug, Clone, PartialEq)]
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
            ("L1".to_owned(), kilometres(&self.university)),
            ("L2".to_owned(), kilometres(&self.institute)),
        ];
        if let Some(compactness) = self.compactness {
            answers.push(("L7".to_owned(), Answer::Number(compactness)));
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
    let by_hand = |id: &Option<String>| id.as_deref().and_then(|id| find(boundary, id, chosen));
    Some(Derived {
        university: by_hand(&chosen.university).or_else(|| first(Wanted::University)),
        institute: by_hand(&chosen.institute).or_else(|| first(Wanted::Field(field?))),
        compactness: Some(measures.compactness),
    })
}

fn find(boundary: &Shape, id: &str, chosen: &Places) -> Option<Near> {
    if let Some(one) = institution(id) {
        return near::of_institution(boundary, one);
    }
    chosen
        .added
        .iter()
        .enumerate()
        .find(|(index, _)| added_id(*index) == id)
        .and_then(|(index, added)| near::of_added(boundary, index, added))
}
