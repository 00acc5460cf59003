use web_sys::{HtmlElement, HtmlInputElement};

use wasm_bindgen::JsCast;

/// Puts a text into the field with this id under `root`, as what was worked out from other fields.
pub fn put(root: &HtmlElement, id: &str, text: &str) {
    if let Ok(Some(element)) = root.query_selector(&format!("[id=\"{id}\"]"))
        && let Some(input) = element.dyn_ref::<HtmlInputElement>()
    {
        input.set_value(text);
    }
}
