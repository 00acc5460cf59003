use super::rules::{CheckKind, MonthDay, RuleSet, Rules};
use crate::assessment::Date;

/// A figure of a rule, to be written in the manner of the reader's language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// Hectares or percent; the text names the unit.
    Number(f64),
    Date(Date),
    DayOfYear(MonthDay),
}

/// Puts figures in place of their `{name}`; a name without a figure stays as it is.
pub fn fill(
    template: &str,
    values: &[(&'static str, Quantity)],
    write: &dyn Fn(Quantity) -> String,
) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Name(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, quantity)) => filled.push_str(&write(*quantity)),
                None => {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
            },
        }
    }
    filled
}

/// The names that a template asks for.
pub(super) fn names(template: &str) -> impl Iterator<Item = &str> {
    pieces(template).filter_map(|piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Words(_) => None,
    })
}

/// The figures of a set that the words of a check may name.
pub(super) fn values(
    rules: &Rules,
    kind: CheckKind,
    set: &RuleSet,
) -> Vec<(&'static str, Quantity)> {
    let number = |name, value: Option<f64>| value.map(|value| (name, Quantity::Number(value)));
    let found = match kind {
        CheckKind::Area => vec![
            number("min", set.area.min),
            number("min_mountainous", set.area.min_mountainous),
            number("min_craft_village", set.area.min_craft_village),
            number("max", Some(set.area.max)),
            number("max_expanded", set.area.max_expanded),
        ],
        CheckKind::CraftVillage => vec![number("share", set.craft_village_share)],
        CheckKind::ClusterType => match &set.types {
            Some(types) => vec![
                number("specialised", types.specialised),
                number("supporting", types.supporting),
                number("high_tech", types.high_tech),
            ],
            None => Vec::new(),
        },
        CheckKind::Expansion => match &set.expansion {
            Some(rule) => vec![
                number("occupancy", Some(rule.min_occupancy)),
                number("max", Some(rule.max_total)),
            ],
            None => Vec::new(),
        },
        CheckKind::Services => vec![number("share", set.services_share)],
        CheckKind::CommuneTest => match &set.establishment {
            Some(rule) => vec![
                number("occupancy", Some(rule.mean_occupancy_above)),
                number("unleased", Some(rule.max_unleased)),
            ],
            None => Vec::new(),
        },
        CheckKind::Report => {
            let day = |name, at: usize| {
                let day = rules.report.due.get(at)?;
                Some((name, Quantity::DayOfYear(*day)))
            };
            vec![day("first", 0), day("second", 1)]
        }
        CheckKind::StartUpLand => vec![
            number("share", rules.start_up_land.min_share),
            Some((
                "after",
                Quantity::Date(rules.start_up_land.established_after),
            )),
        ],
        CheckKind::Settlement => vec![
            Some(("before", Quantity::Date(rules.settlement.formed_before))),
            Some(("deadline", Quantity::Date(rules.settlement.deadline))),
        ],
        CheckKind::NoInhabitants
        | CheckKind::ProvincialPlan
        | CheckKind::Decision
        | CheckKind::Owner
        | CheckKind::WasteWater => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

enum Piece<'a> {
    Words(&'a str),
    Name(&'a str),
}

fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = rest
            .strip_prefix('{')
            .and_then(|inside| inside.split_once('}'))
        {
            rest = after;
            return Some(Piece::Name(name));
        }
        // An opening brace that nothing closes is a word; the search starts behind it so that `rest` always shrinks.
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| *c == '{')
            .map_or(rest.len(), |(at, _)| at);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Words(words))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(quantity: Quantity) -> String {
        match quantity {
            Quantity::Number(value) => value.to_string(),
            Quantity::Date(date) => date.to_iso(),
            Quantity::DayOfYear(day) => format!("{}/{}", day.day, day.month),
        }
    }

    #[test]
    fn names_are_replaced_by_their_figures() {
        let values = [
            ("min", Quantity::Number(5.0)),
            ("max", Quantity::Number(75.0)),
        ];
        assert_eq!(
            fill("từ {min} đến {max} ha", &values, &plain),
            "từ 5 đến 75 ha"
        );
    }

    #[test]
    fn unknown_names_and_open_braces_stay_as_they_are() {
        assert_eq!(fill("{a} { b {", &[], &plain), "{a} { b {");
        assert_eq!(names("{a} và {b} {").collect::<Vec<_>>(), ["a", "b"]);
    }
}
