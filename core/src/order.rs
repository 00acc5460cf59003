//! Putting lists in order.
//!
//! The sort of the standard library is compiled anew for every type and closure, about 5 KB of WebAssembly each time.
//! For lists of a few dozen items an insertion sort is as quick and a fiftieth of the size; for longer ones there is one
//! sort for all types, which costs an indirect call for each comparison.

use std::cmp::Ordering;

/// Sorts a short list in place; equal items keep their order. Quadratic: not for lists that input can make long.
pub fn by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while let (Some(before), Some(here)) = (items.get(at.wrapping_sub(1)), items.get(at)) {
            if compare(before, here) != Ordering::Greater {
                break;
            }
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Sorts a short list in place by a key; equal items keep their order.
pub fn by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts a list of any length in place; equal items keep their order.
pub fn long_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut places = merged(
        items.len(),
        &mut |a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        },
    );
    arrange(&mut places, &mut |a, b| items.swap(a, b));
}

/// Sorts a list of any length in place by a key; equal items keep their order.
pub fn long_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    long_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The places of so many items in the order they shall have: by merging ever longer runs.
fn merged(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut other = Vec::with_capacity(count);
    let mut length = 1;
    while length < count {
        other.clear();
        for pair in places.chunks(2 * length) {
            let (mut first, mut second) = pair.split_at_checked(length).unwrap_or((pair, &[]));
            while let ([a, rest @ ..], [b, others @ ..]) = (first, second) {
                if compare(*a, *b) == Ordering::Greater {
                    other.push(*b);
                    second = others;
                } else {
                    other.push(*a);
                    first = rest;
                }
            }
            other.extend_from_slice(first);
            other.extend_from_slice(second);
        }
        std::mem::swap(&mut places, &mut other);
        length *= 2;
    }
    places
}

/// Brings to each place what is to come there, by exchanges along every cycle.
fn arrange(places: &mut [usize], exchange: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while let Some(place) = places.get_mut(at) {
            let from = std::mem::replace(place, at);
            if from == start {
                break;
            }
            exchange(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_sorted_as_the_standard_sort_does_it() {
        for count in [0, 1, 2, 3, 7, 8, 9, 1000] {
            for different in [1, 5, 1_000_000] {
                let mut list: Vec<(u32, u32)> = (0_u32..count)
                    .map(|n| (n.wrapping_mul(2_654_435_761) % different, n))
                    .collect();
                let mut expected = list.clone();
                expected.sort_by_key(|(key, _)| *key);
                long_by_key(&mut list, |(key, _)| *key);
                assert_eq!(list, expected);
            }
        }
    }

    #[test]
    fn equal_items_keep_their_order_as_in_the_standard_sort() {
        let mut list: Vec<(u32, usize)> = (0..60).map(|n| ((n * 7919) as u32 % 11, n)).collect();
        let mut expected = list.clone();
        expected.sort_by_key(|(key, _)| *key);
        by_key(&mut list, |(key, _)| *key);
        assert_eq!(list, expected);
    }

    #[test]
    fn empty_and_single_lists_stay() {
        by::<u8>(&mut [], Ord::cmp);
        let mut one = [1];
        by(&mut one, |a, b| b.cmp(a));
        assert_eq!(one, [1]);
    }
}
