//! The drafts that are on the device: listed, opened, erased. Comes later, as a first visit has none.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{Current, Drafts, SaveStatus};
use crate::platform::erasing;
use crate::platform::store::{Keeping, Record, StoreError};
use crate::platform::{clock, random};
use crate::ui::state::{App, Screen, Summary};
use crate::ui::versions::{Found, NotOpened, first_screen};
use cluster_ready_core::assessment::Assessment;

impl Drafts {
    /// Goes on where this tab was before a reload.
    pub fn reopen(self, app: App) {
        spawn_local(async move {
            self.write_kept(app).await;
            self.list_now(app).await;
            if let Some(id) = app.host().tab().draft()
                && let Ok(Some(record)) = self.load(&id).await
                && let Some(found) = self.find(app, &record).await
                // Another draft may have been begun while this one was being loaded.
                && self.current.try_with_untracked(Option::is_none) == Some(true)
            {
                self.show(app, record, found);
            }
        });
    }

    /// Writes what this tab kept when its page was left in the middle of a write: over what is stored, or beside it where
    /// another tab has written since. What was erased meanwhile does not come back.
    async fn write_kept(self, app: App) {
        let (Some(mut record), Some(Some(store))) = (
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
        // The first revision is this tab's own, and so is the one that it was writing.
        let own = record.revision == 1;
        match stored {
            None if own => {}
            None => return,
            Some(stored) if stored.body == record.body => return,
            Some(stored) if stored.revision < record.revision || (own && stored.revision == 1) => {
                record.revision = stored.revision + 1;
            }
            Some(_) => {
                record.id = random::id();
                record.revision = 1;
            }
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

    pub(super) async fn list_now(self, app: App) {
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

    pub(super) async fn load(self, id: &str) -> Result<Option<Record>, StoreError> {
        let store = self.store.try_get_value().flatten();
        store.ok_or(StoreError::Unavailable)?.get(id).await
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
        spawn_local(async move {
            if let Ok(Some(record)) = self.load(&id).await
                && let Some(found) = self.find(app, &record).await
            {
                match self.show(app, record, found) {
                    Screen::Start => app.go(Screen::Tasks),
                    screen => app.go(screen),
                }
            }
        });
    }

    /// What a record holds, with the version of the model that it was made with. That this did not come is told.
    pub(super) async fn find(self, app: App, record: &Record) -> Option<Found> {
        match app.find(&record.body).await {
            Ok(found) => Some(found),
            Err(NotOpened::Missing(_)) => {
                app.not_loaded();
                None
            }
            Err(NotOpened::File(_)) => None,
        }
    }

    /// Shows what was found in a record as the open draft, and gives its screen.
    pub(super) fn show(self, app: App, record: Record, found: Found) -> Screen {
        self.settle(app);
        let (assessment, version) = (found.opened.assessment, found.version);
        let left_at = Screen::from_word(
            &record.screen,
            version.unwrap_or_else(|| app.present_model()),
        );
        let screen = first_screen(&assessment, version, left_at);
        app.host().tab().remember(Some(&record.id));
        self.current.set(Some(Current {
            id: record.id,
            revision: record.revision,
        }));
        self.status.set(SaveStatus::Saved {
            at: record.saved_at,
        });
        app.replace(assessment, version);
        app.open_at(screen);
        screen
    }

    /// Takes what another tab has stored in place of this tab's version; leaves a draft that was erased there.
    pub fn take_other(self, app: App) {
        let id = self.id_now();
        spawn_local(async move {
            match self.load(&id).await {
                Ok(Some(record)) => {
                    let screen = app.screen_now();
                    let Some(found) = self.find(app, &record).await else {
                        return;
                    };
                    // It was asked for: this tab's version is not to be kept beside it.
                    self.status.set(SaveStatus::Idle);
                    app.host().tab().forget_unwritten();
                    self.show(app, record, found);
                    app.go(screen);
                }
                Ok(None) => {
                    self.status.set(SaveStatus::Gone);
                    self.leave(app);
                }
                Err(_) => {}
            }
        });
    }

    /// Erases one draft; false where it could not be.
    pub async fn erase(self, app: App, id: &str) -> bool {
        let Some(Some(store)) = self.store.try_get_value() else {
            return false;
        };
        if store.erase(id).await.is_err() {
            return false;
        }
        self.tell(id);
        self.list_now(app).await;
        true
    }

    /// Erases every draft of this name, the open one too, also where another version of the product has written them; false
    /// where they could not be.
    pub async fn erase_all(self, app: App) -> bool {
        let name = app.host().drafts_name();
        self.close(app);
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
