//! Corners that do not stand in rows: a line for each cell, all names before all coordinates, a sentence. Nothing is left
//! out: each number that looks like a coordinate is one of a pair, all pairs in the same order, or it is no such list.

mod columns;
mod corner_rows;

use super::super::{Found, ReadError, fold::fold, name::beginning};
use super::{
    classes,
    coordinate::{Sizes, is_number},
    heading::{self, Role},
    key::Key,
    layout::is_spoilt_number,
    lines::{Row, words},
};
use columns::columns;
use corner_rows::table;

/// A word or a number, and the row that it stands in.
struct Item<'a> {
    row: usize,
    text: std::borrow::Cow<'a, str>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Coordinate(Sizes),
    /// The name of a corner, or another number.
    Name,
    Word,
}

/// Fewer corners are none.
const LEAST: usize = 3;

/// The rows of a table with a name and two coordinates in each that have corners, the texts around them, and the count of
/// corners.
///
/// # Errors
/// Where these are no such list, and what is in the way if it is one otherwise.
pub(super) fn rows(rows: &[Row]) -> Result<(Vec<Row>, usize), Option<ReadError>> {
    let count = |unit: Sizes| {
        let cells = rows.iter().flat_map(|row| &row.cells);
        let words = cells.flat_map(|cell| cell.split_whitespace());
        let sizes = words.map(|word| Sizes::of(word.trim_matches(is_around)));
        sizes.filter(|sizes| sizes.may_be(unit)).count()
    };
    // A meridian alone is no corner.
    let degrees = count(Sizes::DEGREES);
    let unit = match degrees >= LEAST && degrees > count(Sizes::METRES) {
        true => Sizes::DEGREES,
        false => Sizes::METRES,
    };
    let mut items = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if let Err(text) = add(row, index, unit, &mut items) {
            let is_list = coordinates(&items).count() >= LEAST;
            return Err(is_list.then(|| bad(row, &text)));
        }
    }
    let corners = pairs(&items, unit).or_else(|at| {
        let item = items.get(at).filter(|_| at >= LEAST);
        let error = item.and_then(|item| Some(bad(rows.get(item.row)?, &item.text)));
        columns(&items, unit).ok_or(error)
    })?;
    if corners.len() < LEAST || !is_in_order(&items, &corners) {
        return Err(None);
    }
    Ok((table(rows, &items, &corners), corners.len()))
}

fn bad(row: &Row, text: &str) -> ReadError {
    ReadError::BadCoordinates {
        found: beginning(text).to_owned(),
        place: Found::Cell {
            row: row.number,
            column: 1,
        },
    }
}

/// A corner by the numbers of its items.
struct Corner {
    name: Option<usize>,
    coordinates: [usize; 2],
}

/// Whether all corners stand in one row.
pub(super) fn is_one_row(rows: &[Row]) -> bool {
    let is_coordinate = |cell: &&String| {
        let sizes = Sizes::of(cell);
        [Sizes::METRES, Sizes::DEGREES]
            .iter()
            .any(|unit| sizes.may_be(*unit))
    };
    let count = |row: &Row| row.cells.iter().filter(is_coordinate).count();
    let mut rows = rows.iter().map(count).filter(|count| *count >= 2);
    rows.next().is_some_and(|count| count >= LEAST * 2) && rows.next().is_none()
}

