//! What the first question does not need. In the browser these are files of their own, which are loaded while the first
//! questions are answered, or as soon as something of them is asked for.

use std::sync::OnceLock;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::asked::{self, Asked as AskedByPage};
use super::components::converted;
use super::own_files::{self, Kind, Refusal};
use super::screens::question::Asked;
use super::screens::tasks::SoFar;
use super::state::{App, Place, Screen, Survey};
use super::{hand_over, refusal, saved_file, screens, worked_example};
use crate::i18n::{Locale, Messages, Part, fill_isolated, supply};
use crate::platform::file::Chosen;
use crate::platform::idle::idle;
use crate::platform::intl;
use crate::platform::worker::Trouble;
use crate::session::drafts::kept::Event as KeptDraft;
use crate::view_model::unit::{self, Scale};
use cluster_ready_core::assessment::CommandError;
use cluster_ready_core::model::{self, Model};

/// Ways into the code that comes later.
#[derive(Clone, Copy)]
pub struct Later {
    pub page: fn(App, Screen) -> View,
    pub fill: fn(Messages, &str, &[(&str, &str)]) -> String,
    pub explanations: fn(App, usize) -> View,
    /// What was answered to a question of an earlier version of the model.
    pub before: fn(Asked) -> View,
    pub reopen: fn(App),
    pub list_drafts: fn(App),
    /// Something happened to stored drafts.
    pub drafts_told: fn(App, KeptDraft),
    pub opened: fn(App, Chosen) -> View,
    pub drafts: fn(App) -> View,
    pub forget_survey: fn(Survey),
    pub so_far: fn(App) -> Option<SoFar>,
    /// What a boundary waits for that is at hand and not in the assessment yet.
    pub pending: fn(App) -> Option<&'static str>,
    pub answer: fn(Asked) -> View,
    pub problems: fn(Asked) -> Vec<(String, String)>,
    /// From the unit behind a typed figure to that of its field.
    pub scale: fn(&str, &str) -> Option<Scale>,
    pub converted: fn(App, &str, &str, f64, String) -> String,
    /// What is wrong with a change that was refused, in words.
    pub refusal: fn(App, &CommandError) -> String,
    pub save_to_file: fn(App, Place),
    pub hand_over: fn(App, Place) -> Option<View>,
    pub published: fn(App) -> Option<View>,
    pub put_away: fn(App),
    pub show_example: fn(App),
    pub measure_again: fn(App),
    pub asked: fn(App, AskedByPage),
    pub own_file: fn(Kind, &str, &str, Locale) -> Result<u32, Refusal>,
    pub model: fn() -> Option<&'static Model>,
    /// Goes on with what waits to be sent.
    pub open_outbox: fn(App),
    /// Loads the worker.
    pub prefetch: fn(App),
}

/// The files did not come: no network, or the host no longer has them.
#[derive(Debug, Clone, Copy)]
pub struct NotLoaded;

static LATER: OnceLock<Later> = OnceLock::new();
/// The languages after the first one, each with the whole model once it is there.
static LANGUAGES: [OnceLock<Option<&'static Model>>; Locale::ALL.len()] =
    [const { OnceLock::new() }; Locale::ALL.len()];

/// What comes later, if it is there.
pub fn now() -> Option<&'static Later> {
    LATER.get()
}

/// Loads what comes later.
async fn load() -> Result<&'static Later, NotLoaded> {
    if let Some(there) = now() {
        return Ok(there);
    }
    let loaded = parts::later().await?;
    Ok(LATER.get_or_init(|| loaded))
}

/// Everything is there: natively nothing has to be loaded.
#[cfg(feature = "first-page")]
pub fn fill() {
    LATER.get_or_init(gather);
    let languages = Locale::ALL.into_iter().zip(&LANGUAGES).zip(TEXTS);
    for ((locale, language), [first, later]) in languages.skip(1) {
        language.get_or_init(|| gather_language(locale, first, later));
    }
}

/// What is done with what comes later, or without it. One type: every way to it would otherwise be code of its own.
type Act = Box<dyn FnOnce(Result<&'static Later, NotLoaded>)>;

/// Loads what comes later and goes on: at once where it is there.
pub fn when_loaded(act: Act) {
    if let Some(later) = now() {
        return act(Ok(later));
    }
    spawn_local(async move { act(load().await) });
}

/// How long the first question has the network for itself, milliseconds.
const PREFETCH_AFTER_MS: u32 = 1_000;

/// Loads what a language needs.
pub async fn load_language(locale: Locale) -> Result<(), NotLoaded> {
    let language = LANGUAGES
        .get(locale as usize)
        .filter(|one| one.get().is_none());
    if let Some(language) = language {
        let model = include!(concat!(env!("OUT_DIR"), "/ways.rs"));
        language.get_or_init(|| model);
    }
    Ok(())
}

/// The whole model, where it is there.
pub fn model() -> Option<&'static Model> {
    now().and_then(|later| (later.model)()).or_else(|| {
        LANGUAGES
            .iter()
            .find_map(|one| one.get().copied().flatten())
    })
}

