//! The page that holds the widget: what it is told, and how its questions are answered.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::object::object;

/// A value in what the page is told.
pub type Detail = JsValue;

/// A text of an object that the page gave; empty where there is none.
pub fn text(given: &JsValue, key: &str) -> String {
    Reflect::get(given, &JsValue::from_str(key))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Hears the widget's events. The element passes them on in a task of their own, so a handler of the page may do anything.
#[derive(Clone)]
pub struct Listener(Function);

impl Listener {
    pub fn of(given: &JsValue, key: &str) -> Option<Self> {
        let function = Reflect::get(given, &JsValue::from_str(key)).ok()?;
        Some(Self(function.dyn_into().ok()?))
    }

    pub fn tell(&self, event: &str, detail: &[(&str, Detail)]) {
        let _ = self
            .0
            .call2(&JsValue::NULL, &JsValue::from_str(event), &object(detail));
    }
}

impl Listener {
    /// The text of a file that came with the element; nothing where it does not come.
    pub async fn file(&self, name: &str) -> Option<String> {
        let asked = Promise::new(&mut |done, _| {
            self.tell("file", &[("name", name.into()), ("done", done.into())]);
        });
        JsFuture::from(asked).await.ok()?.as_string()
    }
}

/// Answers one question of the page, once.
pub struct Reply(Function);

impl Reply {
    pub fn to(done: Function) -> Self {
        Self(done)
    }

    pub fn give(self, answer: impl Into<Detail>) {
        let _ = self.0.call2(&JsValue::NULL, &JsValue::NULL, &answer.into());
    }

    pub fn refuse(self, why: &[(&str, Detail)]) {
        let _ = self.0.call1(&JsValue::NULL, &object(why));
    }
}
