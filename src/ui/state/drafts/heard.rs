//! What another tab says about the drafts. It never touches what is unsettled here. Comes later.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{Current, Drafts, SaveStatus};
use crate::ui::state::{App, Survey};
use cluster_ready_core::number::{self, Reading};

/// How the open draft of this tab stands when another tab has changed or erased it.
enum Here {
    /// It waits for a person's word, or its own write will find out.
    Busy,
    /// Something of it is not in the store.
    Unsettled,
    Settled(Current),
}

impl Drafts {
    /// Another tab saved or erased a draft, or, where it does not say which, all of them.
    pub fn heard(self, app: App, id: String) {
        spawn_local(async move {
            self.list_now(app).await;
            let open = self.id_now();
            if open.is_empty() || !(id.is_empty() || id == open) {
                return;
            }
            let Ok(stored) = self.load(&open).await else {
                return;
            };
            let found = match &stored {
                Some(record) => self.find(app, record).await,
                None => None,
            };
            // Looked at now: much may have happened while it was being loaded.
            if self.id_now() != open {
                return;
            }
            match (self.here(app), stored) {
                (Here::Settled(now), Some(record)) if record.revision > now.revision => {
                    if let Some(found) = found {
                        let screen = app.screen_now();
                        self.show(app, record, found);
                        app.open_at(screen);
                    }
                }
                (Here::Unsettled, Some(record)) if record.revision > self.revision_now() => {
                    self.failed(app, SaveStatus::Conflict);
                }
                (Here::Settled(now), None) if now.revision > 0 => {
                    self.leave(app);
                    app.announcement.set(app.t("gone.title").to_owned());
                }
                (Here::Unsettled, None) => self.failed(app, SaveStatus::Gone),
                _ => {}
            }
        });
    }

    fn revision_now(self) -> u32 {
        let current = self.current.try_get_untracked().flatten();
        current.map_or(0, |now| now.revision)
    }

    fn here(self, app: App) -> Here {
        let Some(now) = self.current.get_untracked() else {
            return Here::Busy;
        };
        if self.dirty.get_value() || self.writing.get_value() {
            return Here::Busy;
        }
        match self.status.get_untracked() {
            SaveStatus::Conflict | SaveStatus::Gone => Here::Busy,
            SaveStatus::Full | SaveStatus::NoStorage | SaveStatus::Newer => Here::Unsettled,
            _ if app.has_loose_ends() => Here::Unsettled,
            _ => Here::Settled(now),
        }
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
