//! Changes that can be taken back, and made again.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::Survey;
use crate::boundary::Shape;
use crate::ui::state::App;
use crate::view_model::History;

/// What stands at a moment: the corners as given, and the table with what is typed in it and cannot be read yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    given: Arc<Shape>,
    ring: (usize, usize),
    cells: Vec<[Arc<str>; 2]>,
}

impl Survey {
    /// A change follows: what stands now can be taken back to.
    pub fn remember(self) {
        if let Some(now) = self.now() {
            self.history.update(|history| history.remember(now));
        }
    }

    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Takes the last change back; false where there is none.
    pub fn undo(self, app: App) -> bool {
        self.step(app, History::undo)
    }

    /// Makes the change again that was taken back last; false where there is none.
    pub fn redo(self, app: App) -> bool {
        self.step(app, History::redo)
    }

    fn now(self) -> Option<Step> {
        let given = self
            .work
            .with_untracked(|work| work.as_ref().map(|work| Arc::clone(&work.given)))?;
        Some(Step {
            given,
            ring: self.ring.get_untracked(),
            cells: self.table.cells(),
        })
    }

    fn step(self, app: App, take: fn(&mut History<Step>, Step) -> Option<Step>) -> bool {
        let then = self.now().and_then(|now| {
            self.history
                .try_update(|history| take(history, now))
                .flatten()
        });
        let Some(then) = then else {
            return false;
        };
        self.change(|work| work.given = then.given);
        self.ring.set(then.ring);
        self.table.show_cells(then.cells);
        // Of a long table the last keys may not have been read before they were taken back.
        self.read_table(app);
        self.look(app);
        self.rest();
        true
    }
}
