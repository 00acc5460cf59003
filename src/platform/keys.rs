use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The key of a shortcut: pressed alone, outside of fields that take text.
pub fn shortcut(event: &KeyboardEvent) -> Option<String> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return None;
    }
    let element = target(event)?;
    let takes_text = match element.local_name().as_str() {
        "textarea" | "select" => true,
        "input" => element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| !matches!(input.type_().as_str(), "radio" | "checkbox" | "file")),
        _ => false,
    };
    (!takes_text).then(|| event.key())
}

/// The event comes from the page's heading, where focus stands after a change of page.
pub fn on_heading(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| element.local_name() == "h1")
}
