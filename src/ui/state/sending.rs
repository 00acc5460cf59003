//! Sending results to where the page wants them. What waits is kept by outbox.js; this is what the view knows of it.

use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::reactive::owner::WeakOwner;
use leptos::task::spawn_local;

use super::{App, Screen};
use crate::platform::host::Detail;
use crate::platform::outbox::{Entry, News, Outbox, OutboxError, Sent};
use crate::platform::store::Keeping;
use crate::platform::{erasing, focus};

/// How it stands with the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Opening,
    Open {
        /// The host that is sent to.
        host: String,
        /// What waits outlives the page.
        kept: bool,
    },
    /// Its script did not come.
    NotLoaded,
    /// Nothing may be sent to the page's address.
    Refused,
}

/// What was to be sent from this widget. Copies share it.
#[derive(Clone, Copy)]
pub struct Sending {
    standing: RwSignal<Standing>,
    entries: RwSignal<Vec<Entry>>,
    /// How often the script was asked for.
    attempts: StoredValue<u32>,
    outbox: StoredValue<Option<Rc<Outbox>>, LocalStorage>,
}

impl Sending {
    pub(super) fn new() -> Self {
        let outbox = StoredValue::new_local(None);
        on_cleanup(move || {
            outbox.try_set_value(None);
        });
        Self {
            standing: RwSignal::new(Standing::Opening),
            entries: RwSignal::default(),
            attempts: StoredValue::new(0),
            outbox,
        }
    }

    pub fn standing(self) -> Standing {
        self.standing.get()
    }

    /// The last first.
    pub fn entries(self) -> Vec<Entry> {
        self.entries.get()
    }

    /// How many were not received.
    pub fn unsent(self) -> usize {
        let unsent = |one: &&Entry| one.state != Sent::Received;
        self.entries.with(|all| all.iter().filter(unsent).count())
    }

    /// The last one of a draft.
    pub fn of(self, draft: &str) -> Option<Entry> {
        self.entries
            .with(|all| all.iter().find(|one| one.draft == draft).cloned())
    }

    /// Opens the outbox, again where its script did not come. Where the page names no address, something may still be left.
    pub fn open(self, app: App) {
        let host = app.host();
        let Some(opener) = host.outbox.clone() else {
            self.standing.try_set(Standing::Refused);
            return self.look(app);
        };
        let (name, keep) = (host.outbox_name(), host.keeping == Keeping::Device);
        let attempt = self.attempts.get_value();
        self.attempts.set_value(attempt.wrapping_add(1));
        spawn_local(async move {
            let opened = opener
                .open(&name, keep, attempt, move |news| self.heard(app, news))
                .await;
            match opened {
                Ok(outbox) => {
                    // Gone meanwhile: dropped, and thereby closed.
                    self.outbox.try_set_value(Some(Rc::new(outbox)));
                    if app.screen_if_any() == Some(Screen::Send) {
                        self.keep_focus(app);
                    }
                    self.heard(app, News::Changed);
                }
                Err(OutboxError::NotLoaded) => {
                    self.standing.try_set(Standing::NotLoaded);
                    self.look(app);
                }
                Err(OutboxError::Address(detail)) => {
                    self.look(app);
                    if self.standing.try_set(Standing::Refused).is_none() {
                        let told = [
                            ("reason", "submit-url".into()),
                            ("detail", detail.as_str().into()),
                        ];
                        app.tell("error", &told);
                    }
                }
            }
        });
    }

    /// Looks what is left on the device, where the outbox is not open.
    fn look(self, app: App) {
        let host = app.host();
        if host.keeping != Keeping::Device {
            return;
        }
        spawn_local(async move {
            let left = erasing::waiting(&host.outbox_name()).await;
            if self.outbox.try_with_value(Option::is_none) == Some(true) {
                self.entries.try_set(left);
            }
        });
    }

    /// What of a draft was not received.
    pub fn unsent_of(self, draft: &str) -> Vec<String> {
        self.entries.with(|all| {
            let unsent = all
                .iter()
                .filter(|one| one.draft == draft && one.state != Sent::Received);
            unsent.map(|one| one.key.clone()).collect()
        })
    }

