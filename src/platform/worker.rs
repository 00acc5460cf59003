//! The page's way to its worker.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::boundary::Shape;

/// Why a question was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The worker's files did not come.
    NotLoaded,
    /// The browser could not read the file (moved, removed, no permission).
    Unreadable,
    /// It stopped by itself; another one is started for the next question.
    Crashed,
    /// It took too long and was stopped.
    TooLong,
    /// A person stopped it.
    Cancelled,
}

impl Trouble {
    fn of(error: &JsValue) -> Self {
        let name = Reflect::get(error, &"name".into()).ok();
        match name.and_then(|name| name.as_string()).as_deref() {
            Some("load") => Self::NotLoaded,
            Some("unreadable") => Self::Unreadable,
            Some("time") => Self::TooLong,
            Some("cancelled") => Self::Cancelled,
            _ => Self::Crashed,
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// `WorkerClient` of worker-client.js.
    #[derive(Debug, Clone, PartialEq)]
    pub type Client;

    #[wasm_bindgen(method)]
    fn ask(this: &Client, request: Uint8Array, payload: &JsValue, tell: &Function) -> Promise;
    #[wasm_bindgen(method)]
    fn load(this: &Client) -> Promise;
    #[wasm_bindgen(method)]
    fn prepare(this: &Client) -> Promise;
    #[wasm_bindgen(method)]
    pub fn cancel(this: &Client);
    #[wasm_bindgen(method)]
    pub fn close(this: &Client);
    #[wasm_bindgen(method, getter)]
    pub fn blocking(this: &Client) -> bool;
}

thread_local! {
    static OPENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// `open` gives a promise of a new [`Client`] for a build.
pub fn reach_by(open: Function) {
    OPENER.set(Some(open));
}

/// A new client. Its worker starts with the first question.
///
/// # Errors
/// [`Trouble::NotLoaded`].
pub async fn client() -> Result<Client, Trouble> {
    let open = OPENER.with_borrow(Clone::clone).ok_or(Trouble::NotLoaded)?;
    let made = open
        .call1(&JsValue::NULL, &crate::BUILD.into())
        .map_err(|_| Trouble::NotLoaded)?;
    let made = JsFuture::from(Promise::resolve(&made))
        .await
        .map_err(|_| Trouble::NotLoaded)?;
    Ok(made.unchecked_into())
}

/// What stands beside a question or an answer. The bytes stay outside of the program's memory.
#[derive(Debug, Clone)]
pub enum Payload {
    File(web_sys::File),
    Bytes(Uint8Array),
}

/// The same object, not the same bytes.
impl PartialEq for Payload {
    fn eq(&self, other: &Self) -> bool {
        self.object() == other.object()
    }
}

impl Payload {
    fn object(&self) -> &JsValue {
        match self {
            Self::File(file) => file,
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The bytes of a shape.
    pub fn of(shape: &Shape) -> Self {
        Self::bytes(&shape.to_bytes())
    }

    pub fn bytes(bytes: &[u8]) -> Self {
        Self::Bytes(Uint8Array::from(bytes))
    }

    /// The bytes of a text, in UTF-8.
    pub fn text(text: &str) -> Self {
        Self::bytes(text.as_bytes())
    }

    /// The first of several that are framed.
    pub fn first_framed(&self) -> Self {
        let end = self
            .number_at(0)
            .map_or(4, |length| length.saturating_add(4));
        self.slice(4, end)
    }

    /// The shape of these bytes; without corners where they are none of a shape.
    pub fn shape(&self) -> Shape {
        match self {
            Self::Bytes(bytes) => Shape::from_bytes(&bytes.to_vec()).unwrap_or_default(),
            Self::File(_) => Shape::default(),
        }
    }

    pub fn length(&self) -> u32 {
        match self {
            Self::Bytes(bytes) => bytes.length(),
            Self::File(_) => 0,
        }
    }

    /// A copy of some of the bytes.
    pub fn slice(&self, begin: u32, end: u32) -> Self {
        match self {
            Self::Bytes(bytes) => Self::Bytes(bytes.slice(begin, end)),
            Self::File(file) => Self::File(file.clone()),
        }
    }

    /// The little-endian number of 32 bits at a place.
    pub fn number_at(&self, begin: u32) -> Option<u32> {
        let Self::Bytes(bytes) = self else {
            return None;
        };
        let bytes = bytes.subarray(begin, begin.checked_add(4)?).to_vec();
        bytes.first_chunk().copied().map(u32::from_le_bytes)
    }
}

impl Client {
    /// Loads what the worker needs, without starting it.
    pub async fn prefetch(&self) {
        // What did not come is asked for again when it is needed.
        let _ = JsFuture::from(self.load()).await;
    }

    /// Starts the worker before there is a question.
    pub async fn warm_up(&self) {
        let _ = JsFuture::from(self.prepare()).await;
    }

    /// Asks, and waits for the answer and the bytes beside it. `tell` hears a stage, how much is done, and of how much
    /// where that is known.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn question(
        &self,
        request: &[u8],
        payload: &Payload,
        tell: impl Fn(&str, f64, f64) + 'static,
    ) -> Result<(Vec<u8>, Uint8Array), Trouble> {
        let tell = Closure::<dyn Fn(String, f64, f64)>::new(move |stage: String, done, of| {
            tell(&stage, done, of);
        });
        let asked = self.ask(
            Uint8Array::from(request),
            payload.object(),
            tell.as_ref().unchecked_ref(),
        );
        let answered = JsFuture::from(asked)
            .await
            .map_err(|error| Trouble::of(&error))?;
        let both: Array = answered.unchecked_into();
        let (reply, bytes): (Uint8Array, Uint8Array) =
            (both.get(0).unchecked_into(), both.get(1).unchecked_into());
        Ok((reply.to_vec(), bytes))
    }
}
