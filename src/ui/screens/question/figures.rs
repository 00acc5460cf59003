use crate::ui::prelude::*;

use super::{Asked, other_answers};
use crate::assessment::{Answer, Origin};
use crate::model::{AnswerKind, Curve, Indicator, NumberSpec, PartSpec, Text};
use crate::platform::focus;
use crate::ui::components::{
    Choice, NumberField, NumberState, Picker, choice, error_line, link, number_field,
    number_problem, number_state,
};
use crate::ui::state::{App, Screen};
use crate::view_model;

/// One figure, typed or taken from the boundary or the profile.
pub fn one(asked: Asked, spec: &'static NumberSpec) -> View {
    let app = asked.app;
    let kept = asked.app.peek(|a| {
        match a
            .entries
            .get(&asked.indicator.id)
            .and_then(|entry| entry.answer.clone())
        {
            Some(Answer::Number(value)) => Some(value),
            _ => None,
        }
    });
    // What is computed has more digits than it knows.
    let is_measured = untrack(|| asked.entry()).origin == Origin::Boundary;
    let kept = kept.map(|value| if is_measured { rounded(value) } else { value });
    let unit = app.text(&spec.unit);
    let echo = {
        let unit = unit.clone();
        Callback::new(move |value| echo(asked, value, &unit))
    };
    let field = number_field(
        app,
        asked.errors,
        NumberField {
            id: asked.id("0"),
            label: app.text(&asked.indicator.question),
            hint: Some(app.text(&asked.indicator.hint)),
            unit,
            min: spec.min,
            max: spec.max,
            value: kept,
            heading: true,
            echo,
            on_value: Callback::new(move |value: Option<f64>| {
                typed(asked, value.map(Answer::Number))
            }),
        },
    );
    let derived =
        matches!(asked.indicator.answer, AnswerKind::Derived(_)).then(|| from_boundary(asked));
    view! {
        {field}
        {derived}
        {proposal(asked)}
        {origin(asked)}
        <div class="choices">{other_answers(asked, Picker::Checkbox, "question.or_no_figure")}</div>
    }
    .into_any()
}

/// With as many digits as the page shows of a computed figure.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A typed figure is the user's: it is no longer the boundary's.
fn typed(asked: Asked, answer: Option<Answer>) {
    asked.change(|entry| {
        entry.answer = answer;
        if entry.origin == Origin::Boundary {
            entry.origin = Origin::Estimate;
        }
    });
}

/// Says the figure in the locale; a share of firms also as a number of firms.
fn echo(asked: Asked, value: f64, unit: &str) -> String {
    let app = asked.app;
    let figure = format!(
        "{}{}{unit}",
        app.number(value, 4),
        if unit.starts_with('%') || unit.is_empty() {
            ""
        } else {
            " "
        }
    );
    let of_firms = match &asked.indicator.answer {
        AnswerKind::Number(spec) => matches!(spec.unit.en.as_str(), "% of firms" | "% of tenants"),
        _ => false,
    };
    match app.peek(|a| a.profile.tenants).filter(|_| of_firms) {
        Some(tenants) if tenants > 0 => {
            let firms = value / 100.0 * f64::from(tenants);
            app.fill(
                "number.echo_firms",
                &[
                    ("figure", &figure),
                    ("firms", &app.number(firms, 0)),
                    ("total", &app.number(f64::from(tenants), 0)),
                ],
            )
        }
        _ => app.fill("number.echo", &[("figure", &figure)]),
    }
}

