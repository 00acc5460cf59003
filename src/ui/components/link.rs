use crate::ui::prelude::*;

use super::frame::saved;
use super::icon::svg;
use crate::ui::state::App;

/// A way to another page of the widget. It has no address of its own, so it is a button that looks like a link.
pub fn link(label: impl Into<String>, on_go: impl Fn() + 'static) -> View {
    let label = label.into();
    view! { <button type="button" class="link-button" on:click=move |_| on_go()>{label}</button> }
        .into_any()
}

/// The way back, first on the page.
pub fn back(label: impl Into<String>, on_go: impl Fn() + 'static) -> View {
    let label = label.into();
    let arrow = svg(
        "back__icon",
        "0 0 8 12",
        r#"<path class="mark__line" d="M7 1 2 6l5 5"/>"#,
    );
    view! { <button type="button" class="link-button back" on:click=move |_| on_go()>{arrow}{label}</button> }.into_any()
}

/// The main action of a page.
pub fn button(label: impl Into<String>, on_press: impl Fn() + 'static) -> View {
    let label = label.into();
    view! { <button type="button" class="button" part="button" on:click=move |_| on_press()>{label}</button> }
        .into_any()
}

/// The main action of a form, in sight wherever the form is scrolled to, with what is said of saving.
pub fn bar(app: App, label: &'static str) -> View {
    view! { <div class="stick no-print"><button class="button">{app.t(label)}</button>{move || saved(app)}</div> }.into_any()
}

/// An action beside the main one.
pub fn plain_button(label: impl Into<String>, on_press: impl Fn() + 'static) -> View {
    let label = label.into();
    view! { <button type="button" class="button button--plain" on:click=move |_| on_press()>{label}</button> }.into_any()
}

/// More on request, under a heading that opens it.
pub fn more(summary: impl Into<String>, body: View) -> View {
    let summary = summary.into();
    view! {
        <details class="more">
            <summary class="more__summary">{summary}</summary>
            <div class="more__body">{body}</div>
        </details>
    }
    .into_any()
}