/// Whether most names follow one another; without names, whether no two of several rows hold two corners.
fn is_in_order(items: &[Item<'_>], corners: &[Corner]) -> bool {
    let key = |corner: &Corner| Key::of(&items.get(corner.name?)?.text);
    let row = |corner: &Corner| items.get(corner.coordinates[0]).map(|item| item.row);
    let (mut named, mut follow, mut beside) = (0, 0, 0);
    for pair in corners.windows(2) {
        if let [before, corner] = pair {
            let names = key(before).zip(key(corner));
            named += usize::from(corner.name.is_some());
            follow += usize::from(names.is_some_and(|(before, name)| name.follows(&before)));
            beside += usize::from(row(before) == row(corner));
        }
    }
    if named > 0 {
        // What stands before the first corner may be the coordinates of something else.
        let first = corners.windows(2).next().is_some_and(|pair| match pair {
            [a, b] => key(a).zip(key(b)).is_some_and(|(a, b)| b.follows(&a)),
            _ => false,
        });
        let runs_back = || {
            corners.windows(2).next().is_some_and(|pair| match pair {
                [a, b] => key(a).zip(key(b)).is_some_and(|(a, b)| a.follows(&b)),
                _ => false,
            })
        };
        follow * 2 > named && (first || runs_back())
    } else {
        beside == 0 || beside + 1 == corners.len()
    }
}

/// The words and numbers of a row; the one that is a coordinate and cannot be read.
fn add<'a>(
    row: &'a Row,
    index: usize,
    unit: Sizes,
    items: &mut Vec<Item<'a>>,
) -> Result<(), String> {
    if classes::is_rule(row) {
        return Ok(());
    }
    let is_sum = classes::is_sum_text(&fold(&row.text()));
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        let is_name = || Key::of(cell).is_some() && !cell.contains(char::is_whitespace);
        // "3 105.1156662 x" reads as an angle, and is a name, a coordinate and what cannot be read.
        let hides = || {
            let mut words = cell.split_whitespace();
            !Sizes::of(cell).may_be(unit) && words.any(|word| Sizes::of(word).may_be(unit))
        };
        if is_number(cell) && !hides() || is_name() {
            items.push(Item {
                row: index,
                kind: if is_sum { Kind::Word } else { kind(cell, unit) },
                text: cell.as_str().into(),
            });
            continue;
        }
        let first = items.len();
        for word in words(&cell.replace(['(', ')', '[', ']', ';', '|', '='], " ")) {
            let text = word.trim_matches(is_around).to_owned();
            // What is damaged may be a corner.
            let has_word = text.contains(char::is_alphanumeric);
            let is_rubbish = text.ends_with('?')
                || if has_word {
                    classes::is_rubbish(&text)
                } else {
                    word.contains(['#', '…']) || word.contains("..")
                };
            // Two coordinates with nothing but a comma between them.
            let parts = text.split_once(',').filter(|_| !is_number(&text));
            if let Some((a, b)) = parts
                && [a, b].iter().all(|part| Sizes::of(part).may_be(unit))
            {
                items.extend([a, b].map(|part| Item {
                    row: index,
                    kind: kind(part, unit),
                    text: part.to_owned().into(),
                }));
                continue;
            }
            // "12/06/2026" is a date.
            let is_spoilt = is_spoilt_number(&text) && !text.contains('/');
            if is_spoilt || is_rubbish && !is_number(&text) {
                return Err(word);
            }
            // A unit behind a number makes it an area, or unreadable.
            let last = items.last_mut().filter(|last| last.row == index);
            // In capitals it is the name of a corner.
            let word = match text.starts_with('M') {
                true => String::new(),
                false => fold(&text),
            };
            match (&*word, last) {
                ("m2" | "m²" | "ha", Some(last)) => last.kind = Kind::Word,
                ("km" | "ft" | "feet" | "cm" | "mm" | "do" | "km2", Some(last))
                    if matches!(last.kind, Kind::Coordinate(_)) =>
                {
                    return Err(format!("{} {text}", last.text));
                }
                _ => {}
            }
            // A meridian is no longitude of a corner.
            let before = items.last().filter(|last| last.row == index);
            let is_meridian = before.is_some_and(|before| {
                matches!(&*fold(&before.text), "tuyen" | "truc" | "ktt" | "meridian")
            });
            items.push(Item {
                row: index,
                kind: if is_meridian {
                    Kind::Word
                } else {
                    kind(&text, unit)
                },
                text: text.into(),
            });
        }
        // Groups of digits that make no number: a coordinate that was cut.
        let texts = items.get(first..).unwrap_or_default();
        let cut = texts.windows(2).find(|pair| match pair {
            [head, group] => {
                let whole = group.text.find(['.', ',']).unwrap_or_default();
                let is_whole = head.text.bytes().all(|byte| byte.is_ascii_digit());
                head.kind == Kind::Name && group.kind == Kind::Name && whole == 3 && is_whole
            }
            _ => false,
        });
        if let Some([head, ..]) = cut {
            return Err(head.text.clone().into_owned());
        }
        if is_sum && !has_pair(items.get(first..).unwrap_or_default()) {
            for item in items.iter_mut().skip(first) {
                item.kind = Kind::Word;
            }
        }
    }
    Ok(())
}

