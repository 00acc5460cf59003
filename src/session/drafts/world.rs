//! A tab, its store, and another tab: what the properties run events against.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::kept::{self, Look, Stored, Then, Why, noted};
use super::*;

/// What a person, the browser or another tab does.
#[derive(Debug, Clone)]
pub enum Act {
    Open,
    Late,
    Begin,
    Change,
    Hide,
    Leave,
    Copy,
    TakeOther,
    /// The draft of this place in the store's order.
    Resume(usize),
    Reload,
    EraseAll,
    /// The store comes to the next thing it was asked for; its answer arrives.
    Run,
    Other(usize),
    OtherErases(usize),
    /// Whether the store takes what is written from now on.
    Takes(Option<StoreError>),
}

enum Asked {
    Due,
    Put(Record),
    Look(Look),
    EraseAll,
}

/// A tab with its store; what is said is a number that no other change says again.
pub struct World {
    drafts: Drafts,
    store: BTreeMap<String, Record>,
    queue: VecDeque<Asked>,
    is_open: bool,
    takes: Option<StoreError>,
    note: Option<Record>,
    remembered: Option<String>,
    /// What is on the screen.
    content: u32,
    next: u32,
    now: f64,
    /// What this tab has shown or written itself, by draft and revision.
    seen: BTreeSet<(String, u32)>,
    /// Drafts that were stored once and are erased.
    gone: BTreeSet<String>,
    /// What was said last before the screen went on, and is not to be lost.
    pub said: BTreeSet<u32>,
    /// What was stored at any time, by draft.
    pub written: BTreeMap<u32, BTreeSet<String>>,
}

