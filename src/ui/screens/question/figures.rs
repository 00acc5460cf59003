use crate::ui::prelude::*;

use super::also::{self, also_of};
use super::brackets::{brackets, chosen};
use super::compare::compare;
use super::origin::origin;
use super::{Asked, divided, other_answers};
use crate::platform::focus;
use crate::ui::components::{
    NumberField, NumberState, Picker, error_line, link, number_field, number_problem, number_state,
};
use crate::ui::state::Screen;
use cluster_ready_core::assessment::{Answer, Origin};
use cluster_ready_core::model::{AnswerKind, Division, NumberSpec, PartSpec, Text, Whole};

/// One figure: typed, worked out, estimated, or taken from the boundary or the profile.
pub fn one(asked: Asked, spec: &'static NumberSpec) -> View {
    let figure = match division(spec) {
        Some(division) => divided::divided(asked, spec, division),
        None if waits_for_boundary(asked) => waiting(asked),
        None => typed_figure(asked, spec),
    };
    let also = also_of(spec).map(|also| also::also(asked, also));
    view! {
        {figure}
        {also}
        {brackets(asked, spec)}
        {origin(asked)}
        <div class="choices">{other_answers(asked, Picker::Checkbox, "question.or_no_figure")}</div>
    }
    .into_any()
}

fn division(spec: &'static NumberSpec) -> Option<&'static Division> {
    spec.aids.as_ref()?.division.as_ref()
}

fn waits_for_boundary(asked: Asked) -> bool {
    asked.app.peek(|a| a.lacks_boundary(asked.indicator))
}

/// The question, and the way to the boundary that answers it.
fn waiting(asked: Asked) -> View {
    let app = asked.app;
    let to_boundary = link(app.t("question.to_boundary"), move || {
        app.go(Screen::Boundary)
    });
    view! {
        <div class="field question">
            <h1 tabindex="-1">{app.text(&asked.indicator.question)}</h1>
            <p class="hint">{app.text(&asked.indicator.hint)}</p>
            <p class="echo">{app.t("aid.needs_boundary")}" "{to_boundary}</p>
        </div>
    }
    .into_any()
}

fn typed_figure(asked: Asked, spec: &'static NumberSpec) -> View {
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
    let is_measured = untrack(|| asked.entry()).origin == Some(Origin::Boundary);
    // A range leaves the field of the figure empty.
    let kept = kept.filter(|_| untrack(|| chosen(asked)).is_none());
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
        matches!(asked.indicator.answer, AnswerKind::Derived(..)).then(|| from_boundary(asked));
    view! {
        {field}
        {compare(app, asked.indicator)}
        {derived}
    }
    .into_any()
}

/// With as many digits as the page shows of a computed figure.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A typed figure is the user's: it is no longer the boundary's.
pub(super) fn typed(asked: Asked, answer: Option<Answer>) {
    asked.change(|entry| {
        entry.answer = answer;
        entry.made = None;
        if entry.origin == Some(Origin::Boundary) {
            entry.origin = None;
        }
    });
}

/// Says the figure in the locale; a share of firms also as a number of firms.
pub(super) fn echo(asked: Asked, value: f64, unit: &str) -> String {
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
    let share_of = asked.indicator.figure().and_then(|spec| spec.share_of);
    let of_firms = share_of == Some(Whole::Tenants);
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
            .is_some_and(|entry| entry.origin == Some(Origin::Boundary))
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

/// What is wrong with the one figure, or missing beside it.
pub fn one_problem(asked: Asked, spec: &'static NumberSpec) -> Vec<(String, String)> {
    let mut problems = match division(spec) {
        _ if asked.has_answer() => Vec::new(),
        Some(division) => divided::problems(asked, spec, division),
        None if waits_for_boundary(asked) => Vec::new(),
        None => typed_problem(asked, spec),
    };
    problems.extend(also_of(spec).and_then(|also| also::problem(asked, also)));
    problems
}

fn typed_problem(asked: Asked, spec: &NumberSpec) -> Vec<(String, String)> {
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
