use super::state::App;
use cluster_ready_core::assessment::{Answer, Entry, ItemState, Origin};
use cluster_ready_core::model::{AnswerKind, Indicator, Text};

/// An answer in words.
pub fn answer_text(app: App, indicator: &Indicator, answer: &Answer) -> String {
    match (answer, &indicator.answer) {
        (Answer::Unknown, _) => app.t("answer.unknown").to_owned(),
        (Answer::NotApplicable(_), _) => {
            let reason = indicator
                .not_applicable
                .as_ref()
                .map(|reason| app.text(&reason.text))
                .unwrap_or_default();
            app.fill("answer.not_applicable", &[("reason", &reason)])
        }
        (Answer::Level(level), AnswerKind::Level(options)) => options
            .get(usize::from(*level))
            .map(|option| app.text(&option.text))
            .unwrap_or_default(),
        (Answer::Number(value), AnswerKind::Number(spec) | AnswerKind::Derived(spec, _)) => {
            figure(app, *value, &spec.unit)
        }
        (Answer::Numbers(values), AnswerKind::Numbers { unit, parts }) => {
            let one = |(value, part): (&f64, &cluster_ready_core::model::PartSpec)| {
                format!("{}: {}", app.text(&part.name), figure(app, *value, unit))
            };
            values
                .iter()
                .zip(parts)
                .map(one)
                .collect::<Vec<_>>()
                .join("; ")
        }
        (Answer::Selected(selected), AnswerKind::Choices { .. }) if selected.is_empty() => {
            app.t("answer.none_of_these").to_owned()
        }
        (Answer::Selected(selected), AnswerKind::Choices { options, .. }) => {
            let names = selected
                .iter()
                .filter_map(|index| options.get(usize::from(*index)))
                .map(|text| app.text(text));
            names.collect::<Vec<_>>().join("; ")
        }
        (Answer::Checklist(states), AnswerKind::Checklist(_)) => {
            let count = |wanted: ItemState| {
                states
                    .iter()
                    .filter(|state| **state == wanted)
                    .count()
                    .to_string()
            };
            app.fill(
                "answer.checklist",
                &[
                    ("done", &count(ItemState::Done)),
                    ("partly", &count(ItemState::Partly)),
                    ("total", &states.len().to_string()),
                ],
            )
        }
        // An answer of another kind cannot be in a checked assessment.
        _ => String::new(),
    }
}

/// A figure with its unit; a percent sign stands without a space.
pub fn figure(app: App, value: f64, unit: &Text) -> String {
    let unit = app.text(unit);
    let gap = if unit.is_empty() || unit.starts_with('%') {
        ""
    } else {
        "\u{a0}"
    };
    format!("{}{gap}{unit}", app.number(value, 2))
}

/// Where a figure comes from; other answers have no origin to choose.
pub fn origin_text(app: App, indicator: &Indicator, entry: &Entry) -> Option<&'static str> {
    let is_figure = matches!(
        indicator.answer,
        AnswerKind::Number(_) | AnswerKind::Derived(..) | AnswerKind::Numbers { .. }
    );
    let is_said = matches!(entry.answer, Some(Answer::Number(_) | Answer::Numbers(_)));
    let origin = entry.origin.filter(|_| is_figure && is_said)?;
    Some(app.t(match origin {
        Origin::Estimate => "origin.estimate",
        Origin::Records => "origin.records",
        Origin::Documented => "origin.documented",
        Origin::Boundary => "origin.boundary",
    }))
}
