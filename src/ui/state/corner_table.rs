use std::sync::Arc;

use crate::ui::prelude::*;

use crate::view_model::map::{CornerRow, kept_rows};
use cluster_ready_core::read::{CellProblem, Column, Hint, Rows, parse_rows};

/// Rows of corners being typed. Copies share them.
#[derive(Clone, Copy)]
pub struct CornerTable {
    pub rows: RwSignal<Vec<CornerRow>>,
    /// Cells that give no coordinate, by the id of their row.
    pub problems: RwSignal<Vec<(u32, Column, CellProblem)>>,
    /// Corners that could be read.
    pub corners: RwSignal<usize>,
    next_id: StoredValue<u32>,
}

impl CornerTable {
    pub(super) fn new() -> Self {
        Self {
            rows: RwSignal::default(),
            problems: RwSignal::default(),
            corners: RwSignal::new(0),
            next_id: StoredValue::new(0),
        }
    }

    /// Ids for so many new rows; the first of them.
    pub fn take_ids(self, count: usize) -> u32 {
        let first = self.next_id.get_value();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.next_id.set_value(first.wrapping_add(count));
        first
    }

    /// Shows other rows in place of these; what says the same at the same place stays the row it is.
    pub fn show(self, rows: Vec<CornerRow>) {
        let rows = self.rows.with_untracked(|old| kept_rows(old, rows));
        self.corners.set(rows.len());
        self.problems.set(Vec::new());
        self.rows.set(rows);
    }

    /// What stands in the cells.
    pub fn cells(self) -> Vec<[Arc<str>; 2]> {
        self.rows.with_untracked(|rows| {
            rows.iter()
                .map(|row| [Arc::clone(&row.first), Arc::clone(&row.second)])
                .collect()
        })
    }

    /// Shows cells as they once stood.
    pub fn show_cells(self, cells: Vec<[Arc<str>; 2]>) {
        let first_id = self.take_ids(cells.len());
        let row = |([first, second], id): ([Arc<str>; 2], u32)| CornerRow { id, first, second };
        self.show(cells.into_iter().zip(first_id..).map(row).collect());
    }

    /// Id of the row of a corner: rows blank in both cells are none. Inside the view this subscribes.
    pub fn row_of(self, corner: usize) -> Option<u32> {
        let is_blank =
            |row: &CornerRow| row.first.trim().is_empty() && row.second.trim().is_empty();
        self.rows.with(|rows| {
            let mut filled = rows.iter().filter(|row| !is_blank(row));
            filled.nth(corner).map(|row| row.id)
        })
    }

    fn blank(self) -> CornerRow {
        CornerRow {
            id: self.take_ids(1),
            first: "".into(),
            second: "".into(),
        }
    }

    /// At least so many rows to type into.
    pub fn fill_up(self, count: usize) {
        while self.rows.with_untracked(Vec::len) < count {
            let row = self.blank();
            self.rows.update(|rows| rows.push(row));
        }
    }

    /// A blank row before the row at `index`, or at the end.
    pub fn insert(self, index: usize) {
        let row = self.blank();
        self.rows
            .update(|rows| rows.insert(index.min(rows.len()), row));
    }

    pub fn remove(self, index: usize) {
        self.rows.update(|rows| {
            if index < rows.len() {
                rows.remove(index);
            }
        });
    }

    /// Exchanges the row at `index` with the next one.
    pub fn exchange(self, index: usize) {
        self.rows.update(|rows| {
            if index + 1 < rows.len() {
                rows.swap(index, index + 1);
            }
        });
    }

    /// Puts a text into a cell.
    pub fn write(self, id: u32, column: Column, text: &str) {
        self.rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.id == id) {
                match column {
                    Column::First => row.first = text.into(),
                    Column::Second => row.second = text.into(),
                }
            }
        });
    }

    /// Reads the rows and notes what is wrong with them.
    pub fn read(self, hint: &Hint) -> Rows {
        let texts: Vec<(String, String)> = self.rows.with_untracked(|rows| {
            rows.iter()
                .map(|row| (row.first.to_string(), row.second.to_string()))
                .collect()
        });
        let read = parse_rows(&texts, hint);
        let id_of = |index: usize| {
            self.rows
                .with_untracked(|rows| rows.get(index).map(|row| row.id))
        };
        let problems: Vec<_> = read
            .problems
            .iter()
            .filter_map(|(index, column, problem)| Some((id_of(*index)?, *column, *problem)))
            .collect();
        if self.problems.with_untracked(|now| *now != problems) {
            self.problems.set(problems);
        }
        self.corners.set(read.corners);
        read
    }
}
