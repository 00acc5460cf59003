//! The questions of the model that the boundary answers, in words. A page's own model may have none.

use crate::ui::prelude::*;

use crate::ui::components::link;
use crate::ui::state::{App, Screen};
use cluster_ready_core::model::{BoundaryFigure, Indicator};

/// A sentence that names the questions with these figures.
pub fn fills(app: App, figures: &[BoundaryFigure]) -> Option<String> {
    let of = |figure: &BoundaryFigure| app.model().answered_by(*figure);
    let ids: Vec<&str> = figures.iter().flat_map(of).map(|one| &*one.id).collect();
    let is_any = !ids.is_empty();
    is_any.then(|| app.fill("boundary.fills", &[("questions", &ids.join(", "))]))
}

/// The way to a question whose figure may be typed.
pub fn question_link(app: App, question: &Indicator) -> Option<View> {
    let index = app.model().position(&question.id)?;
    let label = app.fill("boundary.near.type", &[("question", &question.id)]);
    Some(link(label, move || app.go(Screen::Question(index))))
}