impl App {
    /// Does something with what comes later: at once where it is there.
    pub fn later(self, act: impl FnOnce(&'static Later) + 'static) {
        if now().is_none() {
            self.waits();
        }
        when_loaded(Box::new(move |loaded| match loaded {
            Ok(later) if self.loaded() => act(later),
            Ok(_) => {}
            Err(NotLoaded) => self.not_loaded(),
        }));
    }

    /// Loads what comes later while a question is being read. Without success it is loaded when it is asked for.
    pub fn prefetch(self) {
        if now().is_none() {
            gloo::timers::callback::Timeout::new(PREFETCH_AFTER_MS, move || {
                spawn_local(async move {
                    let Ok(later) = load().await else {
                        return;
                    };
                    // What takes long at its first use, one after the other, while nothing is pressed.
                    idle().await;
                    (later.model)();
                    idle().await;
                    intl::number(Locale::default(), 0.0, 0);
                    idle().await;
                    if self.loaded() {
                        (later.prefetch)(self);
                    }
                });
            })
            .forget();
        }
    }

    /// What comes later, if it is there; follows its coming.
    pub fn later_now(self) -> Option<&'static Later> {
        self.coming();
        now()
    }

    /// Changes the language, once its texts are there.
    pub fn set_language(self, locale: Locale) {
        self.waits();
        spawn_local(async move {
            match load_language(locale).await {
                Ok(()) if self.loaded() => self.locale.set(locale),
                Ok(()) => {}
                Err(NotLoaded) => self.not_loaded(),
            }
        });
    }
}

fn gather() -> Later {
    supply(
        Locale::default(),
        Part::Later,
        include_str!(concat!(env!("OUT_DIR"), "/later.txt")),
    );
    Later {
        page,
        fill: fill_isolated,
        explanations: screens::question::explanations,
        before: screens::question::before,
        reopen: |app| app.drafts.reopen(app),
        list_drafts: |app| app.drafts.list_drafts(app),
        drafts_told: |app, event| app.drafts.told(app, event),
        opened: screens::kept::opened,
        drafts: screens::kept::drafts,
        forget_survey: Survey::clear,
        so_far: screens::tasks::from_answers,
        pending: screens::boundary::pending,
        answer: screens::question::answer,
        problems: screens::question::answer_problems,
        scale: unit::scale,
        converted,
        refusal: refusal::refusal,
        save_to_file: saved_file::save_to_file,
        hand_over: hand_over::panel,
        published: screens::published::published,
        put_away: App::put_handed_away,
        show_example,
        measure_again: App::measure_again,
        asked: asked::asked,
        own_file: own_files::read,
        model: || model::bundled().ok(),
        open_outbox: |app| {
            app.sending();
            // What waits is listed with them.
            app.drafts.list_again(app);
        },
        prefetch: |app| {
            app.sending(); // what still waits is known when the start is seen again
            spawn_local(app.survey().prefetch());
        },
    }
}

fn show_example(app: App) {
    app.waits();
    spawn_local(async move {
        match worked_example::assessment(app).await {
            Ok(example) => {
                app.loaded();
                app.drafts.show_example(app, example);
            }
            Err(Trouble::Cancelled) => {
                app.loaded();
            }
            Err(_) => app.not_loaded(),
        }
    });
}

#[cfg(feature = "first-page")]
include!(concat!(env!("OUT_DIR"), "/texts.rs"));

fn gather_language(
    locale: Locale,
    first: &'static str,
    later: &'static str,
) -> Option<&'static Model> {
    supply(locale, Part::First, first);
    supply(locale, Part::Later, later);
    model::bundled().ok()
}

fn page(app: App, screen: Screen) -> View {
    match screen {
        Screen::Facts => screens::facts::facts(app),
        Screen::Boundary => screens::boundary::boundary(app),
        Screen::Check => screens::check::check(app),
        Screen::Result => screens::result::result(app),
        Screen::Versions => screens::versions::versions(app),
        Screen::Send => screens::send::send(app),
        Screen::Method => screens::method::method(app),
        Screen::Accessibility => screens::accessibility::accessibility(app),
        Screen::Erase => screens::erase::erase(app),
        // Of a firm: those of a cluster are among the first pages.
        Screen::Start => screens::firm::start(app),
        Screen::Profile => screens::firm::profile(app),
        Screen::Tasks | Screen::Question(_) => ().into_any(),
    }
}

/// The points where the WebAssembly is cut.
#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the cut is an imported function")]
mod parts {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Later, Locale, Model, NotLoaded};

    impl From<SplitLoaderError> for NotLoaded {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(later, fallible)]
    pub fn later() -> Result<Later, NotLoaded> {
        Ok(super::gather())
    }

    macro_rules! language_part {
        ($part:ident, $locale:ident, $first:literal, $later:literal) => {
            #[wasm_split($part, fallible)]
            pub fn $part() -> Result<Option<&'static Model>, NotLoaded> {
                Ok(super::gather_language(
                    Locale::$locale,
                    include_str!(concat!(env!("OUT_DIR"), $first)),
                    include_str!(concat!(env!("OUT_DIR"), $later)),
                ))
            }
        };
    }
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}

/// Everything is in one file.
#[cfg(not(feature = "split"))]
mod parts {
    use super::{Later, Locale, Model, NotLoaded};

    pub async fn later() -> Result<Later, NotLoaded> {
        Ok(super::gather())
    }

    macro_rules! language_part {
        ($part:ident, $locale:ident, $first:literal, $later:literal) => {
            pub async fn $part() -> Result<Option<&'static Model>, NotLoaded> {
                Ok(super::gather_language(
                    Locale::$locale,
                    include_str!(concat!(env!("OUT_DIR"), $first)),
                    include_str!(concat!(env!("OUT_DIR"), $later)),
                ))
            }
        };
    }
    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}
