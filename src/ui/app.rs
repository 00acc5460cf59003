use leptos::prelude::*;
use web_sys::HtmlElement;

use super::components::{foot, masthead, notices};
use super::state::{App, Screen};
use super::{effects, later, screens};
use crate::i18n::{Locale, Part, messages, supply};
use crate::model;

/// The whole view of one widget, mounted in `root`.
pub fn app(root: HtmlElement, locale: RwSignal<Locale>) -> AnyView {
    supply(
        Locale::Vi,
        Part::First,
        include_str!(concat!(env!("OUT_DIR"), "/first.vi.json")),
    );
    let model = later::model().map_or_else(model::questions, Ok);
    let Ok(model) = model else {
        return broken(locale);
    };
    let app = App::new(model, root, locale);
    effects::start(app);
    // A screen is made anew for every page and language: no field, no open detail and no focus is carried over.
    let page = move || std::iter::once((app.screen(), app.locale.get(), app.drawing()));
    view! {
        <div class="app" lang=move || app.locale.get().tag()>
            {move || { app.locale.track(); masthead(app) }}
            {move || { app.locale.track(); notices(app) }}
            <For each=page key=|page| *page children=move |(screen, ..)| screen_view(app, screen) />
            {move || { app.locale.track(); foot(app) }}
            <p class="hidden" role="status">{move || app.announcement.get()}</p>
        </div>
    }
    .into_any()
}

fn screen_view(app: App, screen: Screen) -> AnyView {
    match screen {
        Screen::Start => screens::start::start(app),
        Screen::Profile => screens::profile::profile(app),
        Screen::Tasks => screens::tasks::tasks(app),
        Screen::Question(index) => screens::question::question(app, index),
        Screen::Facts
        | Screen::Boundary
        | Screen::Check
        | Screen::Result
        | Screen::Method
        | Screen::Accessibility
        | Screen::Erase => {
            later::now().map_or_else(|| ().into_any(), |later| (later.page)(app, screen))
        }
    }
}

/// The bundled model does not hold: a defect of the build, said in words.
fn broken(locale: RwSignal<Locale>) -> AnyView {
    let text = move || messages(locale.get()).get("app.broken").to_owned();
    view! { <p class="stop" role="alert">{text}</p> }.into_any()
}
