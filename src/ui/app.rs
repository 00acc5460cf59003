use crate::ui::prelude::*;
use web_sys::HtmlElement;

use super::components::{foot, hand_over, masthead, notices, waiting};
use super::state::{App, Host, Place, Screen};
use super::{effects, later, screens};
use crate::i18n::{Locale, Part, messages, supply};
use cluster_ready_core::model;

/// The state of one widget and its whole view, mounted in `root`; no state where the bundled model does not hold.
pub fn app(root: HtmlElement, locale: RwSignal<Locale>, host: Host) -> (Option<App>, View) {
    supply(
        Locale::default(),
        Part::First,
        include_str!(concat!(env!("OUT_DIR"), "/first.txt")),
    );
    let Some(model) = later::model().or_else(model::questions) else {
        return (None, broken(locale));
    };
    let app = App::new(model, host, root, locale);
    effects::start(app);
    let host = app.host();
    if !(host.publisher.is_empty() && host.contact.is_empty()) {
        app.prefetch(); // who publishes the page is said by what comes later
    }
    (Some(app), frame(app))
}

/// What stands on every page, and the page.
pub(super) fn frame(app: App) -> View {
    // A screen is made anew for every page and language: no field, no open detail and no focus is carried over.
    let drawn = Memo::new(move |_| (app.screen(), app.locale.get(), app.drawing()));
    let count = StoredValue::new(0_u64);
    let page = move || {
        let (screen, ..) = drawn.get();
        count.update_value(|count| *count = count.wrapping_add(1));
        screen_view(app, screen).keyed(count.get_value())
    };
    view! {
        <div class="app" lang=move || app.locale.get().tag()>
            {move || { app.locale.track(); masthead(app) }}
            {move || { app.locale.track(); notices(app) }}
            {hand_over(app, Place::Notice)}
            {page}
            {hand_over(app, Place::Foot)}
            {move || { app.locale.track(); foot(app) }}
            {waiting(app)}
            <p class="hidden" role="status">{move || app.announcement.get()}</p>
        </div>
    }
    .into_any()
}

fn screen_view(app: App, screen: Screen) -> View {
    match screen {
        Screen::Start if !app.is_firm() => screens::start::start(app),
        Screen::Profile if !app.is_firm() => screens::profile::profile(app),
        Screen::Tasks => screens::tasks::tasks(app),
        Screen::Question(index) => screens::question::question(app, index),
        Screen::Start
        | Screen::Profile
        | Screen::Facts
        | Screen::Boundary
        | Screen::Check
        | Screen::Result
        | Screen::Versions
        | Screen::Send
        | Screen::Method
        | Screen::Accessibility
        | Screen::Erase => {
            later::now().map_or_else(|| ().into_any(), |later| (later.page)(app, screen))
        }
    }
}

/// The bundled model does not hold: a defect of the build, said in words.
fn broken(locale: RwSignal<Locale>) -> View {
    let text = move || messages(locale.get()).get("app.broken").to_owned();
    view! { <p class="stop" role="alert">{text}</p> }.into_any()
}
