use std::cmp::Ordering;

/// A whole number of any size, not negative: what reading and writing of figures to the last bit needs, without tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Big {
    /// Lowest first, the last one not zero.
    words: Vec<u32>,
}

impl Big {
    pub(super) fn of(value: u64) -> Self {
        let [low, high] = [value as u32, (value >> 32) as u32];
        let mut big = Self {
            words: vec![low, high],
        };
        big.trim();
        big
    }

    fn trim(&mut self) {
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
    }

    pub(super) const fn is_zero(&self) -> bool {
        self.words.is_empty()
    }

    /// Bits without those that are zero in front.
    pub(super) fn bits(&self) -> usize {
        let last = self.words.last().map_or(0, |word| word.leading_zeros());
        self.words.len() * 32 - last as usize
    }

    /// This times `factor` plus `more`.
    pub(super) fn scale(&mut self, factor: u32, more: u32) {
        let mut carry = u64::from(more);
        for word in &mut self.words {
            let product = u64::from(*word) * u64::from(factor) + carry;
            *word = product as u32;
            carry = product >> 32;
        }
        self.words.push(carry as u32);
        self.trim();
    }

    /// This times ten to the power of `exponent`.
    pub(super) fn scale_by_ten(&mut self, exponent: u32) {
        for _ in 0..exponent {
            self.scale(10, 0);
        }
    }

    /// This times two to the power of `bits`.
    pub(super) fn shift(&mut self, bits: usize) {
        self.scale(1 << (bits % 32), 0);
        if !self.is_zero() {
            self.words.splice(0..0, std::iter::repeat_n(0, bits / 32));
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        let length = self.words.len().max(other.words.len());
        self.words.resize(length + 1, 0);
        let others = other.words.iter().chain(std::iter::repeat(&0));
        let mut carry = 0;
        for (word, other) in self.words.iter_mut().zip(others) {
            let sum = u64::from(*word) + u64::from(*other) + carry;
            *word = sum as u32;
            carry = sum >> 32;
        }
        self.trim();
    }

    /// Takes away what is not larger.
    pub(super) fn subtract(&mut self, other: &Self) {
        let others = other.words.iter().chain(std::iter::repeat(&0));
        let mut borrow = 0;
        for (word, other) in self.words.iter_mut().zip(others) {
            let difference = i64::from(*word) - i64::from(*other) - borrow;
            *word = difference as u32;
            borrow = i64::from(difference < 0);
        }
        self.trim();
    }
}

impl PartialOrd for Big {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Big {
    fn cmp(&self, other: &Self) -> Ordering {
        let lengths = self.words.len().cmp(&other.words.len());
        lengths.then_with(|| self.words.iter().rev().cmp(other.words.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_products_carry_over_words() {
        let mut big = Big::of(u64::MAX);
        big.add(&Big::of(1));
        assert_eq!(big.words, [0, 0, 1]);
        big.subtract(&Big::of(1));
        assert_eq!(big, Big::of(u64::MAX));
        big.shift(33);
        assert_eq!(big.words, [0, 0xffff_fffe, 0xffff_ffff, 1]);
        assert_eq!(big.bits(), 97);
        let mut ten = Big::of(3);
        ten.scale_by_ten(19);
        ten.subtract(&Big::of(10_000_000_000_000_000_000));
        ten.subtract(&Big::of(10_000_000_000_000_000_000));
        assert_eq!(ten, Big::of(10_000_000_000_000_000_000));
        ten.subtract(&ten.clone());
        assert!(ten.is_zero() && ten.bits() == 0);
    }

    #[test]
    fn larger_is_what_has_more() {
        assert!(Big::of(1 << 40) > Big::of(u64::from(u32::MAX)));
        assert!(Big::of(1 << 40) < Big::of((1 << 40) + 1));
        assert_eq!(Big::of(0), Big { words: vec![] });
    }
}
