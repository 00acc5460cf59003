use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent};

/// Where an event happened on the element that listens, as shares of its width and height.
pub fn share(event: &MouseEvent) -> Option<[f64; 2]> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let bounds = element.get_bounding_client_rect();
    let (width, height) = (bounds.width(), bounds.height());
    (width > 0.0 && height > 0.0).then(|| {
        [
            (f64::from(event.client_x()) - bounds.left()) / width,
            (f64::from(event.client_y()) - bounds.top()) / height,
        ]
    })
}

/// So many pixels of the page as a share of the width of the element that listens.
pub fn share_of_width(event: &MouseEvent, pixels: f64) -> Option<f64> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let width = element.get_bounding_client_rect().width();
    (width > 0.0).then_some(pixels / width)
}

/// Half the side of what a pointer can be asked to meet, pixels: 24 across for a mouse, 44 for a finger.
pub fn half_target(event: &PointerEvent) -> f64 {
    if event.pointer_type() == "mouse" {
        12.0
    } else {
        22.0
    }
}

/// Sends the pointer's further moves to the element that listens, also from outside of it.
pub fn capture(event: &PointerEvent) {
    let element = event
        .current_target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(element) = element {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
