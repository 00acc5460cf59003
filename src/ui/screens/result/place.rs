use leptos::prelude::*;

use super::Shown;
use crate::ui::components::{empty, plain_button, section};
use crate::ui::state::{App, Screen};

/// Boundary and place: what the boundary measures and what is near.
pub fn place(app: App, shown: &Shown) -> AnyView {
    let (title, text) = match &shown.assessment.boundary {
        None => ("result.no_boundary", "result.no_boundary_text"),
        Some(_) => ("tasks.boundary_must", "result.boundary_must_text"),
    };
    let way = plain_button(app.t("question.to_boundary"), move || {
        app.go(Screen::Boundary)
    });
    let body = vec![empty(app.t(title), app.t(text), way)];
    section("result-place", app.t("result.place"), body)
}
