//! The readers of tables and documents, the largest ones. With the feature `cut` they are a file of their own, which the
//! browser's worker loads when it is given the first table.

use super::{
    Format, Hint, Layer, ReadError,
    archive::{Archive, Entry},
    document,
    name::beginning,
    pdf,
    salvage::{Salvaged, Unread},
    table, workbook,
};
use crate::pdf::{Fault, Text};

/// A file with a table that is not opened yet.
pub(super) enum Source<'a> {
    Text(&'a str),
    Workbook(&'a Archive<'a>, &'a Entry),
    Document(&'a Archive<'a>, (&'a Entry, Format)),
}

type Document = fn(&Archive<'_>, (&Entry, Format), &Hint) -> Result<Layer, ReadError>;

/// Ways into them.
#[derive(Clone, Copy)]
pub struct Tables {
    text: fn(&str, &Hint) -> Result<Layer, ReadError>,
    workbook: fn(&Archive<'_>, &Entry, &Hint) -> Result<Layer, ReadError>,
    document: Document,
    pdf: fn(Result<Text, Fault>, &Hint) -> Result<Layer, ReadError>,
    save: fn(&Source<'_>) -> Salvaged,
}

/// All of them. Nothing else leads to their code, so that it can be cut off here.
pub fn tables() -> Tables {
    Tables {
        text: table::read,
        workbook: workbook::read,
        document: document::read,
        pdf: pdf::read,
        save: saved,
    }
}

fn saved(source: &Source<'_>) -> Salvaged {
    let (rows, system) = match source {
        Source::Text(text) => (Some(table::rows(text)), None),
        Source::Workbook(archive, part) => (workbook::rows(archive, part), None),
        Source::Document(archive, part) => document::rows(archive, *part).unzip(),
    };
    let rows = rows.unwrap_or_default();
    let around = system.as_deref().unwrap_or(&rows);
    let unread = table::unread(around).map(|(line, said)| match source {
        Source::Text(text) => Unread {
            line: Some(line),
            text: text
                .lines()
                .nth(line.saturating_sub(1))
                .map_or(said, as_it_stands),
        },
        _ => Unread {
            line: None,
            text: said,
        },
    });
    Salvaged {
        rows: table::pairs(&rows),
        stated: table::named_system(around).unwrap_or_default(),
        unread,
    }
}

fn as_it_stands(line: &str) -> String {
    beginning(line.trim()).to_owned()
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
    part: (&Entry, Format),
    hint: &Hint,
) -> Result<Layer, ReadError> {
    (there::now()?.document)(archive, part, hint)
}

/// What can be saved of a table that gives no boundary.
pub(super) fn save(source: &Source<'_>) -> Salvaged {
    there::now().map_or_else(|_| Salvaged::default(), |tables| (tables.save)(source))
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
