mod heard;
mod kept;
mod writing;

use crate::ui::prelude::*;
use gloo::timers::callback::Timeout;
use leptos::task::spawn_local;

use super::{App, Screen, Summary};
use crate::platform::random;
use crate::platform::store::{Keeping, Store, StoreError};
use crate::platform::tabs::Tabs;
use cluster_ready_core::assessment::Assessment;
use cluster_ready_core::model::Model;

/// How long the store may take to open, milliseconds, until it is said that nothing is kept: another page may hold it.
const OPEN_MS: u32 = 5_000;

/// How the draft on the screen stands to the one on the device.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SaveStatus {
    /// The store is being opened, or there is no draft yet.
    Idle,
    Saving,
    Saved {
        at: f64,
    },
    /// This page has no storage; only saving to a file keeps the answers.
    NoStorage,
    /// A newer version of the product has written the drafts on this device; this one leaves them as they are.
    Newer,
    /// The page that holds the widget wants nothing to be kept.
    NotKept,
    Full,
    /// Another tab saved another version of the same draft.
    Conflict,
    /// Another tab erased the draft.
    Gone,
}

#[derive(Debug, Clone, PartialEq)]
struct Current {
    id: String,
    revision: u32,
}

impl Current {
    /// A draft that is not stored yet.
    fn new() -> Self {
        Self {
            id: random::id(),
            revision: 0,
        }
    }
}

/// The drafts on this device and the one that is open. Copies share it.
#[derive(Clone, Copy)]
pub struct Drafts {
    status: RwSignal<SaveStatus>,
    list: RwSignal<Vec<Summary>>,
    current: RwSignal<Option<Current>>,
    store: StoredValue<Option<Store>, LocalStorage>,
    tabs: StoredValue<Option<Tabs>, LocalStorage>,
    /// A write is under way.
    writing: StoredValue<bool>,
    /// The write that has begun and is not confirmed yet.
    under_way: StoredValue<Option<Current>>,
    /// Something changed since the last write began.
    dirty: StoredValue<bool>,
}

impl Drafts {
    pub(super) fn new() -> Self {
        Self {
            status: RwSignal::new(SaveStatus::Idle),
            list: RwSignal::default(),
            current: RwSignal::new(None),
            store: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
            writing: StoredValue::new(false),
            under_way: StoredValue::new(None),
            dirty: StoredValue::new(false),
        }
    }

    pub fn status(self) -> SaveStatus {
        self.status.get()
    }

    /// Whether what is said now cannot be stored on this device; follows it.
    pub fn cannot_keep(self) -> bool {
        !matches!(
            self.status(),
            SaveStatus::Idle | SaveStatus::Saving | SaveStatus::Saved { .. }
        )
    }

    /// Saving does not work, and the page that holds the widget hears of it.
    fn failed(self, app: App, status: SaveStatus) {
        let reason = match status {
            SaveStatus::Full => "storage-full",
            SaveStatus::Conflict => "storage-conflict",
            _ => "no-storage",
        };
        if self.status.try_set(status).is_none() {
            app.tell("error", &[("reason", reason.into())]);
        }
    }

    pub fn list(self) -> Vec<Summary> {
        self.list.get()
    }

    /// A draft is open.
    pub fn is_open(self) -> bool {
        self.current.with(Option::is_some)
    }

    /// As [`Drafts::is_open`], without following it.
    pub fn is_open_now(self) -> bool {
        self.current.with_untracked(Option::is_some)
    }

    /// The id of the open draft; empty where none is.
    pub fn id_now(self) -> String {
        let current = self.current.try_get_untracked().flatten();
        current.map(|now| now.id).unwrap_or_default()
    }

