//! The first pages as HTML, as they stand before the program runs. Part of the build.

use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use wasm_bindgen::{JsCast, JsValue};

use super::app::frame;
use super::components::link;
use super::later::{self, TEXTS};
use super::prelude::*;
use super::screens::first_quick;
use super::state::{App, Host, Screen};
use crate::i18n::{Locale, Part, supply};
use cluster_ready_core::assessment::Mode;
use cluster_ready_core::model::{self, Model};

/// The start, and in templates the facts about the cluster, the first question of the quick way, and what is only said where
/// a page sends or keeps one waiting. `None` where the bundled model does not hold.
pub fn first_pages(locale: Locale) -> Option<String> {
    let [first, _] = TEXTS.get(locale as usize)?;
    supply(locale, Part::First, first);
    let model = model::bundled().ok()?;
    let question = first_quick(model)?;
    let page = |make: &dyn Fn(App) -> View| html(locale, model, None, make);
    let start = page(&frame)?;
    let facts = page(&|app| begun(app, Screen::Profile))?;
    let question = page(&|app| begun(app, Screen::Question(question)))?;
    let spare = page(&spare)?;
    Some(format!(
        "{start}<template>{facts}</template><template>{question}</template><template>{spare}</template>"
    ))
}

/// The start for a firm, and in a template what is only said at times. After [`first_pages`]: its pages are
/// those before anything else is loaded.
pub fn first_pages_of_a_firm(locale: Locale) -> Option<String> {
    later::fill();
    let model = model::bundled_for_firms().ok()?;
    let page = |make: &dyn Fn(App) -> View| html(locale, model, Some(Mode::Firm), make);
    let (start, spare) = (page(&frame)?, page(&spare)?);
    Some(format!("{start}<template>{spare}</template>"))
}

fn begun(app: App, screen: Screen) -> View {
    app.pretend_begun(Mode::Quick, screen);
    frame(app)
}

fn spare(app: App) -> View {
    let privacy = app.fill("foot.privacy_sending", &[("version", &app.model().version)]);
    view! {
        <p>{app.t("start.fact.device_sending")}</p>
        <p>{privacy}</p>
        <p class="waits" role="status">{app.t("later.coming")}" "{link(app.t("later.missing.again"), || ())}</p>
    }
    .into_any()
}

fn html(
    locale: Locale,
    model: &'static Model,
    mode: Option<Mode>,
    page: &dyn Fn(App) -> View,
) -> Option<String> {
    let _nothing_changes = SpecialNonReactiveZone::enter();
    let host = Host {
        model: Some(model),
        mode,
        ..Host::default()
    };
    Owner::new().with(|| {
        // Nothing of these pages asks for the place they are mounted in.
        let nowhere = JsValue::UNDEFINED.unchecked_into();
        let app = App::new(model::questions()?, host, nowhere, RwSignal::new(locale));
        Some(page(app).into_html())
    })
}
