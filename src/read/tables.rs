//! The readers of tables and documents, the largest ones. With the feature `cut` they are a file of their own, which the
//! browser's worker loads when it is given the first table.

use super::{
    Hint, Layer, ReadError,
    archive::{Archive, Entry},
    document, pdf, table, workbook,
};
use crate::pdf::{Fault, Text};

type Document = fn(&Archive<'_>, (&Entry, &'static str), &Hint) -> Result<Layer, ReadError>;

/// Ways into them.
#[derive(Clone, Copy)]
pub struct Tables {
    text: fn(&str, &Hint) -> Result<Layer, ReadError>,
    workbook: fn(&Archive<'_>, &Entry, &Hint) -> Result<Layer, ReadError>,
    document: Document,
    pdf: fn(Result<Text, Fault>, &Hint) -> Result<Layer, ReadError>,
}

/// All of them. Nothing else leads to their code, so that it can be cut off here.
pub fn tables() -> Tables {
    Tables {
        text: table::read,
        workbook: workbook::read,
        document: document::read,
        pdf: pdf::read,
    }
}

pub(super) fn read_text(text: &str, hint: &Hint) -> Result<Layer, ReadError> {
    (there::now()?.text)(text, hint)
}

pub(super) fn read_workbook(
    archive: &Archive<'_>,
    part: &Entry,
    hint: &Hint,
) -> Result<Layer, ReadError> {
    (there::now()?.workbook)(archive, part, hint)
}

pub(super) fn read_document(
    archive: &Archive<'_>,
    part: (&Entry, &'static str),
    hint: &Hint,
) -> Result<Layer, ReadError> {
    (there::now()?.document)(archive, part, hint)
}

pub(super) fn read_pdf(text: Result<Text, Fault>, hint: &Hint) -> Result<Layer, ReadError> {
    (there::now()?.pdf)(text, hint)
}

/// Everything is in one file.
#[cfg(not(all(feature = "cut", target_arch = "wasm32")))]
mod there {
    use super::{ReadError, Tables};

    #[allow(
        clippy::unnecessary_wraps,
        reason = "with the feature `cut` they may be missing"
    )]
    pub(super) fn now() -> Result<Tables, ReadError> {
        Ok(super::tables())
    }
}

#[cfg(all(feature = "cut", target_arch = "wasm32"))]
mod there {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::{ReadError, Tables};

    static THERE: OnceLock<Tables> = OnceLock::new();
    static MISSED: AtomicBool = AtomicBool::new(false);

    pub(super) fn now() -> Result<Tables, ReadError> {
        THERE.get().copied().ok_or_else(|| {
            MISSED.store(true, Ordering::Relaxed);
            // Nobody sees it: who reads asks whether the readers were missed, and reads again.
            ReadError::NoPolygon { others: 0 }
        })
    }

    /// The readers have come.
    pub fn supply(tables: Tables) {
        let _ = THERE.set(tables);
    }

    /// Whether a file needed the readers before they were there, and is to be read again once they are.
    pub fn were_missed() -> bool {
        MISSED.swap(false, Ordering::Relaxed)
    }
}

#[cfg(all(feature = "cut", target_arch = "wasm32"))]
pub use there::{supply, were_missed};
