//! A ZIP archive whose files are stored as they are: a table of corners has a few kilobytes.
//!
//! # Sources
//! PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.

use crate::crc::Crc;

/// 1 January 1980, the first day an archive can name: the same boundary gives the same bytes on any day.
const DATE: u16 = 0x0021;
/// Version of the format needed to unpack: 2.0.
const VERSION: u16 = 20;

#[derive(Debug, Default)]
pub(super) struct Zip {
    file: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Adds a file; `None` when the archive grows beyond what the format can say.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> Option<()> {
        let offset = size(&self.file)?.to_le_bytes();
        let entry = entry(name, content)?;
        self.count = self.count.checked_add(1)?;
        self.file.extend(b"PK\x03\x04");
        self.file.extend(&entry);
        self.file.extend(name.bytes());
        self.file.extend(content);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&entry);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(offset);
        self.directory.extend(name.bytes());
        Some(())
    }

    /// The archive; `None` as in [`Zip::add`].
    pub(super) fn finish(mut self) -> Option<Vec<u8>> {
        let (start, length) = (size(&self.file)?, size(&self.directory)?);
        self.file.extend(&self.directory);
        self.file.extend(b"PK\x05\x06\0\0\0\0");
        self.file.extend(self.count.to_le_bytes());
        self.file.extend(self.count.to_le_bytes());
        self.file.extend(length.to_le_bytes());
        self.file.extend(start.to_le_bytes());
        self.file.extend([0; 2]);
        Some(self.file)
    }
}

/// What the header of a file and the directory say alike, from the version needed to the length of further fields.
fn entry(name: &str, content: &[u8]) -> Option<Vec<u8>> {
    let mut crc = Crc::new();
    crc.add(content);
    let length = size(content)?.to_le_bytes();
    let mut entry = Vec::new();
    // No flags, stored, midnight.
    for small in [VERSION, 0, 0, 0, DATE] {
        entry.extend(small.to_le_bytes());
    }
    entry.extend(crc.value().to_le_bytes());
    entry.extend(length);
    entry.extend(length);
    entry.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
    entry.extend([0; 2]);
    Some(entry)
}

fn size(bytes: &[u8]) -> Option<u32> {
    u32::try_from(bytes.len()).ok()
}