    /// Opens the store and goes on where this tab was before a reload.
    pub fn open(self, app: App) {
        let host = app.host();
        let (keeping, name) = (host.keeping, host.drafts_name());
        let late = Timeout::new(OPEN_MS, move || self.failed(app, SaveStatus::NoStorage));
        spawn_local(async move {
            let opened = Store::open(keeping, &name).await;
            drop(late);
            match opened {
                Ok(store) => {
                    self.store.try_set_value(Some(store));
                    let heard = move |draft| app.later(move |later| (later.heard)(app, draft));
                    self.tabs.try_set_value(Some(Tabs::open(&name, heard)));
                    self.status.try_set(SaveStatus::Idle);
                    // What was answered while the store was being opened.
                    if self.dirty.try_get_value() == Some(true) {
                        self.changed(app);
                    }
                    if app.host().tab().has_notes() {
                        app.later(move |later| (later.reopen)(app));
                    } else {
                        app.host().tab().remember(None);
                        self.list_again(app);
                    }
                }
                Err(_) if keeping == Keeping::Nowhere => {
                    self.status.try_set(SaveStatus::NotKept);
                }
                Err(error) => self.broken(app, error),
            }
        });
    }

    /// The store cannot be read or written.
    fn broken(self, app: App, error: StoreError) {
        let status = match error {
            StoreError::Unavailable => SaveStatus::NoStorage,
            StoreError::Full => SaveStatus::Full,
            StoreError::Conflict => SaveStatus::Conflict,
            StoreError::Newer => SaveStatus::Newer,
            StoreError::Gone => SaveStatus::Gone,
        };
        if !matches!(error, StoreError::Newer | StoreError::Gone) {
            return self.failed(app, status);
        }
        // Their words come later, and so does what still waits to be sent.
        app.later(move |later| {
            self.failed(app, status);
            (later.open_outbox)(app);
        });
    }

    /// Starts a draft of its own with this assessment and shows a screen of it.
    pub fn begin(self, app: App, assessment: Assessment, screen: Screen) {
        self.begin_with(app, assessment, None, screen);
    }

    /// As [`Drafts::begin`], of an assessment that may be of an earlier version of the model.
    pub fn begin_with(
        self,
        app: App,
        assessment: Assessment,
        version: Option<&'static Model>,
        screen: Screen,
    ) {
        self.settle(app);
        self.current.set(Some(Current::new()));
        app.tell_start(&assessment);
        app.replace(assessment, version);
        app.go(screen);
        self.changed(app);
    }

    /// A draft is open.
    #[cfg(feature = "first-page")]
    pub(super) fn pretend_begun(self) {
        self.current.set(Some(Current {
            id: String::new(),
            revision: 0,
        }));
    }

    /// Leaves the open draft; it stays on the device.
    pub fn leave(self, app: App) {
        self.settle(app);
        self.close(app);
        app.replace(Assessment::default(), None);
        app.go(Screen::Start);
    }

    /// No draft is open any more, and this tab has nothing of one to be written.
    fn close(self, app: App) {
        self.dirty.set_value(false);
        let tab = app.host().tab();
        tab.remember(None);
        tab.forget_unwritten();
        self.current.set(None);
        if !matches!(
            self.status.get_untracked(),
            SaveStatus::NoStorage | SaveStatus::Newer | SaveStatus::NotKept
        ) {
            self.status.set(SaveStatus::Idle);
        }
    }

    /// Keeps this tab's version as a draft of its own beside the other tab's.
    pub fn keep_copy(self, app: App) {
        self.current.set(Some(Current::new()));
        self.status.set(SaveStatus::Saving);
        self.changed(app);
    }

    /// Tells the other tabs that a draft was saved or erased; all of them, where it is not said which.
    fn tell(self, draft: &str) {
        self.tabs
            .try_with_value(|tabs| tabs.iter().for_each(|tabs| tabs.tell(draft)));
    }

    /// The list of drafts is about to be seen. An empty one needs nothing that comes later.
    pub fn list_again(self, app: App) {
        spawn_local(async move {
            let Some(Some(store)) = self.store.try_get_value() else {
                return;
            };
            if store.has_any().await {
                app.later(move |later| (later.list_drafts)(app));
            } else {
                self.list.try_set(Vec::new());
            }
        });
    }
}
