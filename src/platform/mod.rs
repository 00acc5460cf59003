//! What the browser gives: storage, files, focus, clock, number formats, printing.
//! Only this module and `element` name web-sys or js-sys.

pub mod clock;
pub mod file;
pub mod focus;
pub mod intl;
pub mod keys;
pub mod markup;
pub mod pointer;
pub mod position;
pub mod random;
pub mod session;
pub mod store;
pub mod tabs;

use web_sys::Window;

/// The page's window; there is always one where a widget can be mounted.
fn window() -> Option<Window> {
    web_sys::window()
}

/// Calls back whenever the page is being hidden or left, until the listeners are dropped.
pub fn on_hidden(hidden: impl Fn() + Clone + 'static) -> Option<[gloo::events::EventListener; 2]> {
    let window = window()?;
    let document = window.document()?;
    let left = hidden.clone();
    Some([
        gloo::events::EventListener::new(&document, "visibilitychange", move |_| hidden()),
        gloo::events::EventListener::new(&window, "pagehide", move |_| left()),
    ])
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
