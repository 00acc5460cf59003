use cluster_ready_core::model::Model;
use cluster_ready_core::score::Action;

/// How a person wants to see the roadmap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the method ranks it: points against effort, and what the law asks first.
    #[default]
    Priority,
    /// Most points first.
    Gain,
    /// Least effort first, of equal effort most points first.
    Effort,
}

/// The actions in this order; what is equal stays as the method ranks it.
pub fn ordered<'a>(model: &Model, actions: &'a [Action], order: Order) -> Vec<&'a Action> {
    let effort = |action: &Action| model.indicator(&action.indicator).map(|one| one.effort);
    let mut ordered: Vec<&Action> = actions.iter().collect();
    if order != Order::Priority {
        cluster_ready_core::order::by(&mut ordered, |a, b| b.gain.total_cmp(&a.gain));
    }
    if order == Order::Effort {
        cluster_ready_core::order::by_key(&mut ordered, |action| effort(action));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_order_puts_its_own_first_and_loses_none() {
        let model = cluster_ready_core::model::bundled().unwrap();
        let effort = |id: &str| model.indicator(id).unwrap().effort;
        assert_eq!([effort("T7"), effort("T1"), effort("T5")], [1, 2, 3]);
        let action = |id: &str, gain| Action {
            indicator: id.to_owned(),
            gain,
            priority: 0.0,
        };
        let actions = [
            action("T1", 2.0),
            action("T5", 3.5),
            action("T7", 1.0),
            action("D6", 1.5),
        ];
        let ids = |order| {
            let ordered = ordered(model, &actions, order).into_iter();
            ordered
                .map(|one| one.indicator.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(Order::Priority), ["T1", "T5", "T7", "D6"]);
        assert_eq!(ids(Order::Gain), ["T5", "T1", "D6", "T7"]);
        assert_eq!(ids(Order::Effort), ["D6", "T7", "T1", "T5"]);
    }
}
