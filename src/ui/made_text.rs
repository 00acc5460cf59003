//! How a figure was come by, in words.

use super::answer_text::{answer_text, figure};
use super::state::App;
use cluster_ready_core::assessment::{Answer, Entry, Made, Way};
use cluster_ready_core::model::{Indicator, NumberSpec};

/// An entry's answer in words, with how its figure was come by and what else was said of it.
pub fn entry_text(app: App, indicator: &Indicator, entry: &Entry) -> Option<String> {
    let answer = entry.answer.as_ref()?;
    let mut text = answer_text(app, indicator, answer);
    let Some(spec) = indicator.figure() else {
        return Some(text);
    };
    if let Some(made) = entry.made.and_then(|made| made.of(indicator, answer)) {
        text = format!("{text} ({})", way(app, spec, &made));
    }
    let also = also_text(app, spec, entry);
    if matches!(answer, Answer::Number(_)) && !also.is_empty() {
        text = format!("{text} ({also})");
    }
    Some(text)
}

fn way(app: App, spec: &NumberSpec, made: &Made) -> String {
    match made.way {
        Way::Bracket => app.fill(
            "aid.estimated",
            &[("range", &range(app, spec, made.figures))],
        ),
        Way::Ratio if made.from_profile == [true; 2] => app.fill(
            "aid.divided_profile",
            &[("sum", &sum(app, spec, made.figures))],
        ),
        Way::Ratio => sum(app, spec, made.figures),
    }
}

fn also_text(app: App, spec: &NumberSpec, entry: &Entry) -> String {
    let Some(also) = spec.aids.as_ref().and_then(|aids| aids.also.as_ref()) else {
        return String::new();
    };
    let said = also
        .options
        .iter()
        .filter(|one| entry.also.contains(&one.id));
    said.map(|one| app.text(&one.text))
        .collect::<Vec<_>>()
        .join("; ")
}

/// As it stands at the beginning of a line.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters
        .by_ref()
        .take(1)
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}

/// "3 ÷ 24", and what it is multiplied by where the unit does not say it.
pub fn sum(app: App, spec: &NumberSpec, [part, whole]: [f64; 2]) -> String {
    let sum = format!("{} ÷ {}", app.number(part, 2), app.number(whole, 2));
    let times = spec
        .aids
        .as_ref()
        .and_then(|aids| aids.division.as_ref())
        .map_or(1.0, |division| division.times);
    if times == 1.0 || spec.unit.get(app.language()).starts_with('%') {
        sum
    } else {
        format!("{sum} × {}", app.number(times, 2))
    }
}

/// "3 ÷ 24 = 12,5%" with the unit of the question.
pub fn equation(app: App, spec: &NumberSpec, figures: [f64; 2], result: f64) -> String {
    format!(
        "{} = {}",
        sum(app, spec, figures),
        figure(app, result, &spec.unit)
    )
}

/// "dưới 5%", "từ 5% đến dưới 10%", "từ 40% trở lên".
pub fn range(app: App, spec: &NumberSpec, [from, to]: [f64; 2]) -> String {
    let sign = if spec.unit.get(app.language()).starts_with('%') {
        "%"
    } else {
        ""
    };
    let (first, last) = (from == spec.min, to == spec.max);
    let key = match (first, last) {
        (true, _) => "aid.below",
        (false, true) => "aid.from",
        (false, false) => "aid.between",
    };
    let edge = |value: f64| format!("{}{sign}", app.number(value, 2));
    app.fill(key, &[("from", &edge(from)), ("to", &edge(to))])
}
