//! The way to outbox.js, which sends results and keeps those that wait.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::host::text;
use super::object::object;
pub use crate::session::sending::{Entry, Sent};

/// Where the page wants results to be sent, and how the script for it is loaded.
#[derive(Clone)]
pub struct Opener {
    load: Function,
    address: String,
}

/// Why there is no outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutboxError {
    /// The script did not come.
    NotLoaded,
    /// Nothing may be sent to the address; why, for whoever runs the page.
    Address(String),
}

/// What is given to be sent.
pub struct Sending<'a> {
    pub draft: &'a str,
    pub mark: &'a str,
    pub title: &'a str,
    pub body: &'a str,
}

/// What is heard of an outbox: its entries have changed, or a state and a status to be told to the page.
pub enum News {
    Changed,
    Event { state: String, status: f64 },
}

type Heard = Closure<dyn Fn(JsValue, JsValue)>;

/// An open outbox; closed when it is dropped.
pub struct Outbox {
    object: JsValue,
    _heard: Heard,
}

impl Opener {
    /// Of what the element gave; nothing where the page names no address.
    pub fn of(settings: &JsValue) -> Option<Self> {
        let load = Reflect::get(settings, &"outbox".into()).ok()?;
        Some(Self {
            load: load.dyn_into().ok()?,
            address: text(settings, "submitUrl"),
        })
    }

    /// Opens the outbox of this name; `keep` lets what waits outlive the page. `attempt` counts from 0: a browser may
    /// remember that a script did not come, and another address asks again.
    ///
    /// # Errors
    /// [`OutboxError`].
    pub async fn open(
        &self,
        name: &str,
        keep: bool,
        attempt: u32,
        heard: impl Fn(News) + 'static,
    ) -> Result<Outbox, OutboxError> {
        let again = if attempt > 0 {
            format!("?{attempt}")
        } else {
            String::new()
        };
        let script = self
            .load
            .call1(&JsValue::NULL, &again.into())
            .map_err(|_| OutboxError::NotLoaded)?;
        let script = JsFuture::from(Promise::resolve(&script))
            .await
            .map_err(|_| OutboxError::NotLoaded)?;
        let heard = Heard::new(move |state: JsValue, status: JsValue| {
            heard(match (state.as_string(), status.as_f64()) {
                (Some(state), Some(status)) => News::Event { state, status },
                _ => News::Changed,
            });
        });
        let settings = object(&[
            ("address", self.address.as_str().into()),
            ("name", name.into()),
            ("keep", keep.into()),
        ]);
        let opening = call(&script, "open", &settings, heard.as_ref());
        match JsFuture::from(opening).await {
            Ok(object) => Ok(Outbox {
                object,
                _heard: heard,
            }),
            Err(error) => Err(OutboxError::Address(text(&error, "message"))),
        }
    }
}

impl Outbox {
    /// What waits outlives the page.
    pub fn kept(&self) -> bool {
        Reflect::get(&self.object, &"kept".into()).is_ok_and(|kept| kept.is_truthy())
    }

    /// The host that is sent to.
    pub fn host(&self) -> String {
        text(&self.object, "host")
    }

    /// The last first.
    pub fn entries(&self) -> Vec<Entry> {
        let list = Reflect::get(&self.object, &"entries".into()).unwrap_or_default();
        Array::from(&list).iter().map(|one| entry(&one)).collect()
    }

    /// Takes something over and tries to send it.
    pub fn add(&self, sending: &Sending<'_>) {
        let given = object(&[
            ("draft", sending.draft.into()),
            ("mark", sending.mark.into()),
            ("title", sending.title.into()),
            ("body", sending.body.into()),
        ]);
        self.ask("add", &given);
    }

    /// Tries it now.
    pub fn again(&self, key: &str) {
        self.ask("again", &key.into());
    }

    /// Takes it back.
    pub fn take_back(&self, key: &str) {
        self.ask("takeBack", &key.into());
    }

    /// Forgets everything; false where it could not be.
    pub async fn erase(&self) -> bool {
        let erased = call(
            &self.object,
            "erase",
            &JsValue::UNDEFINED,
            &JsValue::UNDEFINED,
        );
        JsFuture::from(erased).await.is_ok()
    }

    fn ask(&self, what: &str, given: &JsValue) {
        let asked = call(&self.object, what, given, &JsValue::UNDEFINED);
        wasm_bindgen_futures::spawn_local(async move {
            // What comes of it is heard.
            let _ = JsFuture::from(asked).await;
        });
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        let close = Reflect::get(&self.object, &"close".into())
            .ok()
            .and_then(|close| close.dyn_into::<Function>().ok());
        if let Some(close) = close {
            let _ = close.call0(&self.object);
        }
    }
}

/// Calls a function of an object that gives a promise.
fn call(of: &JsValue, name: &str, first: &JsValue, second: &JsValue) -> Promise {
    let answer = Reflect::get(of, &name.into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|function| function.call2(of, first, second));
    match answer {
        Ok(answer) => Promise::resolve(&answer),
        Err(error) => Promise::reject(&error),
    }
}

pub(super) fn entry(value: &JsValue) -> Entry {
    let flag = |key: &str| Reflect::get(value, &key.into()).is_ok_and(|found| found.is_truthy());
    let number = |key: &str| {
        let found = Reflect::get(value, &key.into()).ok();
        found.and_then(|value| value.as_f64()).unwrap_or_default()
    };
    Entry {
        key: text(value, "key"),
        draft: text(value, "draft"),
        mark: text(value, "mark"),
        title: text(value, "title"),
        host: host(value),
        ours: flag("ours"),
        state: match text(value, "state").as_str() {
            "sent" => Sent::Received,
            "refused" => Sent::Refused,
            "sending" => Sent::Sending,
            _ => Sent::Waiting,
        },
        tries: number("tries"),
        next: number("next"),
        bound: flag("bound"),
        at: number("at"),
        status: number("status"),
        said: text(value, "said"),
    }
}

/// The host that an entry goes to; as it is stored, it has the address alone.
fn host(value: &JsValue) -> String {
    let host = text(value, "host");
    if host.is_empty() {
        let address = text(value, "address");
        address.split('/').nth(2).unwrap_or_default().to_owned()
    } else {
        host
    }
}

/// The browser says that there is no network.
pub fn is_offline() -> bool {
    let navigator = super::window()
        .and_then(|window| Reflect::get(&window, &"navigator".into()).ok())
        .unwrap_or_default();
    Reflect::get(&navigator, &"onLine".into()).is_ok_and(|on_line| on_line.is_falsy())
}
