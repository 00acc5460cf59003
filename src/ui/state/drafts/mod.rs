//! Carries out what `session::drafts` wants done, and brings back what came of it.

mod kept;

use crate::ui::prelude::*;
use gloo::timers::callback::Timeout;
use leptos::task::spawn_local;

use super::{App, Screen, Summary};
use crate::platform::store::{Keeping, Store};
use crate::platform::tabs::Tabs;
use crate::platform::{clock, intl, random};
use crate::session::drafts::kept::Event as Kept;
use crate::session::drafts::{Drafts as Machine, Effect, Event, Head, Lack, Record, StoreError};
use cluster_ready_core::assessment::file::{self, Meta};
use cluster_ready_core::assessment::{Assessment, Profile};
use cluster_ready_core::model::Model;

pub use crate::session::drafts::SaveStatus;

/// How long the store may take to open, milliseconds, until it is said that nothing is kept: another page may hold it.
const OPEN_MS: u32 = 5_000;

/// The drafts on this device and the one that is open. Copies share it.
#[derive(Clone, Copy)]
pub struct Drafts {
    machine: StoredValue<Machine>,
    status: RwSignal<SaveStatus>,
    is_open: RwSignal<bool>,
    list: RwSignal<Vec<Summary>>,
    store: StoredValue<Option<Store>, LocalStorage>,
    tabs: StoredValue<Option<Tabs>, LocalStorage>,
}

