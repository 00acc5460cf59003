//! The draft that is open, and how it stands to the one in the store.
//!
//! An answer that comes late is of a write or of a look that nobody waits for any more; it is known by the head of its record or
//! by the turn in which it was asked for.

pub mod kept;
mod record;
mod saving;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_kept;
#[cfg(test)]
mod world;

pub use record::{Head, Record, StoreError};

/// How the draft on the screen stands to the one on the device.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SaveStatus {
    /// The store is being opened, or there is no draft yet.
    Idle,
    Saving,
    Saved {
        at: f64,
    },
    /// This page has no storage; only saving to a file keeps the answers.
    NoStorage,
    /// A newer version of the product has written the drafts on this device; this one leaves them as they are.
    Newer,
    /// The page that holds the widget wants nothing to be kept.
    NotKept,
    Full,
    /// Another tab saved another version of the same draft.
    Conflict,
    /// Another tab erased the draft.
    Gone,
}

/// Why there is no store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    NoStorage,
    Newer,
    NotKept,
}

/// How it stands with the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shelf {
    #[default]
    Opening,
    /// It takes so long that the page says that nothing is kept; another page may hold it.
    Late,
    Ready,
    /// It was open and gave an error; every change tries it again.
    Lost(Lack),
    Closed(Lack),
}

/// How it stands with saving the open draft.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Saving {
    /// It is as stored, or nothing was said yet.
    Settled,
    /// It changed, and no write has begun with that.
    Waiting,
    /// A write is under way, with the revision after the stored one. `more`: it changed since.
    Writing {
        saved_at: f64,
        more: bool,
    },
    /// There was no room for it.
    Full,
    Conflict,
    Gone,
}

/// The open draft.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    id: String,
    /// The revision that is stored, and when it was saved; 0 for none.
    revision: u32,
    saved_at: f64,
    saving: Saving,
}

/// What a visit knows of its drafts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafts {
    shelf: Shelf,
    open: Option<Open>,
    /// Records of drafts that went from the screen before the store took them.
    left: Vec<Record>,
    /// Those among them that never were in the store.
    unborn: Vec<String>,
    /// Counts what a person asked to be opened: the answer to an earlier wish is dropped.
    turn: u32,
    /// When everything was erased: what was written before does not come back.
    erased_at: f64,
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The store is open. `notes`: this tab has noted a draft that was open or not written.
    Opened {
        notes: bool,
    },
    /// The store takes its time.
    Late,
    NotOpened(Lack),
    /// A draft of its own, with this id, is on the screen from now on.
    Begun(String),
    /// The assessment or the page changed. `blank`: nothing is said about the cluster.
    Changed {
        blank: bool,
    },
    /// What had to be done at once after a change is done: the change may be written.
    Due,
    Written(Head),
    Refused(Record, StoreError),
    /// The page is being hidden, and may never come back.
    Hidden,
    /// The open draft goes from the screen.
    Left,
    /// The view is about to be taken away.
    Unmounted,
}

/// What is to be done, at once and in this order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Comes back when all that belongs to the present task is done: an answer and the next page are one write.
    Soon,
    /// Writes the open draft as it stands now.
    Write(Head),
    /// Notes the open draft as it stands now in the tab: there may be no time for the store.
    Keep(Head),
    /// What the tab noted is written, or is not to be.
    ForgetNote,
    /// The tab has no draft open, and nothing of one to be written.
    Closed,
    /// A draft was saved: the other tabs and the page hear of it. `open`: it is the one on the screen.
    Saved { id: String, open: bool },
    /// The page hears that saving does not work.
    Failed,
    /// Goes on with what the tab noted.
    Reopen,
    /// The list of drafts changed.
    List,
    /// This is for [`Drafts::update_kept`].
    Kept(kept::Event),
}

impl Drafts {
    /// The next state, and what is to be done. `now`: milliseconds since 1970.
    #[must_use]
    pub fn update(mut self, now: f64, event: Event) -> (Self, Vec<Effect>) {
        let mut effects = Vec::new();
        match event {
            Event::Opened { notes } => self.opened(now, notes, &mut effects),
            Event::Late if self.shelf == Shelf::Opening => {
                self.shelf = Shelf::Late;
                effects.push(Effect::Failed);
            }
            Event::NotOpened(lack) if self.is_opening() => {
                self.shelf = Shelf::Closed(lack);
                self.again(None, &mut effects);
                if lack != Lack::NotKept {
                    effects.push(Effect::Failed);
                }
            }
            Event::Begun(id) => {
                self.settle(now, &mut effects);
                self.take(id, 0, 0.0);
            }
            Event::Changed { blank } => self.changed(blank, &mut effects),
            Event::Due => self.write_waiting(now, &mut effects),
            Event::Written(head) => self.written(now, head, &mut effects),
            Event::Refused(record, why) => self.refused(now, record, why, &mut effects),
            Event::Hidden => self.hidden(now, &mut effects),
            Event::Left => {
                self.settle(now, &mut effects);
                self.close(&mut effects);
            }
            Event::Unmounted => {
                self.settle(now, &mut effects);
                self.again(None, &mut effects);
            }
            // Said too late.
            Event::Late | Event::NotOpened(_) => {}
        }
        (self, effects)
    }

    pub fn status(&self) -> SaveStatus {
        let saving = self.open.as_ref().map(|open| open.saving);
        let saved = self.open.as_ref().filter(|open| open.revision > 0);
        match (saving, self.shelf) {
            (Some(Saving::Conflict), _) => SaveStatus::Conflict,
            (Some(Saving::Gone), _) => SaveStatus::Gone,
            (Some(Saving::Writing { .. }), _) | (Some(Saving::Waiting), Shelf::Ready) => {
                SaveStatus::Saving
            }
            (Some(Saving::Full), _) => SaveStatus::Full,
            (_, Shelf::Late) => SaveStatus::NoStorage,
            (_, Shelf::Lost(lack) | Shelf::Closed(lack)) => match lack {
                Lack::NoStorage => SaveStatus::NoStorage,
                Lack::Newer => SaveStatus::Newer,
                Lack::NotKept => SaveStatus::NotKept,
            },
            _ => saved.map_or(SaveStatus::Idle, |open| SaveStatus::Saved {
                at: open.saved_at,
            }),
        }
    }

    /// A draft is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The id of the open draft; empty where none is.
    pub fn id(&self) -> &str {
        self.open.as_ref().map_or("", |open| &open.id)
    }

    fn is_opening(&self) -> bool {
        matches!(self.shelf, Shelf::Opening | Shelf::Late)
    }

    /// Writing may work.
    fn takes(&self) -> bool {
        matches!(self.shelf, Shelf::Ready | Shelf::Lost(_))
    }

    /// Another draft is on the screen.
    fn take(&mut self, id: String, revision: u32, saved_at: f64) {
        self.turn = self.turn.wrapping_add(1);
        self.open = Some(Open {
            id,
            revision,
            saved_at,
            saving: Saving::Settled,
        });
    }

    /// No draft is open any more, and this tab has nothing of one to be written.
    fn close(&mut self, effects: &mut Vec<Effect>) {
        self.turn = self.turn.wrapping_add(1);
        self.open = None;
        effects.push(Effect::Closed);
    }

    fn opened(&mut self, now: f64, notes: bool, effects: &mut Vec<Effect>) {
        if !self.is_opening() {
            return;
        }
        self.shelf = Shelf::Ready;
        self.again(None, effects);
        self.write_on(now, effects);
        effects.push(if notes { Effect::Reopen } else { Effect::List });
    }
}
