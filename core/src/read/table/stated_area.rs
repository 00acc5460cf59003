//! Areas that the text around a table or a column of it states: "Diện tích: 57,92 ha", "S = 579.200 m²". Each belongs to a
//! parcel by its row, its name or its place among the parcels, or to all of them together; one that cannot be told is said.

mod figures;

use super::super::{Candidate, Note, fold::fold, layer::AREAS_AGREE};
use super::{Table, layout::Layout, lines::Row};
use figures::{Stated, figure, in_text, names_area, stated, unit_at, unit_within};

/// Areas looked at; a land-use table has dozens.
const LIMIT_STATED: usize = 256;
/// Parcels whose names are looked for.
const LIMIT_NAMED: usize = 64;
/// Areas told that belong to nothing.
const LIMIT_TOLD: usize = 5;

/// Gives every parcel the area that is stated of it.
pub(super) fn assign(rows: &[Row], layout: &Layout, table: &mut Table) {
    let columns = area_columns(rows, layout);
    let parcels = &mut table.candidates;
    let mut own: Vec<Vec<Stated>> = vec![Vec::new(); parcels.len()];
    let mut around: Vec<Stated> = Vec::new();
    let mut understood: Vec<usize> = Vec::new();
    let ends = parcels.iter().filter_map(|parcel| parcel.rows);
    let first = ends.map(|(first, _)| first).min().unwrap_or_default();
    for row in rows {
        let mut found = Vec::new();
        if row.number >= first && holds_corner(row, layout) {
            let others = (0..row.cells.len()).filter(|column| !layout.is_of_corners(*column));
            others.for_each(|column| in_text(row.cell(column), row.number, &mut found));
        } else {
            in_text(&row.text(), row.number, &mut found);
        }
        if found.is_empty() {
            found.extend(columns.iter().filter_map(|column| in_column(row, *column)));
        }
        match parcel_around(parcels, row.number) {
            Some(parcel) => {
                let own = own.get_mut(parcel).into_iter();
                own.for_each(|own| {
                    found.retain(|stated| own.last().is_none_or(|last| last.m2 != stated.m2));
                    own.append(&mut found);
                });
            }
            None if around.len() < LIMIT_STATED => around.append(&mut found),
            None => {}
        }
    }
    let (mut lost, mut totals) = (Vec::new(), Vec::new());
    if let [only] = own.as_mut_slice() {
        only.append(&mut around);
    }
    take_named(parcels, &mut around, &mut own);
    take_in_turn(parcels, &mut around, &mut own);
    for stated in around {
        if stated.is_total {
            totals.push(stated);
        } else {
            lost.push(stated);
        }
    }
    for (parcel, own) in parcels.iter_mut().zip(own) {
        match one(&own) {
            Some(stated) => {
                parcel.stated_area_m2 = Some(stated.m2);
                understood.extend(own.iter().map(|stated| stated.row));
            }
            None => lost.extend(own),
        }
    }
    match one(&totals) {
        Some(stated) => {
            understood.extend(totals.iter().map(|stated| stated.row));
            table.notes.push(Note::StatedTotal { area_m2: stated.m2 });
        }
        None => lost.extend(totals),
    }
    // A line that was understood is not left aside; one that says more than the area is, and a corner may be in it.
    understood.retain(|number| {
        let at = rows.partition_point(|row| row.number < *number);
        rows.get(at).is_some_and(|row| says_only_area(row, layout))
    });
    crate::order::long_by(&mut understood, Ord::cmp);
    let is_understood = |note: &Note| matches!(note, Note::TextLine { row, .. } if understood.binary_search(row).is_ok());
    table.notes.retain(|note| !is_understood(note));
    if !lost.is_empty() {
        let areas = lost.iter().map(|stated| stated.m2);
        table.notes.push(Note::StatedAreas {
            areas_m2: areas.take(LIMIT_TOLD).collect(),
        });
    }
}

fn holds_corner(row: &Row, layout: &Layout) -> bool {
    layout
        .columns()
        .iter()
        .all(|column| super::coordinate::is_number(row.cell(*column)))
}

/// A line of one cell, or one beside the corners' columns, or a word for the area with a single figure.
fn says_only_area(row: &Row, layout: &Layout) -> bool {
    let is_filled = |cell: &String| !cell.trim().is_empty();
    let has_digit = |cell: &&String| cell.bytes().any(|byte| byte.is_ascii_digit());
    row.cells.iter().filter(|cell| is_filled(cell)).count() == 1
        || (0..row.cells.len())
            .filter(|column| layout.is_of_corners(*column))
            .all(|column| row.cell(column).trim().is_empty())
        || (row.cells.iter().filter(has_digit).count() == 1 && names_area(&row.text()))
}

/// The one parcel in whose rows a row stands.
fn parcel_around(parcels: &[Candidate], row: usize) -> Option<usize> {
    let is_in = |parcel: &Candidate| {
        parcel
            .rows
            .is_some_and(|(first, last)| (first..=last).contains(&row))
    };
    // Parcels follow one another; of blocks side by side, and of a ring beside its parts, several stand in one row.
    let after = parcels.partition_point(|parcel| parcel.rows.is_some_and(|(_, last)| last < row));
    let near = parcels.get(after.saturating_sub(1)..).unwrap_or_default();
    let mut found = (after.saturating_sub(1)..)
        .zip(near.iter().take(3))
        .filter(|(_, parcel)| is_in(parcel));
    match (found.next(), found.next()) {
        (Some((index, _)), None) => Some(index),
        _ => None,
    }
}

