//! The cells of a table → its columns. Borders that were dragged by a little give a table more columns than people see.

/// Columns beyond are not kept: the coordinates of a corner stand at the left.
pub(super) const LIMIT_COLUMNS: usize = 64;

/// A cell: where it begins in the columns of the grid, and its lines.
pub(super) struct Cell {
    pub column: usize,
    pub lines: Vec<String>,
}

/// The rows in the columns that people see: those of the rows with most cells. A row with fewer, whose cells were joined,
/// is put where they begin.
pub(super) fn aligned(rows: Vec<(usize, Vec<Cell>)>) -> Vec<(usize, Vec<String>)> {
    let most = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let starts = |cells: &[Cell]| -> Vec<usize> { cells.iter().map(|cell| cell.column).collect() };
    let full = rows.iter().find(|(_, cells)| cells.len() == most);
    let mut known = full.map(|(_, cells)| starts(cells)).unwrap_or_default();
    let mut aligned = Vec::with_capacity(rows.len());
    for (number, cells) in rows {
        if cells.len() == most {
            known = starts(&cells);
        }
        let mut row: Vec<Vec<String>> = Vec::new();
        for cell in cells {
            let before = known.iter().take_while(|start| **start <= cell.column);
            let column = before.count().saturating_sub(1).max(row.len());
            row.resize_with(column, Vec::new);
            row.push(trimmed(cell.lines));
        }
        aligned.extend(stacked(row).into_iter().map(|row| (number, row)));
    }
    aligned
}

fn trimmed(mut lines: Vec<String>) -> Vec<String> {
    let end = lines.iter().rposition(|line| !line.is_empty());
    lines.truncate(end.map_or(0, |end| end + 1));
    let start = lines.iter().position(|line| !line.is_empty());
    lines.drain(..start.unwrap_or(0));
    lines
}

/// A whole column of a list may be typed into one cell, line under line: where two cells hold so, their lines are rows.
fn stacked(row: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let most = row.iter().map(Vec::len).max().unwrap_or(0);
    let is_figure = |line: &String| line.starts_with(|c: char| c.is_ascii_digit());
    let is_column = |cell: &&Vec<String>| cell.len() == most && cell.iter().all(is_figure);
    let is_short = |cell: &Vec<String>| cell.len() <= 1 || cell.len() == most;
    let is_list = most > 1 && row.iter().filter(is_column).count() >= 2 && row.iter().all(is_short);
    if !is_list {
        return vec![row.into_iter().map(|cell| cell.join(" ")).collect()];
    }
    let line = |at: usize| {
        let cell = |cell: &Vec<String>| cell.get(at).cloned().unwrap_or_default();
        row.iter().map(cell).collect()
    };
    (0..most).map(line).collect()
}
