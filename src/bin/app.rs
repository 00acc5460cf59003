//! What the browser loads: the element's JavaScript calls `mount` for every `<cluster-ready>` on the page.

// Compiled for the browser only; a native `cargo check --all-targets` sees an empty program.
fn main() {}

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// A mounted widget. Dropping the view and removing the div is `unmount`.
#[wasm_bindgen]
pub struct Handle {
    owner: Owner,
    view: Option<Box<dyn std::any::Any>>,
}

#[wasm_bindgen]
impl Handle {
    /// Takes the view down; what it owns is dropped.
    pub fn unmount(mut self) {
        self.view = None;
        self.owner.cleanup();
    }
}

/// Mounts the widget into a div of the element's shadow root.
#[wasm_bindgen]
pub fn mount(root: web_sys::HtmlElement, _config: JsValue) -> Handle {
    let owner = Owner::new();
    let view = owner.with(|| {
        leptos::mount::mount_to(root, || view! { <h1 tabindex="-1">"Cluster Ready"</h1> })
    });
    Handle {
        owner,
        view: Some(Box::new(view)),
    }
}
