use crate::ui::prelude::*;
use wasm_bindgen::JsCast;

use super::choice::{Choice, Picker, choice};
use super::error_summary::{Errors, error_line};
use crate::platform::intl;
use crate::ui::later;
use crate::ui::state::App;
use crate::view_model::unit::Scale;
use cluster_ready_core::number::{self, Reading};

/// What stands in a number field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberState {
    Empty,
    Value(f64),
    /// "1.000" may be one thousand or one, and both would be allowed.
    Ambiguous {
        thousands: f64,
        decimal: f64,
    },
    NotANumber,
    /// A unit behind it that is not the field's, and that cannot be converted.
    OtherUnit,
    /// Below the least or above the greatest value allowed.
    OutOfRange {
        min: f64,
        max: f64,
    },
}

/// A field for one figure.
pub struct NumberField {
    pub id: String,
    pub label: String,
    pub hint: Option<String>,
    pub unit: String,
    pub min: f64,
    pub max: f64,
    /// The figure as kept so far.
    pub value: Option<f64>,
    /// The label is the page's heading.
    pub heading: bool,
    /// Says what was understood; gets the figure.
    pub echo: Callback<f64, String>,
    /// Called with every change; `None` while there is no valid figure.
    pub on_value: Callback<Option<f64>>,
}

fn reading_key(id: &str) -> String {
    format!("{id}-reading")
}

/// From the unit behind a typed figure to that of its field. Units other than its own come later.
fn scale(app: App, given: &str, own: &str) -> Result<Scale, NumberState> {
    if given.is_empty() || given == own {
        return Ok(Scale::OWN);
    }
    let later = app.later_now().ok_or(NumberState::NotANumber)?;
    (later.scale)(given, own).ok_or(NumberState::OtherUnit)
}

/// Reads what stands in the field, or the kept value where nothing was typed yet.
pub fn number_state(
    app: App,
    id: &str,
    unit: &str,
    min: f64,
    max: f64,
    kept: Option<f64>,
) -> NumberState {
    let Some(text) = app.typed_now(id) else {
        return kept.map_or(NumberState::Empty, NumberState::Value);
    };
    let (reading, given) = number::read_with_unit(&text);
    let scale = match scale(app, given, unit) {
        Ok(scale) => scale,
        Err(wrong) => return wrong,
    };
    let allowed = |value: f64| (min..=max).contains(&scale.of(value));
    let value = match reading {
        Reading::Empty => return NumberState::Empty,
        Reading::NotANumber => return NumberState::NotANumber,
        Reading::Value(value) => value,
        Reading::Ambiguous { thousands, decimal } => {
            match app.typed_now(&reading_key(id)).as_deref() {
                Some("thousands") => thousands,
                Some("decimal") => decimal,
                // Where only one of the two readings is allowed, it is the one that was meant.
                _ if !allowed(thousands) => decimal,
                _ if !allowed(decimal) => thousands,
                _ => return NumberState::Ambiguous { thousands, decimal },
            }
        }
    };
    if allowed(value) {
        NumberState::Value(scale.of(value))
    } else {
        NumberState::OutOfRange { min, max }
    }
}

/// An echo, behind "800 m = 0,8 km." where another unit was typed than the field's own. Comes later.
pub fn converted(app: App, id: &str, unit: &str, value: f64, echo: String) -> String {
    let text = app.typed_now(id).unwrap_or_default();
    let (_, given) = number::read_with_unit(&text);
    if scale(app, given, unit).is_ok_and(|scale| scale == Scale::OWN) {
        return echo;
    }
    let figure = app.number(value, 6);
    let told = format!("{} = {figure} {unit}. {echo}", text.trim());
    told.trim_end().to_owned()
}

/// What is wrong with the figure, in words; `None` where it is a figure.
pub fn number_problem(app: App, state: NumberState, unit: &str) -> Option<String> {
    match state {
        NumberState::Value(_) => None,
        NumberState::Empty => Some(app.t("number.empty").to_owned()),
        NumberState::Ambiguous { .. } => Some(app.t("number.ambiguous").to_owned()),
        NumberState::NotANumber => Some(app.t("number.not").to_owned()),
        NumberState::OtherUnit if unit.is_empty() => Some(app.t("figure.no_unit").to_owned()),
        NumberState::OtherUnit => Some(app.fill("figure.other_unit", &[("unit", unit)])),
        NumberState::OutOfRange { min, max } => {
            let max = [&app.number(max, 3), unit].join(" ");
            let values = [("min", &*app.number(min, 3)), ("max", max.trim_end())];
            Some(app.fill("number.range", &values))
        }
    }
}

