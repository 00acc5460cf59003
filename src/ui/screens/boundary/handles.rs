//! The corners as handles on the map: drawn over it, taken hold of and dragged.

use crate::ui::prelude::*;

use super::map::Looking;
use crate::platform::pointer;
use crate::ui::components::map_text;
use crate::ui::state::Press;
use crate::view_model::map::{
    CornerAt, Editable, Frame, Handle, Point, WIDTH, handles, nearest, number_beside,
};

/// A corner that a pointer holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drag {
    pointer: i32,
    /// Where the corner was, and where the pointer took hold of it.
    home: Point,
    held_at: Point,
    /// Where the pointer is, once it has moved away from there.
    now: Option<Point>,
}

/// Pixels a pointer moves before a press becomes a drag.
const STILL: f64 = 3.0;

impl Drag {
    /// Where the corner is now.
    fn point(&self) -> Option<Point> {
        let [x, y] = self.now?;
        let ([hx, hy], [px, py]) = (self.home, self.held_at);
        Some([hx + x - px, hy + y - py])
    }
}

/// What there is to take hold of.
struct Seen {
    editable: Editable,
    frame: Frame,
    chosen: CornerAt,
    handles: Vec<Handle>,
}

fn seen(looking: Looking) -> Option<Seen> {
    let editable = looking.editable.get()?;
    let chosen = looking.app.survey().chosen(&editable)?;
    let frame = looking.frame()?;
    Some(Seen {
        handles: handles(&editable, &frame, chosen),
        editable,
        frame,
        chosen,
    })
}

/// A pointer takes hold of a corner; false where there is none.
pub fn down(looking: Looking, event: &web_sys::PointerEvent, at: Point) -> bool {
    let reach = pointer::share_of_width(event, pointer::half_target(event));
    let found = untrack(|| {
        let seen = seen(looking)?;
        nearest(&seen.handles, at, reach? * WIDTH)
    });
    let Some(handle) = found.filter(|_| event.button() == 0) else {
        return false;
    };
    looking.app.survey().choose(looking.app, handle.corner);
    looking.drag.set(Some(Drag {
        pointer: event.pointer_id(),
        home: handle.at,
        held_at: at,
        now: None,
    }));
    true
}

/// The pointer moves with the corner it holds; false where it holds none.
pub fn moved(looking: Looking, event: &web_sys::PointerEvent, at: Point) -> bool {
    let Some(drag) = held(looking, event) else {
        return false;
    };
    let [x, y] = drag.held_at;
    let still = pointer::share_of_width(event, STILL).unwrap_or_default() * WIDTH;
    if drag.now.is_some() || (at[0] - x).hypot(at[1] - y) > still {
        let now = Some(at);
        looking.drag.set(Some(Drag { now, ..drag }));
    }
    true
}

/// The pointer lets the corner go where it is; false where it holds none.
pub fn up(looking: Looking, event: &web_sys::PointerEvent) -> bool {
    let Some(drag) = held(looking, event) else {
        return false;
    };
    looking.drag.set(None);
    if let (Some(to), Some(frame)) = (drag.point(), untrack(|| looking.frame())) {
        let ([x, y], [u, v]) = (frame.place(drag.home), frame.place(to));
        let survey = looking.app.survey();
        survey.move_corner(looking.app, [u - x, v - y], Press::New);
    }
    true
}

/// The corner goes back to where it was; false where none is held.
pub fn cancel(looking: Looking) -> bool {
    let held = looking.drag.with_untracked(Option::is_some);
    looking.drag.set(None);
    held
}

fn held(looking: Looking, event: &web_sys::PointerEvent) -> Option<Drag> {
    let drag = looking.drag.get_untracked()?;
    (drag.pointer == event.pointer_id()).then_some(drag)
}

/// The handles as SVG, the chosen one with cross-hairs and its number; while it is dragged, the edges that go with it.
pub fn drawing(looking: Looking) -> String {
    let Some(seen) = seen(looking) else {
        return String::new();
    };
    let mut svg = String::new();
    let dragged = looking.drag.get().and_then(|drag| drag.point());
    if let Some(to) = dragged {
        edges(&seen, to, &mut svg);
    }
    let is_chosen = |handle: &&Handle| handle.corner == seen.chosen;
    for handle in seen.handles.iter().filter(|one| !is_chosen(one)) {
        disc(&mut svg, "map__handle", handle.at);
    }
    if let Some(own) = seen.handles.iter().find(is_chosen) {
        chosen(&seen, dragged.unwrap_or(own.at), &mut svg);
    }
    svg
}

fn chosen(seen: &Seen, at: Point, svg: &mut String) {
    let [x, y] = at;
    svg.push_str(&format!(
        r#"<path class="map__cross" d="M{x:.1} {y:.1}m-44 0h88m-44 -44v88"/>"#
    ));
    disc(svg, "map__handle map__handle--chosen", at);
    disc(svg, "map__handle-dot", at);
    let number = number_beside(&seen.editable, &seen.frame, seen.chosen, at);
    if let Some(([x, y], anchor)) = number {
        let words = (seen.chosen.corner + 1).to_string();
        map_text(svg, "map__number", [x, y + 8.0], anchor, &words);
    }
}

fn disc(svg: &mut String, class: &str, [x, y]: Point) {
    svg.push_str(&format!(
        r#"<circle class="{class}" cx="{x:.1}" cy="{y:.1}" r="9"/>"#
    ));
}

fn edges(seen: &Seen, [x, y]: Point, svg: &mut String) {
    let beside = seen.editable.beside(seen.chosen);
    for place in beside.into_iter().flatten() {
        let [a, b] = seen.frame.point(place);
        svg.push_str(&format!(
            r#"<path class="map__dragged" d="M{a:.1} {b:.1}L{x:.1} {y:.1}"/>"#
        ));
    }
}
