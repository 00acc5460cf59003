//! Leptos: app, state, screens, components.
