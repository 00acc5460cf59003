//! Tables by the lines that are drawn around their cells.

use super::sheet::Letter;
use crate::order;

/// A line along one axis: where it lies, and from where to where it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    at: f64,
    from: f64,
    to: f64,
}

/// Lines as near as this are one; ends as near as this meet.
const NEAR: f64 = 3.0;
/// Most lines of a page that are looked at for tables.
const MOST_RULES: usize = 1_500;
/// Most columns of a table.
const MOST_COLUMNS: usize = 60;

impl Rule {
    pub const fn new(at: f64, one: f64, other: f64) -> Self {
        Self {
            at,
            from: one.min(other),
            to: one.max(other),
        }
    }

    fn reaches(&self, place: f64) -> bool {
        place >= self.from - NEAR && place <= self.to + NEAR
    }
}

/// One table: where its columns and rows meet, and which of their sides are drawn.
pub(super) struct Grid {
    columns: Vec<f64>,
    rows: Vec<f64>,
    /// For each row whether the left side of each column is drawn.
    left: Vec<Vec<bool>>,
    /// For each row whether the upper side of each column is drawn.
    upper: Vec<Vec<bool>>,
}

impl Grid {
    pub fn top(&self) -> f64 {
        self.rows.first().copied().unwrap_or_default()
    }

    pub fn width(&self) -> usize {
        self.columns.len() - 1
    }

    /// The sides of a column.
    pub fn sides(&self, column: usize) -> f64 {
        let at = |index: usize| self.columns.get(index).copied().unwrap_or_default();
        at(column + 1) - at(column)
    }

    /// The row and column of the cell that a sign is in: of joined cells the upper left one.
    pub fn cell(&self, letter: &Letter) -> Option<(usize, usize)> {
        let column = slot(&self.columns, letter.start.midpoint(letter.end))?;
        let row = slot(&self.rows, letter.down - 0.3 * letter.size)?;
        let is_drawn = |sides: &[Vec<bool>], row: usize, column: usize| {
            sides
                .get(row)
                .and_then(|row| row.get(column))
                .copied()
                .unwrap_or(true)
        };
        let first = (0..=column)
            .rev()
            .find(|column| *column == 0 || is_drawn(&self.left, row, *column))?;
        let upper = (0..=row)
            .rev()
            .find(|row| *row == 0 || is_drawn(&self.upper, *row, first))?;
        Some((upper, first))
    }
}

/// Between which two places it lies.
fn slot(places: &[f64], at: f64) -> Option<usize> {
    let behind = places.partition_point(|place| *place <= at);
    (behind > 0 && behind < places.len()).then(|| behind - 1)
}

/// The tables of a page.
pub(super) fn grids(rules: [Vec<Rule>; 2]) -> Vec<Grid> {
    let [down, along] = rules.map(joined);
    if down.len() + along.len() > MOST_RULES {
        return Vec::new();
    }
    // Which lines meet, directly or over others: each table is a set of them.
    let mut sets: Vec<usize> = (0..down.len() + along.len()).collect();
    for (index, one) in down.iter().enumerate() {
        for (other_index, other) in along.iter().enumerate() {
            if one.reaches(other.at) && other.reaches(one.at) {
                let (a, b) = (root(&sets, index), root(&sets, down.len() + other_index));
                if let Some(place) = sets.get_mut(a.max(b)) {
                    *place = a.min(b);
                }
            }
        }
    }
    let mut grids = Vec::new();
    for first in 0..down.len() {
        if root(&sets, first) != first {
            continue;
        }
        let of = |rules: &[Rule], start: usize| -> Vec<Rule> {
            let numbered = rules.iter().enumerate();
            let own = numbered.filter(|(index, _)| root(&sets, start + index) == first);
            own.map(|(_, rule)| *rule).collect()
        };
        grids.extend(grid(&of(&down, 0), &of(&along, down.len())));
    }
    grids
}

fn root(sets: &[usize], mut index: usize) -> usize {
    while let Some(next) = sets.get(index).filter(|next| **next != index) {
        index = *next;
    }
    index
}

