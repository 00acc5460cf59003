use crate::ui::prelude::*;

use crate::ui::state::App;

/// Radio buttons exclude each other, check boxes do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picker {
    Radio,
    Checkbox,
}

/// One choice of a list.
pub struct Choice {
    pub id: String,
    /// Shared by the radios of one list.
    pub name: String,
    pub picker: Picker,
    pub label: String,
    pub sub: Option<String>,
    /// The key that picks it, as printed at its end.
    pub key: Option<String>,
    pub on: Signal<bool>,
    pub on_pick: Callback<()>,
}

/// A choice with a large target.
pub fn choice(choice: Choice) -> View {
    let Choice {
        id,
        name,
        picker,
        label,
        sub,
        key,
        on,
        on_pick,
    } = choice;
    let kind = match picker {
        Picker::Radio => "radio",
        Picker::Checkbox => "checkbox",
    };
    let target = id.clone();
    view! {
        <div class="choice" class:choice--on=move || on.get()>
            <input class="choice__dot" type=kind name=name id=id prop:checked=move || on.get() on:change=move |_| on_pick.run(()) />
            <label class="choice__text" for=target>
                {label}
                {sub.map(|sub| view! { <span class="choice__sub">{sub}</span> })}
            </label>
            {key.map(|key| view! { <kbd class="choice__key" aria-hidden="true">{key}</kbd> })}
        </div>
    }
    .into_any()
}

/// The rule before the choices that are no answer of the ladder.
pub fn or_line(app: App, key: &'static str) -> View {
    view! { <p class="choices__or">{app.t(key)}</p> }.into_any()
}
