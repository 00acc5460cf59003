use std::sync::Arc;

use crate::ui::prelude::*;

use crate::platform::{focus, pointer};
use crate::survey::Surveyed;
use crate::ui::components::{drawing, length, near_list};
use crate::ui::state::App;
use crate::view_model::map::{Frame, HEIGHT, Numbers, Point, WIDTH, grid_step, reaches, sheet};

const STAGE: &str = ".map__stage";
/// One press of + or −, one arrow key, one notch of the wheel.
const STEP: f64 = 1.5;
const MOVE: f64 = 80.0;
const WHEEL: f64 = 1.2;

/// What the map shows and how.
#[derive(Clone, Copy)]
struct Looking {
    app: App,
    /// `None`: the whole boundary.
    frame: RwSignal<Option<Frame>>,
    /// `None`: when the corners are few.
    numbers: RwSignal<Option<bool>>,
    /// Fingers or pens on the map: id and place.
    touching: StoredValue<Vec<(i32, Point)>>,
}

impl Looking {
    fn seen(self) -> Option<Arc<Surveyed>> {
        self.app.survey().seen.get()
    }

    fn whole(seen: &Surveyed) -> Option<Frame> {
        seen.drawn.shape.bounds().map(Frame::fit)
    }

    /// Boundary and institutions.
    fn around(seen: &Surveyed) -> Option<Frame> {
        let [w, s, e, n] = seen.drawn.shape.bounds()?;
        let bounds = reaches(seen)
            .iter()
            .fold([w, s, e, n], |[w, s, e, n], reach| {
                let [x, y] = reach.to;
                [w.min(x), s.min(y), e.max(x), n.max(y)]
            });
        Some(Frame::fit(bounds))
    }

    fn change(self, change: impl FnOnce(Frame) -> Frame) {
        let now = self.frame.get_untracked().or_else(|| {
            self.app
                .survey()
                .seen
                .with_untracked(|seen| seen.as_ref().and_then(|seen| Self::whole(seen)))
        });
        self.frame.set(now.map(change));
    }

    fn zoom(self, factor: f64) {
        self.change(|frame| frame.zoomed(factor, [WIDTH / 2.0, HEIGHT / 2.0]));
    }

    fn shows_numbers(self, seen: &Surveyed) -> bool {
        self.numbers.get().unwrap_or_else(|| seen.has_few_corners())
    }
}

/// The map with its tools.
pub fn map(app: App) -> View {
    let looking = Looking {
        app,
        frame: RwSignal::new(None),
        numbers: RwSignal::new(None),
        touching: StoredValue::new(Vec::new()),
    };
    view! {
        <figure class="flow">
            <div class="map">{stage(looking)}{tools(looking)}</div>
            <figcaption class="small soft">{move || caption(looking)}</figcaption>
            {move || looking.seen().and_then(|seen| near_list(app, &seen))}
        </figure>
    }
    .into_any()
}

fn svg(looking: Looking) -> Option<String> {
    let app = looking.app;
    let seen = looking.seen()?;
    let frame = looking.frame.get().or_else(|| Looking::whole(&seen))?;
    let show = if looking.shows_numbers(&seen) {
        Numbers::Shown
    } else {
        Numbers::Hidden
    };
    let sheet = sheet(&seen.drawn, &seen.problems, &reaches(&seen), &frame, show);
    let area = seen.measures.as_ref().map(|measures| {
        app.fill(
            "unit.hectares",
            &[("figure", &app.number(measures.area_m2 / 10_000.0, 2))],
        )
    });
    Some(drawing(app, &sheet, area.as_deref()))
}

fn caption(looking: Looking) -> Option<String> {
    let app = looking.app;
    let seen = looking.seen()?;
    let frame = looking.frame.get().or_else(|| Looking::whole(&seen))?;
    let grid = app.fill("map.caption", &[("step", &length(app, grid_step(&frame)))]);
    let same = app.t("boundary.map.same");
    Some(if seen.drawn.thinned {
        format!("{grid} {same} {}", app.t("boundary.map.thinned"))
    } else {
        format!("{grid} {same}")
    })
}

/// Takes focus, keys, wheel and fingers; the drawing in it is one picture.
fn stage(looking: Looking) -> View {
    let app = looking.app;
    let label = move || {
        looking
            .seen()
            .map(|seen| app.count("map.label", seen.corners()))
    };
    view! {
        <div
            class="map__stage"
            tabindex="0"
            role="group"
            aria-label=app.t("boundary.map.keys")
            on:keydown=move |event| key(looking, &event)
            on:wheel=move |event| wheel(looking, &event)
            on:pointerdown=move |event| down(looking, &event)
            on:pointermove=move |event| moved(looking, &event)
            on:pointerup=move |event| up(looking, &event)
            on:pointercancel=move |event| up(looking, &event)
        >
            <svg class="map__svg" viewBox="0 0 720 540" role="img" aria-label=label inner_html=move || svg(looking).unwrap_or_default()></svg>
        </div>
    }
    .into_any()
}