/// A field for one figure with its unit, an echo of what was understood, and the question which reading is meant.
pub fn number_field(app: App, errors: Errors, field: NumberField) -> View {
    let NumberField {
        id,
        label,
        hint,
        unit,
        min,
        max,
        value,
        heading,
        echo,
        on_value,
    } = field;
    let first = app.typed(&id).unwrap_or_else(|| {
        value
            .map(|value| intl::plain(app.language(), value))
            .unwrap_or_default()
    });
    let hint_id = format!("{id}-hint");
    let echo_id = format!("{id}-echo");
    let also = match &hint {
        Some(_) => [&*hint_id, &*echo_id].join(" "),
        None => echo_id.clone(),
    };
    let described = errors.describe(&id, also);
    let report = {
        let (id, unit) = (id.clone(), unit.clone());
        Callback::new(move |()| {
            let value = match untrack(|| number_state(app, &id, &unit, min, max, None)) {
                NumberState::Value(value) => Some(value),
                _ => None,
            };
            on_value.run(value);
        })
    };
    let take = {
        let id = id.clone();
        move |text: String| {
            let has_unit = !number::read_with_unit(&text).1.is_empty();
            app.keep_typed(&id, text);
            errors.clear();
            report.run(());
            if has_unit && later::now().is_none() {
                app.later(move |_| report.run(()));
            }
        }
    };
    let on_input = {
        let take = take.clone();
        move |event: web_sys::Event| {
            // While an input method composes, the text is not yet what is meant.
            let composing = event
                .dyn_ref::<web_sys::InputEvent>()
                .is_some_and(web_sys::InputEvent::is_composing);
            if !composing {
                take(event_target_value(&event));
            }
        }
    };
    let on_composed = move |event: web_sys::CompositionEvent| take(event_target_value(&event));
    let shown_state = {
        let (id, unit) = (id.clone(), unit.clone());
        move || number_state(app, &id, &unit, min, max, value)
    };
    let said = {
        let (id, unit) = (id.clone(), unit.clone());
        let state = shown_state.clone();
        move || match state() {
            // What is wrong stands above the field already.
            _ if errors.of(&id).is_some() => String::new(),
            NumberState::Value(value) => {
                let echo = echo.run(value);
                match later::now() {
                    Some(later) => (later.converted)(app, &id, &unit, value, echo),
                    None => echo,
                }
            }
            NumberState::Empty | NumberState::Ambiguous { .. } => String::new(),
            wrong => number_problem(app, wrong, &unit).unwrap_or_default(),
        }
    };
    let question = {
        let id = id.clone();
        move || ambiguity(app, &id, &shown_state(), report)
    };
    let invalid = {
        let id = id.clone();
        move || errors.of(&id).is_some().then_some("true")
    };
    let silent = {
        let said = said.clone();
        move || said().is_empty()
    };
    let named = label.clone();
    let label = view! { <label class:label=!heading for=id.clone()>{label}</label> };
    let label = if heading {
        view! { <h1 tabindex="-1">{label}</h1> }.into_any()
    } else {
        label.into_any()
    };
    let failed = {
        let id = id.clone();
        move || errors.of(&id).is_some()
    };
    view! {
        <div class="field" class:question=heading class:field--error=failed>
            {label}
            {hint.map(|hint| view! { <p class="hint" class:small=!heading id=hint_id>{hint}</p> })}
            {error_line(app, errors, &id, &named)}
            <div class="unit">
                <input
                    class="input input--short"
                    id=id.clone()
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    value=first
                    aria-describedby=described
                    aria-invalid=invalid
                    on:input=on_input
                    on:compositionend=on_composed
                />
                {(!unit.is_empty()).then(|| view! { <span class="unit__sign">{unit}</span> })}
            </div>
            {question}
            <p class="echo" role="status" id=echo_id hidden=silent>{said}</p>
        </div>
    }
    .into_any()
}

/// Asks which of two readings is meant.
fn ambiguity(app: App, id: &str, state: &NumberState, report: Callback<()>) -> Option<View> {
    let key = reading_key(id);
    let asked = matches!(state, NumberState::Ambiguous { .. }) || app.typed_now(&key).is_some();
    let (thousands, decimal) = match number::read_with_unit(&app.typed_now(id).unwrap_or_default())
    {
        (Reading::Ambiguous { thousands, decimal }, _) if asked => (thousands, decimal),
        _ => return None,
    };
    let option = |word: &'static str, value: f64| {
        let key = key.clone();
        let on = {
            let key = key.clone();
            Signal::derive(move || app.typed_now(&key).as_deref() == Some(word))
        };
        choice(Choice {
            id: format!("{key}-{word}"),
            name: key.clone(),
            picker: Picker::Radio,
            label: app.number(value, 6),
            sub: Some(
                if word == "thousands" {
                    app.t("number.as_thousands")
                } else {
                    app.t("number.as_decimal")
                }
                .to_owned(),
            ),
            key: None,
            on,
            on_pick: Callback::new(move |()| {
                app.keep_typed(&key, word.to_owned());
                report.run(());
            }),
        })
    };
    Some(
        view! {
            <fieldset class="field ask">
                <legend>{app.t("number.which")}</legend>
                <div class="choices choices--row">{option("thousands", thousands)}{option("decimal", decimal)}</div>
            </fieldset>
        }
        .into_any(),
    )
}
