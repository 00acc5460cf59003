//! The page's way to its worker.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

pub use crate::session::boundary::Trouble;
use cluster_ready_core::boundary::Shape;

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
        .call1(&JsValue::NULL, &cluster_ready_core::BUILD.into())
        .map_err(|_| Trouble::NotLoaded)?;
    let made = JsFuture::from(Promise::resolve(&made))
        .await
        .map_err(|_| Trouble::NotLoaded)?;
    Ok(made.unchecked_into())
}

/// What stands beside a question or an answer. The bytes stay outside of the program's memory.
#[derive(Debug, Clone)]
pub enum Payload {
    Bytes(Uint8Array),
    /// A file, or many bytes that the worker gave: the browser hands them on without a copy.
    Blob(Blob),
}

/// The same object, not the same bytes.
impl PartialEq for Payload {
    fn eq(&self, other: &Self) -> bool {
        self.object() == other.object()
    }
}

impl AsRef<JsValue> for Payload {
    fn as_ref(&self) -> &JsValue {
        self.object()
    }
}

impl Payload {
    fn object(&self) -> &JsValue {
        match self {
            Self::Blob(blob) => blob,
            Self::Bytes(bytes) => bytes,
        }
    }

    fn from_object(object: JsValue) -> Self {
        match object.dyn_into::<Blob>() {
            Ok(blob) => Self::Blob(blob),
            Err(bytes) => Self::Bytes(bytes.unchecked_into()),
        }
    }

    pub fn file(file: web_sys::File) -> Self {
        Self::Blob(file.into())
    }

    pub fn bytes(bytes: &[u8]) -> Self {
        Self::Bytes(Uint8Array::from(bytes))
    }

    /// The bytes of a text, in UTF-8.
    pub fn text(text: &str) -> Self {
        Self::bytes(text.as_bytes())
    }

    /// The bytes of a shape.
    pub fn of(shape: &Shape) -> Self {
        Self::bytes(&shape.to_bytes())
    }

    /// Several one after the other, each with its length before it (see [`cluster_ready_core::survey::frames`]).
    pub fn framed(several: &[&Self]) -> Option<Self> {
        let parts = Array::new();
        for one in several {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a shape of the most corners that are read has 32 MB"
            )]
            let length = one.len() as u32;
            parts.push(&Uint8Array::from(length.to_le_bytes().as_slice()));
            parts.push(one.object());
        }
        Blob::new_with_blob_sequence(&parts).ok().map(Self::Blob)
    }

    /// The shape of these bytes, where they are at hand.
    pub fn shape_at_hand(&self) -> Option<Shape> {
        match self {
            Self::Bytes(bytes) => Shape::from_bytes(&bytes.to_vec()),
            Self::Blob(_) => None,
        }
    }

    /// The shape of these bytes; `None` where they are none of a shape, or the browser no longer has them.
    pub async fn shape(&self) -> Option<Shape> {
        Shape::from_bytes(&self.to_bytes().await?)
    }

    /// How many bytes.
    pub fn len(&self) -> f64 {
        match self {
            Self::Bytes(bytes) => f64::from(bytes.length()),
            Self::Blob(blob) => blob.size(),
        }
    }

    /// The bytes; `None` where the browser no longer has them.
    pub async fn to_bytes(&self) -> Option<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Some(bytes.to_vec()),
            Self::Blob(blob) => {
                let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
                Some(Uint8Array::new(&buffer).to_vec())
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0.0
    }

    /// Some of the bytes.
    pub fn slice(&self, begin: u32, end: u32) -> Option<Self> {
        Some(match self {
            Self::Bytes(bytes) => Self::Bytes(bytes.slice(begin, end)),
            Self::Blob(blob) => {
                let (begin, end) = (f64::from(begin), f64::from(end));
                Self::Blob(blob.slice_with_f64_and_f64(begin, end).ok()?)
            }
        })
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
    ) -> Result<(Vec<u8>, Payload), Trouble> {
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
        let reply: Uint8Array = both.get(0).unchecked_into();
        Ok((reply.to_vec(), Payload::from_object(both.get(1))))
    }
}
