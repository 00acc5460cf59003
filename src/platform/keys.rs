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
    (!takes_text(&target(event)?)).then(|| event.key())
}

fn takes_text(element: &Element) -> bool {
    match element.local_name().as_str() {
        "textarea" | "select" => true,
        "input" => element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| !matches!(input.type_().as_str(), "radio" | "checkbox" | "file")),
        _ => false,
    }
}

/// Taking a change back, or making it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewind {
    Undo,
    Redo,
}

/// Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z, with Command on a Mac; not in a text field, where the browser does it.
pub fn rewind(event: &KeyboardEvent) -> Option<Rewind> {
    let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    if !held || takes_text(&target(event)?) {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Rewind::Undo),
        ("z", true) | ("y", false) => Some(Rewind::Redo),
        _ => None,
    }
}

/// The event comes from the page's heading, where focus stands after a change of page.
pub fn on_heading(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| element.local_name() == "h1")
}