impl Drafts {
    pub(super) fn new() -> Self {
        Self {
            machine: StoredValue::new(Machine::default()),
            status: RwSignal::new(SaveStatus::Idle),
            is_open: RwSignal::new(false),
            list: RwSignal::default(),
            store: StoredValue::new_local(None),
            tabs: StoredValue::new_local(None),
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

    pub fn list(self) -> Vec<Summary> {
        self.list.get()
    }

    /// A draft is open.
    pub fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// As [`Drafts::is_open`], without following it.
    pub fn is_open_now(self) -> bool {
        self.is_open.get_untracked()
    }

    /// The id of the open draft; empty where none is.
    pub fn id_now(self) -> String {
        self.now().map(|(_, id)| id).unwrap_or_default()
    }

    /// How it stands with saving, and the id of the open draft; nothing once the view is gone.
    fn now(self) -> Option<(SaveStatus, String)> {
        self.machine
            .try_with_value(|now| (now.status(), now.id().to_owned()))
    }

    /// Something happened; nothing once the view is gone.
    fn send(self, app: App, event: Event) {
        let effects = self.machine.try_update_value(|machine| {
            let (next, effects) = std::mem::take(machine).update(clock::now_ms(), event);
            *machine = next;
            effects
        });
        for effect in effects.unwrap_or_default() {
            self.carry_out(app, effect);
        }
        self.show(app);
    }

    /// The view follows the machine.
    fn show(self, app: App) {
        let Some((status, id)) = self.now() else {
            return;
        };
        let is_open = !id.is_empty();
        if self.is_open.get_untracked() != is_open {
            self.is_open.set(is_open);
        }
        if self.status.get_untracked() == status {
            return;
        }
        if !matches!(status, SaveStatus::Newer | SaveStatus::Gone) {
            return self.status.set(status);
        }
        // Their words come later, and so does what still waits to be sent.
        app.later(move |later| {
            if self.now().is_some_and(|(now, _)| now == status) {
                self.status.set(status);
            }
            (later.open_outbox)(app);
        });
    }

    fn carry_out(self, app: App, effect: Effect) {
        let tab = app.host().tab();
        match effect {
            Effect::Soon => self.soon(app, None),
            Effect::Write(head) => self.put(app, record(app, head)),
            Effect::Keep(head) => tab.keep_unwritten(&record(app, head)),
            Effect::ForgetNote => tab.forget_unwritten(),
            Effect::Closed => {
                tab.remember(None);
                tab.forget_unwritten();
            }
            Effect::Saved { id, open } => {
                self.tell(&id);
                app.saved_to_store();
                if open {
                    tab.remember(Some(&id));
                } else {
                    self.list_again(app);
                }
            }
            Effect::Failed => {
                let reason = match self.now() {
                    Some((SaveStatus::Full, _)) => "storage-full",
                    Some((SaveStatus::Conflict, _)) => "storage-conflict",
                    _ => "no-storage",
                };
                app.tell("error", &[("reason", reason.into())]);
            }
            Effect::Reopen => app.later(move |later| (later.reopen)(app)),
            Effect::List => self.list_again(app),
            Effect::Kept(event) => self.tell_kept(app, event),
        }
    }

    /// Stored drafts come later.
    fn tell_kept(self, app: App, event: Kept) {
        app.later(move |later| (later.drafts_told)(app, event));
    }

    fn put(self, app: App, record: Record) {
        self.soon(app, Some(record));
    }

    /// Writes a record, or only waits until the present task is done.
    fn soon(self, app: App, record: Option<Record>) {
        let store = self.store.try_get_value().flatten();
        spawn_local(async move {
            let event = match record {
                None => Event::Due,
                Some(mut record) => {
                    if record.id.is_empty() {
                        record.id = random::id();
                    }
                    let outcome = match store {
                        Some(store) => store.put(&record).await,
                        None => Err(StoreError::NotOpen),
                    };
                    match outcome {
                        Ok(()) => Event::Written(record.head()),
                        Err(why) => Event::Refused(record, why),
                    }
                }
            };
            self.send(app, event);
        });
    }

    /// Keeps this tab's version as a draft of its own beside the other tab's.
    pub fn keep_copy(self, app: App) {
        self.tell_kept(app, Kept::Copied(random::id()));
    }

    /// Takes what another tab has stored in place of this tab's version; leaves a draft that was erased there.
    pub fn take_other(self, app: App) {
        self.tell_kept(app, Kept::TakeOther);
    }

    /// Opens the store and goes on where this tab was before a reload.
    pub fn open(self, app: App) {
        let host = app.host();
        let (keeping, name) = (host.keeping, host.drafts_name());
        let late = Timeout::new(OPEN_MS, move || self.send(app, Event::Late));
        spawn_local(async move {
            let opened = Store::open(keeping, &name).await;
            drop(late);
            let event = match opened {
                Ok(store) => {
                    self.store.try_set_value(Some(store));
                    let heard = move |draft| self.tell_kept(app, Kept::Spoken(draft));
                    self.tabs.try_set_value(Some(Tabs::open(&name, heard)));
                    let tab = app.host().tab();
                    let notes = tab.has_notes();
                    if !notes {
                        tab.remember(None);
                    }
                    Event::Opened { notes }
                }
                Err(_) if keeping == Keeping::Nowhere => Event::NotOpened(Lack::NotKept),
                Err(StoreError::Newer) => Event::NotOpened(Lack::Newer),
                Err(_) => Event::NotOpened(Lack::NoStorage),
            };
            self.send(app, event);
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
        self.send(app, Event::Begun(random::id()));
        app.tell_start(&assessment);
        app.replace(assessment, version);
        app.go(screen);
        self.changed(app);
    }

    /// A draft is open.
    #[cfg(feature = "first-page")]
    pub(super) fn pretend_begun(self) {
        self.is_open.set(true);
    }

    /// The assessment or the page changed.
    pub fn changed(self, app: App) {
        let blank = app.peek(is_blank);
        self.send(app, Event::Changed { blank });
    }

    pub(in crate::ui::state) fn moved(self, app: App) {
        if app.screen_now() != Screen::Start {
            self.changed(app);
        }
    }

    /// The page is being hidden, and may never come back.
    pub fn hidden(self, app: App) {
        self.send(app, Event::Hidden);
    }

    /// The view is about to be taken away.
    pub fn unmounted(self, app: App) {
        self.send(app, Event::Unmounted);
    }

    /// Leaves the open draft; it stays on the device.
    pub fn leave(self, app: App) {
        self.send(app, Event::Left);
        app.replace(Assessment::default(), None);
        app.go(Screen::Start);
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

/// The open draft as it stands now.
fn record(app: App, head: Head) -> Record {
    let model = app.model();
    Record {
        id: head.id,
        revision: head.revision,
        saved_at: head.saved_at,
        amends: head.amends,
        screen: app.screen_now().word(app.model()),
        body: app.peek(|assessment| file::draft(model, assessment, &Meta::default(), intl::json)),
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