/// Nothing where there are no two columns.
fn grid(down: &[Rule], along: &[Rule]) -> Option<Grid> {
    let columns = places(down);
    let rows = places(along);
    if columns.len() < 3 || columns.len() > MOST_COLUMNS || rows.len() < 2 {
        return None;
    }
    let no_sides = vec![vec![false; columns.len() - 1]; rows.len() - 1];
    let (mut left, mut upper) = (no_sides.clone(), no_sides);
    let middle = |places: &[f64], index: usize| match places.get(index..index + 2) {
        Some([a, b]) => a.midpoint(*b),
        _ => f64::NAN,
    };
    for rule in down {
        let column = nearest(&columns, rule.at);
        for (row, sides) in left.iter_mut().enumerate() {
            if rule.reaches(middle(&rows, row))
                && let Some(side) = sides.get_mut(column)
            {
                *side = true;
            }
        }
    }
    for rule in along {
        let row = nearest(&rows, rule.at);
        for (column, side) in upper.get_mut(row).into_iter().flatten().enumerate() {
            *side |= rule.reaches(middle(&columns, column));
        }
    }
    Some(Grid {
        columns,
        rows,
        left,
        upper,
    })
}

/// Where lines lie, those near to each other once.
fn places(rules: &[Rule]) -> Vec<f64> {
    let mut all: Vec<f64> = rules.iter().map(|rule| rule.at).collect();
    order::long_by(&mut all, f64::total_cmp);
    let mut places: Vec<f64> = Vec::new();
    for at in all {
        if places.last().is_none_or(|last| at - last > NEAR) {
            places.push(at);
        }
    }
    places
}

/// The last place that does not lie behind.
fn nearest(places: &[f64], at: f64) -> usize {
    places
        .partition_point(|place| *place <= at)
        .saturating_sub(1)
}

/// Pieces of one line put together.
fn joined(mut rules: Vec<Rule>) -> Vec<Rule> {
    order::long_by(&mut rules, |a, b| a.at.total_cmp(&b.at));
    let mut joined: Vec<Rule> = Vec::new();
    let mut rest = rules.as_slice();
    while let Some(first) = rest.first() {
        let behind = rest.partition_point(|rule| rule.at - first.at <= NEAR / 2.0);
        let (near, after) = rest.split_at(behind);
        rest = after;
        let mut near = near.to_vec();
        order::long_by(&mut near, |a, b| a.from.total_cmp(&b.from));
        let mut last: Option<Rule> = None;
        for rule in near {
            match &mut last {
                Some(last) if rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                _ => joined.extend(last.replace(rule)),
            }
        }
        joined.extend(last);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(start: f64, down: f64) -> Letter {
        Letter {
            start,
            end: start + 5.0,
            down,
            size: 10.0,
            text: "1".to_owned(),
        }
    }

    #[test]
    fn cells_without_a_line_between_them_are_one() {
        // Two columns over two rows, with a head over both columns.
        let down = vec![
            Rule::new(0.0, 0.0, 40.0),
            Rule::new(50.0, 20.0, 40.0),
            Rule::new(100.0, 0.0, 40.0),
        ];
        let along: Vec<Rule> = [0.0, 20.0, 40.0]
            .map(|at| Rule::new(at, 0.0, 100.0))
            .to_vec();
        let grids = grids([down, along]);
        let [grid] = grids.as_slice() else {
            panic!("{}", grids.len())
        };
        assert_eq!(grid.cell(&letter(60.0, 15.0)), Some((0, 0)));
        assert_eq!(grid.cell(&letter(60.0, 35.0)), Some((1, 1)));
        assert_eq!(grid.cell(&letter(160.0, 35.0)), None);
    }

    #[test]
    fn frame_around_a_page_is_no_table() {
        let down = vec![Rule::new(0.0, 0.0, 40.0), Rule::new(50.0, 0.0, 40.0)];
        let along = vec![Rule::new(0.0, 0.0, 50.0), Rule::new(40.0, 0.0, 50.0)];
        assert!(grids([down, along]).is_empty());
    }

    #[test]
    fn pieces_of_a_line_are_one() {
        let pieces = vec![
            Rule::new(1.0, 0.0, 9.0),
            Rule::new(1.4, 10.0, 20.0),
            Rule::new(1.2, 40.0, 50.0),
        ];
        let lines = joined(pieces);
        assert_eq!(
            lines.iter().map(|rule| rule.to).collect::<Vec<_>>(),
            [20.0, 50.0]
        );
    }
}
