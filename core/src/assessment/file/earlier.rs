//! `model`, and `earlier`: what was answered to an earlier version of the model.

use super::FileError;
use super::answers::{read_any, write_answers, write_notes};
use crate::assessment::{Earlier, MadeWith, limits};
use crate::json::{FaultKind, Node, Writer};

/// Entries of one model, at most; the bundled one asks 34 questions.
const ENTRIES: usize = 1_000;

pub fn write_made_with(w: &mut Writer, id: &str, version: &str, hash: &str) {
    w.key("model").open_object();
    w.key("id").text(id);
    w.key("version").text(version);
    w.key("sha256").text(hash);
    w.close();
}

pub fn read_made_with(node: &Node) -> Result<MadeWith, FileError> {
    let text = |key: &str| -> Result<String, FileError> {
        Ok(node.field(key)?.text_within(limits::NAME_CHARS)?.to_owned())
    };
    Ok(MadeWith {
        id: text("id")?,
        version: text("version")?,
        hash: text("sha256")?,
    })
}

pub fn write_earlier(w: &mut Writer, earlier: &Earlier) {
    let made_with = &earlier.made_with;
    w.key("earlier").open_object();
    write_made_with(w, &made_with.id, &made_with.version, &made_with.hash);
    write_answers(w, &earlier.entries);
    write_notes(w, &earlier.entries);
    w.close();
}

pub fn read_earlier(node: &Node) -> Result<Earlier, FileError> {
    let entries = read_any(&node.field("answers")?, &node.field("notes")?)?;
    if entries.len() > ENTRIES {
        let (found, limit) = (entries.len(), ENTRIES);
        return Err(node.fault(FaultKind::TooMany { found, limit }).into());
    }
    Ok(Earlier {
        made_with: read_made_with(&node.field("model")?)?,
        entries,
    })
}
