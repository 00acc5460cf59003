use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use web_sys::HtmlElement;

/// So long a page is scrolled before it is looked at again, ms.
const PAUSE: u32 = 80;

/// How far the elements with these ids under `root` are below the upper edge of the window, px; infinitely far where there is none.
pub fn tops(root: &HtmlElement, ids: &[&str]) -> Vec<f64> {
    let top = |id: &&str| {
        let found = root.query_selector(&format!("[id=\"{id}\"]"));
        found
            .ok()
            .flatten()
            .map_or(f64::INFINITY, |one| one.get_bounding_client_rect().top())
    };
    ids.iter().map(top).collect()
}

/// The window's height, px.
pub fn height() -> Option<f64> {
    super::window()?.inner_height().ok()?.as_f64()
}

/// Calls back while the page, or what it is scrolled in, is being scrolled, a few times a second, until the listener is dropped.
pub fn on_scrolled(told: impl Fn() + 'static) -> Option<EventListener> {
    let document = super::window()?.document()?;
    let told = Rc::new(told);
    let is_due = Rc::new(Cell::new(false));
    // Scrolling does not bubble.
    let options = EventListenerOptions::run_in_capture_phase();
    Some(EventListener::new_with_options(
        &document,
        "scroll",
        options,
        move |_| {
            if is_due.replace(true) {
                return;
            }
            let (told, is_due) = (told.clone(), is_due.clone());
            Timeout::new(PAUSE, move || {
                is_due.set(false);
                told();
            })
            .forget();
        },
    ))
}
