//! Several shapes one after the other, each with its length in bytes before it.

/// What stands before each.
pub const FRAME_BYTES: usize = 4;

/// Adds one.
pub fn frame(bytes: &[u8], to: &mut Vec<u8>) {
    // A shape of the most corners that are read has 32 MB.
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    to.extend_from_slice(&length.to_le_bytes());
    to.extend_from_slice(bytes);
}

/// All of them; what was cut at the end is left out.
pub fn frames(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (one, rest) = rest.split_at_checked(length)?;
        bytes = rest;
        Some(one)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn framed_bytes_come_back_one_by_one() {
        let mut all = Vec::new();
        for one in [&b"abc"[..], b"", b"de"] {
            frame(one, &mut all);
        }
        let back: Vec<_> = frames(&all).collect();
        assert_eq!(back, [&b"abc"[..], b"", b"de"]);
        assert_eq!(frames(&all[..all.len() - 1]).count(), 2);
    }
}
