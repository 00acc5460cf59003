//! The drafts that are on the device: listed, opened, erased, changed by another tab. Comes later, as a first visit has none.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::Drafts;
use crate::platform::store::{Keeping, StoreError};
use crate::platform::{clock, erasing, random};
use crate::session::drafts::kept::{Event, Look, Stored, Then, Why, noted};
use crate::session::drafts::{Effect, Record};
use crate::ui::state::{App, Screen, Summary, Survey};
use crate::ui::versions::{Found, NotOpened, first_screen};
use cluster_ready_core::assessment::Assessment;
use cluster_ready_core::number::{self, Reading};

impl Drafts {
    fn send_kept(self, event: Event) -> Vec<Then> {
        let then = self.machine.try_update_value(|machine| {
            let (next, then) = std::mem::take(machine).update_kept(clock::now_ms(), event);
            *machine = next;
            then
        });
        then.unwrap_or_default()
    }

    /// Something happened to stored drafts.
    pub fn told(self, app: App, event: Event) {
        for then in self.send_kept(event) {
            match then {
                Then::Do(Effect::List) => self.list_drafts(app),
                Then::Do(effect) => self.carry_out(app, effect),
                Then::Look(look) => self.look(app, look),
                then => self.keep(app, then),
            }
        }
        self.show(app);
    }

    /// Does what concerns records and needs no answer.
    fn keep(self, app: App, then: Then) {
        match then {
            Then::Put(record) => self.put(app, record),
            Then::Note(record) => app.host().tab().keep_unwritten(&record),
            Then::Remember(id) => app.host().tab().remember(Some(&id)),
            Then::Change => self.changed(app),
            Then::Do(_) | Then::Look(_) | Then::Show | Then::Leave { .. } => {}
        }
    }

    /// Goes on where this tab was before a reload.
    pub fn reopen(self, app: App) {
        spawn_local(async move {
            self.write_noted(app).await;
            self.list_now(app).await;
            if let Some(id) = app.host().tab().draft() {
                self.told(app, Event::Reopen(id));
            }
        });
    }

    /// Writes what this tab noted when its page was left in the middle of a write.
    async fn write_noted(self, app: App) {
        let (Some(record), Some(Some(store))) = (
            app.host().tab().take_unwritten(),
            self.store.try_get_value(),
        ) else {
            return;
        };
        let name = app.host().drafts_name();
        if erasing::is_erased_since(&name, record.saved_at, clock::now_ms()) {
            return;
        }
        let Ok(stored) = store.get(&record.id).await else {
            return;
        };
        let Some(mut record) = noted(record, stored.as_ref()) else {
            return;
        };
        if record.id.is_empty() {
            record.id = random::id();
        }
        if store.put(&record).await.is_ok() {
            app.host().tab().remember(Some(&record.id));
            self.tell(&record.id);
        } else {
            app.host().tab().keep_unwritten(&record);
        }
    }

    /// Lists the drafts where a page shows them.
    pub fn list_drafts(self, app: App) {
        spawn_local(self.list_now(app));
    }

    async fn list_now(self, app: App) {
        let Some(Some(store)) = self.store.try_get_value() else {
            return;
        };
        if !matches!(app.screen_if_any(), Some(Screen::Start | Screen::Erase)) {
            return;
        }
        app.sending(); // what waits to be sent is listed with them
        let model = app.present_model();
        // Another version of the product or another model may count in another way.
        let version = [env!("CLUSTER_READY_BUILD"), &model.hash].join(" ");
        let write = |record: &Record| Summary::write(app, record, model);
        if let Ok(listed) = store.list(&version, write).await {
            let list = listed.into_iter().filter_map(Summary::read);
            self.list.try_set(list.collect());
        }
    }

    async fn load(self, id: &str) -> Result<Option<Record>, StoreError> {
        let store = self.store.try_get_value().flatten();
        store.ok_or(StoreError::Unavailable)?.get(id).await
    }

