use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};

const CLOSED: &str = "details:not([open])";

/// Opens what is folded under `root` while the page is being printed, and folds it again after, until the listeners are dropped:
/// browsers leave out of a print what is folded.
pub fn unfold_for_print(root: &HtmlElement) -> Option<[EventListener; 2]> {
    let window = super::window()?;
    let opened: Rc<RefCell<Vec<Element>>> = Rc::default();
    let (root, opening) = (root.clone(), opened.clone());
    Some([
        EventListener::new(&window, "beforeprint", move |_| {
            // Each that was opened is no longer found.
            while let Ok(Some(fold)) = root.query_selector(CLOSED) {
                if fold.set_attribute("open", "").is_err() {
                    break;
                }
                opening.borrow_mut().push(fold);
            }
        }),
        EventListener::new(&window, "afterprint", move |_| {
            for fold in opened.take() {
                let _ = fold.remove_attribute("open");
            }
        }),
    ])
}
