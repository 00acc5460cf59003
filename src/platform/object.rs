//! Objects of JavaScript made of fields.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}
