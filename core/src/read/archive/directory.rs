//! The directory at the end of an archive.
//!
//! # Sources
//! PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12, 4.3.16 and 4.5.3.

use super::{
    super::{
        ReadError, Unsupported,
        bytes::{array, size, small, u16_le, u32_le},
    },
    LIMIT_ENTRIES,
    entry::{Entry, Packing},
};

const END: &[u8; 4] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const ENTRY: &[u8; 4] = b"PK\x01\x02";
const ENTRY_BYTES: usize = 46;
/// A comment of at most so many bytes may follow the end.
const COMMENT_BYTES: usize = 0xffff;

/// In the extra fields of an entry, the one with its large numbers.
const LARGE: usize = 1;

/// These values say that the true one is in a zip64 record.
const ZIP64_SMALL: usize = 0xffff;
const ZIP64: usize = 0xffff_ffff;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Entry>, ReadError> {
    let end = find_end(bytes).ok_or(ReadError::CorruptArchive)?;
    let whole = |value: Option<usize>| value.ok_or(ReadError::CorruptArchive);
    let disks = [whole(small(bytes, end + 4))?, whole(small(bytes, end + 6))?];
    let count = whole(small(bytes, end + 10))?;
    let length = whole(size(bytes, end + 12))?;
    let start = whole(size(bytes, end + 16))?;
    if count == ZIP64_SMALL || length == ZIP64 || start == ZIP64 || disks != [0, 0] {
        return Err(ReadError::UnsupportedFormat {
            found: Unsupported::Archive,
        });
    }
    if count > LIMIT_ENTRIES {
        return Err(ReadError::TooManyEntries {
            limit: LIMIT_ENTRIES,
        });
    }
    let stop = whole(start.checked_add(length).filter(|stop| *stop <= end))?;
    let directory = whole_slice(bytes, start, stop)?;
    let mut entries = Vec::with_capacity(count);
    let mut at = 0;
    for _ in 0..count {
        let (entry, next) = entry(directory, at).ok_or(ReadError::CorruptArchive)?;
        at = next;
        if !entry.is_empty_shell() {
            entries.push(entry);
        }
    }
    if at == directory.len() {
        Ok(entries)
    } else {
        Err(ReadError::CorruptArchive)
    }
}

fn whole_slice(bytes: &[u8], start: usize, stop: usize) -> Result<&[u8], ReadError> {
    bytes.get(start..stop).ok_or(ReadError::CorruptArchive)
}

/// The last end record whose comment reaches to the end of the file.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(COMMENT_BYTES);
    (first..=last).rev().find(|at| {
        array::<4>(bytes, *at).as_ref() == Some(END)
            && small(bytes, at + 20).is_some_and(|comment| at + END_BYTES + comment == bytes.len())
    })
}

/// One entry, and where the next one begins.
fn entry(directory: &[u8], at: usize) -> Option<(Entry, usize)> {
    if array::<4>(directory, at).as_ref() != Some(ENTRY) {
        return None;
    }
    let flags = u16_le(directory, at + 8)?;
    let method = u16_le(directory, at + 10)?;
    let name_bytes = small(directory, at + 28)?;
    let (extra, comment) = (small(directory, at + 30)?, small(directory, at + 32)?);
    let name_end = at + ENTRY_BYTES + name_bytes;
    let name = directory.get(at + ENTRY_BYTES..name_end)?;
    let extra_end = name_end + extra;
    let mut large = large(directory.get(name_end..extra_end)?);
    let mut whole = |value: usize| {
        if value == ZIP64 {
            large.next()
        } else {
            Some(value)
        }
    };
    // In this order the large ones follow each other.
    let bytes = whole(size(directory, at + 24)?)?;
    let packed_bytes = whole(size(directory, at + 20)?)?;
    let offset = whole(size(directory, at + 42)?)?;
    let entry = Entry {
        name: decode(name),
        packing: packing(flags, method),
        offset,
        packed_bytes,
        bytes,
        crc: u32_le(directory, at + 16)?,
    };
    Some((entry, extra_end + comment))
}

/// The large numbers among the extra fields of an entry.
fn large(mut extra: &[u8]) -> impl Iterator<Item = usize> {
    let mut found: &[u8] = &[];
    while let (Some(id), Some(length)) = (small(extra, 0), small(extra, 2)) {
        let Some((field, rest)) = extra
            .get(4..)
            .and_then(|rest| rest.split_at_checked(length))
        else {
            break;
        };
        if id == LARGE {
            found = field;
        }
        extra = rest;
    }
    let (numbers, _) = found.as_chunks::<8>();
    let number =
        |bytes: &[u8; 8]| usize::try_from(u64::from_le_bytes(*bytes)).unwrap_or(usize::MAX);
    numbers.iter().map(number)
}

pub(super) const fn packing(flags: u16, method: u16) -> Packing {
    // Bit 0: encrypted. Bit 13: the directory is. 99: AES.
    match (flags & 0x2001, method) {
        (1.., _) | (_, 99) => Packing::Encrypted,
        (_, 0) => Packing::Stored,
        (_, 8) => Packing::Deflate,
        _ => Packing::Other,
    }
}

/// UTF-8 whatever the flag says (many programs forget it), else letter by letter; extensions are right either way.
fn decode(name: &[u8]) -> String {
    std::str::from_utf8(name)
        .map_or_else(
            |_| name.iter().map(|byte| char::from(*byte)).collect(),
            str::to_owned,
        )
        .replace('\\', "/")
}
