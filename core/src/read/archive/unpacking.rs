use miniz_oxide::inflate::decompress_slice_iter_to_slice;

use super::entry::Entry;
use crate::crc::Crc;

/// The bytes of one entry: never more than the directory announces. `None` unless they are exactly those.
pub(super) fn unpack(packed: &[u8], entry: &Entry, is_deflated: bool) -> Option<Vec<u8>> {
    let bytes = if is_deflated {
        let mut bytes = vec![0; entry.bytes];
        // One byte more than announced has no place and ends it: a small file that unpacks to a large one never does.
        let pieces = std::iter::once(packed);
        let written = decompress_slice_iter_to_slice(&mut bytes, pieces, false, true).ok()?;
        bytes.truncate(written);
        bytes
    } else {
        packed.to_vec()
    };
    let mut crc = Crc::new();
    crc.add(&bytes);
    (bytes.len() == entry.bytes && crc.value() == entry.crc).then_some(bytes)
}