impl World {
    pub fn new() -> Self {
        Self {
            drafts: Drafts::default(),
            store: BTreeMap::new(),
            queue: VecDeque::new(),
            is_open: false,
            takes: None,
            note: None,
            remembered: None,
            content: 0,
            next: 0,
            now: 1.0,
            seen: BTreeSet::new(),
            gone: BTreeSet::new(),
            said: BTreeSet::new(),
            written: BTreeMap::new(),
        }
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn id(&mut self) -> String {
        format!("draft-{}", self.number())
    }

    fn tick(&mut self) -> f64 {
        self.now += 1.0;
        self.now
    }

    fn compose(&self, head: Head) -> Record {
        Record {
            id: head.id,
            revision: head.revision,
            saved_at: head.saved_at,
            amends: head.amends,
            screen: String::new(),
            body: self.content.to_string(),
        }
    }

    pub fn send(&mut self, event: Event) {
        let now = self.tick();
        let (next, effects) = std::mem::take(&mut self.drafts).update(now, event);
        self.drafts = next;
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn tell(&mut self, event: kept::Event) -> Vec<Then> {
        let now = self.tick();
        let (next, then) = std::mem::take(&mut self.drafts).update_kept(now, event);
        self.drafts = next;
        then
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Soon => self.queue.push_back(Asked::Due),
            Effect::Write(head) => {
                let record = self.compose(head);
                self.put(record);
            }
            Effect::Keep(head) => self.note = Some(self.compose(head)),
            Effect::ForgetNote => self.note = None,
            Effect::Closed => (self.note, self.remembered) = (None, None),
            Effect::Kept(event) => self.told(event),
            Effect::Saved { id, open } => {
                if open {
                    self.remembered = Some(id);
                }
            }
            Effect::Reopen | Effect::Failed | Effect::List => {}
        }
    }

    fn put(&mut self, mut record: Record) {
        if record.id.is_empty() {
            record.id = self.id();
        }
        self.queue.push_back(Asked::Put(record));
    }

    /// The screen goes on to something else: what was said is to be found again.
    pub fn goes_on(&mut self) {
        if self.drafts.is_open() && self.content > 0 && self.drafts.status() != SaveStatus::Gone {
            self.said.insert(self.content);
        }
    }

    fn try_put(&mut self, record: &Record) -> Result<(), StoreError> {
        if !self.is_open {
            return Err(StoreError::NotOpen);
        }
        let stored = self.store.get(&record.id);
        let revision = record.over(stored)?;
        if let Some(why) = self.takes {
            return Err(why);
        }
        let key = (record.id.clone(), revision - 1);
        assert!(
            stored.is_none() || self.seen.contains(&key),
            "overwritten unasked: {record:?}"
        );
        assert!(
            !self.gone.contains(&record.id),
            "a gone draft is back: {record:?}"
        );
        self.seen.insert((record.id.clone(), revision));
        let said = record.body.parse().unwrap();
        self.written
            .entry(said)
            .or_default()
            .insert(record.id.clone());
        let written = Record {
            revision,
            ..record.clone()
        };
        self.store.insert(record.id.clone(), written);
        Ok(())
    }

    fn run(&mut self) {
        match self.queue.pop_front() {
            None => {}
            Some(Asked::Due) => self.send(Event::Due),
            Some(Asked::EraseAll) => self.erase_all(),
            Some(Asked::Put(record)) => match self.try_put(&record) {
                Ok(()) => self.send(Event::Written(record.head())),
                Err(why) => self.send(Event::Refused(record, why)),
            },
            Some(Asked::Look(look)) => self.look(look),
        }
    }

    fn look(&mut self, look: Look) {
        let record = self.store.get(&look.id).cloned();
        let stored = match &record {
            _ if !self.is_open => Stored::Unknown,
            None => Stored::Nothing,
            Some(record) => Stored::Record {
                head: record.head(),
                opens: true,
            },
        };
        let why = look.why;
        let status = self.drafts.status();
        let event = kept::Event::Looked {
            look,
            stored,
            loose: false,
        };
        for then in self.tell(event) {
            match then {
                Then::Do(effect) => self.carry_out(effect),
                Then::Show => {
                    if why == Why::Resumed && status != SaveStatus::Gone && self.content > 0 {
                        self.said.insert(self.content);
                    }
                    let record = record.clone().unwrap();
                    self.seen.insert((record.id, record.revision));
                    self.content = record.body.parse().unwrap();
                }
                Then::Leave { .. } => self.send(Event::Left),
                then => self.keep(then),
            }
        }
    }

    fn erase_all(&mut self) {
        let gone: Vec<String> = self.store.keys().cloned().collect();
        self.gone.extend(gone);
        self.store.clear();
    }

    fn nth(&self, place: usize) -> Option<String> {
        let count = self.store.len().max(1);
        self.store.keys().nth(place % count).cloned()
    }

    fn told(&mut self, event: kept::Event) {
        for then in self.tell(event) {
            match then {
                Then::Do(effect) => self.carry_out(effect),
                Then::Look(look) => self.queue.push_back(Asked::Look(look)),
                then => self.keep(then),
            }
        }
    }

    fn keep(&mut self, then: Then) {
        match then {
            Then::Put(record) => self.put(record),
            Then::Note(record) => self.note = Some(record),
            Then::Remember(id) => self.remembered = Some(id),
            Then::Change => self.send(Event::Changed { blank: false }),
            Then::Do(_) | Then::Look(_) | Then::Show | Then::Leave { .. } => {}
        }
    }

    /// The page is left and comes again. The write of the open draft that is under way may get through or not; the tab's note
    /// has room for that draft alone, so of the others the store has got what it was given.
    fn reload(&mut self) {
        self.goes_on();
        self.queue.retain(|asked| !matches!(asked, Asked::Look(_)));
        self.send(Event::Hidden);
        let is_open =
            |asked: &Asked, open: &str| matches!(asked, Asked::Put(record) if record.id == open);
        let (open, through) = (self.drafts.id().to_owned(), self.next.is_multiple_of(2));
        while self.queue.iter().any(|asked| !is_open(asked, &open)) {
            self.run();
        }
        if through {
            self.run();
        }
        self.queue.clear();
        self.drafts = Drafts::default();
        self.content = 0;
        self.is_open = true;
        self.takes = None;
        self.send(Event::Opened { notes: true });
        if let Some(note) = self.note.take() {
            let stored = self.store.get(&note.id);
            // What was stored before the page was left and is not there any more is known to be erased.
            if let Some(mut record) = noted(note, stored) {
                if record.id.is_empty() {
                    record.id = self.id();
                }
                assert_eq!(self.try_put(&record), Ok(()));
                self.remembered = Some(record.id);
            }
        }
        if let Some(id) = self.remembered.clone() {
            self.told(kept::Event::Reopen(id));
        }
    }

    pub fn act(&mut self, act: Act) {
        match act {
            Act::Open => {
                if !self.is_open {
                    self.remembered = None;
                }
                self.is_open = true;
                self.send(Event::Opened { notes: false });
            }
            Act::Late => self.send(Event::Late),
            Act::Begin => {
                self.goes_on();
                let id = self.id();
                self.send(Event::Begun(id));
                self.content = 0;
                self.send(Event::Changed { blank: true });
            }
            Act::Change if self.drafts.is_open() => {
                self.content = self.number();
                self.send(Event::Changed { blank: false });
            }
            Act::Hide => self.send(Event::Hidden),
            Act::Leave => {
                self.goes_on();
                self.send(Event::Left);
                self.content = 0;
            }
            Act::Copy => {
                let id = self.id();
                let is_apart = matches!(
                    self.drafts.status(),
                    SaveStatus::Conflict | SaveStatus::Gone
                );
                if is_apart {
                    // The same words may stand in two drafts from now on.
                    self.content = self.number();
                }
                self.told(kept::Event::Copied(id));
            }
            Act::TakeOther => self.told(kept::Event::TakeOther),
            Act::Resume(place) => {
                if let Some(id) = self.nth(place).filter(|id| id != self.drafts.id()) {
                    self.told(kept::Event::Resume(id));
                }
            }
            Act::Reload if self.is_open && self.takes.is_none() => self.reload(),
            Act::EraseAll => {
                self.said.clear();
                self.told(kept::Event::ErasedAll);
                self.content = 0;
                self.queue.push_back(Asked::EraseAll);
            }
            Act::Run => self.run(),
            Act::Other(place) => {
                if let Some(id) = self.nth(place) {
                    let (said, now) = (self.number(), self.tick());
                    self.written.entry(said).or_default().insert(id.clone());
                    if let Some(record) = self.store.get_mut(&id) {
                        record.revision += 1;
                        record.saved_at = now;
                        record.body = said.to_string();
                    }
                    self.told(kept::Event::Spoken(id));
                }
            }
            Act::OtherErases(place) => {
                if let Some(id) = self.nth(place) {
                    // What was said of it goes with it.
                    self.store.remove(&id);
                    self.gone.insert(id.clone());
                    self.told(kept::Event::Spoken(id));
                }
            }
            Act::Takes(takes) => self.takes = takes,
            Act::Change | Act::Reload => {}
        }
    }

    /// The store works, and everything that is to be done is done.
    pub fn settle(&mut self) {
        self.takes = None;
        if !self.is_open {
            self.act(Act::Open);
        }
        for _ in 0..3 {
            while !self.queue.is_empty() {
                self.run();
            }
            self.send(Event::Hidden);
        }
        while !self.queue.is_empty() {
            self.run();
        }
    }
}
