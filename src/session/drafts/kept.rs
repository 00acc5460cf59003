//! The drafts that are in the store: opened again, changed or erased by another tab, erased here. A first visit has none, so
//! this comes later than the rest.

use super::{Drafts, Effect, Head, Record, Saving, Shelf, StoreError};

/// Why a stored draft is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The tab had it open before a reload.
    Reopened,
    /// A person opens it.
    Resumed,
    /// It is to take the place of this tab's version.
    Taken,
    /// Another tab has spoken of it.
    Heard,
}

/// A look at a stored draft that was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    pub id: String,
    pub why: Why,
    turn: u32,
}

/// What a look at the store found.
#[derive(Debug, Clone, PartialEq)]
pub enum Stored {
    Nothing,
    /// There is a record. `opens`: it can be read here.
    Record {
        head: Head,
        opens: bool,
    },
    /// The store did not answer.
    Unknown,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The tab has noted this draft as open.
    Reopen(String),
    Resume(String),
    /// What another tab has stored is to be taken in place of this tab's version.
    TakeOther,
    /// Another tab saved or erased a draft, or, where it does not say which, all of them.
    Spoken(String),
    /// `loose`: something was entered here that is neither an answer nor anything else that the draft holds.
    Looked {
        look: Look,
        stored: Stored,
        loose: bool,
    },
    /// One draft is erased here.
    Erased(String),
    /// All are about to be erased here.
    ErasedAll,
    /// This tab's version goes on as a draft of its own, with this id.
    Copied(String),
    /// A record of a draft that is no longer on the screen was not taken.
    Refused(Record, StoreError),
    /// What was not taken may be taken now, after this was written, or has to be noted.
    Again(Option<Head>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    Do(Effect),
    /// Writes a record of a draft that went from the screen.
    Put(Record),
    /// Notes a record in the tab.
    Note(Record),
    /// The tab has this draft open.
    Remember(String),
    Look(Look),
    /// The open draft is to be written as if it had changed.
    Change,
    /// What the look found is on the screen from now on.
    Show,
    /// The start is on the screen from now on. `gone`: since another tab has erased the draft, which is said.
    Leave {
        gone: bool,
    },
}

/// How the open draft stands when another tab has changed or erased it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Here {
    /// It waits for a person's word, or its own write will find out.
    Busy,
    /// Something of it is not in the store.
    Unsettled,
    Settled,
}

impl Drafts {
    /// As [`Drafts::update`], for what concerns stored drafts.
    #[must_use]
    pub fn update_kept(mut self, now: f64, event: Event) -> (Self, Vec<Then>) {
        let mut then = Vec::new();
        match event {
            // Another draft may have been begun while the store was being opened.
            Event::Reopen(id) if self.open.is_none() => {
                then.push(self.look(id, Why::Reopened));
            }
            Event::Resume(id) => {
                self.turn = self.turn.wrapping_add(1);
                then.push(self.look(id, Why::Resumed));
            }
            Event::TakeOther if self.is_apart() => {
                self.turn = self.turn.wrapping_add(1);
                then.push(self.look(self.id().to_owned(), Why::Taken));
            }
            Event::Spoken(id) => {
                then.push(Then::Do(Effect::List));
                if self.is_open() && (id.is_empty() || id == self.id()) {
                    then.push(self.look(self.id().to_owned(), Why::Heard));
                }
            }
            Event::Looked {
                look,
                stored,
                loose,
            } if look.turn == self.turn => self.looked(now, look.why, stored, loose, &mut then),
            Event::Erased(id) => self.left.retain(|record| record.id != id),
            Event::ErasedAll => {
                self.left.clear();
                self.erased_at = now;
                let mut effects = Vec::new();
                self.close(&mut effects);
                then.extend(effects.into_iter().map(Then::Do));
            }
            Event::Copied(id) if self.is_apart() => {
                self.take(id, 0, 0.0);
                then.push(Then::Change);
            }
            Event::Refused(record, why) => self.left_refused(record, why, &mut then),
            Event::Again(written) => self.give_again(written, &mut then),
            Event::Copied(_) | Event::Reopen(_) | Event::TakeOther | Event::Looked { .. } => {}
        }
        (self, then)
    }

    fn look(&self, id: String, why: Why) -> Then {
        Then::Look(Look {
            id,
            why,
            turn: self.turn,
        })
    }