    /// Takes something back, also where the outbox is not open.
    pub fn take_back(self, app: App, keys: Vec<String>) {
        if let Some(outbox) = self.outbox.try_get_value().flatten() {
            return keys.iter().for_each(|key| outbox.take_back(key));
        }
        spawn_local(async move {
            erasing::withdraw(&app.host().outbox_name(), &keys).await;
            self.look(app);
        });
    }

    /// Forgets everything, also where the outbox is not open; false where it could not be.
    async fn erase(self, app: App) -> bool {
        if let Some(outbox) = self.outbox.try_get_value().flatten() {
            return outbox.erase().await;
        }
        let host = app.host();
        let erased =
            host.keeping != Keeping::Device || erasing::forget_outbox(&host.outbox_name()).await;
        self.look(app);
        erased
    }

    /// Does something with the outbox where it is open.
    pub fn with(self, act: impl FnOnce(&Outbox)) {
        if let Some(outbox) = self.outbox.try_get_value().flatten() {
            act(&outbox);
        }
    }

    fn heard(self, app: App, news: News) {
        match news {
            News::Event { state, status } => {
                let status = if status > 0.0 {
                    status.into()
                } else {
                    Detail::NULL
                };
                app.tell(
                    "submit",
                    &[("state", state.as_str().into()), ("status", status)],
                );
            }
            News::Changed => self.with(|outbox| {
                self.standing.try_set(Standing::Open {
                    host: outbox.host(),
                    kept: outbox.kept(),
                });
                self.show(app, outbox.entries());
            }),
        }
    }

    fn show(self, app: App, entries: Vec<Entry>) {
        let Some(before) = self.entries.try_get_untracked() else {
            return;
        };
        if before == entries {
            return;
        }
        let draft = app.drafts.id_now();
        let turned = [&before, &entries].map(|all| outcome(all, &draft));
        self.entries.set(entries);
        let [before, now] = turned;
        if app.screen_if_any() != Some(Screen::Send) || before == now {
            return;
        }
        // Nor must the news go unheard.
        if !self.keep_focus(app)
            && let Some(now) = now
        {
            app.announcement.set(app.t(title(now)).to_owned());
        }
    }

    /// Another page comes to stand in the place of this one: focus that is in it must not fall out. False where it is not.
    fn keep_focus(self, app: App) -> bool {
        let inside = focus::is_inside(&app.root(), ".page__main");
        if inside {
            focus::first(app.root(), "h1");
        }
        inside
    }
}

/// What the page of a draft is about: what waits and what is being sent are one.
fn outcome(entries: &[Entry], draft: &str) -> Option<Sent> {
    let state = entries.iter().find(|one| one.draft == draft)?.state;
    Some(if state == Sent::Sending {
        Sent::Waiting
    } else {
        state
    })
}

/// Key of the heading that says how it stands.
pub fn title(state: Sent) -> &'static str {
    match state {
        Sent::Waiting | Sent::Sending => "send.waiting.title",
        Sent::Received => "send.received.title",
        Sent::Refused => "send.refused.title",
    }
}

impl App {
    /// What is sent from this widget, where it was opened.
    pub fn sending_if_any(self) -> Option<Sending> {
        self.sending.get_value()
    }

    /// What is sent from this widget; opened with the first call.
    pub fn sending(self) -> Sending {
        if let Some(there) = self.sending.get_value() {
            return there;
        }
        let made = self
            .owner
            .with_value(WeakOwner::upgrade)
            .map_or_else(Sending::new, |owner| owner.with(Sending::new));
        self.sending.set_value(Some(made));
        made.open(self);
        made
    }

    /// Erases the drafts and what waits to be sent. Gives the keys of the words for what could not be erased.
    pub async fn erase_everything(self) -> Vec<&'static str> {
        let sent = self.sending().erase(self).await;
        let drafts = self.drafts.erase_all(self).await;
        let left = [(drafts, "erase.left.drafts"), (sent, "erase.left.results")];
        let left = left.into_iter().filter(|(erased, _)| !erased);
        left.map(|(_, key)| key).collect()
    }
}
