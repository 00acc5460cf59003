use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

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
    let begun = method(&clipboard, "writeText")?.call1(&clipboard, &text.into());
    begun.ok()?.dyn_into().ok()
}

/// Moves focus to a text area and selects its text. Copies it too where the browser does so without the clipboard's own
/// interface: a frame may, even where the page around does not pass on `clipboard-write`.
pub fn select_and_copy(root: &HtmlElement, id: &str) -> bool {
    super::focus::by_id(root, id);
    copy_focused(root).is_some_and(|copied| copied.is_truthy())
}

fn copy_focused(root: &HtmlElement) -> Option<JsValue> {
    let area = super::focus::present(root)?;
    method(&area, "select")?.call0(&area).ok()?;
    let document = root.owner_document()?;
    let copy = method(&document, "execCommand")?;
    copy.call1(&document, &"copy".into()).ok()
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
