//! Writing the open draft: after every change, when the page is left, and when another one is opened.

use super::{Drafts, Effect, Head, Lack, Open, Record, Saving, Shelf, StoreError, kept};

impl Drafts {
    pub(super) fn changed(&mut self, blank: bool, effects: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else {
            return;
        };
        match &mut open.saving {
            Saving::Conflict | Saving::Gone => {}
            Saving::Writing { more, .. } => *more = true,
            // A look at the first page leaves no trace on the device.
            saving if blank && open.revision == 0 => *saving = Saving::Settled,
            saving => {
                *saving = Saving::Waiting;
                if self.takes() {
                    effects.push(Effect::Soon);
                }
            }
        }
    }

    pub(super) fn write_waiting(&mut self, now: f64, effects: &mut Vec<Effect>) {
        let saving = self.open.as_ref().map(|open| open.saving);
        if saving == Some(Saving::Waiting) {
            self.write_on(now, effects);
        }
    }

    /// Writes the open draft where it waits for that and the store may take it.
    pub(super) fn write_on(&mut self, now: f64, effects: &mut Vec<Effect>) {
        let takes = self.takes();
        let waiting = self
            .open
            .as_mut()
            .filter(|open| takes && matches!(open.saving, Saving::Waiting | Saving::Full));
        if let Some(open) = waiting {
            open.saving = Saving::Writing {
                saved_at: now,
                more: false,
            };
            effects.push(Effect::Write(open.head(now)));
        }
    }

    pub(super) fn written(&mut self, now: f64, head: Head, effects: &mut Vec<Effect>) {
        if matches!(self.shelf, Shelf::Lost(_)) {
            self.shelf = Shelf::Ready;
        }
        let open = self.written_open(&head.id, head.revision, head.saved_at);
        effects.push(Effect::Saved {
            id: head.id.clone(),
            open: open.is_some(),
        });
        if let Some(open) = open {
            open.revision = head.revision;
            open.saved_at = head.saved_at;
            // "Saved" is said only when nothing newer waits.
            if matches!(open.saving, Saving::Writing { more: true, .. }) {
                open.saving = Saving::Waiting;
                self.write_on(now, effects);
            } else {
                open.saving = Saving::Settled;
            }
        }
        if !self.is_unwritten() {
            effects.push(Effect::ForgetNote);
        }
        self.again(Some(head), effects);
    }

    /// The open draft, where it is this that is being written of it.
    #[allow(clippy::float_cmp, reason = "the same write, not about the same time")]
    fn written_open(&mut self, id: &str, revision: u32, at: f64) -> Option<&mut Open> {
        self.open.as_mut().filter(|open| {
            let is_next = open.revision + 1 == revision && open.id == id;
            is_next && matches!(open.saving, Saving::Writing { saved_at, .. } if saved_at == at)
        })
    }

    /// Records that the store did not take are given to it again.
    pub(super) fn again(&self, written: Option<Head>, effects: &mut Vec<Effect>) {
        if !self.left.is_empty() {
            effects.push(Effect::Kept(kept::Event::Again(written)));
        }
    }

    /// Something of the open draft may not be in the store.
    pub(super) fn is_unwritten(&self) -> bool {
        let saving = self.open.as_ref().map(|open| open.saving);
        !matches!(saving, None | Some(Saving::Settled | Saving::Gone))
    }

    pub(super) fn refused(
        &mut self,
        now: f64,
        record: Record,
        why: StoreError,
        effects: &mut Vec<Effect>,
    ) {
        let Some(open) = self.written_open(&record.id, record.revision, record.saved_at) else {
            return effects.push(Effect::Kept(kept::Event::Refused(record, why)));
        };
        let more = matches!(open.saving, Saving::Writing { more: true, .. });
        open.saving = match why {
            StoreError::Conflict => Saving::Conflict,
            StoreError::Gone => Saving::Gone,
            StoreError::Full => Saving::Full,
            StoreError::Unavailable | StoreError::NotOpen | StoreError::Newer => Saving::Waiting,
        };
        match why {
            StoreError::Newer => self.shelf = Shelf::Lost(Lack::Newer),
            StoreError::Unavailable | StoreError::NotOpen => {
                self.shelf = Shelf::Lost(Lack::NoStorage);
            }
            _ => {}
        }
        effects.push(Effect::Failed);
        if more {
            self.write_on(now, effects);
        }
    }

    pub(super) fn hidden(&mut self, now: f64, effects: &mut Vec<Effect>) {
        if let Some(open) = self.open.as_ref().filter(|_| self.is_unwritten()) {
            effects.push(Effect::Keep(open.head(now)));
        }
        self.write_on(now, effects);
        self.again(None, effects);
    }

    /// The open draft goes from the screen: what no write has begun with is written now, a version beside another tab's as a
    /// draft of its own.
    pub(super) fn settle(&mut self, now: f64, effects: &mut Vec<Effect>) {
        let is_unwritten = self.is_unwritten();
        let Some(open) = self.open.as_mut().filter(|_| is_unwritten) else {
            return;
        };
        let mut head = open.head(now);
        match open.saving {
            Saving::Writing { more: false, .. } => return,
            Saving::Writing { saved_at, .. } => {
                head.saved_at = now;
                head.amends = Some(saved_at);
            }
            Saving::Conflict => {
                head.id.clear();
                head.revision = 1;
            }
            _ => {}
        }
        open.saving = Saving::Settled;
        effects.push(Effect::Write(head));
    }
}

impl Open {
    /// Of the write that is under way, or of the next one.
    fn head(&self, now: f64) -> Head {
        Head {
            id: self.id.clone(),
            revision: self.revision + 1,
            saved_at: match self.saving {
                Saving::Writing { saved_at, .. } => saved_at,
                _ => now,
            },
            amends: None,
        }
    }
}
