//! Any order of events, with a worker that answers in any order.

use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone, Copy)]
enum Act {
    Give,
    Take {
        few: bool,
    },
    Change,
    Type {
        few: bool,
    },
    Clear,
    /// The question of this place among those that are open is answered.
    Answer(usize, Result<(), Trouble>),
    Pause(usize),
}

/// What was asked, with the number of the change that it is of.
#[derive(Debug, Clone, Copy)]
enum Asked {
    File(Turn, u32),
    Look(Turn, u32),
}

#[derive(Default)]
struct World {
    visit: Boundary,
    open: Vec<Asked>,
    pauses: Vec<Turn>,
    /// Files given, and the one that was opened last.
    files: u32,
    opened: u32,
    /// Changes of the boundary at hand, and the one that is seen or was kept.
    changes: u32,
    settled: u32,
    /// Changes of the table that are not read yet.
    unread: bool,
}

impl World {
    fn send(&mut self, event: Event, of: u32) {
        let (next, effects) = self.visit.update(event);
        self.visit = next;
        for effect in effects {
            match effect {
                Effect::Read(turn) => self.open.push(Asked::File(turn, self.files)),
                Effect::Open => {
                    assert_eq!(
                        of, self.files,
                        "a file was opened that another one followed"
                    );
                    self.opened = of;
                }
                Effect::Ask(turn) => self.open.push(Asked::Look(turn, self.changes)),
                Effect::Show | Effect::Keep => {
                    assert_eq!(of, self.changes, "what is shown is not of the last change");
                    self.settled = of;
                }
                Effect::GiveUp => {
                    assert_eq!(
                        of, self.changes,
                        "the boundary at hand was given up for another"
                    );
                    // A person gave it up, with what was typed of it.
                    self.unread = false;
                    self.changes += 1;
                    self.settled = self.changes;
                    self.send(Event::Taken, 0);
                }
                Effect::Check => {
                    self.unread = false;
                    self.change();
                }
                Effect::Wait(turn) => self.pauses.push(turn),
                // The table says something else from now on.
                Effect::Tabulate | Effect::TabulateSeen => self.unread = false,
                Effect::Cancel => {}
            }
        }
    }

    fn change(&mut self) {
        self.changes += 1;
        self.send(Event::Changed, 0);
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Give => {
                self.files += 1;
                self.send(Event::Given, 0);
            }
            Act::Take { few } => {
                self.unread = false;
                self.send(Event::Taken, 0);
                self.changes += 1;
                self.send(Event::Replaced { few }, 0);
            }
            Act::Change => self.change(),
            Act::Type { few } => {
                self.unread = !self.visit.is_table_due();
                self.send(Event::Typed { few }, 0);
            }
            Act::Clear => {
                self.unread = false;
                self.files += 1;
                self.opened = self.files;
                self.changes += 1;
                self.settled = self.changes;
                self.send(Event::Cleared, 0);
            }
            Act::Answer(place, answer) if !self.open.is_empty() => {
                match self.open.remove(place % self.open.len()) {
                    Asked::File(turn, of) => self.send(Event::Read(turn), of),
                    Asked::Look(turn, of) => match answer {
                        Ok(()) => self.send(Event::Surveyed(turn), of),
                        Err(trouble) => self.send(Event::Failed(turn, trouble), of),
                    },
                }
            }
            Act::Pause(place) if !self.pauses.is_empty() => {
                let turn = self.pauses.remove(place % self.pauses.len());
                self.send(Event::Paused(turn), 0);
            }
            Act::Answer(..) | Act::Pause(_) => {}
        }
    }
}

fn act() -> impl Strategy<Value = Act> {
    let answer = prop_oneof![
        Just(Ok(())),
        Just(Err(Trouble::Cancelled)),
        Just(Err(Trouble::Crashed)),
    ];
    prop_oneof![
        1 => Just(Act::Give),
        1 => any::<bool>().prop_map(|few| Act::Take { few }),
        2 => Just(Act::Change),
        2 => any::<bool>().prop_map(|few| Act::Type { few }),
        1 => Just(Act::Clear),
        5 => (0..4_usize, answer).prop_map(|(place, answer)| Act::Answer(place, answer)),
        2 => (0..4_usize).prop_map(Act::Pause),
    ]
}

proptest! {
    /// What is shown, kept or opened is always of the last change and of the last file; once everything is answered, nothing is
    /// waited for and nothing that was typed is unread.
    #[test]
    fn only_the_last_question_counts_and_it_is_always_answered(acts in prop::collection::vec(act(), 1..80)) {
        let mut world = World::default();
        for act in acts {
            world.act(act);
        }
        while !(world.open.is_empty() && world.pauses.is_empty()) {
            world.act(Act::Pause(0));
            world.act(Act::Answer(0, Ok(())));
        }
        prop_assert!(world.visit.is_current() && !world.visit.is_reading());
        prop_assert!(!world.unread, "something typed was never read");
        let is_written = !world.visit.is_table_due() || world.visit.trouble().is_some();
        prop_assert!(is_written, "the table was never written");
        prop_assert_eq!(world.opened, world.files);
        prop_assert_eq!(world.settled, world.changes);
    }
}
