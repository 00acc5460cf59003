//! What this tab was doing, so that a reload goes on there. Gone with the tab.

use super::store::Record;

pub(super) fn storage() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok()?
}

/// The notes of one widget in this tab.
#[derive(Clone, Default)]
pub struct Tab {
    /// `None`: nothing is noted.
    name: Option<String>,
    /// Begins the names of the notes of any but the first of several widgets with one name on a page.
    number: String,
}

impl Tab {
    /// Under this name; without one nothing is ever written.
    pub fn named(name: Option<String>, number: &str) -> Self {
        Self {
            name,
            number: number.to_owned(),
        }
    }

    fn key(&self, number: &str, what: &str) -> Option<(web_sys::Storage, String)> {
        Some((storage()?, [number, self.name.as_deref()?, what].concat()))
    }

    /// Where the id of the open draft stands.
    fn open(&self) -> Option<(web_sys::Storage, String)> {
        self.key(&self.number, "-draft")
    }

    /// Where the record stands that was being written when the page was left.
    fn unwritten(&self) -> Option<(web_sys::Storage, String)> {
        self.key(&self.number, "-unwritten")
    }

    /// Id of the draft that was open in this tab; a widget that is new on the page goes on with that of the first one.
    pub fn draft(&self) -> Option<String> {
        let noted = |(storage, key): (web_sys::Storage, String)| storage.get_item(&key).ok()?;
        let own = self.open().and_then(noted);
        own.or_else(|| self.key("", "-draft").and_then(noted))
            .filter(|id| !id.is_empty())
    }

    /// Remembers the open draft, or that there is none.
    pub fn remember(&self, draft: Option<&str>) {
        let Some((storage, key)) = self.open() else {
            return;
        };
        let _ = match draft {
            None if self.number.is_empty() => storage.remove_item(&key),
            _ => storage.set_item(&key, draft.unwrap_or_default()),
        };
    }

    /// Keeps a record at once: a page that is being left has no time for the database.
    pub fn keep_unwritten(&self, record: &Record) {
        if let (Some((storage, key)), Some(text)) = (self.unwritten(), record.to_text()) {
            let _ = storage.set_item(&key, &text);
        }
    }

    /// Forgets it: everything is written, or is not to be.
    pub fn forget_unwritten(&self) {
        if let Some((storage, key)) = self.unwritten() {
            let _ = storage.remove_item(&key);
        }
    }

    /// The record kept when the page was left, once.
    pub fn take_unwritten(&self) -> Option<Record> {
        let (storage, key) = self.unwritten()?;
        let text = storage.get_item(&key).ok()??;
        let _ = storage.remove_item(&key);
        Record::from_text(&text)
    }

    /// Something is noted: a draft was open here, or could not be written any more.
    pub fn has_notes(&self) -> bool {
        let noted = |(storage, key): (web_sys::Storage, String)| storage.get_item(&key).ok()?;
        self.draft().is_some() || self.unwritten().and_then(noted).is_some()
    }
}
