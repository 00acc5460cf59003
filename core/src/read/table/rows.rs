use super::super::{Candidate, CrsFound, Hint, system};
use super::{
    clean::clean,
    pair::{self, Pair},
    rings::{self, Corner},
};
use crate::boundary::{Position, size};

/// One of the two coordinate columns of the editable table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    First,
    Second,
}

/// Why a cell gives no coordinate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellProblem {
    Blank,
    NotANumber,
    /// A number, but no coordinate of Viet Nam beside the others.
    OutOfRange,
}

/// The editable table, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// The boundary, when no cell is in the way and there are three corners.
    pub candidate: Option<Candidate>,
    /// Its system, when there is a boundary.
    pub crs: Option<CrsFound>,
    /// Row index from 0, the cell, and why. Rows that are blank in both cells are left out.
    pub problems: Vec<(usize, Column, CellProblem)>,
    /// Corners read so far.
    pub corners: usize,
    /// The first column holds northings or latitudes.
    pub north_first: bool,
}

/// Reads the rows of the editable table with the same rules as a file. Rows blank in both cells do not count; the last
/// corner may repeat the first.
pub fn parse_rows(rows: &[(String, String)], hint: &Hint) -> Rows {
    let rows: Vec<_> = rows
        .iter()
        .map(|(first, second)| [clean(first), clean(second)])
        .collect();
    let filled: Vec<(usize, [&str; 2])> = rows
        .iter()
        .enumerate()
        .map(|(index, [first, second])| (index, [first.trim(), second.trim()]))
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    let cells: Vec<[&str; 2]> = filled.iter().map(|(_, cells)| *cells).collect();
    let pair = pair::read(&cells, None);
    let problems: Vec<_> = filled
        .iter()
        .enumerate()
        .flat_map(|(at, (index, cells))| {
            row_problems(&pair, at, *cells).map(move |(column, problem)| (*index, column, problem))
        })
        .collect();
    let positions: Vec<Position> = (0..cells.len())
        .filter_map(|at| pair.position(at))
        .collect();
    let corners = positions.len();
    let mut candidate = (problems.is_empty() && corners >= 3)
        .then(|| ring(positions, &filled))
        .filter(|candidate| candidate.corner_labels.len() >= 3);
    let crs = candidate
        .as_ref()
        .and_then(|found| system::find(std::slice::from_ref(found), None, hint).ok())
        .map(|found| found.crs);
    if crs.is_none() {
        candidate = None;
    }
    Rows {
        candidate,
        crs,
        problems,
        corners,
        north_first: pair.north_first,
    }
}

/// One ring, whatever comes again in it: a table that is typed is one boundary. Corners are named by their rows.
fn ring(mut positions: Vec<Position>, filled: &[(usize, [&str; 2])]) -> Candidate {
    if positions.len() > 1 && positions.first() == positions.last() {
        positions.pop();
    }
    let corners = positions
        .into_iter()
        .zip(filled)
        .map(|(position, (index, _))| Corner {
            position,
            label: (index + 1).to_string(),
            ..Corner::default()
        })
        .collect();
    rings::candidate(corners)
}

fn row_problems(
    pair: &Pair,
    at: usize,
    cells: [&str; 2],
) -> impl Iterator<Item = (Column, CellProblem)> {
    let [first, second] = pair.values.get(at).copied().unwrap_or_default();
    let expected = pair.unit();
    let is_expected = |value: f64, is_north: bool| match expected {
        Unit::Degrees if is_north => size::is_latitude(value),
        Unit::Degrees => size::is_longitude(value),
        Unit::Metres if is_north => size::is_northing(value),
        Unit::Metres => size::is_easting(value),
        Unit::Unclear => true,
    };
    let problem = |cell: &str, value: Option<f64>, is_north: bool| match value {
        _ if cell.is_empty() => Some(CellProblem::Blank),
        None => Some(CellProblem::NotANumber),
        Some(value) if !is_expected(value, is_north) || (pair.zone.is_some() && !is_north) => {
            Some(CellProblem::OutOfRange)
        }
        Some(_) => None,
    };
    let [a, b] = cells;
    [
        (Column::First, problem(a, first, pair.north_first)),
        (Column::Second, problem(b, second, !pair.north_first)),
    ]
    .into_iter()
    .filter_map(|(column, problem)| Some((column, problem?)))
}

/// What most rows are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Degrees,
    Metres,
    /// Web Mercator, or nothing that fits.
    Unclear,
}

impl Pair {
    fn unit(&self) -> Unit {
        let positions = || (0..self.values.len()).filter_map(|row| self.position(row));
        let degrees = positions()
            .filter(|[x, y]| size::is_longitude(*x) && size::is_latitude(*y))
            .count();
        let metres = positions()
            .filter(|[x, y]| size::is_easting(*x) && size::is_northing(*y))
            .count();
        match (degrees, metres) {
            (0, 0) => Unit::Unclear,
            _ if degrees >= metres => Unit::Degrees,
            _ => Unit::Metres,
        }
    }
}
