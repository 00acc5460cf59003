use std::io::{Error, Read, Result};

use miniz_oxide::{
    DataFormat, MZFlush, MZStatus,
    inflate::stream::{InflateState, inflate},
};

use super::{super::ReadError, entry::Entry};
use crate::crc::Crc;

/// The bytes of one entry as they are unpacked: never more than the directory announces, and at the end exactly those.
///
/// Its errors carry a [`ReadError`]; see [`read_error`].
pub(in crate::read) struct Unpacking<'a> {
    packed: &'a [u8],
    /// `None` for an entry that is stored.
    state: Option<Box<InflateState>>,
    left: usize,
    crc: Crc,
    expected_crc: u32,
}

impl<'a> Unpacking<'a> {
    pub(super) fn new(packed: &'a [u8], entry: &Entry, is_deflated: bool) -> Self {
        Self {
            packed,
            state: is_deflated.then(|| InflateState::new_boxed(DataFormat::Raw)),
            left: entry.bytes,
            crc: Crc::new(),
            expected_crc: entry.crc,
        }
    }

    /// How many bytes come next, and whether they are the last ones; `None` when the entry is damaged.
    fn step(&mut self, buffer: &mut [u8]) -> Option<(usize, bool)> {
        let Some(state) = &mut self.state else {
            let written = self.packed.read(buffer).ok()?;
            return Some((written, written == 0));
        };
        let result = inflate(state, self.packed, buffer, MZFlush::None);
        self.packed = self.packed.get(result.bytes_consumed..)?;
        let is_end = result.status.ok()? == MZStatus::StreamEnd;
        let goes_on = result.bytes_written > 0 || result.bytes_consumed > 0;
        (is_end || goes_on).then_some((result.bytes_written, is_end))
    }
}

impl Read for Unpacking<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let damaged = || Error::other(ReadError::CorruptArchive);
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            let (written, is_end) = self.step(buffer).ok_or_else(damaged)?;
            // One byte more than announced ends it: a small file that unpacks to a large one never does.
            self.left = self.left.checked_sub(written).ok_or_else(damaged)?;
            self.crc.add(buffer.get(..written).unwrap_or_default());
            if is_end && (self.left > 0 || self.crc.value() != self.expected_crc) {
                return Err(damaged());
            }
            if written > 0 || is_end {
                return Ok(written);
            }
        }
    }
}

/// What an error of [`Unpacking`] says.
pub(in crate::read) fn read_error(error: &Error) -> ReadError {
    error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<ReadError>())
        .map_or(ReadError::CorruptArchive, Clone::clone)
}