    /// Looks at a stored draft, and does what follows from it.
    fn look(self, app: App, look: Look) {
        spawn_local(async move {
            let (stored, found) = match self.load(&look.id).await {
                Err(_) => (Stored::Unknown, None),
                Ok(None) => (Stored::Nothing, None),
                Ok(Some(record)) => {
                    let found = self.find(app, &record).await;
                    let stored = Stored::Record {
                        head: record.head(),
                        opens: found.is_some(),
                    };
                    (stored, found.map(|found| (record, found)))
                }
            };
            // The view is gone meanwhile.
            if app.screen_if_any().is_none() {
                return;
            }
            let (why, loose) = (look.why, app.has_loose_ends());
            let looked = Event::Looked {
                look,
                stored,
                loose,
            };
            let mut found = found;
            for then in self.send_kept(looked) {
                match then {
                    Then::Do(effect) => self.carry_out(app, effect),
                    Then::Show => {
                        if let Some((record, found)) = found.take() {
                            self.show_found(app, why, &record, found);
                        }
                    }
                    Then::Leave { gone } => {
                        self.leave(app);
                        if gone {
                            app.announcement.set(app.t("gone.title").to_owned());
                        }
                    }
                    then => self.keep(app, then),
                }
            }
            self.show(app);
        });
    }

    /// Shows what was found in a record as the open draft.
    fn show_found(self, app: App, why: Why, record: &Record, found: Found) {
        let before = app.screen_now();
        let (assessment, version) = (found.opened.assessment, found.version);
        let left_at = Screen::from_word(
            &record.screen,
            version.unwrap_or_else(|| app.present_model()),
        );
        let screen = first_screen(&assessment, version, left_at);
        self.show(app);
        app.replace(assessment, version);
        app.open_at(screen);
        match why {
            Why::Reopened => {}
            Why::Resumed if screen == Screen::Start => app.go(Screen::Tasks),
            Why::Resumed => app.go(screen),
            Why::Taken => app.go(before),
            Why::Heard => app.open_at(before),
        }
    }

    /// What a record holds, with the version of the model that it was made with. That this did not come is told.
    async fn find(self, app: App, record: &Record) -> Option<Found> {
        match app.find(&record.body).await {
            Ok(found) => Some(found),
            Err(NotOpened::Missing(_)) => {
                app.not_loaded();
                None
            }
            Err(NotOpened::File(_)) => None,
        }
    }

    /// Shows the worked example: the one that is on the device already, or a new one.
    pub fn show_example(self, app: App, example: Assessment) {
        match self
            .list
            .get_untracked()
            .into_iter()
            .find(|draft| draft.example && draft.readable && draft.version.is_empty())
        {
            Some(draft) => self.resume(app, draft.id),
            None => self.begin(app, example, Screen::Result),
        }
    }

    /// Opens a stored draft where it was left.
    pub fn resume(self, app: App, id: String) {
        self.told(app, Event::Resume(id));
    }

    /// Erases one draft; false where it could not be.
    pub async fn erase(self, app: App, id: &str) -> bool {
        let Some(Some(store)) = self.store.try_get_value() else {
            return false;
        };
        if store.erase(id).await.is_err() {
            return false;
        }
        self.told(app, Event::Erased(id.to_owned()));
        self.tell(id);
        self.list_now(app).await;
        true
    }

    /// Erases every draft of this name, the open one too, also where another version of the product has written them; false
    /// where they could not be.
    pub async fn erase_all(self, app: App) -> bool {
        let name = app.host().drafts_name();
        self.told(app, Event::ErasedAll);
        app.empty();
        let erased = match self.store.try_get_value().flatten() {
            Some(store) => store.erase_all().await.is_ok(),
            None => false,
        };
        let on_device = app.host().keeping == Keeping::Device;
        if on_device {
            erasing::note_erased(&name, clock::now_ms());
        }
        let erased = erased || !on_device || erasing::forget(&name).await;
        self.tell("");
        self.list_again(app);
        erased
    }
}

impl App {
    /// Something was entered that is neither an answer nor anything else that the draft holds.
    fn has_loose_ends(self) -> bool {
        let typed = self.typed.with_untracked(|typed| {
            typed
                .iter()
                .any(|(field, text)| !is_settled(field, text.trim()))
        });
        typed || self.survey.get_value().is_some_and(Survey::is_at_work)
    }
}

/// What stands in a field is a figure, which is an answer at once, or says how one is read.
fn is_settled(field: &str, text: &str) -> bool {
    text.is_empty()
        || field.ends_with("-reading")
        || matches!(number::read(text), Reading::Value(_))
}
