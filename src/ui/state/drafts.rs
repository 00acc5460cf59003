use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{App, Screen, Summary};
use crate::assessment::file::{self, Meta};
use crate::assessment::{Assessment, Profile};
use crate::platform::store::{Record, Store, StoreError};
use crate::platform::tabs::Tabs;
use crate::platform::{clock, intl, random, session};

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

    pub fn list(self) -> Vec<Summary> {
        self.list.get()
    }

    /// A draft is open.
    pub fn is_open(self) -> bool {
        self.current.with(Option::is_some)
    }

    /// Opens the store and goes on where this tab was before a reload.
    pub fn open(self, app: App) {
        spawn_local(async move {
            match Store::open().await {
                Ok(store) => {
                    self.store.set_value(Some(store));
                    self.tabs
                        .set_value(Some(Tabs::open(move |draft| self.heard(app, draft))));
                    self.write_kept().await;
                    self.refresh(app).await;
                    if let Some(id) = session::draft()
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
                Err(_) => {
                    self.status.try_set(SaveStatus::NoStorage);
                }
            }
        });
    }

    /// Writes what this tab kept when its page was left in the middle of a write, unless something later is stored.
    async fn write_kept(self) {
        let (Some(mut record), Some(Some(store))) =
            (session::take_unwritten(), self.store.try_get_value())
        else {
            return;
        };
        let stored = self.load(&record.id).await;
        if stored
            .as_ref()
            .is_some_and(|stored| stored.saved_at >= record.saved_at)
        {
            return;
        }
        record.revision = stored.map_or(0, |stored| stored.revision) + 1;
        if store.put(&record).await.is_ok() {
            session::remember(Some(&record.id));
        }
    }

    /// Starts a draft of its own with this assessment and shows a screen of it.
    pub fn begin(self, app: App, assessment: Assessment, screen: Screen) {
        self.settle(app);
        self.current.set(Some(Current {
            id: random::id(),
            revision: 0,
        }));
        app.replace(assessment);
        app.go(screen);
        self.changed(app);
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
        session::remember(Some(&record.id));
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
        session::remember(None);
        self.current.set(None);
        if !matches!(self.status.get_untracked(), SaveStatus::NoStorage) {
            self.status.set(SaveStatus::Idle);
        }
        app.replace(Assessment::default());
        app.go(Screen::Start);
    }

    /// The assessment or the screen changed: write, or note that another write is needed.
    pub fn changed(self, app: App) {
        if self.current.with_untracked(Option::is_none)
            || matches!(self.status.get_untracked(), SaveStatus::Conflict)
        {
            return;
        }
        self.dirty.set_value(true);
        if self.store.with_value(Option::is_none) || self.writing.get_value() {
            return;
        }
        self.writing.set_value(true);
        self.status.set(SaveStatus::Saving);
        spawn_local(async move {
            while self.dirty.try_get_value() == Some(true) {
                self.dirty.set_value(false);
                self.write(app).await;
            }
            self.writing.try_set_value(false);
        });
    }

    /// Keeps at once what is not written yet, and writes again what could not be written before.
    pub fn retry(self, app: App) {
        let unwritten =
            self.dirty.try_get_value() == Some(true) || self.writing.try_get_value() == Some(true);
        if unwritten
            && let Some(Some(current)) = self.current.try_get_untracked()
            && let Some(record) = self.record(app, current)
        {
            session::keep_unwritten(&record);
        }
        if self.dirty.try_get_value() == Some(true)
            || self.status.try_get_untracked() == Some(SaveStatus::Full)
        {
            self.changed(app);
        }
    }

    pub(super) fn moved(self, app: App) {
        if app.screen_now() != Screen::Start {
            self.changed(app);
        }
    }

    async fn write(self, app: App) {
        let (Some(store), Some(current)) = (self.store.get_value(), self.current.get_untracked())
        else {
            return;
        };
        let Some(record) = self.record(app, current) else {
            self.status.set(SaveStatus::Idle);
            return;
        };
        self.under_way.set_value(Some(Current {
            id: record.id.clone(),
            revision: record.revision,
        }));
        let outcome = store.put(&record).await;
        self.under_way.try_set_value(None);
        let still_open = self
            .current
            .try_with_untracked(|now| now.as_ref().is_some_and(|now| now.id == record.id));
        if still_open != Some(true) {
            return;
        }
        match outcome {
            Ok(()) => {
                session::remember(Some(&record.id));
                self.tell(&record.id);
                // "Saved" is said only when nothing newer waits.
                if !self.dirty.get_value() {
                    self.status.set(SaveStatus::Saved {
                        at: record.saved_at,
                    });
                }
                self.current.set(Some(Current {
                    id: record.id,
                    revision: record.revision,
                }));
            }
            Err(StoreError::Conflict { .. }) => self.status.set(SaveStatus::Conflict),
            Err(StoreError::Full) => self.status.set(SaveStatus::Full),
            Err(StoreError::Unavailable) => self.status.set(SaveStatus::NoStorage),
        }
    }

    /// The next revision of the open draft. Nothing said yet: a look at the first page leaves no trace on the device.
    fn record(self, app: App, current: Current) -> Option<Record> {
        if current.revision == 0 && app.peek(is_blank) {
            return None;
        }
        Some(Record {
            id: current.id,
            revision: current.revision + 1,
            saved_at: clock::now_ms(),
            screen: app.screen_now().word(),
            body: app.peek(|assessment| {
                file::draft(app.model(), assessment, &Meta::default(), intl::json)
            }),
        })
    }

    /// The open draft is about to go from the screen: a change that no write has begun with is written on its own.
    pub fn settle(self, app: App) {
        if self.dirty.try_get_value() != Some(true) {
            return;
        }
        self.dirty.set_value(false);
        let (Some(store), Some(current)) = (self.store.get_value(), self.current.get_untracked())
        else {
            return;
        };
        // The write before it comes first in the store, and its revision with it.
        let before = self
            .under_way
            .get_value()
            .filter(|under_way| under_way.id == current.id)
            .unwrap_or(current);
        let Some(record) = self.record(app, before) else {
            return;
        };
        spawn_local(async move {
            if store.put(&record).await.is_ok() {
                self.tell(&record.id);
                self.refresh(app).await;
            }
        });
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

/// Nothing has been said about the cluster yet.
fn is_blank(assessment: &Assessment) -> bool {
    let profile = Profile {
        assessed: assessment.profile.assessed,
        ..Profile::default()
    };
    assessment.entries.is_empty()
        && assessment.boundary.is_none()
        && assessment.walk.is_empty()
        && assessment.profile == profile
}
