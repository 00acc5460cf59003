//! Writing the open draft: after every change, when the page is left, and when another one is opened.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::{Current, Drafts, SaveStatus};
use crate::platform::store::Record;
use crate::platform::{clock, intl};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::file::{self, Meta};
use cluster_ready_core::assessment::{Assessment, Profile};

impl Drafts {
    /// The assessment or the screen changed: write, or note that another write is needed.
    pub fn changed(self, app: App) {
        if self.current.with_untracked(Option::is_none)
            || matches!(
                self.status.get_untracked(),
                SaveStatus::Conflict | SaveStatus::Gone
            )
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
        let status = self.status.try_get_untracked();
        let unwritten = self.dirty.try_get_value() == Some(true)
            || self.writing.try_get_value() == Some(true)
            || matches!(status, Some(SaveStatus::Full | SaveStatus::Conflict));
        if unwritten
            && let Some(Some(current)) = self.current.try_get_untracked()
            && let Some(record) = self.record(app, self.before(current))
        {
            app.host().tab().keep_unwritten(&record);
        }
        if self.dirty.try_get_value() == Some(true) || status == Some(SaveStatus::Full) {
            self.changed(app);
        }
    }

    /// What comes before the next record in the store: a write that is under way comes first.
    fn before(self, current: Current) -> Current {
        let under_way = self.under_way.try_get_value().flatten();
        under_way
            .filter(|one| one.id == current.id && current.revision > 0)
            .unwrap_or(current)
    }

    pub(in crate::ui::state) fn moved(self, app: App) {
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
                app.host().tab().remember(Some(&record.id));
                self.tell(&record.id);
                app.saved_to_store();
                // "Saved" is said only when nothing newer waits.
                if !self.dirty.get_value() {
                    app.host().tab().forget_unwritten();
                    self.status.set(SaveStatus::Saved {
                        at: record.saved_at,
                    });
                }
                self.current.set(Some(Current {
                    id: record.id,
                    revision: record.revision,
                }));
            }
            Err(error) => self.broken(app, error),
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
            screen: app.screen_now().word(app.model()),
            body: app.peek(|assessment| {
                file::draft(app.model(), assessment, &Meta::default(), intl::json)
            }),
        })
    }

    /// The open draft is about to go from the screen: a change that no write has begun with is written on its own; a version
    /// beside another tab's, as a draft of its own.
    pub fn settle(self, app: App) {
        let conflict = self.status.try_get_untracked() == Some(SaveStatus::Conflict);
        if self.dirty.try_get_value() != Some(true) && !conflict {
            return;
        }
        self.dirty.set_value(false);
        let (Some(store), Some(mut current)) =
            (self.store.get_value(), self.current.get_untracked())
        else {
            return;
        };
        if conflict {
            current = Current::new();
        }
        let under_way = self.under_way.get_value();
        let before = under_way
            .filter(|one| one.id == current.id)
            .unwrap_or(current);
        let Some(record) = self.record(app, before) else {
            return;
        };
        spawn_local(async move {
            if store.put(&record).await.is_ok() {
                self.tell(&record.id);
                app.saved_to_store();
                self.list_again(app);
            }
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
