//! Writing the open draft: after every change, when the page is left, and when another one is opened.

use super::{Drafts, Effect, Head, Lack, Open, Record, Saving, Shelf, StoreError};

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
            effects.push(Effect::Write(open.next(now)));
        }
    }

    pub(super) fn written(&mut self, now: f64, head: Head, effects: &mut Vec<Effect>) {
        if matches!(self.shelf, Shelf::Lost(_)) {
            self.shelf = Shelf::Ready;
        }
        self.supersede(&head);
        let open = self.open.as_mut().filter(|open| open.writes(&head));
        let is_open = open.is_some();
        effects.push(Effect::Saved {
            id: head.id,
            open: is_open,
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
        let is_unwritten = |open: &Open| open.unwritten(now).is_some();
        if !self.open.as_ref().is_some_and(is_unwritten) {
            effects.push(Effect::ForgetNote);
        }
        effects.extend(self.left.drain(..).map(Effect::Put));
    }

    pub(super) fn refused(
        &mut self,
        now: f64,
        record: Record,
        why: StoreError,
        effects: &mut Vec<Effect>,
    ) {
        let Some(open) = self
            .open
            .as_mut()
            .filter(|open| open.writes(&record.head()))
        else {
            return self.left_refused(record, why, effects);
        };
        let more = matches!(open.saving, Saving::Writing { more: true, .. });
        open.saving = match why {
            StoreError::Conflict => Saving::Conflict,
            StoreError::Gone => Saving::Gone,
            StoreError::Full => Saving::Full,
            StoreError::Unavailable | StoreError::NotOpen | StoreError::Newer => {
                self.shelf = Shelf::Lost(if why == StoreError::Newer {
                    Lack::Newer
                } else {
                    Lack::NoStorage
                });
                Saving::Waiting
            }
        };
        effects.push(Effect::Failed);
        if more {
            self.write_on(now, effects);
        }
    }

    /// A record of a draft that is no longer on the screen was not taken.
    fn left_refused(&mut self, record: Record, why: StoreError, effects: &mut Vec<Effect>) {
        if record.saved_at <= self.erased_at {
            return;
        }
        let head = record.head();
        match why {
            // It was to amend a write that was refused itself: it is not gone, it never was there.
            StoreError::Gone if head.revision == 1 && self.unborn.contains(&head.id) => {
                self.supersede(&head);
                effects.push(Effect::Put(Record {
                    amends: None,
                    ..record
                }));
            }
            StoreError::Gone => {}
            StoreError::Conflict => effects.push(Effect::Put(record.beside())),
            StoreError::NotOpen if self.takes() => effects.push(Effect::Put(record)),
            _ if matches!(self.shelf, Shelf::Closed(_)) => effects.push(Effect::Note(record)),
            // With the next write that gets through.
            _ => {
                self.supersede(&head);
                if head.revision == 1 && head.amends.is_none() {
                    self.unborn.push(head.id);
                }
                self.left.push(record);
            }
        }
    }

    /// What this amends is not to be written any more.
    fn supersede(&mut self, by: &Head) {
        self.left
            .retain(|one| one.id != by.id || Some(one.saved_at) != by.amends);
    }

    pub(super) fn hidden(&mut self, now: f64, effects: &mut Vec<Effect>) {
        let unwritten = self.open.as_ref().and_then(|open| open.unwritten(now));
        match unwritten {
            Some(head) => effects.push(Effect::Keep(head)),
            None => effects.extend(self.left.last().cloned().map(Effect::Note)),
        }
        self.write_on(now, effects);
        if self.takes() {
            effects.extend(self.left.drain(..).map(Effect::Put));
        }
    }

    /// The open draft goes from the screen: what no write has begun with is written now, a version beside another tab's as a
    /// draft of its own.
    pub(super) fn settle(&mut self, now: f64, effects: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else {
            return;
        };
        let Some(mut head) = open.unwritten(now) else {
            return;
        };
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
    /// The write of the revision after the stored one.
    fn next(&self, saved_at: f64) -> Head {
        Head {
            id: self.id.clone(),
            revision: self.revision + 1,
            saved_at,
            amends: None,
        }
    }

    /// It is this that is being written.
    #[allow(clippy::float_cmp, reason = "the same write, not about the same time")]
    fn writes(&self, head: &Head) -> bool {
        let Saving::Writing { saved_at, .. } = self.saving else {
            return false;
        };
        self.id == head.id && self.revision + 1 == head.revision && saved_at == head.saved_at
    }

    /// What of it may not be in the store: the write that is under way, or the next one.
    fn unwritten(&self, now: f64) -> Option<Head> {
        match self.saving {
            Saving::Settled | Saving::Gone => None,
            Saving::Writing { saved_at, .. } => Some(self.next(saved_at)),
            Saving::Waiting | Saving::Full | Saving::Conflict => Some(self.next(now)),
        }
    }
}
