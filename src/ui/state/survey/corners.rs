//! The table of the boundary at hand.

use std::time::Duration;

use crate::ui::prelude::*;

use super::Survey;
use crate::platform::intl;
use crate::session::boundary::{Boundary, Event, Turn};
use crate::ui::state::App;
use crate::view_model::map::{MOST_EDITED, corner_rows, open_corners, with_ring};
use cluster_ready_core::boundary::{Crs, Position, Shape, upright};

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
        let Some(work) = self.work.get_untracked() else {
            return;
        };
        let crs = work.shown_crs();
        let (part, ring) = self.ring.get_untracked();
        let language = app.language();
        let rows = |corners: &[Position]| {
            let count = open_corners(corners).len();
            (count <= MOST_EDITED).then(|| {
                let write = |value| intl::exact(language, value);
                corner_rows(corners, crs, self.table.take_ids(count), &write)
            })
        };
        let rows = match work.given.shape() {
            Some(given) => {
                let shape = upright(given, crs);
                let corners = shape.ring(part, ring).or_else(|| {
                    self.ring.set((0, 0));
                    shape.ring(0, 0)
                });
                corners.and_then(|corners| rows(corners))
            }
            // Of a very large boundary the worker lists one ring.
            None => self.seen.with_untracked(|seen| {
                let table = seen.as_ref().map(|seen| &seen.table);
                let whole = table.filter(|table| table.is_whole());
                whole.and_then(|table| rows(&table.corners))
            }),
        };
        self.table.show(rows.unwrap_or_default());
        self.rest();
    }

    /// Writes the corners that the worker has listed into the table.
    pub(super) fn tabulate_seen(self, app: App) {
        let listed = self.seen.with_untracked(|seen| {
            let table = &seen.as_ref()?.table;
            Some((table.part, table.ring))
        });
        if let Some(listed) = listed {
            self.ring.set(listed);
            self.tabulate(app);
        }
    }

    /// The table changed: checks it now, or when typing pauses.
    pub fn table_changed(self, app: App) {
        self.rest();
        let few = self.table.rows.with_untracked(Vec::len) <= CHECKED_AT_ONCE;
        self.send(app, Event::Typed { few });
    }

    pub(super) fn wait(self, app: App, turn: Turn) {
        let pause = Duration::from_millis(PAUSE_MS);
        set_timeout(move || self.send(app, Event::Paused(turn)), pause);
    }

    pub(super) fn check_table(self, app: App) {
        if self.read_table(app) {
            self.look(app);
        }
    }

    /// Takes the table's corners. False while a cell is in the way: then the last corners that could be read stay.
    pub(super) fn read_table(self, app: App) -> bool {
        // It is about to show other corners.
        if self.visit.with_value(Boundary::is_table_due) {
            return false;
        }
        let read = self.table.read(&Self::hint(app));
        let Some(corners) = read
            .candidate
            .and_then(|found| found.shape.ring(0, 0).cloned())
        else {
            return false;
        };
        let (part, ring) = self.ring.get_untracked();
        let act = move |shape: &Shape, crs: Crs| {
            let shape = upright(shape, crs);
            let now = shape.ring(part, ring).map(|ring| open_corners(ring));
            (now != Some(open_corners(&corners))).then(|| with_ring(&shape, part, ring, corners))
        };
        let Some(work) = self.work.get_untracked() else {
            return false;
        };
        let crs = work.shown_crs();
        if let Some(shape) = work.given.shape() {
            if let Some(changed) = act(shape, crs) {
                self.give(changed);
            }
            return true;
        }
        self.rework(app, move |shape| {
            if let Some(changed) = act(&shape, crs) {
                self.give(changed);
                self.look(app);
            }
        });
        false
    }
}
