//! Taking changes back and making them again.

use crate::ui::prelude::*;

use crate::platform::focus;
use crate::platform::keys::{self, Rewind};
use crate::ui::components::link;
use crate::ui::state::App;

/// The two buttons, each while there is something for it; focus goes to `next`, for the button may be gone.
pub fn buttons(app: App, next: &'static str) -> Option<View> {
    let survey = app.survey();
    let one = |rewind: Rewind, label: &'static str| {
        link(app.t(label), move || {
            rewound(app, rewind);
            focus::first(app.root(), next);
        })
    };
    let undo = survey
        .can_undo()
        .then(|| one(Rewind::Undo, "boundary.undo"));
    let redo = survey
        .can_redo()
        .then(|| one(Rewind::Redo, "boundary.redo"));
    let any = undo.is_some() || redo.is_some();
    any.then(|| view! { <p class="actions">{undo}{redo}</p> }.into_any())
}

/// The keys for it, where no text field has them; focus stays, or goes to `next` where what had it may be gone.
pub fn key(app: App, event: &web_sys::KeyboardEvent, next: Option<&'static str>) {
    let Some(rewind) = keys::rewind(event) else {
        return;
    };
    event.prevent_default();
    rewound(app, rewind);
    if let Some(next) = next {
        focus::first(app.root(), next);
    }
}

fn rewound(app: App, rewind: Rewind) {
    let survey = app.survey();
    let (done, said) = match rewind {
        Rewind::Undo => (survey.undo(app), "boundary.undone"),
        Rewind::Redo => (survey.redo(app), "boundary.redone"),
    };
    let said = if done { said } else { "boundary.no_step" };
    app.announcement.set(app.t(said).to_owned());
}
