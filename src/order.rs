//! Putting short lists in order.
//!
//! The sort of the standard library is compiled anew for every type and closure, about 5 KB of WebAssembly each time.
//! For lists of a few dozen items an insertion sort is as quick and a fiftieth of the size.

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

#[cfg(test)]
mod tests {
    use super::*;

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
