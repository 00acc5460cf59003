//! Which columns are the coordinates of corners, by the sizes of their numbers.

use super::{coordinate::Sizes, heading::Role, lines::Row};

/// Columns looked at.
pub(super) const LIMIT_COLUMNS: usize = 64;

pub(super) struct Columns {
    /// The coordinates of corners, from left to right.
    pub pairs: Vec<[usize; 2]>,
    /// Other columns whose numbers look like coordinates.
    pub aside: Vec<usize>,
    /// What most of them are.
    pub unit: Sizes,
}

/// The sizes in a sample of rows.
struct Sample<'a> {
    rows: Vec<Vec<Sizes>>,
    roles: &'a [Role],
    /// Columns with one and the same number in every row, which is no corner's.
    constant: Vec<bool>,
}

impl Sample<'_> {
    fn size(&self, row: usize, column: usize) -> Sizes {
        let row = self.rows.get(row);
        row.and_then(|row| row.get(column))
            .copied()
            .unwrap_or_default()
    }

    fn role(&self, column: usize) -> Role {
        self.roles.get(column).copied().unwrap_or(Role::Other)
    }

    /// How well two columns fit one another in such units: rows that fit count most, then digits, then their names.
    fn score(&self, [a, b]: [usize; 2], unit: Sizes, exact: bool) -> usize {
        let fits = |row: usize| {
            let (a, b) = (self.size(row, a), self.size(row, b));
            let precise = [a, b].map(Sizes::is_precise);
            match a.together(b).holds(unit) {
                true if precise == [true; 2] => 3,
                // The number of a corner from 8 to 24 beside its longitude may be a latitude.
                true if unit == Sizes::DEGREES && precise != [false; 2] => 1,
                true if !exact || unit == Sizes::METRES => 2,
                _ => 0,
            }
        };
        let score: usize = (0..self.rows.len()).map(fits).sum();
        let is_named = self.role(a).together(self.role(b)).is_some();
        if is_named && score > 0 {
            score + self.rows.len()
        } else {
            score
        }
    }

    /// Rows in which a column looks like a coordinate.
    fn count(&self, column: usize, unit: Sizes) -> usize {
        (0..self.rows.len())
            .filter(|row| self.size(*row, column).may_be(unit))
            .count()
    }

    fn is_usable(&self, column: usize) -> bool {
        self.role(column) != Role::Measure && self.constant.get(column) != Some(&true)
    }
}

/// `None` when no two columns hold coordinates of Viet Nam.
pub(super) fn find(rows: &[&Row], roles: &[Role]) -> Option<Columns> {
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .max()?
        .min(LIMIT_COLUMNS);
    let sizes = |row: &&Row| {
        row.cells
            .iter()
            .take(LIMIT_COLUMNS)
            .map(|cell| Sizes::of(cell))
            .collect()
    };
    let sample = Sample {
        rows: rows.iter().map(sizes).collect(),
        roles,
        constant: (0..width).map(|column| is_constant(rows, column)).collect(),
    };
    let usable: Vec<usize> = (0..width)
        .filter(|column| sample.is_usable(*column))
        .collect();
    let all: Vec<usize> = (0..width).collect();
    // What the figures say clearly beats what the heading calls a column.
    let (among_all, clearly) = best(&sample, &all, &[], false)?;
    let (main, unit) = match best(&sample, &usable, &[], false) {
        Some((found, score)) if score >= clearly => found,
        _ => among_all,
    };
    let mut pairs = side_by_side(&sample, &usable, main, unit).unwrap_or_else(|| vec![main]);
    loop {
        let taken: Vec<usize> = pairs.iter().flatten().copied().collect();
        match best(&sample, &usable, &taken, true) {
            Some(((pair, other), _)) if other == unit => pairs.push(pair),
            _ => break,
        }
    }
    crate::order::by_key(&mut pairs, |pair| *pair);
    let looks = |column: &usize| {
        let units = [Sizes::METRES, Sizes::DEGREES];
        units.iter().any(|unit| sample.count(*column, *unit) > 0)
    };
    let is_free = |column: &usize| pairs.iter().flatten().all(|pair| pair != column);
    let aside =
        |column: &usize| is_free(column) && sample.role(*column) != Role::Measure && looks(column);
    Some(Columns {
        aside: all.iter().copied().filter(aside).collect(),
        pairs,
        unit,
    })
}

/// The two columns that fit best, the nearest and leftmost of equals.
fn best(
    sample: &Sample<'_>,
    columns: &[usize],
    taken: &[usize],
    exact: bool,
) -> Option<(([usize; 2], Sizes), usize)> {
    let mut best = None;
    let mut most = (0, 0);
    let free = || columns.iter().filter(|column| !taken.contains(column));
    for unit in [Sizes::METRES, Sizes::DEGREES, Sizes::MERCATOR] {
        for a in free() {
            for b in free().filter(|b| *b > a) {
                let score = sample.score([*a, *b], unit, exact);
                let reached = (score, LIMIT_COLUMNS - (b - a));
                if score > 0 && reached > most {
                    most = reached;
                    best = Some((([*a, *b], unit), score));
                }
            }
        }
    }
    best
}

/// Blocks beside one another: an even number of full columns, of which each two after one another fit. The names of
/// corners may stand between the two.
fn side_by_side(
    sample: &Sample<'_>,
    usable: &[usize],
    main: [usize; 2],
    unit: Sizes,
) -> Option<Vec<[usize; 2]>> {
    let counts = main.map(|column| sample.count(column, unit));
    let half = counts.iter().copied().min()?.div_ceil(2).max(1);
    let full: Vec<usize> = usable
        .iter()
        .copied()
        .filter(|column| sample.count(*column, unit) >= half)
        .collect();
    let pairs = full.chunks_exact(2);
    if full.len() < 4 || !pairs.remainder().is_empty() {
        return None;
    }
    let pairs: Vec<[usize; 2]> = pairs.filter_map(|pair| pair.try_into().ok()).collect();
    pairs
        .iter()
        .all(|pair| sample.score(*pair, unit, true) > 0)
        .then_some(pairs)
}

fn is_constant(rows: &[&Row], column: usize) -> bool {
    let mut cells = rows
        .iter()
        .map(|row| row.cell(column))
        .filter(|cell| !cell.is_empty());
    let first = cells.next();
    let mut others = 0;
    cells.all(|cell| {
        others += 1;
        Some(cell) == first
    }) && others >= 2
}
