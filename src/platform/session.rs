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
}

impl Tab {
    /// Under this name; without one nothing is ever written.
    pub fn named(name: Option<String>) -> Self {
        Self { name }
    }

    /// Where the id of the open draft stands.
    fn open(&self) -> Option<(web_sys::Storage, String)> {
        Some((storage()?, [self.name.as_deref()?, "-draft"].concat()))
    }

    /// Where the record stands that was being written when the page was left.
    fn unwritten(&self) -> Option<(web_sys::Storage, String)> {
        Some((storage()?, [self.name.as_deref()?, "-unwritten"].concat()))
    }

    /// Id of the draft that was open in this tab.
    pub fn draft(&self) -> Option<String> {
        let (storage, key) = self.open()?;
        storage.get_item(&key).ok()?
    }

    /// Remembers the open draft, or forgets it.
    pub fn remember(&self, draft: Option<&str>) {
        let Some((storage, key)) = self.open() else {
            return;
        };
        let _ = match draft {
            Some(id) => storage.set_item(&key, id),
            None => storage.remove_item(&key),
        };
    }

    /// Keeps a record at once: a page that is being left has no time for the database.
    pub fn keep_unwritten(&self, record: &Record) {
        if let (Some((storage, key)), Some(text)) = (self.unwritten(), record.to_text()) {
            let _ = storage.set_item(&key, &text);
        }
    }

    /// The record kept when the page was left, once.
    pub fn take_unwritten(&self) -> Option<Record> {
        let (storage, key) = self.unwritten()?;
        let text = storage.get_item(&key).ok()??;
        let _ = storage.remove_item(&key);
        Record::from_text(&text)
    }
}
