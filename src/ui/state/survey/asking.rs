//! Questions to the worker, and how far it has come with them.

use std::time::Duration;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::Survey;
use crate::platform::worker::{self, Client, Payload, Trouble};
use crate::session::waiting::{Event, Waiting};
use cluster_ready_core::survey::{Reply, Request, from_message, to_message};

pub use crate::session::waiting::Busy;

/// Shorter work is not worth a word.
const PATIENCE_MS: u64 = 400;

/// The state of the talk with the worker. Copies share it.
#[derive(Clone, Copy)]
pub struct Asking {
    /// Shown while something takes long.
    pub busy: RwSignal<Option<Busy>>,
    client: StoredValue<Option<Client>, LocalStorage>,
    waiting: StoredValue<Waiting>,
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
            waiting: StoredValue::new(Waiting::default()),
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
                let tell = move |stage: &str, done, of| {
                    self.update(Event::Told(Busy {
                        stage: stage.to_owned(),
                        done,
                        of,
                        blocking,
                    }));
                };
                client.question(&question, payload, tell).await
            }
            Err(trouble) => Err(trouble),
        };
        if self.update(Event::Answered).is_none() {
            return Err(Trouble::Cancelled);
        }
        let (reply, bytes) = answered?;
        let reply = from_message(&reply).map_err(|_| Trouble::Crashed)?;
        Ok((reply, bytes))
    }

    fn begin(self) {
        let Some(turn) = self.update(Event::Asked) else {
            return;
        };
        let patience = Duration::from_millis(PATIENCE_MS);
        set_timeout(
            move || {
                self.update(Event::Long(turn));
            },
            patience,
        );
    }

    /// The turn of the last question; nothing once the view is gone. The view follows what is waited for.
    fn update(self, event: Event) -> Option<u32> {
        let now = self.waiting.try_update_value(|waiting| {
            *waiting = std::mem::take(waiting).update(event);
            waiting.clone()
        })?;
        if self
            .busy
            .with_untracked(|before| before.as_ref() != now.busy())
        {
            self.busy.set(now.busy().cloned());
        }
        Some(now.turn())
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
