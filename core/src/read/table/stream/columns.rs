//! Coordinates that stand one axis after the other.

use super::{Corner, Item, Sizes, coordinates, names};

/// All coordinates of one axis, then as many of the other; as many names before them.
pub(super) fn columns(items: &[Item<'_>], unit: Sizes) -> Option<Vec<Corner>> {
    let all: Vec<(usize, Sizes)> = coordinates(items).collect();
    let (first, second) = all.split_at_checked(all.len() / 2)?;
    let are = |half: &[(usize, Sizes)], axis: usize| {
        half.iter()
            .all(|(_, sizes)| sizes.axes(unit).get(axis) == Some(&true))
    };
    let is_north_first = are(first, 0) && are(second, 1);
    if first.len() != second.len() || !(is_north_first || are(first, 1) && are(second, 0)) {
        return None;
    }
    // Nothing else stands among them.
    let is_run = |half: &[(usize, Sizes)]| {
        let ends = half.first().zip(half.last());
        ends.is_some_and(|((from, _), (to, _))| names(items, *from, *to).is_empty())
    };
    let (start, _) = *first.first()?;
    let (end, _) = *first.last()?;
    let (next, _) = *second.first()?;
    let between = names(items, end, next);
    // Numbers within a title are none.
    let is_alone = |at: &usize| {
        let row = |at: usize| items.get(at).map(|item| item.row);
        row(at.wrapping_sub(1)) != row(*at) && row(at + 1) != row(*at)
    };
    let row_of = |at: usize| items.get(at).map(|item| item.row);
    // Each on a line of its own, or all of them on one.
    let are_one_row = |half: &[usize]| {
        let ends = half.first().zip(half.last());
        ends.is_some_and(|(from, to)| row_of(*from) == row_of(*to) && to - from + 1 == half.len())
    };
    let mut named = names(items, 0, start);
    let last = named.last().and_then(|at| row_of(*at));
    named.retain(|at| is_alone(at) || row_of(*at) == last);
    let places = |half: &[(usize, Sizes)]| half.iter().map(|(at, _)| *at).collect::<Vec<_>>();
    let are_rows = [first, second]
        .map(places)
        .iter()
        .all(|half| are_one_row(half));
    let is_apart =
        row_of(start) != row_of(next) && last.is_none_or(|row| Some(row) != row_of(start));
    if !(are_rows && is_apart || all.iter().all(|(at, _)| is_alone(at))) {
        return None;
    }
    let is_named = named.is_empty() || named.len() == first.len();
    if !is_named || !is_run(first) || !is_run(second) || !between.is_empty() {
        return None;
    }
    let mut named = named.into_iter();
    let pairs = first.iter().zip(second);
    let corner = |((a, _), (b, _)): (&(usize, Sizes), &(usize, Sizes))| Corner {
        name: named.next(),
        coordinates: [*a, *b],
    };
    Some(pairs.map(corner).collect())
}
