//! What a page shows, as one type: built by `view!`, put into the document and kept up to date here.
//!
//! Reactivity is Leptos's. Its view, one Rust type per element, was a third of what the first question loads; see
//! docs/decisions/view.md.

mod element;
mod escaped;
#[cfg(feature = "first-page")]
mod html;
mod mounted;
mod value;
mod view;

pub use element::Element;
pub use escaped::escaped;
pub use markup::view;
pub use mounted::mount;
pub use value::{IntoValue, Value};
pub use view::{CollectView, IntoView, View};

use leptos::prelude::{RenderEffect, StoredValue};

/// Runs now and whenever what it reads has changed, as long as the present owner lives. One type for all effects.
fn follow(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    StoredValue::new_local(effect);
}
