use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// Puts a text on the clipboard; false where the browser, or the page around this one, does not allow it.
pub async fn copy(text: &str) -> bool {
    match begin(text) {
        Some(begun) => JsFuture::from(begun).await.is_ok(),
        None => false,
    }
}

/// Not by web-sys: a page without encryption has no clipboard, and asking it would throw.
fn begin(text: &str) -> Option<Promise> {
    let navigator = super::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    call(&clipboard, "writeText", &[text])?.dyn_into().ok()
}

/// Moves focus to a text area and selects its text. Copies it too where the browser does so without the clipboard's own
/// interface: a frame may, even where the page around does not pass on `clipboard-write`.
pub fn select_and_copy(root: &HtmlElement, id: &str) -> bool {
    super::focus::by_id(root, id);
    let found = root.query_selector(&format!("[id=\"{id}\"]")).ok();
    let Some(area) = found.flatten() else {
        return false;
    };
    area.unchecked_ref::<HtmlTextAreaElement>().select();
    let copied = root
        .owner_document()
        .and_then(|document| call(&document, "execCommand", &["copy"]));
    copied.is_some_and(|copied| copied.is_truthy())
}

fn call(object: &JsValue, method: &str, arguments: &[&str]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    let arguments = arguments.iter().map(|&text| JsValue::from_str(text));
    method.apply(object, &arguments.collect()).ok()
}
