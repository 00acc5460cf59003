//! Consecutive numbers for keys, so that lists can hold what belongs to the keys.
//!
//! A map of the standard library is compiled anew for every type of its keys and its values, some 4 KB of WebAssembly each
//! time. Here there is one for all.

use std::collections::BTreeMap;
use std::ops::Range;

/// Up to three numbers; shorter keys end in zeros.
pub type Key = [u64; 3];

#[derive(Debug, Default)]
pub struct Numbers(BTreeMap<Key, usize>);

impl Numbers {
    /// The number of a key; of a new one how many there were before it.
    pub fn number(&mut self, key: Key) -> usize {
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }

    /// Whether the key is new.
    pub fn add(&mut self, key: Key) -> bool {
        let next = self.0.len();
        self.number(key) == next
    }

    pub fn find(&self, key: Key) -> Option<usize> {
        self.0.get(&key).copied()
    }

    /// In the order of the keys.
    pub fn within(&self, keys: Range<Key>) -> impl Iterator<Item = (Key, usize)> {
        self.0.range(keys).map(|(key, number)| (*key, *number))
    }

    /// In the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (Key, usize)> {
        self.within([0; 3]..[u64::MAX; 3])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_numbered_as_they_come_and_told_in_their_order() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.number([7, 0, 0]), 0);
        assert!(numbers.add([3, 1, 0]));
        assert!(!numbers.add([7, 0, 0]));
        assert_eq!(numbers.number([3, 1, 0]), 1);
        assert_eq!(numbers.find([3, 0, 0]), None);
        let all: Vec<_> = numbers.iter().collect();
        assert_eq!(all, [([3, 1, 0], 1), ([7, 0, 0], 0)]);
        let some: Vec<_> = numbers.within([3, 1, 0]..[7, 0, 0]).collect();
        assert_eq!(some, [([3, 1, 0], 1)]);
    }
}
