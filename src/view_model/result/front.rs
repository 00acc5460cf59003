use cluster_ready_core::law::{Outcome, Verdict};
use cluster_ready_core::score::{Action, Score};

/// As many actions as the front page names.
const FIRST_ACTIONS: usize = 3;
/// As many legal points as the front page names.
const LEGAL_POINTS: usize = 2;

/// A dimension, as an index into the model's, and its points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extreme {
    pub dimension: usize,
    pub points: f64,
}

/// The strongest and the weakest dimension; `None` where all that have a value are alike.
pub fn extremes(score: &Score) -> Option<(Extreme, Extreme)> {
    let mut values: Vec<Extreme> = score
        .dimensions
        .iter()
        .enumerate()
        .filter_map(|(dimension, one)| {
            let points = one.range.central?;
            Some(Extreme { dimension, points })
        })
        .collect();
    cluster_ready_core::order::by(&mut values, |a, b| a.points.total_cmp(&b.points));
    let (low, high) = (*values.first()?, *values.last()?);
    (high.points - low.points >= 1e-9).then_some((high, low))
}

/// What to do first.
pub fn first_actions(actions: &[Action]) -> &[Action] {
    actions.get(..FIRST_ACTIONS).unwrap_or(actions)
}

/// The verdicts that need action, the most urgent first, of verdicts in this order.
pub fn to_handle<'v, 'a>(ordered: &[&'v Verdict<'a>]) -> Vec<&'v Verdict<'a>> {
    ordered
        .iter()
        .filter(|one| needs_action(one.outcome))
        .copied()
        .collect()
}

/// Not met, or so near to its limit that nobody can tell.
const fn needs_action(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::NotMet | Outcome::NearLimit)
}

/// Those of them that the front page names.
pub fn foremost<'v, 'a, 's>(to_handle: &'s [&'v Verdict<'a>]) -> &'s [&'v Verdict<'a>] {
    to_handle.get(..LEGAL_POINTS).unwrap_or(to_handle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::result::by_urgency;
    use cluster_ready_core::assessment::{Assessment, Date};
    use cluster_ready_core::{law, model, score};

    #[test]
    fn the_extremes_are_the_highest_and_the_lowest_value() {
        let model = model::bundled().unwrap();
        let entries = std::collections::BTreeMap::new();
        let mut made = score::score(model, &entries);
        for (one, value) in
            made.dimensions
                .iter_mut()
                .zip([Some(39.0), Some(59.0), None, Some(19.0), Some(30.0)])
        {
            one.range.central = value;
        }
        let (high, low) = extremes(&made).unwrap();
        assert_eq!((high.dimension, high.points), (1, 59.0));
        assert_eq!((low.dimension, low.points), (3, 19.0));
        for one in &mut made.dimensions {
            one.range.central = Some(40.0);
        }
        assert_eq!(extremes(&made), None);
    }

    #[test]
    fn three_actions_stand_in_front_or_as_many_as_there_are() {
        let action = |id: &str| Action {
            indicator: id.to_owned(),
            gain: 1.0,
            priority: 1.0,
        };
        let five = ["M1", "M2", "L1", "L2", "T1"].map(action);
        assert_eq!(first_actions(&five), &five[..3]);
        assert_eq!(first_actions(&five[..2]), &five[..2]);
        assert_eq!(first_actions(&[]), []);
    }

    #[test]
    fn at_most_two_points_stand_in_front_and_only_such_as_need_action() {
        let mut assessment = Assessment::default();
        assessment.profile.assessed = Date::new(2026, 11, 23);
        assessment.profile.declared_area_ha = Some(90.0);
        assessment.profile.facts.inhabitants = Some(true);
        assessment.profile.facts.owner = Some(false);
        assessment.profile.facts.services_share = Some(40.0);
        let verdicts = law::judge(law::bundled().unwrap(), &law::Input::of(&assessment));
        let all = to_handle(&by_urgency(&verdicts));
        assert!(all.len() > 2 && all.iter().all(|one| needs_action(one.outcome)));
        assert_eq!(foremost(&all), &all[..2]);
        assert_eq!(foremost(&all[..1]).len(), 1);
    }
}
