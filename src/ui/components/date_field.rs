use crate::ui::prelude::*;

use super::error_summary::{Errors, error_line};
use crate::ui::state::App;
use cluster_ready_core::assessment::Date;

/// What stands in the three parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateState {
    Empty,
    Date(Date),
    /// Not all parts filled, or no day of the calendar.
    Wrong,
}

const PARTS: [(&str, &str); 3] = [("d", "date.day"), ("m", "date.month"), ("y", "date.year")];

fn part_of(kept: Option<Date>, part: &str) -> String {
    kept.map(|date| match part {
        "d" => date.day().to_string(),
        "m" => date.month().to_string(),
        _ => date.year().to_string(),
    })
    .unwrap_or_default()
}

/// Reads the three parts; the kept date where nothing was typed.
pub fn date_state(app: App, id: &str, kept: Option<Date>) -> DateState {
    let part = |part: &str| {
        app.typed(&format!("{id}-{part}"))
            .unwrap_or_else(|| part_of(kept, part))
            .trim()
            .to_owned()
    };
    let (day, month, year) = (part("d"), part("m"), part("y"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return DateState::Empty;
    }
    let date = year
        .parse()
        .ok()
        .zip(month.parse().ok())
        .zip(day.parse().ok());
    date.and_then(|((year, month), day)| Date::new(year, month, day))
        .map_or(DateState::Wrong, DateState::Date)
}

/// A date as day, month and year; a person copies it from a paper, so no calendar opens.
pub fn date_field(
    app: App,
    errors: Errors,
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    kept: Option<Date>,
    on_date: Callback<Option<Date>>,
) -> View {
    let part = move |(part, name): (&'static str, &'static str)| {
        let field = format!("{id}-{part}");
        let value = app.typed(&field).unwrap_or_else(|| part_of(kept, part));
        let on_input = {
            let field = field.clone();
            move |event: web_sys::Event| {
                app.keep_typed(&field, event_target_value(&event));
                errors.clear();
                match date_state(app, id, kept) {
                    DateState::Date(date) => on_date.run(Some(date)),
                    DateState::Empty => on_date.run(None),
                    DateState::Wrong => {}
                }
            }
        };
        let class = if part == "y" {
            "input input--year"
        } else {
            "input"
        };
        view! {
            <div>
                <label class="date__part" for=field.clone()>{app.t(name)}</label>
                <input class=class id=field type="text" inputmode="numeric" autocomplete="off" value=value on:input=on_input />
            </div>
        }
    };
    let day = format!("{id}-d");
    let described = errors.describe(&day, format!("{id}-hint"));
    view! {
        <fieldset class="field" class:field--error=move || errors.of(&format!("{id}-d")).is_some() aria-describedby=described>
            <legend class="label">{app.t(label)}</legend>
            <p class="hint small" id=format!("{id}-hint")>{app.t(hint)}</p>
            {error_line(app, errors, &day, app.t(label))}
            <div class="date">{PARTS.into_iter().map(part).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