    fn looked(&mut self, now: f64, why: Why, stored: Stored, loose: bool, then: &mut Vec<Then>) {
        match (why, stored) {
            (Why::Heard, stored) => self.heard(now, stored, loose, then),
            (Why::Reopened | Why::Resumed, Stored::Record { head, opens: true }) => {
                self.show(now, head, then);
            }
            (Why::Taken, Stored::Record { head, opens: true }) => {
                // It was asked for: this tab's version is not to be kept beside it.
                self.give_up();
                then.push(Then::Do(Effect::ForgetNote));
                self.show(now, head, then);
            }
            (Why::Taken, Stored::Nothing) => {
                self.give_up();
                then.push(Then::Leave { gone: false });
            }
            _ => {}
        }
    }

    fn heard(&mut self, now: f64, stored: Stored, loose: bool, then: &mut Vec<Then>) {
        let Some(revision) = self.open.as_ref().map(|open| open.revision) else {
            return;
        };
        match (self.here(loose), stored) {
            (Here::Settled, Stored::Record { head, opens: true }) if head.revision > revision => {
                self.show(now, head, then);
            }
            (Here::Unsettled, Stored::Record { head, .. }) if head.revision > revision => {
                self.set_apart(Saving::Conflict, then);
            }
            (Here::Settled, Stored::Nothing) if revision > 0 => {
                then.push(Then::Leave { gone: true });
            }
            (Here::Unsettled, Stored::Nothing) => self.set_apart(Saving::Gone, then),
            _ => {}
        }
    }

    fn here(&self, loose: bool) -> Here {
        let saving = self.open.as_ref().map(|open| open.saving);
        match saving {
            Some(Saving::Settled) if loose || matches!(self.shelf, Shelf::Lost(_)) => {
                Here::Unsettled
            }
            Some(Saving::Settled) => Here::Settled,
            Some(Saving::Full) => Here::Unsettled,
            Some(Saving::Waiting) if matches!(self.shelf, Shelf::Lost(_)) => Here::Unsettled,
            _ => Here::Busy,
        }
    }

    fn set_apart(&mut self, saving: Saving, then: &mut Vec<Then>) {
        if let Some(open) = &mut self.open {
            open.saving = saving;
            then.push(Then::Do(Effect::Failed));
        }
    }

    /// This tab's version is not to be kept.
    fn give_up(&mut self) {
        if let Some(open) = &mut self.open {
            open.saving = Saving::Settled;
        }
    }

    fn show(&mut self, now: f64, head: Head, then: &mut Vec<Then>) {
        let mut effects = Vec::new();
        self.settle(now, &mut effects);
        then.extend(effects.into_iter().map(Then::Do));
        then.push(Then::Remember(head.id.clone()));
        self.take(head.id, head.revision, head.saved_at);
        then.push(Then::Show);
    }

    fn left_refused(&mut self, record: Record, why: StoreError, then: &mut Vec<Then>) {
        if record.saved_at <= self.erased_at {
            return;
        }
        let head = record.head();
        match why {
            // It was to amend a write that was refused itself: it is not gone, it never was there.
            StoreError::Gone if head.revision == 1 && self.unborn.contains(&head.id) => {
                self.supersede(&head);
                then.push(Then::Put(Record {
                    amends: None,
                    ..record
                }));
            }
            StoreError::Gone => {}
            StoreError::Conflict => then.push(Then::Put(record.beside())),
            StoreError::NotOpen if self.takes() => then.push(Then::Put(record)),
            _ if matches!(self.shelf, Shelf::Closed(_)) => then.push(Then::Note(record)),
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

    fn give_again(&mut self, written: Option<Head>, then: &mut Vec<Then>) {
        match written {
            Some(head) => self.supersede(&head),
            // The note has room for one, and the open draft goes before.
            None if !self.is_unwritten() => {
                then.extend(self.left.last().cloned().map(Then::Note));
            }
            None => {}
        }
        if self.takes() {
            then.extend(self.left.drain(..).map(Then::Put));
        }
    }

    /// Another tab has changed or erased the open draft, and a person has to say what becomes of this version.
    fn is_apart(&self) -> bool {
        let saving = self.open.as_ref().map(|open| open.saving);
        matches!(saving, Some(Saving::Conflict | Saving::Gone))
    }
}

/// What becomes of a record that this tab noted when its page was left in the middle of a write: over what is stored, or beside
/// it where another tab has written since. What was erased meanwhile does not come back.
pub fn noted(mut record: Record, stored: Option<&Record>) -> Option<Record> {
    if stored.is_some_and(|stored| stored.body == record.body) {
        return None;
    }
    // The write that was under way may have got through.
    record.amends = stored.map(|_| record.saved_at);
    match record.over(stored) {
        Ok(revision) => {
            record.revision = revision;
            Some(record)
        }
        Err(StoreError::Gone) => None,
        Err(_) => Some(record.beside()),
    }
}