fn tools(looking: Looking) -> View {
    let app = looking.app;
    let numbered = move || {
        looking
            .seen()
            .is_some_and(|seen| looking.shows_numbers(&seen))
    };
    let toggle = move || {
        let now = untrack(numbered);
        looking.numbers.set(Some(!now));
    };
    let around = move || {
        looking
            .seen()
            .is_some_and(|seen| !seen.near().is_empty())
            .then(|| {
                let show = move || {
                    let frame = app.survey().seen.with_untracked(|seen| {
                        seen.as_ref().and_then(|seen| Looking::around(seen))
                    });
                    looking.frame.set(frame);
                };
                view! { <button type="button" class="map__tool" on:click=move |_| show()>{app.t("boundary.map.around")}</button> }
            })
    };
    view! {
        <div class="map__tools">
            <button type="button" class="map__tool" aria-label=app.t("boundary.map.in") on:click=move |_| looking.zoom(STEP)>"+"</button>
            <button type="button" class="map__tool" aria-label=app.t("boundary.map.out") on:click=move |_| looking.zoom(1.0 / STEP)>"−"</button>
            <button type="button" class="map__tool" on:click=move |_| looking.frame.set(None)>{app.t("boundary.map.fit")}</button>
            {around}
            <button type="button" class="map__tool" aria-pressed=move || numbered().to_string() on:click=move |_| toggle()>{app.t("boundary.map.numbers")}</button>
        </div>
    }
    .into_any()
}

fn key(looking: Looking, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => looking.change(|frame| frame.moved(MOVE, 0.0)),
        "ArrowRight" => looking.change(|frame| frame.moved(-MOVE, 0.0)),
        "ArrowUp" => looking.change(|frame| frame.moved(0.0, MOVE)),
        "ArrowDown" => looking.change(|frame| frame.moved(0.0, -MOVE)),
        "+" | "=" => looking.zoom(STEP),
        "-" | "_" => looking.zoom(1.0 / STEP),
        "0" => looking.frame.set(None),
        _ => return,
    }
    event.prevent_default();
}

/// The wheel belongs to the page, unless Ctrl is held or the map has focus.
fn wheel(looking: Looking, event: &web_sys::WheelEvent) {
    if !event.ctrl_key() && !focus::is_inside(&looking.app.root(), STAGE) {
        return;
    }
    event.prevent_default();
    let factor = if event.delta_y() < 0.0 {
        WHEEL
    } else {
        1.0 / WHEEL
    };
    if let Some([x, y]) = pointer::share(event) {
        looking.change(|frame| frame.zoomed(factor, [x * WIDTH, y * HEIGHT]));
    }
}

fn place(event: &web_sys::PointerEvent) -> Option<Point> {
    pointer::share(event).map(|[x, y]| [x * WIDTH, y * HEIGHT])
}

fn down(looking: Looking, event: &web_sys::PointerEvent) {
    if let Some(at) = place(event) {
        pointer::capture(event);
        looking
            .touching
            .update_value(|touching| touching.push((event.pointer_id(), at)));
    }
}

fn up(looking: Looking, event: &web_sys::PointerEvent) {
    looking
        .touching
        .update_value(|touching| touching.retain(|(id, _)| *id != event.pointer_id()));
}

/// One finger moves the map, two also zoom it.
fn moved(looking: Looking, event: &web_sys::PointerEvent) {
    let before = looking.touching.get_value();
    let Some(at) = place(event) else { return };
    let mut now = before.clone();
    match now.iter_mut().find(|(id, _)| *id == event.pointer_id()) {
        Some((_, point)) => *point = at,
        None => return,
    }
    let (from, from_width) = spread(&before);
    let (to, to_width) = spread(&now);
    looking.touching.set_value(now);
    let factor = if from_width > 1.0 && to_width > 1.0 {
        to_width / from_width
    } else {
        1.0
    };
    looking.change(|frame| {
        frame
            .moved(to[0] - from[0], to[1] - from[1])
            .zoomed(factor, to)
    });
}

/// Middle of the first two fingers, and how far apart they are; 0 for one.
fn spread(touching: &[(i32, Point)]) -> (Point, f64) {
    match touching {
        [(_, one)] => (*one, 0.0),
        [(_, one), (_, other), ..] => (
            [
                f64::midpoint(one[0], other[0]),
                f64::midpoint(one[1], other[1]),
            ],
            (one[0] - other[0]).hypot(one[1] - other[1]),
        ),
        [] => ([0.0, 0.0], 0.0),
    }
}
