//! A public figure beside the one that is asked for, so that a person sees whether theirs can be.

use crate::ui::components::paragraph;
use crate::ui::prelude::*;
use crate::ui::state::App;
use cluster_ready_core::assessment::asks_the_same;
use cluster_ready_core::model::Indicator;

/// What the model says. An earlier version says none: there it is that of the present one, where the question is the same.
pub fn compare(app: App, asked: &Indicator) -> Option<View> {
    let present = || {
        app.version()?;
        let now = app.present_model().indicator(&asked.id)?;
        let is_same = asks_the_same(asked, now);
        now.compare.as_ref().filter(|_| is_same)
    };
    let text = asked.compare.as_ref().or_else(present)?;
    Some(paragraph("hint small", app.text(text)))
}
