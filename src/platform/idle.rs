use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Comes back when the browser has nothing else to do; where it cannot tell (Safari), in the next task.
pub async fn idle() {
    let quiet = Promise::new(&mut |resolve, _| {
        let Some(window) = window() else {
            return;
        };
        if window.request_idle_callback(&resolve).is_err() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(quiet).await;
}
