//! Whether this page may save files. No browser tells it, and a refused download fails without a word: what can be seen
//! of the frames around the page has to do.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// What can be said before a file is handed to the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Downloads {
    Allowed,
    /// In a sandbox, and nothing tells whether it has `allow-downloads`.
    Doubtful,
    /// In a sandbox without `allow-downloads`.
    Forbidden,
}

/// Where a page stands.
#[derive(Debug, Default)]
struct Around {
    /// Without an origin of its own, as in a sandbox without `allow-same-origin`.
    opaque: bool,
    from_disk: bool,
    framed: bool,
    /// The `sandbox` of each frame around it that can be read; those of other sites cannot.
    sandboxes: Vec<String>,
}

impl Around {
    fn downloads(&self) -> Downloads {
        if !self.sandboxes.iter().all(|tokens| allows(tokens)) {
            return Downloads::Forbidden;
        }
        // A page from the disk has no origin either. One that is no frame has none by a policy of its server.
        if self.opaque && (self.framed || !self.from_disk) {
            Downloads::Doubtful
        } else {
            Downloads::Allowed
        }
    }

    fn of(window: &JsValue) -> Self {
        Self {
            opaque: text(window, "origin") == "null",
            from_disk: text(&of(window, "document"), "URL").starts_with("file:"),
            framed: of(window, "parent") != *window,
            sandboxes: sandboxes(window.clone()),
        }
    }
}

fn allows(tokens: &str) -> bool {
    tokens
        .split_ascii_whitespace()
        .any(|token| token.eq_ignore_ascii_case("allow-downloads"))
}

fn sandboxes(mut window: JsValue) -> Vec<String> {
    let mut found = Vec::new();
    // Null on top and where the page around is another site's; of that one, asking again throws.
    while let frame = of(&window, "frameElement")
        && frame.is_object()
    {
        found.extend(frame.unchecked_ref::<Element>().get_attribute("sandbox"));
        window = of(&window, "parent");
    }
    found
}

fn of(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or_default()
}

fn text(object: &JsValue, key: &str) -> String {
    of(object, key).as_string().unwrap_or_default()
}

/// Whether this page may save files, as far as it can be known.
pub fn downloads() -> Downloads {
    super::window().map_or(Downloads::Allowed, |window| Around::of(&window).downloads())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(opaque: bool, sandboxes: &[&str]) -> Downloads {
        let sandboxes = sandboxes.iter().map(|&tokens| tokens.to_owned()).collect();
        let around = Around {
            opaque,
            framed: true,
            sandboxes,
            ..Around::default()
        };
        around.downloads()
    }

    #[test]
    fn page_of_its_own_and_frame_without_sandbox_may_save() {
        assert_eq!(Around::default().downloads(), Downloads::Allowed);
        assert_eq!(framed(false, &[]), Downloads::Allowed);
    }

    #[test]
    fn page_from_the_disk_has_no_origin_and_may_save() {
        let mut around = Around {
            opaque: true,
            from_disk: true,
            ..Around::default()
        };
        assert_eq!(around.downloads(), Downloads::Allowed);
        around.framed = true;
        assert_eq!(around.downloads(), Downloads::Doubtful);
    }

    #[test]
    fn page_without_an_origin_may_perhaps_not_save() {
        assert_eq!(framed(true, &[]), Downloads::Doubtful);
        // By the header `Content-Security-Policy: sandbox`.
        let on_top = Around {
            opaque: true,
            ..Around::default()
        };
        assert_eq!(on_top.downloads(), Downloads::Doubtful);
    }

    #[test]
    fn every_sandbox_that_can_be_read_has_to_allow_it() {
        const WITHOUT: &str = "allow-scripts allow-same-origin";
        const WITH: &str = "allow-scripts allow-same-origin Allow-Downloads";
        assert_eq!(framed(false, &[WITHOUT]), Downloads::Forbidden);
        assert_eq!(framed(false, &[""]), Downloads::Forbidden);
        assert_eq!(framed(false, &[WITH]), Downloads::Allowed);
        assert_eq!(framed(false, &[WITH, WITHOUT]), Downloads::Forbidden);
    }
}
