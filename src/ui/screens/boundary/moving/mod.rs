//! Moving corners on the map: by keys, by buttons, by dragging.

mod drag;
mod handles;
mod panel;
mod told;

use crate::ui::prelude::*;

use super::map::{Looking, STAGE};
use crate::platform::focus;
use crate::ui::state::Press;
use crate::view_model::map::{Steps, Turn};

pub use drag::{Drag, cancel, down, moved, up};
pub use handles::drawing;
pub use panel::{HINT, panel};
pub use told::told;

const TOGGLE: &str = "boundary-moving";

/// Switches it on and off; not there where no ring is short enough.
pub fn toggle(looking: Looking) -> Option<View> {
    let app = looking.app;
    let on = move || looking.is_moving();
    let press = move || {
        if untrack(on) {
            leave(looking);
        } else {
            // The frame stays while corners move: what is drawn would jump with every new extent.
            looking.frame.set(untrack(|| looking.frame()));
            app.survey().begin_editing(app);
            show_chosen(looking);
            focus::first(app.root(), STAGE);
        }
    };
    looking.can_move.get().then(|| {
        view! { <button type="button" class="map__tool" id=TOGGLE aria-pressed=move || on().to_string() on:click=move |_| press()>{app.t("boundary.move")}</button> }.into_any()
    })
}

fn leave(looking: Looking) {
    looking.drag.set(None);
    looking.app.survey().end_editing();
}

/// A key on the map; false for one that means nothing while corners are moved.
pub fn key(looking: Looking, event: &web_sys::KeyboardEvent) -> bool {
    let (app, survey) = (looking.app, looking.app.survey());
    match event.key().as_str() {
        "Escape" if cancel(looking) => {}
        _ if looking.drag.with_untracked(Option::is_some) => {}
        "Escape" => leave(looking),
        "n" | "N" => turn(looking, Turn::Next),
        "p" | "P" => turn(looking, Turn::Previous),
        "i" | "I" | "Insert" => insert(looking),
        "Delete" | "Backspace" => survey.remove_corner(app),
        "ArrowLeft" => step(looking, [-1.0, 0.0], event),
        "ArrowUp" => step(looking, [0.0, 1.0], event),
        "ArrowDown" => step(looking, [0.0, -1.0], event),
        "ArrowRight" => step(looking, [1.0, 0.0], event),
        _ => return false,
    }
    true
}

fn step(looking: Looking, way: [f64; 2], event: &web_sys::KeyboardEvent) {
    let press = if event.repeat() {
        Press::Held
    } else {
        Press::New
    };
    if let Some(steps) = untrack(|| steps(looking)) {
        let far = if event.shift_key() {
            steps.fine
        } else {
            steps.coarse
        };
        move_by(looking, way, far, press);
    }
}

fn move_by(looking: Looking, [east, north]: [f64; 2], far: f64, press: Press) {
    let by = [east * far, north * far];
    looking.app.survey().move_corner(looking.app, by, press);
    show_chosen(looking);
}

fn turn(looking: Looking, turn: Turn) {
    looking.app.survey().turn(looking.app, turn);
    show_chosen(looking);
}

fn insert(looking: Looking) {
    looking.app.survey().insert_corner(looking.app);
    show_chosen(looking);
}

/// The map follows the chosen corner out of sight.
fn show_chosen(looking: Looking) {
    let place = untrack(|| {
        let editable = looking.editable.get()?;
        editable.place(looking.app.survey().chosen(&editable)?)
    });
    if let Some(place) = place {
        looking.change(|frame| frame.showing(place));
    }
}

fn steps(looking: Looking) -> Option<Steps> {
    looking.frame().map(|frame| Steps::of(&frame))
}
