//! Drafts in the tab's own storage: for pages that shall leave nothing on the device.

use super::session::storage;
use super::store::{Record, StoreError};

/// Under this prefix and the draft's id.
#[derive(Clone)]
pub struct SessionDrafts {
    prefix: String,
}

impl SessionDrafts {
    /// # Errors
    /// [`StoreError::Unavailable`] where the browser gives the tab no storage.
    pub fn open(name: &str) -> Result<Self, StoreError> {
        storage().map_or(Err(StoreError::Unavailable), |_| {
            Ok(Self {
                prefix: [name, "/"].concat(),
            })
        })
    }

    fn key(&self, id: &str) -> String {
        [&self.prefix, id].concat()
    }

    fn keys(&self) -> Vec<String> {
        let Some(storage) = storage() else {
            return Vec::new();
        };
        let keys = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok()?);
        // An id has no slash; with one, it is a draft of a longer name.
        let of_this_name = |key: &String| {
            key.strip_prefix(&self.prefix)
                .is_some_and(|id| !id.contains('/'))
        };
        keys.filter(of_this_name).collect()
    }

    fn read(key: &str) -> Option<Record> {
        Record::from_text(&storage()?.get_item(key).ok()??)
    }

    pub fn all(&self) -> Vec<Record> {
        self.keys()
            .iter()
            .filter_map(|key| Self::read(key))
            .collect()
    }

    pub fn get(&self, id: &str) -> Option<Record> {
        Self::read(&self.key(id))
    }

    /// # Errors
    /// [`StoreError::Full`] where the tab's storage takes no more.
    pub fn put(&self, record: &Record) -> Result<(), StoreError> {
        record.follows(self.get(&record.id).as_ref())?;
        let storage = storage().ok_or(StoreError::Unavailable)?;
        let text = record.to_text().ok_or(StoreError::Unavailable)?;
        storage
            .set_item(&self.key(&record.id), &text)
            .map_err(|_| StoreError::Full)
    }

    pub fn erase(&self, id: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key(id));
        }
    }

    pub fn erase_all(&self) {
        if let Some(storage) = storage() {
            for key in self.keys() {
                let _ = storage.remove_item(&key);
            }
        }
    }
}
