use std::sync::Arc;

use crate::ui::prelude::*;

use super::moving::{self, Drag};
use crate::platform::{focus, pointer};
use crate::ui::components::{drawing, length, near_list};
use crate::ui::state::App;
use crate::view_model::map::{
    Editable, Frame, HEIGHT, MOST_EDITED, Numbers, Point, WIDTH, Wheel, grid_step, open_corners,
    reaches, sheet,
};
use cluster_ready_core::survey::Surveyed;

pub const STAGE: &str = ".map__stage";
/// One press of + or −, one arrow key.
const STEP: f64 = 1.5;
const MOVE: f64 = 80.0;

/// What the map shows and how.
#[derive(Clone, Copy)]
pub struct Looking {
    pub app: App,
    /// `None`: the whole boundary.
    pub frame: RwSignal<Option<Frame>>,
    /// `None`: when the corners are few.
    numbers: RwSignal<Option<bool>>,
    /// Fingers or pens on the map: id and place.
    touching: StoredValue<Vec<(i32, Point)>>,
    /// The corners as they are moved.
    pub editable: Memo<Option<Editable>>,
    /// A ring is short enough for its corners to be moved.
    pub can_move: Memo<bool>,
    /// A corner that a pointer holds.
    pub drag: RwSignal<Option<Drag>>,
}

impl Looking {
    fn new(app: App) -> Self {
        let survey = app.survey();
        let can_move = move || {
            survey.work.with(|work| {
                let shape = work.as_ref().and_then(|work| work.given.shape());
                let mut rings = shape.into_iter().flat_map(|shape| shape.rings());
                rings.any(|(_, _, ring)| (1..=MOST_EDITED).contains(&open_corners(ring).len()))
            })
        };
        Self {
            app,
            frame: RwSignal::new(None),
            numbers: RwSignal::new(None),
            touching: StoredValue::new(Vec::new()),
            editable: Memo::new(move |_| survey.editable()),
            can_move: Memo::new(move |_| can_move()),
            drag: RwSignal::new(None),
        }
    }

    /// Corners are being moved.
    pub fn is_moving(self) -> bool {
        self.app.survey().editing.with(Option::is_some)
    }

    /// What is in the frame now.
    pub fn frame(self) -> Option<Frame> {
        self.frame
            .get()
            .or_else(|| self.seen().and_then(|seen| Self::whole(&seen)))
    }

    /// The whole boundary: from now on, or as it is now while corners are being moved.
    fn fit(self) {
        if self.drag.with_untracked(Option::is_some) {
            return;
        }
        self.frame.set(None);
        if untrack(|| self.is_moving()) {
            self.frame.set(untrack(|| self.frame()));
        }
    }

