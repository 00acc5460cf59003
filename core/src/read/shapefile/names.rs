//! Names of records, from the `.dbf` beside them.
//!
//! # Sources
//! dBASE III, as in the Shapefile description. Its lengths are only places to look at: nothing is allocated for them.

use super::super::{
    bytes::{size, small},
    decode::{self, Letters},
    name,
};

const FIELD_BYTES: usize = 32;
const FIELD_NAME_BYTES: usize = 11;

/// The field with the names.
pub(super) struct Names<'a> {
    file: &'a [u8],
    records: usize,
    start: usize,
    record_bytes: usize,
    /// Where the field begins in a record, and its length.
    field: (usize, usize),
}

impl<'a> Names<'a> {
    /// `None` for a file that is damaged or has no field with a name.
    pub(super) fn find(file: &'a [u8]) -> Option<Self> {
        let start = small(file, 8)?;
        let fields = file.get(FIELD_BYTES..start)?;
        let mut at = 1;
        let mut best: Option<(usize, (usize, usize))> = None;
        for field in fields.as_chunks::<FIELD_BYTES>().0 {
            let [kind, length] = [field.get(11)?, field.get(16)?].map(|byte| *byte);
            if field.first() == Some(&b'\r') {
                break;
            }
            let rank = rank(field.get(..FIELD_NAME_BYTES)?);
            if let Some(rank) = rank.filter(|_| kind == b'C')
                && best.is_none_or(|(known, _)| rank < known)
            {
                best = Some((rank, (at, usize::from(length))));
            }
            at += usize::from(length);
        }
        Some(Self {
            file,
            records: size(file, 4)?,
            start,
            record_bytes: small(file, 10)?,
            field: best?.1,
        })
    }

    /// The name of a record, counted from 0.
    pub(super) fn name(&self, record: usize) -> Option<Name> {
        let (offset, length) = self.field;
        if record >= self.records || offset + length > self.record_bytes {
            return None;
        }
        let at = record
            .checked_mul(self.record_bytes)?
            .checked_add(self.start + offset)?;
        let bytes = self.file.get(at..at.checked_add(length)?)?;
        let end = bytes.iter().position(|byte| *byte == 0);
        let decoded = decode::decode(bytes.get(..end.unwrap_or(length))?).ok()?;
        let text = decoded.text.trim().to_owned();
        (!text.is_empty()).then_some(Name {
            text,
            letters: decoded.letters,
        })
    }
}

pub(super) struct Name {
    pub text: String,
    pub letters: Letters,
}

fn rank(field: &[u8]) -> Option<usize> {
    name::rank(String::from_utf8_lossy(field).split('\0').next()?)
}
