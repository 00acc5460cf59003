//! Angles whose degrees, minutes and seconds stand in columns of their own.

use std::borrow::Cow;

use super::{classes::is_index, lines::Row};
use crate::{
    boundary::size,
    number::{self, Reading},
};

/// Rows looked at.
const SAMPLE: usize = 200;
/// Columns in which angles are looked for.
const LIMIT_COLUMNS: usize = 16;

/// The rows with the parts of each angle in one cell, the first of them; the others are left blank, so that columns keep
/// their numbers.
pub(super) fn joined(rows: &[Row]) -> Cow<'_, [Row]> {
    let Some(Found {
        starts,
        parts,
        numbers: most,
        cells: usual,
    }) = find(rows)
    else {
        return Cow::Borrowed(rows);
    };
    let join = |row: &Row| {
        let mut row = row.clone();
        // Where blanks part the cells and one is missing or too many, nobody can tell which parts belong together.
        let (given, length) = (numbers(&row), row.cells.len());
        let count = given.iter().flatten().count();
        if count < 4 || is_index(&row) {
            return row;
        }
        let are_cut = starts.iter().any(|start| {
            let last = row.cell(start + parts - 1);
            count > most && !last.contains(['.', ','])
        });
        let is_shifted = are_cut
            || (count > most && !is_pair(&given, starts, parts))
            || (length < usual && count < most)
            || (length != usual && !is_pair(&given, starts, parts));
        for start in starts {
            let end = (start + parts).min(row.cells.len());
            let cells = row.cells.get_mut(start..end);
            let Some((first, others)) = cells.and_then(<[String]>::split_first_mut) else {
                continue;
            };
            // A heading or a title keeps its cells.
            if !others
                .iter()
                .any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
            {
                continue;
            }
            // A part that is missing is kept as such: "21 30" would be another angle.
            let mut angle = part(first).to_owned();
            let missing = parts - 1 - others.len();
            for cell in others {
                angle.push(' ');
                angle.push_str(part(cell));
                cell.clear();
            }
            angle.push_str(&" ?".repeat(missing + usize::from(is_shifted)));
            *first = angle;
        }
        row
    };
    Cow::Owned(rows.iter().map(join).collect())
}

fn part(cell: &str) -> &str {
    if cell.is_empty() { "?" } else { cell }
}

/// The plain numbers of a row.
fn numbers(row: &Row) -> Vec<Option<f64>> {
    let cells = row.cells.iter().take(LIMIT_COLUMNS);
    cells.map(|cell| plain(cell)).collect()
}

/// Angles in columns.
struct Found {
    /// Where the two angles begin in most rows that have numbers.
    starts: [usize; 2],
    parts: usize,
    /// How many numbers and how many cells most of those rows have.
    numbers: usize,
    cells: usize,
}

fn find(rows: &[Row]) -> Option<Found> {
    let (lengths, sample): (Vec<usize>, Vec<Vec<Option<f64>>>) = rows
        .iter()
        .map(|row| (row.cells.len(), numbers(row)))
        .filter(|(_, row)| row.iter().flatten().count() >= 4)
        .take(SAMPLE)
        .unzip();
    let mut best = None;
    // Of what fits most rows the degrees that differ least: names of corners run through all numbers. Then most rows.
    let mut most = (0, 0);
    for parts in [3, 2] {
        for first in 0..LIMIT_COLUMNS {
            for second in first + parts..LIMIT_COLUMNS {
                let starts = [first, second];
                let fitting: Vec<_> = sample
                    .iter()
                    .filter(|row| is_pair(row, starts, parts))
                    .collect();
                let spread = |column: usize| {
                    let values = fitting.iter().filter_map(|row| *row.get(column)?);
                    let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
                        (value.min(low), value.max(high))
                    });
                    (high - low).max(0.0) as usize
                };
                let reached = (usize::MAX - spread(first) - spread(second), fitting.len());
                if fitting.len() * 2 > sample.len() && reached > most {
                    most = reached;
                    best = Some((starts, parts));
                }
            }
        }
    }
    let (starts, parts) = best.filter(|_| most.1 >= 3)?;
    let counts = sample.iter().map(|row| row.iter().flatten().count());
    Some(Found {
        starts,
        parts,
        numbers: middle(counts.collect())?,
        cells: middle(lengths)?,
    })
}

fn middle(mut counts: Vec<usize>) -> Option<usize> {
    crate::order::long_by(&mut counts, Ord::cmp);
    counts.get(counts.len() / 2).copied()
}

/// A plain number without unit or mark of degrees.
fn plain(cell: &str) -> Option<f64> {
    let is_plain = cell
        .trim_end_matches(super::angle::is_mark)
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    match number::read(cell.trim_end_matches(super::angle::is_mark)) {
        Reading::Value(value) | Reading::Ambiguous { decimal: value, .. } if is_plain => {
            Some(value)
        }
        _ => None,
    }
}

fn is_pair(row: &[Option<f64>], starts: [usize; 2], parts: usize) -> bool {
    let [first, second] = starts.map(|start| degrees(row.get(start..start + parts)?));
    match (first, second) {
        (Some(x), Some(y)) => {
            (size::is_latitude(x) && size::is_longitude(y))
                || (size::is_latitude(y) && size::is_longitude(x))
        }
        _ => false,
    }
}

/// The whole degrees of an angle whose parts are in order, the smallest one with decimals or in a column of seconds.
fn degrees(parts: &[Option<f64>]) -> Option<f64> {
    let (last, whole) = parts.split_last()?;
    let (degrees, minutes) = whole.split_first()?;
    let degrees = (*degrees)?;
    let is_whole = |part: &f64| part.fract() == 0.0;
    let minutes: Vec<f64> = minutes.iter().copied().collect::<Option<_>>()?;
    let below_sixty = |part: &f64| (0.0..60.0).contains(part);
    let fits = is_whole(&degrees)
        && minutes
            .iter()
            .all(|part| is_whole(part) && below_sixty(part))
        && last.as_ref().is_some_and(below_sixty);
    // Two columns of whole numbers may be anything.
    let is_angle = parts.len() == 3 || last.as_ref().is_some_and(|last| !is_whole(last));
    (fits && is_angle).then_some(degrees)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Row> {
        let rows = text.lines().zip(1..);
        rows.map(|(line, number)| Row {
            number,
            cells: line.split(';').map(str::to_owned).collect(),
        })
        .collect()
    }

    #[test]
    fn parts_of_angles_are_joined_and_columns_keep_their_places() {
        let given = rows(
            "TT;D;M;S;D;M;S\n1;21;05;30.5;105;45;30\n2;21;05;31;105;45;3O\n3;21;;32;105;45;32\n4;21;5;33;105;45;33\n5;21;5;34;105;45;34",
        );
        let joined = joined(&given);
        assert_eq!(joined[0], given[0]);
        assert_eq!(
            joined[1].cells,
            ["1", "21 05 30.5", "", "", "105 45 30", "", ""]
        );
        assert_eq!(joined[2].cells[4], "105 45 3O");
        assert_eq!(joined[3].cells[1], "21 ? 32");
    }

    #[test]
    fn other_numbers_stay_apart() {
        let given = rows(
            "1;2325000;580000;12;105;3;4\n2;2325000;580000;12;105;3;4\n3;2325000;580000;12;105;3;4\n4;2325000;1;1;1;1;1",
        );
        assert!(matches!(joined(&given), Cow::Borrowed(_)));
    }
}
