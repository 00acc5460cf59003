//! Numbers in binary files.

/// `N` bytes from `at` on; `None` past the end.
pub(super) fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

pub(super) fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    array(bytes, at).map(u16::from_le_bytes)
}

pub(super) fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    array(bytes, at).map(u32::from_le_bytes)
}

/// A length or an offset of two bytes.
pub(super) fn small(bytes: &[u8], at: usize) -> Option<usize> {
    u16_le(bytes, at).map(usize::from)
}

/// A length or an offset of four bytes.
pub(super) fn size(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_le(bytes, at)?).ok()
}
