use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions};

/// Moves focus to the first element under `root` that matches, after the view has been drawn.
pub fn first(root: HtmlElement, selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        if let Ok(Some(element)) = root.query_selector(selector) {
            on(&element);
        }
    })
    .forget();
}

/// Moves focus to the element with this id under `root`. Fragment links do not reach into a shadow root.
pub fn by_id(root: &HtmlElement, id: &str) {
    if let Ok(Some(element)) = root.query_selector(&format!("[id=\"{id}\"]")) {
        on(&element);
    }
}

/// Scrolls the heading with this id under `root` to the upper edge and moves focus to it.
pub fn at_top(root: &HtmlElement, id: &str) {
    let found = root.query_selector(&format!("[id=\"{id}\"]"));
    if let Some(heading) = found
        .ok()
        .flatten()
        .and_then(|one| one.dyn_into::<HtmlElement>().ok())
    {
        heading.scroll_into_view_with_scroll_into_view_options(&ScrollIntoViewOptions::new());
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}

/// Scrolls the list that holds the element with this id as little as shows it, without moving focus.
pub fn show(root: &HtmlElement, id: &str) {
    if let Ok(Some(element)) = root.query_selector(&format!("[id=\"{id}\"]")) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What has the focus under `root`.
pub fn present(root: &HtmlElement) -> Option<HtmlElement> {
    root.query_selector(":focus").ok()??.dyn_into().ok()
}

/// Nothing under `root` has the focus any more.
pub fn leave(root: &HtmlElement) {
    if let Some(element) = present(root) {
        let _ = element.blur();
    }
}

/// Moves focus back to where it was; to the heading where that is gone.
pub fn back_to(root: HtmlElement, before: Option<&HtmlElement>) {
    if let Some(element) = before {
        on(element);
    }
    // What is gone takes no focus.
    if before.is_none() || present(&root).as_ref() != before {
        first(root, "h1");
    }
}

/// Whether focus stands on the first element under `root` that matches, or in it.
pub fn is_inside(root: &HtmlElement, selector: &str) -> bool {
    root.query_selector(&format!("{selector}:focus-within"))
        .is_ok_and(|found| found.is_some())
}

fn on(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        reveal(element);
    }
}

/// Scrolls only when the element is out of sight: a host page must not jump for nothing.
fn reveal(element: &HtmlElement) {
    let bounds = element.get_bounding_client_rect();
    let height = super::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(f64::INFINITY);
    if bounds.top() < 0.0 || bounds.bottom() > height {
        element.scroll_into_view_with_scroll_into_view_options(&ScrollIntoViewOptions::new());
    }
}

/// The form that holds the focused element is sent, as Enter in a field would.
pub fn submit_form(root: &HtmlElement) {
    if let Ok(Some(form)) = root.query_selector("form")
        && let Some(form) = form.dyn_ref::<web_sys::HtmlFormElement>()
    {
        let _ = form.request_submit();
    }
}

/// Focuses the control with this id and clicks it, as a person would; false where there is none.
pub fn press(root: &HtmlElement, id: &str) -> bool {
    let found = root
        .query_selector(&format!("[id=\"{id}\"]"))
        .ok()
        .flatten();
    let Some(control) = found
        .as_ref()
        .and_then(|control| control.dyn_ref::<HtmlElement>())
    else {
        return false;
    };
    on(control);
    control.click();
    true
}

/// Moves focus to the element with this id after the view has been drawn.
pub fn later(root: HtmlElement, id: String) {
    gloo::timers::callback::Timeout::new(0, move || by_id(&root, &id)).forget();
}