fn has_pair(items: &[Item<'_>]) -> bool {
    let is_coordinate = |item: &&Item<'_>| matches!(item.kind, Kind::Coordinate(_));
    items.iter().filter(is_coordinate).count() > 1
}

const fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '(' | ')' | '-' | '–')
}

fn kind(text: &str, unit: Sizes) -> Kind {
    let sizes = Sizes::of(text);
    if sizes.may_be(unit) && text.len() >= 5 {
        Kind::Coordinate(sizes.only(unit))
    } else if Key::of(text).is_some()
        && heading::role(text) == Role::Other
        // The unit; "Y1" after "X1".
        && text != "m"
        && !text.starts_with(['Y', 'y'])
    {
        Kind::Name
    } else {
        Kind::Word
    }
}

/// The items that are coordinates.
fn coordinates<'a>(items: &'a [Item<'_>]) -> impl Iterator<Item = (usize, Sizes)> + 'a {
    let of = |(index, item): (usize, &Item<'_>)| match item.kind {
        Kind::Coordinate(sizes) => Some((index, sizes)),
        _ => None,
    };
    items.iter().enumerate().filter_map(of)
}

/// Names and other numbers among items.
fn names(items: &[Item<'_>], from: usize, to: usize) -> Vec<usize> {
    let is_name = |at: &usize| items.get(*at).is_some_and(|item| item.kind == Kind::Name);
    // "A" of "Khu A" names the parcel.
    let is_parcel = |at: &usize| {
        let before = items.get(at.wrapping_sub(1));
        before.is_some_and(|before| PARCEL.contains(&&*fold(&before.text)))
    };
    (from..to)
        .filter(|at| is_name(at) && !is_parcel(at))
        .collect()
}

/// Both coordinates of a corner one after the other, and between two corners the same count of names and numbers, the last
/// of which is the name; else the item in the way.
fn pairs(items: &[Item<'_>], unit: Sizes) -> Result<Vec<Corner>, usize> {
    let all: Vec<(usize, Sizes)> = coordinates(items).collect();
    let mut orders = [true; 2];
    let mut corners: Vec<Corner> = Vec::new();
    let mut usual = None;
    for pair in all.chunks(2) {
        let [(first, a), (second, b)] = *pair else {
            return Err(pair.first().map_or(0, |(at, _)| *at));
        };
        let [a, b] = [a, b].map(|sizes| sizes.axes(unit));
        orders = [orders[0] && a[0] && b[1], orders[1] && a[1] && b[0]];
        let between = names(items, first + 1, second);
        if orders == [false; 2] || between.iter().any(|at| has_digits(items, *at)) {
            return Err(first);
        }
        let name = match corners.last() {
            None => names(items, 0, first).last().copied(),
            Some(last) => {
                let named = names(items, last.coordinates[1] + 1, first);
                if *usual.get_or_insert(named.len()) != named.len() {
                    return Err(first);
                }
                named.last().copied()
            }
        };
        corners.push(Corner {
            name,
            coordinates: [first, second],
        });
    }
    // A number right behind the last corner is a piece of it.
    let last = all.last().map_or(0, |(at, _)| *at);
    let [row, next] = [last, last + 1].map(|at| items.get(at).map(|item| item.row));
    if row == next && has_digits(items, last + 1) {
        return Err(last);
    }
    if usual == Some(0) {
        corners.iter_mut().for_each(|corner| corner.name = None);
    }
    Ok(corners)
}

fn has_digits(items: &[Item<'_>], at: usize) -> bool {
    items
        .get(at)
        .is_some_and(|item| item.text.contains(|c: char| c.is_ascii_digit()))
}

/// Words that begin another parcel within a sentence.
const PARCEL: [&str; 6] = ["khu", "lo", "thua", "khoanh", "parcel", "plot"];
