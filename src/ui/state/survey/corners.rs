//! The table of the boundary at hand.

use std::time::Duration;

use crate::ui::prelude::*;

use super::Survey;
use crate::boundary::{Repair, repair};
use crate::platform::intl;
use crate::ui::state::App;
use crate::view_model::map::{corner_rows, with_ring};

/// Rows up to which every key is checked at once; more are checked when typing pauses.
const CHECKED_AT_ONCE: usize = 200;
const PAUSE_MS: u64 = 350;

impl Survey {
    /// Shows the corners of another ring.
    pub fn show_ring(self, app: App, part: usize, ring: usize) {
        self.ring.set((part, ring));
        self.look_anew(app);
    }

    /// Writes the corners of the shown ring into the table.
    pub(super) fn tabulate(self, app: App) {
        let Some(seen) = self.seen.get_untracked() else {
            return;
        };
        if !seen.table.is_whole() {
            return self.table.show(Vec::new());
        }
        let corners = &seen.table.corners;
        let language = app.language();
        let first_id = self.table.take_ids(corners.len());
        let write = |value| intl::exact(language, value);
        self.table
            .show(corner_rows(corners, seen.crs, first_id, &write));
    }

    /// The table changed: checks it now, or when typing pauses.
    pub fn table_changed(self, app: App) {
        let change = self.typing.get_value().wrapping_add(1);
        self.typing.set_value(change);
        if self.table.rows.with_untracked(Vec::len) <= CHECKED_AT_ONCE {
            self.check_table(app);
            return;
        }
        set_timeout(
            move || {
                if self.typing.try_get_value() == Some(change) {
                    self.check_table(app);
                }
            },
            Duration::from_millis(PAUSE_MS),
        );
    }

    /// Takes the table's corners, unless a cell is in the way: then the last corners that could be read stay.
    fn check_table(self, app: App) {
        if self.table_due.get_value() {
            // The table is about to show other corners.
            return;
        }
        let read = self.table.read(&Self::hint(app));
        let Some(corners) = read
            .candidate
            .and_then(|found| found.shape.ring(0, 0).cloned())
        else {
            return;
        };
        let Some(seen) = self.seen.get_untracked() else {
            return;
        };
        let (part, ring) = self.ring.get_untracked();
        self.rework(app, move |mut shape| {
            if seen.is_swapped() {
                // The table shows x and y in their right order.
                shape = repair(&shape, &Repair::SwapAxes);
            }
            self.give(&with_ring(&shape, part, ring, corners));
            self.look(app);
        });
    }
}
