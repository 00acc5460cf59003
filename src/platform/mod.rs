//! What the browser gives: storage, files, focus, clock, number formats, printing.
//! Only this module and `element` name web-sys or js-sys.

pub mod clipboard;
pub mod clock;
pub mod downloads;
pub mod erasing;
pub mod field;
pub mod file;
pub mod focus;
pub mod host;
pub mod idle;
pub mod intl;
pub mod keys;
pub mod markup;
mod object;
pub mod outbox;
pub mod pointer;
pub mod position;
pub mod printing;
pub mod random;
pub mod scrolling;
pub mod session;
mod session_drafts;
pub mod store;
pub mod tabs;
pub mod worker;

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

/// Opens the browser's print dialog once what has changed stands on the page, then goes on.
pub fn print_soon(then: impl FnOnce() + 'static) {
    gloo::timers::callback::Timeout::new(0, move || {
        print();
        then();
    })
    .forget();
}
