//! The boundary with the page: `element.js` calls [`mount`] and keeps the [`Widget`]; nothing else comes in or out.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::i18n::Locale;
use crate::platform::host::{Listener, Reply, text};
use crate::platform::markup::mount as mount_view;
use crate::platform::outbox::Opener;
use crate::platform::store::Keeping;
use crate::ui::asked::Asked;
use crate::ui::later::{load_language, when_loaded};
use crate::ui::own_files::{self, Kind};
use crate::ui::{self, App, Host, mode_of};

/// A mounted view. Dropped through [`Widget::unmount`] only, so that the order of teardown is kept.
#[wasm_bindgen]
pub struct Widget {
    place: HtmlElement,
    owner: Owner,
    locale: RwSignal<Locale>,
    app: Option<App>,
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

/// Reads a model or a rule file of the page's own, or the bundled model for firms, and gives the number by which [`mount`] knows it.
#[wasm_bindgen]
pub fn own_file(kind: &str, name: String, content: String, lang: &str, done: js_sys::Function) {
    let kind = match kind {
        "model" => Kind::Model,
        "firm" => Kind::FirmModel,
        _ => Kind::Rules,
    };
    let (locale, reply) = (Locale::from_tag(lang).unwrap_or_default(), Reply::to(done));
    when_loaded(Box::new(move |loaded| {
        let Ok(later) = loaded else {
            return reply.refuse(&[("reason", "network".into())]);
        };
        match (later.own_file)(kind, &name, &content, locale) {
            Ok(number) => reply.give(number),
            Err(refusal) => reply.refuse(&[
                ("place", refusal.place.into()),
                ("detail", refusal.detail.into()),
                ("message", refusal.message.into()),
            ]),
        }
    }));
}

/// Mounts the view into `place`, a `div` inside the shadow root. `settings` holds the attributes of the element as texts,
/// `tell`, which takes the events, and `outbox`, which loads the script for sending where the page asks for it.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, lang: &str, settings: &JsValue, model: u32, rules: u32) -> Widget {
    // Only the first call of a page does something.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    // An owner of our own: mounted in another widget's handler, the view must not die with it.
    let owner = Owner::default();
    let root = place.clone();
    let start = Locale::from_tag(lang).unwrap_or_default();
    let host = Host {
        mode: mode_of(&text(settings, "mode")),
        keeping: match text(settings, "storage").as_str() {
            "session" => Keeping::Session,
            "none" => Keeping::Nowhere,
            _ => Keeping::Device,
        },
        draft_key: text(settings, "draftKey"),
        number: text(settings, "number"),
        brand: text(settings, "brandName"),
        publisher: text(settings, "publisher"),
        contact: text(settings, "contact"),
        model: own_files::model(model),
        rules: own_files::rules(rules),
        listener: Listener::of(settings, "tell"),
        outbox: Opener::of(settings),
    };
    let (locale, app) = owner.with(|| {
        let locale = RwSignal::new(start);
        let (app, view) = ui::app(root, locale, host);
        mount_view(&place, view);
        (locale, app)
    });
    Widget {
        place,
        owner,
        locale,
        app,
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

    /// Does what the page asks for: `go` with the words of a page and of its draft, `result`, `load` with the text of a result file, `reset` with any text to
    /// erase the drafts too, `print`. `done` is called with why
    /// not, or with null and the answer.
    pub fn ask(&self, what: &str, content: String, done: js_sys::Function) {
        let (Some(app), reply) = (self.app, Reply::to(done)) else {
            return;
        };
        let asked = match what {
            "result" => Asked::Result(reply),
            "go" => Asked::Go { to: content, reply },
            "reset" => Asked::Reset {
                erase: !content.is_empty(),
                reply,
            },
            "load" => Asked::Load {
                text: content,
                reply,
            },
            _ => Asked::Print(reply),
        };
        when_loaded(Box::new(move |loaded| match loaded {
            Ok(later) if app.loaded() => (later.asked)(app, asked),
            Ok(_) => {}
            Err(_) => asked.refuse(&[("reason", "network".into())]),
        }));
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
