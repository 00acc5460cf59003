use crate::ui::prelude::*;
use std::iter;
use wasm_bindgen::JsCast;

use super::choice::{Choice, Picker, choice};
use super::error_summary::message_line;
use crate::platform::markup::escaped;
use crate::ui::state::App;

/// One line of text. One that is refused stays in the field, with the reason beside it.
pub fn text_field(
    app: App,
    id: &'static str,
    label: &str,
    hint: Option<&str>,
    value: String,
    on_text: Callback<String>,
) -> View {
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let described = described(app, id.to_owned(), hint_id.clone());
    let (label, hint) = (label.to_owned(), hint.map(str::to_owned));
    let value = app.typed(id).unwrap_or(value);
    let on_text = kept(app, id.to_owned(), on_text);
    view! {
        <div class="field">
            <label class="label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint small" id=hint_id>{hint}</p> })}
            {message_line(app, None, id, "")}
            <input class="input" id=id type="text" autocomplete="off" value=value aria-describedby=described aria-invalid=invalid(app, id.to_owned()) on:input=text_listener(on_text) on:compositionend=move |event| on_text.run(event_target_value(&event)) />
        </div>
    }
    .into_any()
}

/// As [`text_field`], of several lines.
pub fn text_area(
    app: App,
    id: String,
    label: String,
    hint: String,
    value: String,
    on_text: Callback<String>,
) -> View {
    let hint_id = format!("{id}-hint");
    let described = described(app, id.clone(), Some(hint_id.clone()));
    let value = app.typed(&id).unwrap_or(value);
    let on_text = kept(app, id.clone(), on_text);
    view! {
        <div class="field">
            <label class="label" for=id.clone()>{label}</label>
            <p class="hint small" id=hint_id>{hint}</p>
            {message_line(app, None, &id, "")}
            <textarea class="input" id=id.clone() rows="2" aria-describedby=described aria-invalid=invalid(app, id) on:input=text_listener(on_text) on:compositionend=move |event| on_text.run(event_target_value(&event))>{value}</textarea>
        </div>
    }
    .into_any()
}

/// Hands a text on; what is refused stays in its field when the page is made anew, and is told anew.
fn kept(app: App, id: String, on_text: Callback<String>) -> Callback<String> {
    if let Some(text) = app.typed(&id) {
        on_text.run(text);
    }
    Callback::new(move |text: String| {
        on_text.run(text.clone());
        if app.is_refused(&id) {
            app.keep_typed(&id, text);
        } else {
            app.forget_typed(&id);
        }
    })
}

/// The ids of what describes a text: its hint, and why it is refused while it is.
fn described(app: App, id: String, hint: Option<String>) -> impl Fn() -> Option<String> + 'static {
    move || {
        let refusal = app.refusal(&id).map(|_| [&*id, "-error"].concat());
        match (&hint, refusal) {
            (Some(hint), Some(refusal)) => Some([hint, " ", &*refusal].concat()),
            (hint, refusal) => refusal.or_else(|| hint.clone()),
        }
    }
}

fn invalid(app: App, id: String) -> impl Fn() -> Option<&'static str> + 'static {
    move || app.refusal(&id).map(|_| "true")
}

/// Hands a text on, but not while an input method composes it.
fn text_listener(on_text: Callback<String>) -> impl Fn(web_sys::Event) {
    move |event| {
        let composing = event
            .dyn_ref::<web_sys::InputEvent>()
            .is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            on_text.run(event_target_value(&event));
        }
    }
}

/// One of a list of words; the first, empty one says that nothing is chosen.
pub fn select_field(
    app: App,
    id: &'static str,
    label: &str,
    hint: Option<&str>,
    options: Vec<(String, String)>,
    chosen: Option<String>,
    on_choice: Callback<Option<String>>,
) -> View {
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let (label, hint) = (label.to_owned(), hint.map(str::to_owned));
    // As one piece of markup: made one by one, so many options would take as long as the rest of their page.
    let none = (String::new(), app.t("select.none").to_owned());
    let html: String = iter::once(none)
        .chain(options)
        .map(|(value, text)| {
            let selected = chosen.as_ref() == Some(&value);
            let selected = if selected { " selected" } else { "" };
            let (value, text) = (escaped(&value), escaped(&text));
            format!("<option value=\"{value}\"{selected}>{text}</option>")
        })
        .collect();
    let on_change = move |event: web_sys::Event| {
        on_choice.run(Some(event_target_value(&event)).filter(|value| !value.is_empty()));
    };
    view! {
        <div class="field">
            <label class="label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint small" id=hint_id.clone()>{hint}</p> })}
            <select class="input" id=id aria-describedby=hint_id on:change=on_change inner_html=html></select>
        </div>
    }
    .into_any()
}

/// Yes, no, or not said.
pub fn yes_no(
    app: App,
    id: &'static str,
    label: &'static str,
    chosen: Signal<Option<bool>>,
    on_choice: Callback<Option<bool>>,
) -> View {
    let option = |word: &'static str, key: &'static str, value: Option<bool>| {
        choice(Choice {
            id: format!("{id}-{word}"),
            name: id.to_owned(),
            picker: Picker::Radio,
            label: app.t(key).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || chosen.get() == value),
            on_pick: Callback::new(move |()| on_choice.run(value)),
        })
    };
    view! {
        <fieldset class="field">
            <legend class="label">{app.t(label)}</legend>
            <div class="choices choices--row">
                {option("yes", "answer.yes", Some(true))}{option("no", "answer.no", Some(false))}{option("unsaid", "answer.unsaid", None)}
            </div>
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::i18n::Locale;
    use cluster_ready_core::places::names;

    #[test]
    fn words_of_the_lists_have_no_marks_of_html() {
        let names = [&names().provinces, &names().industries]
            .into_iter()
            .flatten();
        let mut words = Vec::new();
        for name in names {
            words.push(name.id.to_owned());
            words.extend(Locale::ALL.map(|locale| name.get(locale).to_owned()));
        }
        for locale in Locale::ALL {
            let path = format!("locales/{}.json", locale.tag());
            let texts: Value =
                serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            let kinds = texts.as_object().unwrap().iter();
            let listed = kinds.filter(|(key, _)| key.starts_with("kind.") || *key == "select.none");
            words.extend(listed.map(|(_, text)| text.as_str().unwrap().to_owned()));
        }
        assert!(words.len() > 100);
        assert!(!words.iter().any(|word| word.contains(['&', '<', '>', '"'])));
    }
}
