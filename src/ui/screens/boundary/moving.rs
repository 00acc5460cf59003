//! Moving corners on the map: by keys, by buttons, and what came of it.

use crate::ui::prelude::*;

use super::history;
use super::map::{Looking, STAGE};
use super::problem_text::part_name;
use crate::boundary::Severity;
use crate::platform::focus;
use crate::ui::state::{App, Done, Press};
use crate::view_model::map::{CornerAt, MOST_EDITED, Refusal, Steps, Turn};

pub const HINT: &str = "boundary-moving-hint";
const TOGGLE: &str = "boundary-moving";

/// The four ways a key moves a corner: its text, its sign, and how far to the east and to the north.
const WAYS: [(&str, &str, [f64; 2]); 4] = [
    ("wind.west", "←", [-1.0, 0.0]),
    ("wind.north", "↑", [0.0, 1.0]),
    ("wind.south", "↓", [0.0, -1.0]),
    ("wind.east", "→", [1.0, 0.0]),
];

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
        "Escape" if super::handles::cancel(looking) => {}
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
            focus::first(app.root(), "#boundary-moving");
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

/// What came of the last key or press, with the area that follows from it.
pub fn told(looking: Looking) -> Option<String> {
    let app = looking.app;
    let editing = app.survey().editing.get()?;
    let editable = looking.editable.get()?;
    let at = app.survey().chosen(&editable)?;
    let number = (at.corner + 1).to_string();
    let corner = |key: &str| app.fill(key, &[("corner", &number)]);
    let done = match editing.done {
        Done::Chosen => {
            let count = editable.corners(at.part, at.ring);
            return Some(chosen(looking, at, count));
        }
        Done::Moved(by) => {
            let ways = ways(app, by);
            if ways.is_empty() {
                corner("boundary.move.back")
            } else {
                app.fill(
                    "boundary.move.moved",
                    &[("corner", &number), ("ways", &ways)],
                )
            }
        }
        Done::PutIn => corner("boundary.move.put_in"),
        Done::TakenOut(number) => app.fill(
            "boundary.move.taken_out",
            &[("corner", &number.to_string())],
        ),
        Done::Refused(Refusal::TooFew) => return Some(app.t("boundary.move.too_few").to_owned()),
        Done::Refused(Refusal::TooMany) => {
            return Some(app.count("boundary.move.too_many", MOST_EDITED));
        }
        Done::Refused(Refusal::Nowhere) => return Some(app.t("boundary.move.nowhere").to_owned()),
    };
    Some(format!("{done} {}", area(looking)))
}

/// A way of a corner, as fine as it is seen and kept.
fn metres(app: App, far: f64) -> String {
    let digits = match far {
        _ if far < 1.0 => 3,
        _ if far < 100.0 => 2,
        _ => 1,
    };
    app.fill("map.metres", &[("figure", &app.number(far, digits))])
}

/// "12 m north, 3.5 m east"; empty for no way at all.
fn ways(app: App, [east, north]: [f64; 2]) -> String {
    let way = |far: f64, ahead: &'static str, back: &'static str| {
        let key = if far > 0.0 { ahead } else { back };
        (far.abs() >= 0.000_5).then(|| {
            app.fill(
                "boundary.move.way",
                &[("distance", &metres(app, far.abs())), ("way", app.t(key))],
            )
        })
    };
    let both = [
        way(north, "wind.north", "wind.south"),
        way(east, "wind.east", "wind.west"),
    ];
    both.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn chosen(looking: Looking, at: CornerAt, count: usize) -> String {
    let app = looking.app;
    let seen = looking.seen();
    let several = seen
        .as_ref()
        .filter(|seen| seen.rings.iter().flatten().count() > 1);
    let (number, count) = ((at.corner + 1).to_string(), count.to_string());
    match several {
        Some(seen) => app.fill(
            "boundary.move.chosen_in",
            &[
                ("corner", &number),
                ("count", &count),
                ("ring", &part_name(app, seen, at.part, at.ring)),
            ],
        ),
        None => app.fill(
            "boundary.move.chosen",
            &[("corner", &number), ("count", &count)],
        ),
    }
}

fn area(looking: Looking) -> String {
    let app = looking.app;
    let Some(seen) = looking.seen() else {
        return String::new();
    };
    match &seen.measures {
        Some(measures) => app.fill(
            "boundary.move.area",
            &[("area", &app.number(measures.area_m2 / 10_000.0, 2))],
        ),
        None => {
            let wrong = seen
                .problems
                .iter()
                .filter(|problem| problem.severity == Severity::MustFix)
                .count();
            app.count("boundary.lead.wrong", wrong)
        }
    }
}
