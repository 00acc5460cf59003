/// Why a draft could not be read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// It is still being opened, or never was.
    NotOpen,
    /// The browser gives this page no storage, or took it away.
    Unavailable,
    /// What is kept under this name was written by a newer version of the product.
    Newer,
    /// The device is full, or the page's share is.
    Full,
    /// Another tab has written a later revision.
    Conflict,
    /// Another tab has erased the draft.
    Gone,
}

/// Which draft a write is of, and what it makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// Empty for a draft of its own that has no id yet.
    pub id: String,
    /// Grows by one with every write; tells tabs apart.
    pub revision: u32,
    /// Milliseconds since 1970.
    pub saved_at: f64,
    /// When the write of this revision that has begun before, and may have got through, was begun.
    pub amends: Option<f64>,
}

/// One draft as stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: String,
    /// As in [`Head`].
    pub revision: u32,
    pub saved_at: f64,
    /// Of a write alone; it is not stored.
    pub amends: Option<f64>,
    /// The screen that was open, as [`crate::ui::state::Screen`] writes it.
    pub screen: String,
    /// The assessment as a draft file.
    pub body: String,
}

impl Record {
    pub fn head(&self) -> Head {
        Head {
            id: self.id.clone(),
            revision: self.revision,
            saved_at: self.saved_at,
            amends: self.amends,
        }
    }

    /// It is to be a draft of its own, beside the one that it was of.
    pub fn beside(mut self) -> Self {
        self.id.clear();
        self.revision = 1;
        self.amends = None;
        self
    }

    /// The revision with which it may be written over what is stored.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] and [`StoreError::Gone`]: another tab was there.
    pub fn over(&self, stored: Option<&Self>) -> Result<u32, StoreError> {
        let Some(stored) = stored else {
            let is_first = self.revision == 1 && self.amends.is_none();
            return is_first.then_some(1).ok_or(StoreError::Gone);
        };
        if stored.revision + 1 == self.revision {
            Ok(self.revision)
        } else if stored.revision == self.revision && self.amends == Some(stored.saved_at) {
            Ok(self.revision + 1)
        } else {
            Err(StoreError::Conflict)
        }
    }
}
