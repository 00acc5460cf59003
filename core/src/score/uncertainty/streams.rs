use std::collections::BTreeMap;
use std::rc::Rc;

use sha2::{Digest, Sha256};

/// Draws of a result.
///
/// # Sources
/// The method, section 4.
pub const DRAWS: usize = 2000;

/// Which of two independent sets of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Set {
    First,
    Second,
}

/// Uniform random numbers, a stream of its own for every source of doubt, made of the key and the name of the source alone:
/// two sets of answers are drawn alike, and a difference between them is theirs.
///
/// The key is the hash of the model, see [`Streams::of`]. What was made is kept.
#[derive(Debug, Clone)]
pub struct Streams {
    key: String,
    kept: BTreeMap<String, Rc<[f64]>>,
}

impl Streams {
    /// `key`: 64 hexadecimal digits, lower case.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            kept: BTreeMap::new(),
        }
    }

    /// The streams that belong to a model.
    pub fn of(model: &crate::model::Model) -> Self {
        Self::new(&model.hash)
    }

    /// [`DRAWS`] numbers between 0 and 1, both excluded.
    pub fn stream(&mut self, kind: &str, id: &str, set: Set) -> Rc<[f64]> {
        let mut name = format!("{kind}/{id}");
        if id.is_empty() {
            kind.clone_into(&mut name);
        }
        if set == Set::Second {
            name.push_str("/b");
        }
        if let Some(kept) = self.kept.get(&name) {
            return Rc::clone(kept);
        }
        let made: Rc<[f64]> = uniform(seed(&self.key, &name), DRAWS).into();
        self.kept.insert(name, Rc::clone(&made));
        made
    }
}

/// The first eight bytes, big-endian, of the SHA-256 of `key/name`.
pub fn seed(key: &str, name: &str) -> u64 {
    let digest = Sha256::digest(format!("{key}/{name}"));
    digest
        .iter()
        .take(8)
        .fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
}

/// SplitMix64, the upper 53 bits, in the middle of their step: never 0 and never 1.
///
/// # Sources
/// Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
pub fn uniform(seed: u64, count: usize) -> Vec<f64> {
    let mut state = seed;
    let mut draw = move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        // 53 bits fit a double exactly.
        ((z >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    };
    (0..count).map(|_| draw()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generator_is_the_published_one() {
        // The first outputs of SplitMix64 from 1234567, as its reference implementation prints them.
        let expected = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973];
        let made = uniform(1_234_567, 2);
        for (made, expected) in made.iter().zip(expected) {
            assert_eq!(*made, ((expected >> 11) as f64 + 0.5) * 2f64.powi(-53));
        }
    }

    #[test]
    fn streams_are_of_their_name_set_and_key_alone() {
        let mut streams = Streams::new(&"0".repeat(64));
        let first = streams.stream("answer", "M1", Set::First);
        streams.stream("answer", "M2", Set::First);
        assert_eq!(streams.stream("answer", "M1", Set::First), first);
        assert_ne!(streams.stream("answer", "M1", Set::Second), first);
        let mut other = Streams::new(&"1".repeat(64));
        assert_ne!(other.stream("answer", "M1", Set::First), first);
        assert!(first.iter().all(|u| 0.0 < *u && *u < 1.0));
    }
}
