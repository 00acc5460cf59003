//! Lines that are drawn twice, one on top of the other.

use super::joining::is_same;
use crate::boundary::{Position, Ring};
use crate::numbers::{Key, Numbers};

/// So many different lines with one key are compared; one that comes after them counts as new.
const LIMIT_COMPARED: usize = 8;

/// Lines that were there before, by what equal ones share.
#[derive(Default)]
pub(super) struct Drawn {
    keys: Numbers,
    lines: Vec<Vec<usize>>,
}

impl Drawn {
    /// Whether no line before is the same. The line is kept by its number.
    pub(super) fn is_new(
        &mut self,
        key: Key,
        line: usize,
        is_same: &dyn Fn(usize) -> bool,
    ) -> bool {
        let number = self.keys.number(key);
        if number == self.lines.len() {
            self.lines.push(Vec::new());
        }
        let Some(known) = self.lines.get_mut(number) else {
            return true;
        };
        if known.iter().any(|known| is_same(*known)) {
            return false;
        }
        if known.len() < LIMIT_COMPARED {
            known.push(line);
        }
        true
    }
}

/// Whether two lines go through the same places, in either direction.
pub(super) fn are_same(a: &[Position], b: &[Position]) -> bool {
    let forward = || a.iter().zip(b).all(|(a, b)| is_same(*a, *b));
    let backward = || a.iter().zip(b.iter().rev()).all(|(a, b)| is_same(*a, *b));
    a.len() == b.len() && (forward() || backward())
}

/// Takes out every ring that is there before in the same layer.
pub(super) fn drop_doubled(rings: &mut Vec<(String, Ring)>) {
    let mut drawn = Drawn::default();
    let is_new: Vec<bool> = rings
        .iter()
        .enumerate()
        .map(|(index, (layer, ring))| {
            let least = ring
                .iter()
                .copied()
                .reduce(|[x, y], [a, b]| [x.min(a), y.min(b)]);
            let [x, y] = least.unwrap_or_default().map(f64::to_bits);
            drawn.is_new([ring.len() as u64, x, y], index, &|known| {
                let known = rings.get(known);
                known.is_some_and(|(other, known)| other == layer && are_same(ring, known))
            })
        })
        .collect();
    let mut is_new = is_new.into_iter();
    rings.retain(|_| is_new.next().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ring_of_a_layer_is_kept_once() {
        let ring = vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        let back: Ring = ring.iter().rev().copied().collect();
        let other = vec![[0.0, 0.0], [2.0, 0.0], [1.0, 1.0], [0.0, 0.0]];
        let named = |layer: &str, ring: &Ring| (layer.to_owned(), ring.clone());
        let mut rings = vec![
            named("A", &ring),
            named("A", &back),
            named("B", &ring),
            named("A", &other),
            named("A", &ring),
        ];
        drop_doubled(&mut rings);
        assert_eq!(
            rings,
            [named("A", &ring), named("B", &ring), named("A", &other)]
        );
    }
}
