//! AES (FIPS 197) in chains of blocks, as PDF files are locked with. Nothing secret is handled: the keys come from the file
//! and the empty password, so no care is taken of how long it takes.

type Block = [u8; 16];

pub(super) struct Aes {
    rounds: Vec<Block>,
    tables: Tables,
}

struct Tables {
    there: [u8; 256],
    back: [u8; 256],
    /// Multiples of every element by 0 to 15.
    multiples: [[u8; 256]; 16],
}

/// Multiplication in the field of 256 elements.
const fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        a = a << 1 ^ if a & 0x80 == 0 { 0 } else { 0x1b };
        b >>= 1;
    }
    product
}

fn at(table: &[u8; 256], byte: u8) -> u8 {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}

impl Tables {
    fn new() -> Self {
        let (mut there, mut back) = ([0; 256], [0; 256]);
        // 3 goes through all elements but zero, and its inverse the other way.
        let (mut element, mut inverse) = (1_u8, 1_u8);
        let mut put = |element: u8, inverse: u8| {
            let turned = (0..5).fold(0, |sum, turn| sum ^ inverse.rotate_left(turn));
            let value = turned ^ 0x63;
            for (table, index, value) in [(&mut there, element, value), (&mut back, value, element)]
            {
                if let Some(place) = table.get_mut(usize::from(index)) {
                    *place = value;
                }
            }
        };
        put(0, 0);
        for _ in 0..255 {
            put(element, inverse);
            element = times(element, 3);
            inverse = times(inverse, 0xf6);
        }
        let multiples = std::array::from_fn(|factor| {
            let times = |element| times(low(element), low(factor));
            std::array::from_fn(times)
        });
        Self {
            there,
            back,
            multiples,
        }
    }

    fn mix(&self, block: &mut Block, factors: [usize; 4]) {
        for column in block.as_chunks_mut::<4>().0 {
            let old = *column;
            for (row, byte) in column.iter_mut().enumerate() {
                let turned = factors.iter().cycle().skip(4 - row);
                let products = old.iter().zip(turned).map(|(byte, factor)| {
                    self.multiples
                        .get(*factor)
                        .map_or(0, |table| at(table, *byte))
                });
                *byte = products.fold(0, |sum, product| sum ^ product);
            }
        }
    }
}

fn low(number: usize) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

impl Aes {
    /// For a key of 16 or 32 bytes; of another length it unlocks nothing.
    pub fn new(key: &[u8]) -> Self {
        let tables = Tables::new();
        let mut words: Vec<[u8; 4]> = key.as_chunks::<4>().0.to_vec();
        let length = words.len().max(1);
        let mut constant = 1;
        for index in length..4 * (length + 7) {
            let mut word = words.last().copied().unwrap_or_default();
            if index % length == 0 {
                word.rotate_left(1);
                word = word.map(|byte| at(&tables.there, byte));
                let [first, ..] = &mut word;
                *first ^= constant;
                constant = times(constant, 2);
            } else if length > 6 && index % length == 4 {
                word = word.map(|byte| at(&tables.there, byte));
            }
            let before = words.get(index - length).copied().unwrap_or_default();
            for (byte, other) in word.iter_mut().zip(before) {
                *byte ^= other;
            }
            words.push(word);
        }
        let flat: Vec<u8> = words.into_iter().flatten().collect();
        let rounds = flat.as_chunks::<16>().0.to_vec();
        Self { rounds, tables }
    }

    fn lock_block(&self, block: &mut Block) {
        let last = self.rounds.len().saturating_sub(1);
        for (round, key) in self.rounds.iter().enumerate() {
            if round > 0 {
                let old = block.map(|byte| at(&self.tables.there, byte));
                *block = shifted(&old, 5);
                if round < last {
                    self.tables.mix(block, [2, 3, 1, 1]);
                }
            }
            add(block, key);
        }
    }

    fn unlock_block(&self, block: &mut Block) {
        let last = self.rounds.len().saturating_sub(1);
        for (round, key) in self.rounds.iter().enumerate().rev() {
            add(block, key);
            if round > 0 {
                if round < last {
                    self.tables.mix(block, [14, 11, 13, 9]);
                }
                *block = shifted(block, 13).map(|byte| at(&self.tables.back, byte));
            }
        }
    }
}

fn add(block: &mut Block, other: &Block) {
    for (byte, other) in block.iter_mut().zip(other) {
        *byte ^= other;
    }
}

/// Rows moved on by one column each, or back.
fn shifted(block: &Block, step: usize) -> Block {
    std::array::from_fn(|index| block.get(index * step % 16).copied().unwrap_or_default())
}

/// Whole blocks, each combined with the one before it.
pub(super) fn plain(aes: &Aes, locked: &[u8], start: &Block) -> Vec<u8> {
    let mut before = *start;
    let mut bytes = Vec::with_capacity(locked.len());
    for block in locked.as_chunks::<16>().0 {
        let mut plain = *block;
        aes.unlock_block(&mut plain);
        add(&mut plain, &before);
        bytes.extend(plain);
        before = *block;
    }
    bytes
}

pub(super) fn lock(aes: &Aes, bytes: &[u8], start: &Block) -> Vec<u8> {
    let mut before = *start;
    let mut locked = Vec::with_capacity(bytes.len());
    for block in bytes.as_chunks::<16>().0 {
        let mut block = *block;
        add(&mut block, &before);
        aes.lock_block(&mut block);
        locked.extend(block);
        before = block;
    }
    locked
}

/// A stream: the first block is what the chain starts with, the last byte tells how many were filled up.
pub(super) fn unlock(aes: &Aes, bytes: &[u8]) -> Option<Vec<u8>> {
    let Some((start, locked)) = bytes.split_first_chunk() else {
        return bytes.is_empty().then(Vec::new);
    };
    let mut bytes = plain(aes, locked, start);
    let filled = usize::from(*bytes.last()?);
    let length = bytes.len().checked_sub(filled)?;
    bytes.truncate(length);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_as_published() {
        let text: Block = std::array::from_fn(|index| index as u8 * 0x11);
        for (length, first) in [
            (16, [0x69, 0xc4, 0xe0, 0xd8]),
            (32, [0x8e, 0xa2, 0xb7, 0xca]),
        ] {
            let key: Vec<u8> = (0..length).collect();
            let aes = Aes::new(&key);
            let mut block = text;
            aes.lock_block(&mut block);
            assert_eq!(block[..4], first);
            aes.unlock_block(&mut block);
            assert_eq!(block, text);
        }
    }
}
