//! What was to be sent from this widget, as far as a visit knows of it. What waits is kept by the outbox itself.

#[cfg(test)]
mod tests;

/// How it stands with something that was to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    Waiting,
    Sending,
    Received,
    Refused,
}

/// Something that was to be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The idempotency key.
    pub key: String,
    pub draft: String,
    /// Tells whether the assessment has changed since.
    pub mark: String,
    /// What people call it; empty once it was received.
    pub title: String,
    pub host: String,
    /// It goes where the page sends to now.
    pub ours: bool,
    pub state: Sent,
    pub tries: f64,
    /// When it is tried again, milliseconds since 1970.
    pub next: f64,
    /// The server asked to wait until then.
    pub bound: bool,
    /// When it was received or refused.
    pub at: f64,
    /// Of the last answer; 0 where there was none.
    pub status: f64,
    /// The server's own words about a refusal.
    pub said: String,
}

/// How it stands with the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    #[default]
    Opening,
    Open {
        /// The host that is sent to.
        host: String,
        /// What waits outlives the page.
        kept: bool,
    },
    /// Its script did not come.
    NotLoaded,
    /// Nothing may be sent to the page's address.
    Refused,
}

/// What a visit knows of what was to be sent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sending {
    standing: Standing,
    /// The last first.
    entries: Vec<Entry>,
    /// How often the script was asked for: only the last time counts.
    attempts: u32,
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The outbox is asked for, perhaps again. `address`: the page names one.
    Asked { address: bool },
    /// It opened, at this attempt.
    Opened {
        attempt: u32,
        host: String,
        kept: bool,
    },
    /// Its script did not come.
    NotLoaded { attempt: u32 },
    /// Nothing may be sent to the page's address; why, for whoever runs the page.
    Refused { attempt: u32, detail: String },
    /// The open outbox says how it stands. `shown`: the draft whose page for sending is on the screen.
    Listed {
        host: String,
        kept: bool,
        entries: Vec<Entry>,
        shown: Option<String>,
    },
    /// What is left on the device of an outbox that is not open.
    Left(Vec<Entry>),
}

/// What is to be done, at once and in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Loads the script and opens the outbox; attempts count from 0.
    Open { attempt: u32 },
    /// The outbox that has opened is that of this visit.
    Take,
    /// Asks the open outbox how it stands.
    List,
    /// Looks what is left on the device.
    Look,
    /// The page hears why nothing may be sent.
    Tell { detail: String },
    /// The page that is on the screen tells something else from now on, of a draft that was sent: this.
    Turned(Option<Sent>),
}

impl Sending {
    /// The next state, and what is to be done.
    #[must_use]
    pub fn update(mut self, event: Event) -> (Self, Vec<Effect>) {
        let effects = match event {
            Event::Asked { .. } if self.is_open() => vec![],
            Event::Asked { address: false } => {
                self.standing = Standing::Refused;
                vec![Effect::Look]
            }
            Event::Asked { address: true } => {
                let attempt = self.attempts;
                self.attempts = attempt.wrapping_add(1);
                vec![Effect::Open { attempt }]
            }
            Event::Opened {
                attempt,
                host,
                kept,
            } if self.waits_for(attempt) => {
                self.standing = Standing::Open { host, kept };
                vec![Effect::Take, Effect::List]
            }
            Event::NotLoaded { attempt } if self.waits_for(attempt) => {
                self.standing = Standing::NotLoaded;
                vec![Effect::Look]
            }
            Event::Refused { attempt, detail } if self.waits_for(attempt) => {
                self.standing = Standing::Refused;
                vec![Effect::Look, Effect::Tell { detail }]
            }
            Event::Listed {
                host,
                kept,
                entries,
                shown,
            } if self.is_open() => {
                self.standing = Standing::Open { host, kept };
                self.list(entries, shown.as_deref())
            }
            Event::Left(entries) if !self.is_open() => {
                self.entries = entries;
                vec![]
            }
            // Nobody waits for it any more.
            Event::Opened { .. }
            | Event::NotLoaded { .. }
            | Event::Refused { .. }
            | Event::Listed { .. }
            | Event::Left(_) => vec![],
        };
        (self, effects)
    }

    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// The last first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn is_open(&self) -> bool {
        matches!(self.standing, Standing::Open { .. })
    }

    fn waits_for(&self, attempt: u32) -> bool {
        !self.is_open() && attempt.wrapping_add(1) == self.attempts
    }

    fn list(&mut self, entries: Vec<Entry>, shown: Option<&str>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.entries, entries);
        let Some(draft) = shown else {
            return vec![];
        };
        let [before, now] = [&before, &self.entries].map(|all| outcome(all, draft));
        let turned = (before != now).then_some(Effect::Turned(now));
        turned.into_iter().collect()
    }
}

/// What the page of a draft is about: what waits and what is being sent are one.
fn outcome(entries: &[Entry], draft: &str) -> Option<Sent> {
    let state = entries.iter().find(|one| one.draft == draft)?.state;
    Some(if state == Sent::Sending {
        Sent::Waiting
    } else {
        state
    })
}