/// The one area that all of them are; with several, the one that is called the total.
fn one(stated: &[Stated]) -> Option<&Stated> {
    let agree = |list: &[&Stated]| {
        let areas = || list.iter().map(|stated| stated.m2);
        let (least, most) = (
            areas().fold(f64::MAX, f64::min),
            areas().fold(0.0, f64::max),
        );
        most <= least * (1.0 + AREAS_AGREE)
    };
    let all: Vec<&Stated> = stated.iter().collect();
    let totals: Vec<&Stated> = stated.iter().filter(|stated| stated.is_total).collect();
    let list = [all, totals]
        .into_iter()
        .find(|list| !list.is_empty() && agree(list))?;
    list.into_iter().max_by_key(|stated| stated.digits)
}

/// Areas beside which the name of one parcel stands.
fn take_named(parcels: &[Candidate], around: &mut Vec<Stated>, own: &mut [Vec<Stated>]) {
    if parcels.len() > LIMIT_NAMED {
        return;
    }
    let names: Vec<String> = parcels
        .iter()
        .map(|parcel| words(parcel.label.as_deref().unwrap_or_default()))
        .collect();
    around.retain(|stated| {
        let said = words(&stated.said);
        let mut named = (0..)
            .zip(&names)
            .filter(|(_, name)| name.len() > 2 && said.contains(&**name));
        let parcel = match (named.next(), named.next()) {
            (Some((index, _)), None) => own.get_mut(index),
            _ => None,
        };
        let is_free = parcel.is_none();
        parcel.into_iter().for_each(|own| own.push(stated.clone()));
        is_free
    });
}

/// Words with one blank around each: "khu a" is not in "khu ab".
fn words(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    [" ", &words.join(" "), " "].concat()
}

/// One area above each parcel, or one below each.
fn take_in_turn(parcels: &[Candidate], around: &mut Vec<Stated>, own: &mut [Vec<Stated>]) {
    let ends: Vec<(usize, usize)> = parcels.iter().filter_map(|parcel| parcel.rows).collect();
    let is_in_turn = ends
        .windows(2)
        .all(|pair| matches!(pair, [(_, last), (first, _)] if last < first));
    if parcels.len() < 2 || ends.len() != parcels.len() || !is_in_turn {
        return;
    }
    let is_open = |index: usize| own.get(index).is_some_and(Vec::is_empty);
    let open: Vec<usize> = (0..parcels.len()).filter(|index| is_open(*index)).collect();
    let mut turns: Vec<&Stated> = around.iter().collect();
    if turns.len() > open.len() {
        turns.retain(|stated| !stated.is_total);
    }
    // How many parcels end above each.
    let above: Vec<usize> = turns
        .iter()
        .map(|stated| ends.partition_point(|(_, last)| *last < stated.row))
        .collect();
    let is_each = |at: usize| {
        above
            .iter()
            .copied()
            .eq(open.iter().map(|index| index + at))
    };
    if open.is_empty() || !(is_each(0) || is_each(1)) {
        return;
    }
    let rows: Vec<usize> = turns.iter().map(|stated| stated.row).collect();
    for (index, stated) in open
        .iter()
        .zip(turns.into_iter().cloned().collect::<Vec<_>>())
    {
        own.get_mut(*index)
            .into_iter()
            .for_each(|own| own.push(stated.clone()));
    }
    around.retain(|stated| !rows.contains(&stated.row));
}

/// Columns whose heading says area, each with the unit it names. A heading whose cells were joined has fewer of them: its
/// last one stands over the last column.
fn area_columns(rows: &[Row], layout: &Layout) -> Vec<(usize, Option<f64>)> {
    let above = rows.iter().take_while(|row| !holds_corner(row, layout));
    let heads: Vec<&Row> = above.filter(|row| row.cells.len() > 1).collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let over = |column: usize| {
        let cells: Vec<&str> = heads.iter().map(|row| row.cell(column)).collect();
        fold(&cells.join(" "))
    };
    let is_free = |column: &usize| !layout.is_of_corners(*column);
    let mut columns: Vec<(usize, Option<f64>)> = Vec::new();
    for column in (0..width).filter(is_free) {
        let head = over(column);
        if says_area(&head) {
            columns.push((column, unit_within(&head)));
        }
    }
    if columns.is_empty() {
        let last = heads.iter().filter_map(|row| row.cells.last());
        let head = last.map(|cell| fold(cell)).find(|head| says_area(head));
        let column = width.checked_sub(1).filter(is_free);
        columns.extend(
            head.zip(column)
                .map(|(head, column)| (column, unit_within(&head))),
        );
    }
    columns
}

fn says_area(head: &str) -> bool {
    head.contains("dien tich")
        || head.contains("area")
        || matches!(&*words(head), " s m2 " | " s ha " | " s m " | " s ")
}

fn in_column(row: &Row, (column, unit): (usize, Option<f64>)) -> Option<Stated> {
    let said = fold(row.cell(column));
    let (figure, after) = figure(&said)?;
    let unit = unit_at(after)
        .map(|(unit, _)| unit)
        .or(unit.filter(|_| after.trim().is_empty()))?;
    stated(figure, unit, row.number, &fold(&row.text()))
}

#[cfg(test)]
mod tests;
