//! ZIP archives: KMZ, zipped Shapefiles, workbooks.
//!
//! Lengths in headers are announcements: an entry that unpacks to more or to other bytes is damaged, and the limits hold
//! while bytes are unpacked. Large numbers of an entry (zip64) are read, a directory of more than 65,534 entries is not. Names are never paths, an archive in an archive is never opened.

mod directory;
mod entry;
mod unpacking;

use std::cell::Cell;

use super::{
    ReadError, Unsupported,
    bytes::{array, small, u16_le},
};
pub(super) use entry::Entry;
use entry::Packing;

/// Most bytes unpacked from one archive: four times the largest file, and what a browser on a small machine can hold.
pub(super) const LIMIT_UNPACKED_BYTES: usize = 200_000_000;
/// Most entries: a workbook or a drawing's export has some dozens.
pub(super) const LIMIT_ENTRIES: usize = 1_000;
/// Deflate packs at most so many bytes into one.
const DEFLATE_RATIO: usize = 1_032;

const HEADER: &[u8; 4] = b"PK\x03\x04";
const HEADER_BYTES: usize = 30;

/// An archive whose directory was read.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// What may still be unpacked.
    left: Cell<usize>,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// Damaged, of several volumes, with a directory of zip64, or with too many entries.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Ok(Self {
            bytes,
            entries: directory::read(bytes)?,
            left: Cell::new(LIMIT_UNPACKED_BYTES),
        })
    }

    /// Files in the order of the directory; no folders, no shadow files of macOS.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of this name, folders and all. In a workbook the case of letters makes no difference; of two that differ by
    /// it alone the very one comes first.
    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        let is_same = |entry: &&Entry| entry.name.eq_ignore_ascii_case(name);
        let exact = self.entries.iter().find(|entry| entry.name == name);
        exact.or_else(|| self.entries.iter().find(is_same))
    }

    /// Entries with one extension, given in lower case.
    pub(super) fn with_extension(&self, extension: &str) -> impl Iterator<Item = &Entry> {
        self.entries()
            .iter()
            .filter(move |entry| entry.extension() == extension)
    }

    /// The bytes of an entry.
    ///
    /// # Errors
    /// Encrypted, packed by a method that is not read, damaged, or more than may be unpacked.
    pub(super) fn unpack(&self, entry: &Entry) -> Result<Vec<u8>, ReadError> {
        let packed = self.packed(entry).ok_or(ReadError::CorruptArchive)?;
        let (header_packing, packed) = packed;
        let is_deflated = match (entry.packing, header_packing) {
            (Packing::Encrypted, _) | (_, Packing::Encrypted) => {
                return Err(ReadError::EncryptedArchive);
            }
            (Packing::Other, _) | (_, Packing::Other) => {
                return Err(ReadError::UnsupportedFormat {
                    found: Unsupported::Archive,
                });
            }
            (Packing::Stored, _) => false,
            (Packing::Deflate, _) => true,
        };
        let left = self.left.get().checked_sub(entry.bytes);
        self.left.set(left.ok_or(ReadError::TooLargeUnpacked {
            limit_bytes: LIMIT_UNPACKED_BYTES,
        })?);
        let most = if is_deflated {
            packed.len().saturating_mul(DEFLATE_RATIO)
        } else {
            packed.len()
        };
        if entry.bytes > most {
            return Err(ReadError::CorruptArchive);
        }
        unpacking::unpack(packed, entry, is_deflated).ok_or(ReadError::CorruptArchive)
    }

    /// What the entry's own header says of its packing, and its packed bytes. The lengths are those of the directory:
    /// with a data descriptor the header has none.
    fn packed(&self, entry: &Entry) -> Option<(Packing, &'a [u8])> {
        let at = entry.offset;
        if array::<4>(self.bytes, at)? != *HEADER {
            return None;
        }
        let header = directory::packing(
            u16_le(self.bytes, at.checked_add(6)?)?,
            u16_le(self.bytes, at + 8)?,
        );
        let start = at + HEADER_BYTES + small(self.bytes, at + 26)? + small(self.bytes, at + 28)?;
        let packed = self
            .bytes
            .get(start..start.checked_add(entry.packed_bytes)?)?;
        Some((header, packed))
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) mod writing;
