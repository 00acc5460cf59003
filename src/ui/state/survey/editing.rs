//! Corners that are moved, put in and taken out on the map.

use crate::ui::prelude::*;

use super::Survey;
use crate::ui::state::App;
use crate::view_model::map::{CornerAt, Editable, Refusal, Turn};
use cluster_ready_core::boundary::Shape;

/// The corner of the shown ring that is chosen on the map, and what came of the last key or press.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Editing {
    corner: usize,
    pub done: Done,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Done {
    Chosen,
    /// So far to the east and to the north, metres, since it was chosen.
    Moved([f64; 2]),
    PutIn,
    /// The number it had.
    TakenOut(usize),
    Refused(Refusal),
}

/// Whether a move is one that can be taken back by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    New,
    /// A key that is held down goes on with the move it began.
    Held,
}

impl Survey {
    /// The boundary as its corners are moved on the map. Inside the view this subscribes.
    pub fn editable(self) -> Option<Editable> {
        let plane_crs = self
            .seen
            .with(|seen| seen.as_ref().map(|seen| seen.drawn.plane_crs))?;
        self.work.with(|work| {
            let work = work.as_ref()?;
            let given = work.given.shape()?;
            Some(Editable::of(given, work.shown_crs(), plane_crs))
        })
    }

    /// The chosen corner; `None` while corners are not moved. Inside the view this subscribes.
    pub fn chosen(self, editable: &Editable) -> Option<CornerAt> {
        let editing = self.editing.get()?;
        let (part, ring) = self.ring.get();
        let last = editable.corners(part, ring).checked_sub(1);
        match last {
            Some(last) => Some(CornerAt {
                part,
                ring,
                corner: editing.corner.min(last),
            }),
            None => editable.first(part, ring),
        }
    }

    /// Corners are moved on the map from now on.
    pub fn begin_editing(self, app: App) {
        let (part, ring) = self.ring.get_untracked();
        let first = untrack(|| self.editable()?.first(part, ring));
        if let Some(first) = first {
            self.choose(app, first);
        }
    }

    pub fn end_editing(self) {
        self.editing.set(None);
    }

    /// Another corner is chosen; the table shows its ring.
    pub fn choose(self, app: App, at: CornerAt) {
        if self.ring.get_untracked() != (at.part, at.ring) {
            self.show_ring(app, at.part, at.ring);
        }
        self.say(at.corner, Done::Chosen);
    }

    /// The next or previous corner is chosen.
    pub fn turn(self, app: App, turn: Turn) {
        self.with_chosen(|editable, at| {
            if let Some(other) = editable.turn(at, turn) {
                self.choose(app, other);
            }
        });
    }

    /// Moves the chosen corner by so many metres to the east and to the north.
    pub fn move_corner(self, app: App, by: [f64; 2], press: Press) {
        self.with_chosen(|editable, at| {
            let before = self.editing.with_untracked(|now| match now {
                Some(Editing {
                    done: Done::Moved(before),
                    ..
                }) => *before,
                _ => [0.0, 0.0],
            });
            let total = [before[0] + by[0], before[1] + by[1]];
            let moved = editable.moved(at, by).map(|shape| (shape, at));
            self.edit(app, moved, Done::Moved(total), press);
        });
    }

    /// Puts a corner in the middle of the edge after the chosen one, and chooses it.
    pub fn insert_corner(self, app: App) {
        self.with_chosen(|editable, at| {
            self.edit(app, editable.inserted(at), Done::PutIn, Press::New);
        });
    }

    /// Takes the chosen corner out; the one after it is chosen.
    pub fn remove_corner(self, app: App) {
        self.with_chosen(|editable, at| {
            let done = Done::TakenOut(at.corner + 1);
            self.edit(app, editable.removed(at), done, Press::New);
        });
    }

    /// Corners changed in another way: what was last done to the chosen one is told no longer.
    pub(super) fn rest(self) {
        if let Some(editing) = self.editing.get_untracked() {
            self.say(editing.corner, Done::Chosen);
        }
    }

    fn say(self, corner: usize, done: Done) {
        self.editing.set(Some(Editing { corner, done }));
    }

    fn with_chosen(self, act: impl FnOnce(Editable, CornerAt)) {
        let found = untrack(|| {
            let editable = self.editable()?;
            let at = self.chosen(&editable)?;
            Some((editable, at))
        });
        if let Some((editable, at)) = found {
            act(editable, at);
        }
    }

    /// The same way as a change in the table: it can be taken back, counts and is checked at once.
    fn edit(self, app: App, outcome: Result<(Shape, CornerAt), Refusal>, done: Done, press: Press) {
        let (shape, at) = match outcome {
            Ok(changed) => changed,
            Err(refusal) => {
                let corner = self.editing.with_untracked(|now| now.map(|now| now.corner));
                return self.say(corner.unwrap_or_default(), Done::Refused(refusal));
            }
        };
        if press == Press::New {
            self.remember();
        }
        self.give(shape);
        self.ring.set((at.part, at.ring));
        self.look_anew(app);
        self.say(at.corner, done);
    }
}
