//! The order of corners that stand in several blocks beside one another.

use super::key::Key;

/// A corner's place in the table and its name.
pub(super) struct Placed<'a> {
    pub block: usize,
    /// Which stretch of rows without a heading or a line of text between them.
    pub stretch: usize,
    pub name: Option<Key<'a>>,
}

/// The corners in the order of their names: block after block in each stretch of rows, block after block in the whole
/// table, or row after row. `None` when they go on in none of these ways.
pub(super) fn order(corners: &[Placed<'_>]) -> Option<Vec<usize>> {
    let named = corners
        .iter()
        .filter(|corner| corner.name.is_some())
        .count();
    if named * 2 < corners.len() {
        return None;
    }
    let sorted = |key: fn(&Placed<'_>) -> (usize, usize)| {
        let mut order: Vec<usize> = (0..corners.len()).collect();
        crate::order::long_by(&mut order, |a, b| {
            corners.get(*a).map(key).cmp(&corners.get(*b).map(key))
        });
        order
    };
    let orders = [
        sorted(|corner| (corner.stretch, corner.block)),
        sorted(|corner| (corner.block, 0)),
        (0..corners.len()).collect(),
    ];
    // Names that begin again at the head of a block are another parcel's, in each block one of its own.
    let mut orders = orders.into_iter();
    let [by_stretch, by_block, by_row] = [orders.next()?, orders.next()?, orders.next()?];
    let goes_on = |order: &&Vec<usize>| breaks(corners, order).is_empty();
    let begins_again = |order: &&Vec<usize>| {
        let places = |at: &usize| {
            corners
                .get(*at)
                .map(|corner| (corner.stretch, corner.block))
        };
        breaks(corners, order).iter().all(|at| {
            let [before, here] = [at - 1, *at].map(|at| order.get(at));
            let is_head = before.and_then(places) != here.and_then(places);
            let name = here.and_then(|here| corners.get(*here)?.name);
            let first = order.first().and_then(|first| corners.get(*first)?.name);
            is_head
                && name
                    .zip(first)
                    .is_some_and(|(name, first)| name.number == first.number)
        })
    };
    let all = [&by_stretch, &by_block, &by_row];
    let found = all.into_iter().find(goes_on).or_else(|| {
        let blocks = [&by_stretch, &by_block];
        blocks.into_iter().find(begins_again)
    })?;
    Some(found.clone())
}

/// Where names do not go on. A missing name is taken for the one that should stand there; the first name again at the end
/// closes the ring.
fn breaks(corners: &[Placed<'_>], order: &[usize]) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut last: Option<Key<'_>> = None;
    let mut first = None;
    for (at, index) in order.iter().enumerate() {
        let name = corners.get(*index).and_then(|corner| corner.name);
        if let (Some(name), Some(before)) = (name, last) {
            let closes = at + 1 == order.len() && Some(name) == first;
            if !name.follows(&before) && !closes {
                breaks.push(at);
            }
        }
        first = first.or(name);
        last = name.or_else(|| last.map(|last| last.next()));
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(rows: &[&[&str]]) -> Option<String> {
        let mut corners = Vec::new();
        let mut names = Vec::new();
        let mut stretch = 0;
        for row in rows {
            stretch += usize::from(row.is_empty());
            for (block, name) in row.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
                corners.push(Placed {
                    block,
                    stretch,
                    name: Key::of(name),
                });
                names.push(*name);
            }
        }
        let order = order(&corners)?;
        Some(
            order
                .iter()
                .map(|at| names[*at])
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    #[test]
    fn names_tell_how_the_list_is_wrapped() {
        let expected = Some("1 2 3 4 5 6".to_owned());
        assert_eq!(ordered(&[&["1", "4"], &["2", "5"], &["3", "6"]]), expected);
        assert_eq!(ordered(&[&["1", "2"], &["3", "4"], &["5", "6"]]), expected);
        assert_eq!(
            ordered(&[&["1", "3"], &["2", "4"], &[], &["5", "6"]]),
            expected
        );
        assert_eq!(
            ordered(&[&["1", "3"], &["2", "4"], &["", "5"], &["", "6"]]),
            expected
        );
        assert_eq!(
            ordered(&[&["1", "3"], &["2", "1"]]),
            Some("1 2 3 1".to_owned())
        );
        let parcels = ordered(&[&["A1", "B1"], &["A2", "B2"], &["A3", "B3"]]);
        assert_eq!(parcels.as_deref(), Some("A1 A2 A3 B1 B2 B3"));
    }

    #[test]
    fn names_that_do_not_go_on_give_no_order() {
        assert_eq!(ordered(&[&["1", "5"], &["2", "9"], &["3", "7"]]), None);
        assert_eq!(
            ordered(&[&["be tong", "coc go"], &["coc go", "be tong"]]),
            None
        );
    }
}
