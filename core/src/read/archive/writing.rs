//! Archives for tests.

use miniz_oxide::deflate::compress_to_vec;

use crate::crc::Crc;

/// What a test wants of an entry.
pub(in crate::read) struct Written<'a> {
    pub name: &'a str,
    pub content: &'a [u8],
    pub is_deflated: bool,
    pub flags: u16,
    /// Length announced in the directory; its own when `None`.
    pub announced: Option<u32>,
}

impl<'a> Written<'a> {
    pub(in crate::read) const fn deflated(name: &'a str, content: &'a [u8]) -> Self {
        Self {
            name,
            content,
            is_deflated: true,
            flags: 0,
            announced: None,
        }
    }
}

/// A deflated archive of files.
pub(in crate::read) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let entries: Vec<_> = files
        .iter()
        .map(|(name, content)| Written::deflated(name, content))
        .collect();
    zip_of(&entries)
}

pub(in crate::read) fn zip_of(entries: &[Written<'_>]) -> Vec<u8> {
    let length = |bytes: usize| u32::try_from(bytes).unwrap().to_le_bytes();
    let short = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let packed = if entry.is_deflated {
            compress_to_vec(entry.content, 6)
        } else {
            entry.content.to_vec()
        };
        let mut crc = Crc::new();
        crc.add(entry.content);
        let announced = entry
            .announced
            .map_or_else(|| length(entry.content.len()), u32::to_le_bytes);
        let method: [u8; 2] = short(if entry.is_deflated { 8 } else { 0 });
        // Bit 3: the lengths follow the data, the header has none.
        let descriptor = entry.flags & 8 != 0;
        let sizes = [crc.value().to_le_bytes(), length(packed.len()), announced].concat();
        let flags = entry.flags.to_le_bytes();
        let offset = length(file.len());
        file.extend([&b"PK\x03\x04\x14\0"[..], &flags, &method, &[0; 4]].concat());
        file.extend(if descriptor {
            &[0; 12]
        } else {
            sizes.as_slice()
        });
        file.extend([&short(entry.name.len())[..], &[0, 0]].concat());
        file.extend(entry.name.bytes());
        file.extend(&packed);
        if descriptor {
            file.extend(b"PK\x07\x08");
            file.extend(&sizes);
        }
        directory.extend([&b"PK\x01\x02\x14\0\x14\0"[..], &flags, &method, &[0; 4]].concat());
        directory.extend(&sizes);
        directory.extend(short(entry.name.len()));
        directory.extend([0; 12]);
        directory.extend(offset);
        directory.extend(entry.name.bytes());
    }
    let start = length(file.len());
    let count = short(entries.len());
    let end = [
        &b"PK\x05\x06\0\0\0\0"[..],
        &count,
        &count,
        &length(directory.len()),
        &start,
        &[0, 0],
    ];
    file.extend(&directory);
    file.extend(end.concat());
    file
}
