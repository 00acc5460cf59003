use leptos::prelude::*;
use web_sys::HtmlElement;

use super::components::{foot, masthead, notices};
use super::state::{App, Screen};
use super::{effects, screens};
use crate::i18n::{Locale, messages};
use crate::model;

/// The whole view of one widget, mounted in `root`.
pub fn app(root: HtmlElement, locale: RwSignal<Locale>) -> AnyView {
    let Ok(model) = model::bundled() else {
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
        Screen::Facts => screens::facts::facts(app),
        Screen::Tasks => screens::tasks::tasks(app),
        Screen::Question(index) => screens::question::question(app, index),
        Screen::Boundary => screens::boundary::boundary(app),
        Screen::Check => screens::check::check(app),
        Screen::Result => screens::result::result(app),
        Screen::Method => screens::method::method(app),
        Screen::Accessibility => screens::accessibility::accessibility(app),
        Screen::Erase => screens::erase::erase(app),
    }
}

/// The bundled model does not hold: a defect of the build, said in words.
fn broken(locale: RwSignal<Locale>) -> AnyView {
    let text = move || messages(locale.get()).get("app.broken").to_owned();
    view! { <p class="stop" role="alert">{text}</p> }.into_any()
}
