use crate::ui::prelude::*;

use super::super::map::Looking;
use super::handles::seen;
use crate::platform::pointer;
use crate::ui::state::Press;
use crate::view_model::map::{Point, WIDTH, nearest};

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
    pub fn point(&self) -> Option<Point> {
        let [x, y] = self.now?;
        let ([hx, hy], [px, py]) = (self.home, self.held_at);
        Some([hx + x - px, hy + y - py])
    }
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