    pub fn seen(self) -> Option<Arc<Surveyed>> {
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

    /// While a corner is held the map stays under it.
    pub fn change(self, change: impl FnOnce(Frame) -> Frame) {
        if self.drag.with_untracked(Option::is_some) {
            return;
        }
        let now = untrack(|| self.frame());
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
    let looking = Looking::new(app);
    // The area that is told with a move is that of the moved corners.
    let told = Memo::new(move |before: Option<&Option<String>>| {
        if app.survey().is_current.get() {
            moving::told(looking)
        } else {
            before.cloned().flatten()
        }
    });
    let told = move || told.get();
    view! {
        <figure class="flow">
            <div class="map">
                {stage(looking)}
                <p class="map__told" role="status">{told}</p>
                {tools(looking)}
                {move || moving::panel(looking)}
            </div>
            <figcaption class="small soft">{move || caption(looking)}</figcaption>
            {move || looking.seen().and_then(|seen| near_list(app, &seen))}
        </figure>
    }
    .into_any()
}

fn svg(looking: Looking) -> Option<String> {
    let app = looking.app;
    let seen = looking.seen()?;
    let frame = looking.frame()?;
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
    let frame = looking.frame()?;
    let grid = app.fill("map.caption", &[("step", &length(app, grid_step(&frame)))]);
    let same = app.t("boundary.map.same");
    let thinned = looking.seen().is_some_and(|seen| seen.drawn.thinned);
    Some(if thinned {
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
    // While corners are moved every key is the map's own, also under a screen reader.
    let role = move || {
        if looking.is_moving() {
            "application"
        } else {
            "group"
        }
    };
    let keys = move || {
        app.t(if looking.is_moving() {
            "boundary.move.map"
        } else {
            "boundary.map.keys"
        })
    };
    view! {
        <div
            class="map__stage"
            class:map__stage--moving=move || looking.is_moving()
            tabindex="0"
            role=role
            aria-label=keys
            aria-describedby=move || looking.is_moving().then_some(moving::HINT)
            on:keydown=move |event| key(looking, &event)
            on:wheel=move |event| wheel(looking, &event)
            on:pointerdown=move |event| down(looking, &event)
            on:pointermove=move |event| moved(looking, &event)
            on:pointerup=move |event| up(looking, &event)
            on:pointercancel=move |event| cancelled(looking, &event)
        >
            <svg class="map__svg" viewBox="0 0 720 540" role="img" aria-label=label inner_html=move || svg(looking).unwrap_or_default()></svg>
            <svg class="map__handles" viewBox="0 0 720 540" aria-hidden="true" focusable="false" inner_html=move || moving::drawing(looking)></svg>
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
            <button type="button" class="map__tool" on:click=move |_| looking.fit()>{app.t("boundary.map.fit")}</button>
            {around}
            {move || moving::toggle(looking)}
            <button type="button" class="map__tool" aria-pressed=move || numbered().to_string() on:click=move |_| toggle()>{app.t("boundary.map.numbers")}</button>
        </div>
    }
    .into_any()
}

fn key(looking: Looking, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    if untrack(|| looking.is_moving()) && moving::key(looking, event) {
        event.prevent_default();
        return;
    }
    match event.key().as_str() {
        "ArrowLeft" => looking.change(|frame| frame.moved(MOVE, 0.0)),
        "ArrowRight" => looking.change(|frame| frame.moved(-MOVE, 0.0)),
        "ArrowUp" => looking.change(|frame| frame.moved(0.0, MOVE)),
        "ArrowDown" => looking.change(|frame| frame.moved(0.0, -MOVE)),
        "+" | "=" => looking.zoom(STEP),
        "-" | "_" => looking.zoom(1.0 / STEP),
        "0" => looking.fit(),
        _ => return,
    }
    event.prevent_default();
}

/// The wheel belongs to the page, unless Ctrl is held or the map has focus.
fn wheel(looking: Looking, event: &web_sys::WheelEvent) {
    if !event.ctrl_key() && !focus::is_inside(&looking.app.root(), STAGE) {
        return;
    }
    let turned = Wheel {
        delta: event.delta_y(),
        mode: event.delta_mode(),
        pinched: event.ctrl_key(),
    };
    // Turned sideways it is no matter of the map.
    let Some(factor) = turned.factor() else {
        return;
    };
    event.prevent_default();
    if let Some([x, y]) = pointer::share(event) {
        looking.change(|frame| frame.zoomed(factor, [x * WIDTH, y * HEIGHT]));
    }
}

fn place(event: &web_sys::PointerEvent) -> Option<Point> {
    pointer::share(event).map(|[x, y]| [x * WIDTH, y * HEIGHT])
}

fn down(looking: Looking, event: &web_sys::PointerEvent) {
    if looking.drag.with_untracked(Option::is_some) {
        return;
    }
    if let Some(at) = place(event) {
        pointer::capture(event);
        if moving::down(looking, event, at) {
            return;
        }
        looking
            .touching
            .update_value(|touching| touching.push((event.pointer_id(), at)));
    }
}

fn up(looking: Looking, event: &web_sys::PointerEvent) {
    if moving::up(looking, event) {
        return;
    }
    looking
        .touching
        .update_value(|touching| touching.retain(|(id, _)| *id != event.pointer_id()));
}

/// The browser takes the pointer for itself.
fn cancelled(looking: Looking, event: &web_sys::PointerEvent) {
    if !moving::cancel(looking) {
        up(looking, event);
    }
}

/// One finger moves the map, two also zoom it.
fn moved(looking: Looking, event: &web_sys::PointerEvent) {
    let before = looking.touching.get_value();
    let Some(at) = place(event) else { return };
    if moving::moved(looking, event, at) {
        return;
    }
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
