mod writing;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{App, Screen, Summary};
use crate::assessment::{Assessment, file};
use crate::platform::random;
use crate::platform::store::{Keeping, Record, Store};
use crate::platform::tabs::Tabs;

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
    /// The page that holds the widget wants nothing to be kept.
    NotKept,
    Full,
    /// Another tab saved another version of the same draft.
    Conflict,
}

#[derive(Debug, Clone, PartialEq)]
struct Current {
    id: String,
    revision: u32,
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
        spawn_local(async move {
            match Store::open(keeping, &name).await {
                Ok(store) => {
                    self.store.set_value(Some(store));
                    let heard = move |draft| self.heard(app, draft);
                    self.tabs.set_value(Some(Tabs::open(&name, heard)));
                    // What was answered while the store was being opened.
                    if self.dirty.try_get_value() == Some(true) {
                        self.changed(app);
                    }
                    self.write_kept(app).await;
                    self.refresh(app).await;
                    if let Some(id) = app.host().tab().draft()
                        && let Some(record) = self.load(&id).await
                    {
                        app.later(move |later| {
                            // Another draft may have been begun while this one was being loaded.
                            if self.current.with_untracked(Option::is_none) {
                                (later.show_record)(app, record);
                            }
                        });
                    }
                }
                Err(_) if keeping == Keeping::Nowhere => {
                    self.status.try_set(SaveStatus::NotKept);
                }
                Err(_) => self.failed(app, SaveStatus::NoStorage),
            }
        });
    }

    /// Starts a draft of its own with this assessment and shows a screen of it.
    pub fn begin(self, app: App, assessment: Assessment, screen: Screen) {
        self.settle(app);
        self.current.set(Some(Current {
            id: random::id(),
            revision: 0,
        }));
        app.tell_start(&assessment);
        app.replace(assessment);
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

    /// Shows the worked example: the one that is on the device already, or a new one.
    pub fn show_example(self, app: App, example: Assessment) {
        match self
            .list
            .get_untracked()
            .into_iter()
            .find(|draft| draft.example && draft.readable)
        {
            Some(draft) => self.resume(app, draft.id),
            None => self.begin(app, example, Screen::Result),
        }
    }

    /// Opens a stored draft where it was left.
    pub fn resume(self, app: App, id: String) {
        spawn_local(async move {
            if let Some(record) = self.load(&id).await {
                let screen = Screen::from_word(&record.screen, app.model().indicators.len());
                app.later(move |later| {
                    (later.show_record)(app, record);
                    app.go(if screen == Screen::Start {
                        Screen::Tasks
                    } else {
                        screen
                    });
                });
            }
        });
    }

    /// Shows a record as the open draft. Comes later: a first visit has none.
    pub fn show(self, app: App, record: Record) {
        let Ok(opened) = file::read(&record.body, app.model()) else {
            return;
        };
        self.settle(app);
        let screen = Screen::from_word(&record.screen, app.model().indicators.len());
        app.host().tab().remember(Some(&record.id));
        self.current.set(Some(Current {
            id: record.id,
            revision: record.revision,
        }));
        self.status.set(SaveStatus::Saved {
            at: record.saved_at,
        });
        app.replace(opened.assessment);
        app.open_at(screen);
    }

    /// Leaves the open draft; it stays on the device.
    pub fn leave(self, app: App) {
        self.settle(app);
        app.host().tab().remember(None);
        self.current.set(None);
        if !matches!(
            self.status.get_untracked(),
            SaveStatus::NoStorage | SaveStatus::NotKept
        ) {
            self.status.set(SaveStatus::Idle);
        }
        app.replace(Assessment::default());
        app.go(Screen::Start);
    }

    /// Keeps this tab's version as a draft of its own beside the other tab's.
    pub fn keep_copy(self, app: App) {
        self.current.set(Some(Current {
            id: random::id(),
            revision: 0,
        }));
        self.status.set(SaveStatus::Saving);
        self.changed(app);
    }

    /// Takes the other tab's version in place of this tab's.
    pub fn take_other(self, app: App) {
        let Some(current) = self.current.get_untracked() else {
            return;
        };
        spawn_local(async move {
            if let Some(record) = self.load(&current.id).await {
                app.later(move |later| {
                    let screen = app.screen_now();
                    (later.show_record)(app, record);
                    app.go(screen);
                });
            }
        });
    }

    pub fn erase(self, app: App, id: String) {
        spawn_local(async move {
            let Some(store) = self.store.get_value() else {
                return;
            };
            if store.erase(&id).await.is_ok() {
                self.tell(&id);
                self.refresh(app).await;
            }
        });
    }

    /// Erases every draft of this device and leaves the open one.
    pub fn erase_all(self, app: App) {
        let open = self.current.get_untracked();
        self.dirty.set_value(false);
        self.leave(app);
        spawn_local(async move {
            let Some(store) = self.store.get_value() else {
                return;
            };
            if store.erase_all().await.is_ok() {
                let id = open.map_or_else(String::new, |current| current.id);
                self.tell(&id);
                self.refresh(app).await;
            }
        });
    }

    /// Another tab saved or erased a draft.
    fn heard(self, app: App, id: String) {
        spawn_local(async move {
            self.refresh(app).await;
            let Some(Some(current)) = self.current.try_get_untracked() else {
                return;
            };
            if current.id != id || self.writing.get_value() {
                return;
            }
            match self.load(&id).await {
                // Nothing unsaved here: the other tab's answers are simply shown.
                Some(record) if record.revision > current.revision => {
                    app.later(move |later| {
                        let screen = app.screen_now();
                        (later.show_record)(app, record);
                        app.open_at(screen);
                    });
                }
                Some(_) => {}
                None if current.revision > 0 => self.leave(app),
                None => {}
            }
        });
    }

    /// Tells the other tabs that a draft was saved or erased.
    fn tell(self, draft: &str) {
        self.tabs
            .try_with_value(|tabs| tabs.iter().for_each(|tabs| tabs.tell(draft)));
    }

    async fn load(self, id: &str) -> Option<Record> {
        let store = self.store.get_value()?;
        store.get(id).await.ok().flatten()
    }

    /// The list of drafts is about to be seen.
    pub(super) fn list_again(self, app: App) {
        spawn_local(self.refresh(app));
    }

    /// Lists the drafts where a page shows them. An empty list needs nothing that comes later.
    async fn refresh(self, app: App) {
        let Some(Some(store)) = self.store.try_get_value() else {
            return;
        };
        if !matches!(app.screen_if_any(), Some(Screen::Start | Screen::Erase)) {
            return;
        }
        let Ok(records) = store.all().await else {
            return;
        };
        if records.is_empty() {
            self.list.try_set(Vec::new());
            return;
        }
        app.later(move |later| {
            let model = app.model();
            let list = records
                .iter()
                .map(|record| (later.summary)(record, model))
                .collect();
            self.list.try_set(list);
        });
    }
}