/// Where a figure that the boundary gives comes from.
fn from_boundary(asked: Asked) -> View {
    let app = asked.app;
    let taken = app.peek(|a| {
        a.entries
            .get(&asked.indicator.id)
            .is_some_and(|entry| entry.origin == Origin::Boundary)
    });
    let has_boundary = app.peek(|a| a.boundary.is_some());
    let text = match (taken, has_boundary) {
        (true, _) => "question.from_boundary",
        (false, true) => "question.over_boundary",
        (false, false) => "question.no_boundary",
    };
    let again = move || {
        app.take_measured(&asked.indicator.id, move || {
            app.forget_typed(&asked.id("0"));
            app.draw_again();
            focus::first(app.root(), "h1");
        });
    };
    let measured = (!taken && has_boundary).then(|| link(app.t("boundary.near.measured"), again));
    view! { <p class="echo">{app.t(text)}" "{measured}" "{link(app.t("question.to_boundary"), move || app.go(Screen::Boundary))}</p> }.into_any()
}

/// The occupancy that the profile's hectares give, offered to be taken.
fn proposal(asked: Asked) -> Option<View> {
    let app = asked.app;
    if asked.indicator.id != "M6" {
        return None;
    }
    let occupancy = rounded(app.peek(|a| view_model::occupancy(&a.profile))?);
    let text = app.fill(
        "question.proposal",
        &[("figure", &app.number(occupancy, 2))],
    );
    let take = move || {
        app.forget_typed(&asked.id("0"));
        asked.change(|entry| {
            entry.answer = Some(Answer::Number(occupancy));
            entry.origin = Origin::Records;
        });
        app.draw_again();
        focus::first(app.root(), "h1");
    };
    let open = app.peek(|a| {
        a.entries
            .get("M6")
            .is_none_or(|entry| entry.answer != Some(Answer::Number(occupancy)))
    });
    Some(view! { <p class="echo">{text}" "{open.then(|| link(app.t("question.take_proposal"), take))}</p> }.into_any())
}

const ORIGINS: [(Origin, &str, &str); 3] = [
    (Origin::Estimate, "estimate", "origin.estimate"),
    (Origin::Records, "records", "origin.records"),
    (Origin::Documented, "documented", "origin.documented"),
];

