//! Changes that can be taken back.

use crate::ui::prelude::*;

use super::Survey;
use crate::ui::state::App;

/// Steps that can be taken back.
const LIMIT_UNDO: usize = 50;

impl Survey {
    /// What stands now can be taken back to.
    pub fn remember(self) {
        if let Some(given) = self
            .work
            .with_untracked(|work| work.as_ref().map(|work| work.given.clone()))
        {
            self.undo.update(|undo| {
                undo.push(given);
                if undo.len() > LIMIT_UNDO {
                    undo.remove(0);
                }
            });
        }
    }

    pub fn can_undo(self) -> bool {
        self.undo.with(|undo| !undo.is_empty())
    }

    /// Takes the last change back.
    pub fn undo(self, app: App) {
        if let Some(given) = self.undo.try_update(Vec::pop).flatten() {
            self.change(|work| work.given = given);
            self.look_anew(app);
        }
    }
}
