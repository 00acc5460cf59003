//! A layout whose corners stand in no rows of a table → its lines.

use super::tables::{Form, Layout, TITLES, WORDS};

impl Layout {
    /// Corners whose cells are no cells of a row.
    pub(super) fn flat(
        &self,
        rows: &[Vec<String>],
        damaged: Option<[usize; 2]>,
    ) -> (Vec<Vec<String>>, Option<usize>) {
        let alone = |line: &str| vec![line.to_owned()];
        let mut lines: Vec<Vec<String>> =
            TITLES[self.title].iter().map(|line| alone(line)).collect();
        let heading = self.heading_cells();
        let width = rows[0].len();
        let mut place = None;
        let is_damaged = |row: usize, column: usize| damaged == Some([row, column]);
        match self.form {
            Form::Columns => {
                for column in 0..width {
                    lines.extend(heading.get(column).map(|name| alone(name)));
                    for (row, cells) in rows.iter().enumerate() {
                        lines.push(alone(&cells[column]));
                        if is_damaged(row, column) {
                            place = Some(lines.len());
                        }
                    }
                }
            }
            Form::Cells(has_blanks) => {
                lines.extend(heading.iter().map(|name| alone(name)));
                for (row, cells) in rows.iter().enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        if has_blanks {
                            lines.push(alone(""));
                        }
                        lines.push(alone(cell));
                        if is_damaged(row, column) {
                            place = Some(lines.len());
                        }
                    }
                }
            }
            Form::NamesAbove => {
                if !heading.is_empty() {
                    lines.push(heading.clone());
                }
                for (row, cells) in rows.iter().enumerate() {
                    for (column, cells) in [(0, &cells[..1]), (1, &cells[1..])] {
                        lines.push(cells.to_vec());
                        if damaged.is_some_and(|[r, c]| r == row && c.min(1) == column) {
                            place = Some(lines.len());
                        }
                    }
                }
            }
            Form::Line => {
                lines.push(rows.concat());
                place = damaged.map(|_| lines.len());
            }
            Form::Words(words) => {
                let [before, first, second, after] = WORDS[words];
                let said = |cells: &Vec<String>| {
                    let [name, a, b] = [&cells[0], &cells[1], &cells[2]];
                    format!("{before}{name}{first}{a}{second}{b}{after}")
                };
                let mut said: Vec<String> = rows.iter().map(said).collect();
                // The first two are sentences, the others lists.
                if words < 2 {
                    let sentence = said.join(if words == 0 { ", " } else { "; " });
                    said = vec![format!("Khu đất có ranh giới đi qua các điểm: {sentence}.")];
                    place = damaged.map(|_| lines.len() + 1);
                } else {
                    place = damaged.map(|[row, _]| lines.len() + row + 1);
                }
                lines.extend(said.iter().map(|line| alone(line)));
            }
            Form::Rows | Form::Workbook => {}
        }
        lines.extend(self.footer());
        (lines, place)
    }
}
