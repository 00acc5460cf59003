use crate::ui::prelude::*;

use super::super::history;
use super::super::map::{Looking, STAGE};
use super::told::metres;
use super::{TOGGLE, insert, leave, move_by, steps, turn};
use crate::platform::focus;
use crate::ui::state::Press;
use crate::view_model::map::Turn;

pub const HINT: &str = "boundary-moving-hint";

/// The four ways a key moves a corner: its text, its sign, and how far to the east and to the north.
const WAYS: [(&str, &str, [f64; 2]); 4] = [
    ("wind.west", "←", [-1.0, 0.0]),
    ("wind.north", "↑", [0.0, 1.0]),
    ("wind.south", "↓", [0.0, -1.0]),
    ("wind.east", "→", [1.0, 0.0]),
];

/// What is done, buttons for those who use no keys and drag nothing, and the keys.
pub fn panel(looking: Looking) -> Option<View> {
    let app = looking.app;
    let survey = app.survey();
    let tool = |label: &'static str, act: Callback<()>| {
        view! { <button type="button" class="map__tool" on:click=move |_| act.run(())>{app.t(label)}</button> }.into_any()
    };
    let way = |(wind, sign, way): (&'static str, &'static str, [f64; 2])| {
        let label = move || {
            let step = steps(looking).map(|steps| metres(app, steps.coarse));
            let step = step.unwrap_or_default();
            app.fill("boundary.move.by", &[("step", &step), ("way", app.t(wind))])
        };
        let press = move || {
            if let Some(steps) = untrack(|| steps(looking)) {
                move_by(looking, way, steps.coarse, Press::New);
            }
        };
        view! { <button type="button" class="map__tool" aria-label=label on:click=move |_| press()>{sign}</button> }.into_any()
    };
    let hint = move || {
        let steps = steps(looking)?;
        Some(app.fill(
            "boundary.move.hint",
            &[
                ("step", &metres(app, steps.coarse)),
                ("fine", &metres(app, steps.fine)),
            ],
        ))
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            leave(looking);
            focus::by_id(&app.root(), TOGGLE);
        }
    };
    let act = |act: fn(Looking)| Callback::new(move |()| act(looking));
    looking.is_moving().then(|| {
        view! {
            <div class="map__moving" role="group" aria-label=app.t("boundary.move") on:keydown=escape>
                <div class="map__tools">
                    {tool("boundary.move.previous", act(|looking| turn(looking, Turn::Previous)))}
                    {tool("boundary.move.next", act(|looking| turn(looking, Turn::Next)))}
                    <div class="map__ways">{WAYS.into_iter().map(way).collect_view()}</div>
                    {tool("boundary.row.insert", act(insert))}
                    {tool("boundary.row.remove", Callback::new(move |()| survey.remove_corner(app)))}
                </div>
                {move || history::buttons(app, STAGE)}
                <p class="hint small" id=HINT>{hint}</p>
            </div>
        }
        .into_any()
    })
}
