//! Questions to the worker, and how far it has come with them.

use std::time::Duration;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::Survey;
use crate::platform::worker::{self, Client, Payload, Trouble};
use cluster_ready_core::survey::{Reply, Request, from_message, to_message};

/// Work that a person waits for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Busy {
    /// `loading` (bytes of the file), or a word of [`cluster_ready_core::progress::Stage`] (corners); empty before the first telling.
    pub stage: String,
    pub done: f64,
    /// 0 while it is not known.
    pub of: f64,
    /// It runs on the page's own thread and cannot be stopped.
    pub blocking: bool,
}

/// Shorter work is not worth a word.
const PATIENCE_MS: u64 = 400;

/// The state of the talk with the worker. Copies share it.
#[derive(Clone, Copy)]
pub struct Asking {
    /// Shown while something takes long.
    pub busy: RwSignal<Option<Busy>>,
    client: StoredValue<Option<Client>, LocalStorage>,
    /// What was told while it was not worth a word yet.
    early: StoredValue<Busy>,
    /// Questions that are not answered yet, and questions so far.
    open: StoredValue<(usize, u32)>,
}

impl Asking {
    pub(super) fn new() -> Self {
        let client = StoredValue::new_local(None::<Client>);
        on_cleanup(move || {
            if let Some(client) = client.try_get_value().flatten() {
                client.close();
            }
        });
        Self {
            busy: RwSignal::new(None),
            client,
            early: StoredValue::new(Busy::default()),
            open: StoredValue::new((0, 0)),
        }
    }

    async fn client(self) -> Result<Client, Trouble> {
        if let Some(there) = self.client.try_get_value().flatten() {
            return Ok(there);
        }
        let made = worker::client().await?;
        // Another question may have made one meanwhile.
        match self.client.try_get_value() {
            Some(Some(there)) => Ok(there),
            Some(None) => {
                self.client.set_value(Some(made.clone()));
                Ok(made)
            }
            None => Err(Trouble::Cancelled),
        }
    }

    /// Asks and waits for the answer. [`Trouble::Cancelled`] also when the view is gone.
    async fn ask(self, request: &Request, payload: &Payload) -> Result<(Reply, Payload), Trouble> {
        let question = to_message(request).map_err(|_| Trouble::Crashed)?;
        self.begin();
        let answered = match self.client().await {
            Ok(client) => {
                let blocking = client.blocking();
                let tell = move |stage: &str, done, of| self.told(stage, done, of, blocking);
                client.question(&question, payload, tell).await
            }
            Err(trouble) => Err(trouble),
        };
        if !self.end() {
            return Err(Trouble::Cancelled);
        }
        let (reply, bytes) = answered?;
        let reply = from_message(&reply).map_err(|_| Trouble::Crashed)?;
        Ok((reply, bytes))
    }

    fn begin(self) {
        let (open, number) = self.open.get_value();
        let number = number.wrapping_add(1);
        self.open.set_value((open + 1, number));
        self.early.set_value(Busy::default());
        set_timeout(
            move || {
                // The same question is still open.
                let waiting = self.open.try_get_value() == Some((open + 1, number));
                if waiting && self.busy.with_untracked(Option::is_none) {
                    self.busy.set(Some(self.early.get_value()));
                }
            },
            Duration::from_millis(PATIENCE_MS),
        );
    }

    /// False when the view is gone.
    fn end(self) -> bool {
        let Some((open, number)) = self.open.try_get_value() else {
            return false;
        };
        let open = open.saturating_sub(1);
        self.open.set_value((open, number));
        if open == 0 && self.busy.with_untracked(Option::is_some) {
            self.busy.set(None);
        }
        true
    }

    fn told(self, stage: &str, done: f64, of: f64, blocking: bool) {
        if self.open.try_get_value().is_none_or(|(open, _)| open == 0) {
            return;
        }
        let busy = Busy {
            stage: stage.to_owned(),
            done,
            of,
            blocking,
        };
        if self.busy.with_untracked(Option::is_some) {
            self.busy.set(Some(busy));
        } else {
            self.early.set_value(busy);
        }
    }
}

impl Survey {
    /// See [`Asking::ask`].
    pub async fn ask(
        self,
        request: &Request,
        payload: &Payload,
    ) -> Result<(Reply, Payload), Trouble> {
        self.asking.ask(request, payload).await
    }

    /// Loads the worker while nothing else is to be done.
    pub async fn prefetch(self) {
        if let Ok(client) = self.asking.client().await {
            client.prefetch().await;
        }
    }

    /// Starts the worker before it is needed.
    pub fn prepare(self) {
        spawn_local(async move {
            if let Ok(client) = self.asking.client().await {
                client.warm_up().await;
            }
        });
    }

    /// Stops what is being done.
    pub fn cancel(self) {
        if let Some(client) = self.asking.client.get_value() {
            client.cancel();
        }
    }
}
