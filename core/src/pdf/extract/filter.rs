//! Unpacking of streams, within a budget: a small file that unpacks to a huge one is refused before it does.

use std::cell::Cell;

use miniz_oxide::inflate::{
    TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

use super::Fault;
use super::object::{Dict, Object, digit, is_blank};

/// How many bytes may still be unpacked.
pub(super) struct Budget(Cell<usize>);

impl Budget {
    pub const fn new(bytes: usize) -> Self {
        Self(Cell::new(bytes))
    }

    pub fn spend(&self, bytes: usize) -> Result<(), Fault> {
        let left = self.0.get().checked_sub(bytes);
        self.0.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(Fault::TooLarge)
    }

    pub const fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// Most bytes that one filter gives.
const MOST_AT_ONCE: usize = 64 * 1024 * 1024;
/// Filters of one stream, each working on what the one before gave.
const MOST_FILTERS: usize = 4;

/// A stream's bytes as its filters give them.
pub(super) fn decode(
    dict: &Dict,
    raw: &[u8],
    budget: &Budget,
    resolve: impl Fn(&Object) -> Object,
) -> Result<Vec<u8>, Fault> {
    let listed = |key: &[u8], short: &[u8]| {
        let value = dict.get(key).or_else(|| dict.get(short)).map(&resolve);
        match value {
            Some(Object::Array(items)) => items.iter().map(&resolve).collect(),
            Some(Object::Null) | None => Vec::new(),
            Some(one) => vec![one],
        }
    };
    let filters = listed(b"Filter", b"F");
    let settings = listed(b"DecodeParms", b"DP");
    if filters.len() > MOST_FILTERS {
        return Err(Fault::Damaged);
    }
    let mut bytes = raw.to_vec();
    for (index, filter) in filters.iter().enumerate() {
        let none = Dict::default();
        let settings = settings.get(index).and_then(Object::dict).unwrap_or(&none);
        let number = |key: &[u8]| settings.get(key).map(&resolve).and_then(|it| it.count());
        bytes = match filter.name().unwrap_or_default() {
            b"FlateDecode" | b"Fl" => inflate(&bytes, budget)?,
            b"LZWDecode" | b"LZW" => lzw(&bytes, number(b"EarlyChange") != Some(0), budget)?,
            b"ASCII85Decode" | b"A85" => ascii_85(&bytes)?,
            b"ASCIIHexDecode" | b"AHx" => ascii_hex(&bytes),
            b"RunLengthDecode" | b"RL" => run_length(&bytes, budget)?,
            b"Crypt" => bytes,
            _ => return Err(Fault::Damaged),
        };
        let predictor = number(b"Predictor").unwrap_or(1);
        if predictor > 1 {
            let colours = number(b"Colors").unwrap_or(1);
            let bits = number(b"BitsPerComponent").unwrap_or(8);
            let columns = number(b"Columns").unwrap_or(1);
            let pixel = (u64::from(colours) * u64::from(bits)).div_ceil(8).max(1);
            let row = (u64::from(colours) * u64::from(bits))
                .saturating_mul(u64::from(columns))
                .div_ceil(8);
            let [pixel, row] = [pixel, row].map(|it| usize::try_from(it).unwrap_or(usize::MAX));
            bytes = match predictor {
                2 if bits == 8 => sums(bytes, pixel, row),
                10..=15 => differences(&bytes, pixel, row),
                _ => None,
            }
            .ok_or(Fault::Damaged)?;
        }
    }
    budget.spend(bytes.len())?;
    Ok(bytes)
}

fn inflate(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>, Fault> {
    let limit = budget.0.get().min(MOST_AT_ONCE);
    let done = match decompress_to_vec_zlib_with_limit(bytes, limit) {
        Ok(done) => done,
        Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(Fault::TooLarge),
        // Its sum tells that bytes were changed.
        Err(error) if error.status == TINFLStatus::Adler32Mismatch => return Err(Fault::Damaged),
        // The sum at its end is left out by some makers; all the bytes are there.
        Err(_) => bytes
            .get(2..)
            .and_then(|plain| decompress_to_vec_with_limit(plain, limit).ok())
            .ok_or(Fault::Damaged)?,
    };
    budget.spend(done.len())?;
    Ok(done)
}

fn lzw(bytes: &[u8], early: bool, budget: &Budget) -> Result<Vec<u8>, Fault> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut done: Vec<u8> = Vec::new();
    // Where in `done` each entry above the plain bytes stands: start and length.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let (mut store, mut bits) = (0_u32, 0_u32);
    let mut width = 9;
    let mut input = bytes.iter();
    loop {
        while bits < width {
            // Some makers leave the last word out.
            let Some(byte) = input.next() else {
                return Ok(done);
            };
            store = store << 8 | u32::from(*byte);
            bits += 8;
        }
        bits -= width;
        let code = (store >> bits) as usize & ((1 << width) - 1);
        store &= (1 << bits) - 1;
        let start = done.len();
        match code {
            END => return Ok(done),
            CLEAR => {
                entries.clear();
                last = None;
                width = 9;
                continue;
            }
            0..CLEAR => done.push(u8::try_from(code).unwrap_or_default()),
            _ => {
                let known = entries.get(code - 258).copied();
                let own = last.filter(|_| code - 258 == entries.len());
                let (from, length) = match (known, own) {
                    (Some(entry), _) => entry,
                    // The entry that this code makes: the last one with its own beginning.
                    (None, Some((from, length))) => (from, length + 1),
                    (None, None) => return Err(Fault::Damaged),
                };
                budget.spend(length)?;
                for index in from..from + length {
                    let byte = done.get(index).copied().ok_or(Fault::Damaged)?;
                    done.push(byte);
                }
            }
        }
        if let Some((from, length)) = last
            && entries.len() < 4096 - 258
        {
            entries.push((from, length + 1));
        }
        last = Some((start, done.len() - start));
        width = match entries.len() + 258 + usize::from(early) {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
}

fn ascii_85(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut done = Vec::with_capacity(bytes.len());
    let mut group = Vec::with_capacity(5);
    for byte in bytes {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => done.extend([0; 4]),
            b'!'..=b'u' => {
                group.push(byte - b'!');
                if group.len() == 5 {
                    done.extend(word_85(&group)?);
                    group.clear();
                }
            }
            byte if is_blank(*byte) => {}
            _ => return Err(Fault::Damaged),
        }
    }
    let used = group.len();
    if used > 1 {
        group.resize(5, 84);
        done.extend(word_85(&group)?.into_iter().take(used - 1));
    }
    Ok(done)
}

fn word_85(group: &[u8]) -> Result<[u8; 4], Fault> {
    let value = group
        .iter()
        .fold(0_u64, |sum, digit| sum * 85 + u64::from(*digit));
    let word = u32::try_from(value).map_err(|_| Fault::Damaged)?;
    Ok(word.to_be_bytes())
}

fn ascii_hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter(|byte| byte.is_ascii_hexdigit())
        .map(|byte| digit(*byte))
        .collect();
    let pair = |pair: &[u8]| pair.first().map_or(0, |it| it << 4) | pair.get(1).map_or(0, |it| *it);
    digits.chunks(2).map(pair).collect()
}

fn run_length(bytes: &[u8], budget: &Budget) -> Result<Vec<u8>, Fault> {
    let mut done = Vec::new();
    let mut rest = bytes;
    while let [length, after @ ..] = rest {
        let length = usize::from(*length);
        match (length, after) {
            (128, _) => break,
            (..128, _) => {
                let (plain, after) = after.split_at_checked(length + 1).ok_or(Fault::Damaged)?;
                done.extend_from_slice(plain);
                rest = after;
            }
            (_, [byte, after @ ..]) => {
                budget.spend(257 - length)?;
                done.extend(std::iter::repeat_n(*byte, 257 - length));
                rest = after;
            }
            _ => return Err(Fault::Damaged),
        }
    }
    Ok(done)
}

/// Each byte as the sum with the one a pixel before it (TIFF).
fn sums(mut bytes: Vec<u8>, pixel: usize, row: usize) -> Option<Vec<u8>> {
    if row == 0 {
        return None;
    }
    for line in bytes.chunks_mut(row) {
        for index in pixel..line.len() {
            let before = *line.get(index - pixel)?;
            let byte = line.get_mut(index)?;
            *byte = byte.wrapping_add(before);
        }
    }
    Some(bytes)
}

/// Each row as its first byte says, from the bytes before and above (PNG).
fn differences(bytes: &[u8], pixel: usize, row: usize) -> Option<Vec<u8>> {
    if row == 0 || row > bytes.len() {
        return None;
    }
    let mut done = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; row];
    for line in bytes.chunks(row + 1) {
        let (kind, packed) = line.split_first()?;
        let mut current = Vec::with_capacity(row);
        for (index, byte) in packed.iter().enumerate() {
            let of = |line: &[u8], index: Option<usize>| {
                index
                    .and_then(|index| line.get(index))
                    .copied()
                    .unwrap_or_default()
            };
            let left = index.checked_sub(pixel);
            let (a, b, c) = (
                of(&current, left),
                of(&above, Some(index)),
                of(&above, left),
            );
            let guess = match kind {
                0 => 0,
                1 => a,
                2 => b,
                3 => a.midpoint(b),
                4 => nearest(a, b, c),
                _ => return None,
            };
            current.push(byte.wrapping_add(guess));
        }
        done.extend_from_slice(&current);
        current.resize(row, 0);
        above = current;
    }
    Some(done)
}

/// Of three neighbours the one nearest to their plane.
fn nearest(a: u8, b: u8, c: u8) -> u8 {
    let [x, y, z] = [a, b, c].map(i16::from);
    let to = |other: i16| (x + y - z - other).abs();
    if to(x) <= to(y) && to(x) <= to(z) {
        a
    } else if to(y) <= to(z) {
        b
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(filters: &str, raw: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut lexer = super::super::object::Lexer::new(filters.as_bytes(), 0);
        let dict = lexer.object().unwrap();
        decode(
            dict.dict().unwrap(),
            raw,
            &Budget::new(10_000),
            Object::clone,
        )
    }

    #[test]
    fn filters_are_applied_one_after_the_other() {
        assert_eq!(decoded("<</Filter/AHx>>", b"4 14 25>").unwrap(), b"ABP");
        assert_eq!(
            decoded("<</Filter/A85>>", b"87cURD]i,\"Ebo80~>").unwrap(),
            b"Hello World!"
        );
        assert_eq!(
            decoded("<</Filter[/AHx/RL]>>", b"02414243FE4480>").unwrap(),
            b"ABCDDD"
        );
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(b"text", 6);
        assert_eq!(
            decoded("<</Filter/FlateDecode>>", &packed).unwrap(),
            b"text"
        );
        // The example of the PDF standard.
        let lzw = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        let expected = [45, 45, 45, 45, 45, 65, 45, 45, 45, 66];
        assert_eq!(decoded("<</Filter/LZWDecode>>", &lzw).unwrap(), expected);
    }

    #[test]
    fn rows_are_made_of_those_above() {
        let rows = [2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1];
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&rows, 6);
        let dict = "<</Filter/Fl/DecodeParms<</Predictor 12/Columns 3>>>>";
        assert_eq!(decoded(dict, &packed).unwrap(), [1, 2, 3, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn small_streams_do_not_become_huge_ones() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&[0; 100_000], 9);
        assert_eq!(decoded("<</Filter/Fl>>", &packed), Err(Fault::TooLarge));
        let run: Vec<u8> = [129, 0].repeat(100);
        assert_eq!(decoded("<</Filter/RL>>", &run), Err(Fault::TooLarge));
    }

    #[test]
    fn half_a_stream_is_damaged() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(b"1 851 433 588 656", 9);
        let half = &packed[..packed.len() / 2];
        assert_eq!(decoded("<</Filter/Fl>>", half), Err(Fault::Damaged));
        assert_eq!(decoded("<</Filter/JBIG2Decode>>", b""), Err(Fault::Damaged));
    }
}
