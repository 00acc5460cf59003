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
use crate::session::sending::{Effect, Event, Sending as Machine};

pub use crate::session::sending::Standing;

/// What was to be sent from this widget. Copies share it.
#[derive(Clone, Copy)]
pub struct Sending {
    machine: StoredValue<Machine>,
    standing: RwSignal<Standing>,
    entries: RwSignal<Vec<Entry>>,
    outbox: StoredValue<Option<Rc<Outbox>>, LocalStorage>,
}

impl Sending {
    pub(super) fn new() -> Self {
        let outbox = StoredValue::new_local(None);
        on_cleanup(move || {
            outbox.try_set_value(None);
        });
        Self {
            machine: StoredValue::new(Machine::default()),
            standing: RwSignal::new(Standing::Opening),
            entries: RwSignal::default(),
            outbox,
        }
    }

    /// Something happened, and this is to be done; nothing once the view is gone. The view follows the machine.
    fn update(self, event: Event) -> Vec<Effect> {
        let effects = self.machine.try_update_value(|machine| {
            let (next, effects) = std::mem::take(machine).update(event);
            *machine = next;
            effects
        });
        self.machine.try_with_value(|now| {
            if self
                .standing
                .with_untracked(|before| before != now.standing())
            {
                self.standing.set(now.standing().clone());
            }
            if self
                .entries
                .with_untracked(|before| before != now.entries())
            {
                self.entries.set(now.entries().to_vec());
            }
        });
        effects.unwrap_or_default()
    }

    fn send(self, app: App, event: Event) {
        for effect in self.update(event) {
            self.carry_out(app, effect);
        }
    }

    fn carry_out(self, app: App, effect: Effect) {
        match effect {
            Effect::Open { attempt } => self.open_at(app, attempt),
            Effect::List => self.list(app),
            Effect::Look => self.look(app),
            Effect::Tell { detail } => {
                let told = [
                    ("reason", "submit-url".into()),
                    ("detail", detail.as_str().into()),
                ];
                app.tell("error", &told);
            }
            // Nor must the news go unheard.
            Effect::Turned(now) => {
                if !self.keep_focus(app)
                    && let Some(now) = now
                {
                    app.announcement.set(app.t(title(now)).to_owned());
                }
            }
            // Done where the outbox is.
            Effect::Take => {}
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
        let address = app.sends();
        self.send(app, Event::Asked { address });
    }

    fn open_at(self, app: App, attempt: u32) {
        let host = app.host();
        let Some(opener) = host.outbox.clone() else {
            return;
        };
        let (name, keep) = (host.outbox_name(), host.keeping == Keeping::Device);
        spawn_local(async move {
            let opened = opener
                .open(&name, keep, attempt, move |news| self.heard(app, news))
                .await;
            let (event, mut opened) = match opened {
                Ok(outbox) => {
                    let (host, kept) = (outbox.host(), outbox.kept());
                    let event = Event::Opened {
                        attempt,
                        host,
                        kept,
                    };
                    (event, Some(outbox))
                }
                Err(OutboxError::NotLoaded) => (Event::NotLoaded { attempt }, None),
                Err(OutboxError::Address(detail)) => (Event::Refused { attempt, detail }, None),
            };
            // One that nobody waits for is dropped, and thereby closed.
            for effect in self.update(event) {
                match (effect, opened.take()) {
                    (Effect::Take, Some(outbox)) => {
                        self.outbox.try_set_value(Some(Rc::new(outbox)));
                        if app.screen_if_any() == Some(Screen::Send) {
                            self.keep_focus(app);
                        }
                    }
                    (effect, _) => self.carry_out(app, effect),
                }
            }
        });
    }

    /// Asks the open outbox how it stands.
    fn list(self, app: App) {
        let is_shown = app.screen_if_any() == Some(Screen::Send);
        let shown = is_shown.then(|| app.drafts.id_now());
        if let Some(outbox) = self.outbox.try_get_value().flatten() {
            let listed = Event::Listed {
                host: outbox.host(),
                kept: outbox.kept(),
                entries: outbox.entries(),
                shown,
            };
            self.send(app, listed);
        }
    }

    /// Looks what is left on the device, where the outbox is not open.
    fn look(self, app: App) {
        let host = app.host();
        if host.keeping != Keeping::Device {
            return;
        }
        spawn_local(async move {
            let left = erasing::waiting(&host.outbox_name()).await;
            self.send(app, Event::Left(left));
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
            News::Changed => self.list(app),
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
