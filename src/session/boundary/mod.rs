//! The boundary while it is being given and corrected: what is waited for, and which answer counts.
//!
//! A file is read, its table typed and the boundary at hand examined beside each other: while another file is read, the boundary
//! before it is still looked at. Each of the three is a state of its own; what they wait for is known by its turn, which no other
//! question has.

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

/// Why a question was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The worker's files did not come.
    NotLoaded,
    /// The browser could not read the file (moved, removed, no permission).
    Unreadable,
    /// It stopped by itself; another one is started for the next question.
    Crashed,
    /// It took too long and was stopped.
    TooLong,
    /// A person stopped it.
    Cancelled,
}

/// Known to the question and to its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turn(u32);

/// What is being given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Intake {
    #[default]
    Idle,
    Reading(Turn),
}

/// The table of the boundary at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Table {
    #[default]
    Settled,
    /// It is checked when typing has paused.
    Typing(Turn),
    /// It is written anew after the next look, and is not to be read before.
    Due,
}

/// What follows from the boundary at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Outcome {
    /// Nothing was asked.
    #[default]
    Idle,
    Asked(Turn),
    Surveyed,
    Failed(Trouble),
}

/// What a visit knows of the boundary that is being given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Boundary {
    intake: Intake,
    table: Table,
    outcome: Outcome,
    /// Something of the boundary at hand was seen, perhaps before its last change.
    is_seen: bool,
    /// The last one that was given out.
    turn: Turn,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A person gives a file or a text.
    Given,
    /// It was read, or could not be.
    Read(Turn),
    /// Another boundary is at hand, or none.
    Taken,
    /// Another assessment is on the screen.
    Cleared,
    /// The boundary at hand is to be examined: it changed, or what it is examined for.
    Changed,
    /// As [`Event::Changed`], with other corners than the table has. `few`: they are there to be written into it.
    Replaced {
        few: bool,
    },
    /// The table changed. `few`: it is so short that every key may be checked.
    Typed {
        few: bool,
    },
    /// Typing may have paused.
    Paused(Turn),
    Surveyed(Turn),
    Failed(Turn, Trouble),
}

/// What is to be done, at once and in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Stops what the worker does.
    Cancel,
    /// Reads what was given.
    Read(Turn),
    /// What was read counts: it is opened, offered, or told why not.
    Open,
    /// Examines the boundary at hand.
    Ask(Turn),
    /// What was found counts: it is shown, and kept in the assessment.
    Show,
    /// What was entered is kept without measures.
    Keep,
    /// What was kept before is at hand again.
    GiveUp,
    /// Writes the corners at hand into the table.
    Tabulate,
    /// Writes the corners that the worker has listed into the table.
    TabulateSeen,
    /// Reads the table, and examines what it says.
    Check,
    /// Comes back when typing may have paused.
    Wait(Turn),
}

impl Boundary {
    /// The next state, and what is to be done.
    #[must_use]
    pub fn update(mut self, event: Event) -> (Self, Vec<Effect>) {
        let effects = match event {
            Event::Given => self.given(),
            Event::Read(turn) if self.intake == Intake::Reading(turn) => {
                self.intake = Intake::Idle;
                vec![Effect::Open]
            }
            Event::Taken => {
                self.take();
                vec![]
            }
            Event::Cleared => {
                self.intake = Intake::Idle;
                self.take();
                vec![Effect::Cancel]
            }
            Event::Changed => vec![self.ask()],
            Event::Replaced { few: true } => {
                self.table = Table::Settled;
                vec![Effect::Tabulate, self.ask()]
            }
            Event::Replaced { few: false } => {
                self.table = Table::Due;
                vec![self.ask()]
            }
            Event::Typed { few } => self.typed(few),
            Event::Paused(turn) if self.table == Table::Typing(turn) => {
                self.table = Table::Settled;
                vec![Effect::Check]
            }
            Event::Surveyed(turn) if self.outcome == Outcome::Asked(turn) => self.surveyed(),
            Event::Failed(turn, trouble) if self.outcome == Outcome::Asked(turn) => {
                self.failed(trouble)
            }
            // Nobody waits for it any more.
            Event::Read(_) | Event::Paused(_) | Event::Surveyed(_) | Event::Failed(..) => vec![],
        };
        (self, effects)
    }

    /// A file is being read.
    pub fn is_reading(&self) -> bool {
        self.intake != Intake::Idle
    }

    /// The table has not been written yet.
    pub fn is_table_due(&self) -> bool {
        self.table == Table::Due
    }

    /// The last change is in what is seen, or nothing follows from it.
    pub fn is_current(&self) -> bool {
        !matches!(self.outcome, Outcome::Asked(_))
    }

    /// Why nothing follows from the last change.
    pub fn trouble(&self) -> Option<Trouble> {
        match self.outcome {
            Outcome::Failed(trouble) => Some(trouble),
            _ => None,
        }
    }

    fn next(&mut self) -> Turn {
        self.turn = Turn(self.turn.0.wrapping_add(1));
        self.turn
    }

    fn given(&mut self) -> Vec<Effect> {
        let before = self.is_reading().then_some(Effect::Cancel);
        let turn = self.next();
        self.intake = Intake::Reading(turn);
        before.into_iter().chain([Effect::Read(turn)]).collect()
    }

    fn take(&mut self) {
        self.table = Table::Settled;
        self.outcome = Outcome::Idle;
        self.is_seen = false;
    }

    fn ask(&mut self) -> Effect {
        let turn = self.next();
        self.outcome = Outcome::Asked(turn);
        Effect::Ask(turn)
    }

    fn typed(&mut self, few: bool) -> Vec<Effect> {
        if self.is_table_due() {
            // The table is about to show other corners.
            return vec![];
        }
        if few {
            self.table = Table::Settled;
            return vec![Effect::Check];
        }
        let turn = self.next();
        self.table = Table::Typing(turn);
        vec![Effect::Wait(turn)]
    }

    fn surveyed(&mut self) -> Vec<Effect> {
        self.outcome = Outcome::Surveyed;
        self.is_seen = true;
        if !self.is_table_due() {
            return vec![Effect::Show];
        }
        self.table = Table::Settled;
        vec![Effect::Show, Effect::TabulateSeen]
    }

    fn failed(&mut self, trouble: Trouble) -> Vec<Effect> {
        if trouble == Trouble::Cancelled && !self.is_seen {
            self.take();
            return vec![Effect::GiveUp];
        }
        self.outcome = Outcome::Failed(trouble);
        vec![Effect::Keep]
    }
}
