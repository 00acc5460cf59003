//! Drafts in the tab's own storage, as one list: for pages that shall leave nothing on the device.

use js_sys::{Array, JSON};

use super::session::storage;
use super::store::{Record, StoreError};

/// Where the list stands.
#[derive(Clone)]
pub struct SessionDrafts {
    key: String,
}

impl SessionDrafts {
    /// # Errors
    /// [`StoreError::Unavailable`] where the browser gives the tab no storage.
    pub fn open(name: &str) -> Result<Self, StoreError> {
        storage().map_or(Err(StoreError::Unavailable), |_| {
            Ok(Self {
                key: [name, "-drafts"].concat(),
            })
        })
    }

    pub fn all(&self) -> Vec<Record> {
        let text = storage().and_then(|storage| storage.get_item(&self.key).ok()?);
        let list = text.and_then(|text| JSON::parse(&text).ok());
        list.map(|list| {
            Array::from(&list)
                .iter()
                .filter_map(|one| Record::from_js(&one))
                .collect()
        })
        .unwrap_or_default()
    }

    /// Puts a list without the draft of this id, and with another one, in the place of the present one.
    fn replace(&self, id: &str, with: Option<(&Record, u32)>) -> Result<(), StoreError> {
        let list = Array::new();
        let all = self.all();
        let others = all.iter().filter(|one| one.id != id);
        for (one, revision) in others.map(|one| (one, one.revision)).chain(with) {
            list.push(&one.to_js(revision));
        }
        self.write(&list)
    }

    fn write(&self, list: &Array) -> Result<(), StoreError> {
        let text = JSON::stringify(list).ok().and_then(|text| text.as_string());
        let (Some(storage), Some(text)) = (storage(), text) else {
            return Err(StoreError::Unavailable);
        };
        storage
            .set_item(&self.key, &text)
            .map_err(|_| StoreError::Full)
    }

    pub fn get(&self, id: &str) -> Option<Record> {
        self.all().into_iter().find(|one| one.id == id)
    }

    /// # Errors
    /// [`StoreError::Full`] where the tab's storage takes no more, [`StoreError::Conflict`] where another widget of the
    /// tab has written a later revision, [`StoreError::Gone`] where it has erased the draft.
    pub fn put(&self, record: &Record) -> Result<(), StoreError> {
        let revision = record.over(self.get(&record.id).as_ref())?;
        self.replace(&record.id, Some((record, revision)))
    }

    pub fn erase(&self, id: &str) -> Result<(), StoreError> {
        self.replace(id, None)
    }

    pub fn erase_all(&self) -> Result<(), StoreError> {
        self.write(&Array::new())
    }
}
