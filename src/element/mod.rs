//! The boundary with the page: `element.js` calls [`mount`] and keeps the [`Widget`]; nothing else comes in or out.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::i18n::Locale;
use crate::platform::markup::mount as mount_view;
use crate::ui;
use crate::ui::later::load_language;

/// A mounted view. Dropped through [`Widget::unmount`] only, so that the order of teardown is kept.
#[wasm_bindgen]
pub struct Widget {
    place: HtmlElement,
    owner: Owner,
    locale: RwSignal<Locale>,
}

/// Loads the texts of a language, which [`mount`] then shows, and calls back with whether they came.
#[wasm_bindgen]
pub fn prepare(lang: &str, done: js_sys::Function) {
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let locale = Locale::from_tag(lang).unwrap_or_default();
    leptos::task::spawn_local(async move {
        let came = load_language(locale).await.is_ok();
        let _ = done.call1(&JsValue::NULL, &JsValue::from_bool(came));
    });
}

/// Mounts the view into `place`, a `div` inside the shadow root.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, lang: &str) -> Widget {
    // Only the first call of a page does something.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    // An owner of our own: mounted in another widget's handler, the view must not die with it.
    let owner = Owner::default();
    let root = place.clone();
    let start = Locale::from_tag(lang).unwrap_or_default();
    let locale = owner.with(|| {
        let locale = RwSignal::new(start);
        mount_view(&place, ui::app(root, locale));
        locale
    });
    Widget {
        place,
        owner,
        locale,
    }
}

#[wasm_bindgen]
impl Widget {
    /// Follows the host's `lang` attribute; an unknown language changes nothing.
    pub fn set_language(&self, lang: &str) {
        if let Some(locale) = Locale::from_tag(lang) {
            let now = self.locale;
            leptos::task::spawn_local(async move {
                if load_language(locale).await.is_ok() {
                    now.try_set(locale);
                }
            });
        }
    }

    /// Takes the view down: first what it owns, then its place.
    pub fn unmount(self) {
        self.owner.cleanup();
        self.place.remove();
    }
}

/// `open` gives a promise of a new client of the worker for a build; called when there is something to be read.
#[wasm_bindgen]
pub fn reach_worker(open: js_sys::Function) {
    crate::platform::worker::reach_by(open);
}

/// Tells the page that the module panicked and must not be called again.
#[wasm_bindgen]
pub fn on_crash(callback: js_sys::Function) {
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        // The page is told in a task of its own: this stack is about to end in a trap.
        let _ = callback.call0(&JsValue::NULL);
    }));
}