fn origin(asked: Asked) -> View {
    let app = asked.app;
    let one = move |(origin, word, label): (Origin, &'static str, &'static str)| {
        choice(Choice {
            id: asked.id(word),
            name: asked.id("origin"),
            picker: Picker::Radio,
            label: app.t(label).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || asked.entry().origin == origin),
            on_pick: Callback::new(move |()| asked.change(|entry| entry.origin = origin)),
        })
    };
    view! {
        <fieldset class="field">
            <legend class="label">{app.t("origin.question")}</legend>
            <p class="hint small">{app.t("origin.hint")}</p>
            <div class="choices choices--row">{ORIGINS.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Several figures that make one answer together.
pub fn several(asked: Asked, text: &'static Text, parts: &'static [PartSpec]) -> View {
    let app = asked.app;
    let unit = app.text(text);
    let field = move |(index, part): (usize, &'static PartSpec)| {
        let kept = kept_part(asked, index);
        let sign = unit.clone();
        number_field(
            app,
            asked.errors,
            NumberField {
                id: asked.id(&index.to_string()),
                label: app.text(&part.name),
                hint: None,
                unit: unit.clone(),
                min: part.min,
                max: part.max,
                value: kept,
                heading: false,
                echo: Callback::new(move |value| echo(asked, value, &sign)),
                on_value: Callback::new(move |_| typed(asked, all_parts(asked, text, parts))),
            },
        )
    };
    view! {
        <fieldset class="field question" aria-describedby=asked.id("hint")>
            <legend><h1 tabindex="-1">{app.text(&asked.indicator.question)}</h1></legend>
            <p class="hint" id=asked.id("hint")>{app.text(&asked.indicator.hint)}</p>
            {error_line(app, asked.errors, "", "")}
            <div class="grid grid--2">{parts.iter().enumerate().map(field).collect_view()}</div>
        </fieldset>
        {origin(asked)}
        <div class="choices">{other_answers(asked, Picker::Checkbox, "question.or_no_figure")}</div>
    }
    .into_any()
}

fn kept_part(asked: Asked, index: usize) -> Option<f64> {
    asked.app.peek(|a| {
        match a
            .entries
            .get(&asked.indicator.id)
            .and_then(|entry| entry.answer.as_ref())
        {
            Some(Answer::Numbers(values)) => values.get(index).copied(),
            _ => None,
        }
    })
}

fn all_parts(asked: Asked, unit: &Text, parts: &[PartSpec]) -> Option<Answer> {
    let unit = asked.app.text(unit);
    let figure = |(index, part): (usize, &PartSpec)| match untrack(|| {
        number_state(
            asked.app,
            &asked.id(&index.to_string()),
            &unit,
            part.min,
            part.max,
            kept_part(asked, index),
        )
    }) {
        NumberState::Value(value) => Some(value),
        _ => None,
    };
    parts
        .iter()
        .enumerate()
        .map(figure)
        .collect::<Option<Vec<f64>>>()
        .map(Answer::Numbers)
}

/// What is wrong with the one figure.
pub fn one_problem(asked: Asked, spec: &NumberSpec) -> Vec<(String, String)> {
    let id = asked.id("0");
    let unit = asked.app.text(&spec.unit);
    let state = untrack(|| number_state(asked.app, &id, &unit, spec.min, spec.max, None));
    number_problem(asked.app, state, &unit)
        .map(|message| (id, message))
        .into_iter()
        .collect()
}

/// What is wrong with each of the figures.
pub fn several_problems(asked: Asked, unit: &Text, parts: &[PartSpec]) -> Vec<(String, String)> {
    let unit = asked.app.text(unit);
    parts
        .iter()
        .enumerate()
        .filter_map(|(index, part)| {
            let id = asked.id(&index.to_string());
            let state = untrack(|| {
                let kept = kept_part(asked, index);
                number_state(asked.app, &id, &unit, part.min, part.max, kept)
            });
            let message = number_problem(asked.app, state, &unit)?;
            Some((id, format!("{}: {message}", asked.app.text(&part.name))))
        })
        .collect()
}

/// Figures and the points they get, as a table.
pub fn curve_table(app: App, indicator: &'static Indicator) -> Option<View> {
    match &indicator.answer {
        AnswerKind::Number(spec) | AnswerKind::Derived(spec) => Some(table(
            app,
            app.text(&spec.unit),
            spec.curve
                .points()
                .iter()
                .map(|[x, y]| (app.number(*x, 2), *y))
                .collect(),
        )),
        AnswerKind::Numbers { unit, parts } => {
            let one = |part: &PartSpec| {
                let head = format!("{} ({})", app.text(&part.name), app.text(unit));
                table(app, head, points_of(app, &part.curve))
            };
            Some(parts.iter().map(one).collect_view().into_any())
        }
        AnswerKind::Choices { score_by_count, .. } => {
            let rows = score_by_count
                .iter()
                .enumerate()
                .map(|(count, points)| (count.to_string(), *points))
                .collect();
            Some(table(app, app.t("question.chosen").to_owned(), rows))
        }
        AnswerKind::Level(options) => {
            let rows = options
                .iter()
                .enumerate()
                .map(|(index, option)| ((index + 1).to_string(), option.score))
                .collect();
            Some(table(app, app.t("question.step").to_owned(), rows))
        }
        AnswerKind::Checklist(_) => None,
    }
}

fn points_of(app: App, curve: &Curve) -> Vec<(String, f64)> {
    curve
        .points()
        .iter()
        .map(|[x, y]| (app.number(*x, 2), *y))
        .collect()
}

fn table(app: App, head: String, rows: Vec<(String, f64)>) -> View {
    let row = |(figure, points): (String, f64)| {
        view! { <tr><th scope="row" class="num">{figure}</th><td class="num">{app.points(points)}</td></tr> }
    };
    view! {
        <table class="curve">
            <thead><tr><th scope="col" class="num">{head}</th><th scope="col" class="num">{app.t("question.points")}</th></tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
