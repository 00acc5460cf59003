//! The corners of a stream and what is said around them, as rows of a table.

use super::super::{
    super::fold::fold,
    heading::{self, Role},
    lines::Row,
};
use super::{Corner, Item, PARCEL};

/// The corners as rows, and the other rows where they stand.
pub(super) fn table(rows: &[Row], items: &[Item<'_>], corners: &[Corner]) -> Vec<Row> {
    let text = |at: usize| items.get(at).map_or("", |item| &*item.text);
    let row_of = |at: usize| items.get(at).map_or(0, |item| item.row);
    let mut used = vec![false; rows.len()];
    for corner in corners {
        for at in corner.name.iter().chain(&corner.coordinates) {
            if let Some(used) = used.get_mut(row_of(*at)) {
                *used = true;
            }
        }
    }
    let is_heading = |row: &Row| {
        row.only_cell()
            .is_some_and(|cell| heading::role(cell) != Role::Other && cell.len() < 24)
    };
    let mut table: Vec<Row> = Vec::new();
    let mut rest = rows.iter().zip(&used).filter(|(_, used)| !**used);
    let mut next = rest.next();
    let mut last = None;
    for corner in corners {
        let [first, second] = corner.coordinates;
        // What is said before the corner, and in its own row.
        while let Some((row, _)) = next.filter(|(row, _)| {
            rows.get(row_of(first))
                .is_some_and(|own| row.number < own.number)
        }) {
            if !is_heading(row) {
                table.push(row.clone());
            }
            next = rest.next();
        }
        let from = last.map_or(0, |last| last + 1);
        let said: Vec<&str> = (from..first)
            .filter(|at| used.get(row_of(*at)) == Some(&true) && Some(*at) != corner.name)
            .map(text)
            .collect();
        let is_parcel = said.iter().position(|word| PARCEL.contains(&&*fold(word)));
        let number = rows.get(row_of(first)).map_or(0, |row| row.number);
        let line = match is_parcel {
            Some(at) => said.get(at..).map(|said| said.join(" ")),
            None if last.is_none() => Some(said.join(" ")),
            None => None,
        };
        table.extend(line.filter(|line| !line.is_empty()).map(|line| Row {
            number,
            cells: vec![line],
        }));
        table.push(Row {
            number,
            cells: vec![
                corner.name.map_or("", text).to_owned(),
                text(first).to_owned(),
                text(second).to_owned(),
            ],
        });
        last = Some(second);
    }
    // What is said behind the last corner.
    let from = last.map_or(0, |last| last + 1);
    let said: Vec<&str> = (from..items.len())
        .filter(|at| used.get(row_of(*at)) == Some(&true))
        .map(text)
        .collect();
    if let Some(number) = table
        .last()
        .map(|row| row.number)
        .filter(|_| !said.is_empty())
    {
        table.push(Row {
            number,
            cells: vec![said.join(" ")],
        });
    }
    table.extend(next.into_iter().chain(rest).map(|(row, _)| row.clone()));
    table
}
