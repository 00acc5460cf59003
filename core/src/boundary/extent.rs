//! Extents of places.

use super::Position;

/// The lesser of two numbers. `f64::min` also passes over what is no number, which in WebAssembly is a function call.
#[inline]
pub(super) fn least<T: PartialOrd>(a: T, b: T) -> T {
    if b < a { b } else { a }
}

/// The greater of two numbers; see [`least`].
#[inline]
pub(super) fn greatest<T: PartialOrd>(a: T, b: T) -> T {
    if b > a { b } else { a }
}

/// West, south, east and north, or left, bottom, right and top.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent([f64; 4]);

impl Extent {
    /// Of nothing yet.
    pub(super) const NONE: Self = Self([
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ]);

    /// Of finite places.
    pub(super) fn of(places: &[Position]) -> Self {
        let mut extent = Self::NONE;
        places.iter().for_each(|place| extent.add(*place));
        extent
    }

    #[inline]
    pub(super) fn add(&mut self, [x, y]: Position) {
        let [w, s, e, n] = self.0;
        self.0 = [least(w, x), least(s, y), greatest(e, x), greatest(n, y)];
    }

    /// `None` where no place was added.
    pub(super) fn bounds(self) -> Option<[f64; 4]> {
        let [w, s, e, n] = self.0;
        (w <= e && s <= n).then_some([w, s, e, n])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_has_no_bounds() {
        assert_eq!(Extent::NONE.bounds(), None);
        assert_eq!(Extent::of(&[]).bounds(), None);
    }

    proptest! {
        #[test]
        fn holds_all_places_and_no_more(places in prop::collection::vec([-1e7..1e7, -1e7..1e7], 1..50)) {
            let [w, s, e, n] = Extent::of(&places).bounds().unwrap();
            let side = |axis: usize, extreme: fn(f64, f64) -> f64| places.iter().map(|place| place[axis]).reduce(extreme);
            prop_assert_eq!(
                [Some(w), Some(s), Some(e), Some(n)],
                [side(0, f64::min), side(1, f64::min), side(0, f64::max), side(1, f64::max)]
            );
        }
    }
}
