//! What each screen shows, computed from the core; no text, no DOM.
