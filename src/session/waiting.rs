//! Work that a person waits for: said only where it takes long.

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Busy {
    /// `loading` (bytes of the file), or a word of [`cluster_ready_core::progress::Stage`] (corners); empty before the first telling.
    pub stage: String,
    pub done: f64,
    /// 0 while it is not known.
    pub of: f64,
    /// It runs on the page's own thread and cannot be stopped.
    pub blocking: bool,
}

/// Questions that are not answered yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Waiting {
    open: usize,
    /// Of the last question.
    turn: u32,
    told: Busy,
    is_long: bool,
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    Asked,
    Told(Busy),
    /// As much time has passed since a question as is not worth a word.
    Long(u32),
    Answered,
}

impl Waiting {
    /// The next state.
    #[must_use]
    pub fn update(mut self, event: Event) -> Self {
        match event {
            Event::Asked => {
                self.open += 1;
                self.turn = self.turn.wrapping_add(1);
                if !self.is_long {
                    self.told = Busy::default();
                }
            }
            Event::Told(busy) if self.open > 0 => self.told = busy,
            Event::Long(turn) if self.open > 0 && turn == self.turn => self.is_long = true,
            Event::Answered => {
                self.open = self.open.saturating_sub(1);
                self.is_long &= self.open > 0;
            }
            // Nobody waits any more.
            Event::Told(_) | Event::Long(_) => {}
        }
        self
    }

    /// The turn of the last question.
    pub const fn turn(&self) -> u32 {
        self.turn
    }

    /// What is worth a word.
    pub fn busy(&self) -> Option<&Busy> {
        self.is_long.then_some(&self.told)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(events: &[Event]) -> Waiting {
        let begin = Waiting::default();
        events.iter().cloned().fold(begin, Waiting::update)
    }

    fn told(done: f64) -> Event {
        Event::Told(Busy {
            done,
            ..Busy::default()
        })
    }

    fn done(waiting: &Waiting) -> Option<f64> {
        waiting.busy().map(|busy| busy.done)
    }

    #[test]
    fn short_work_is_not_worth_a_word() {
        let short = after(&[Event::Asked, told(1.0)]);
        assert_eq!(short.busy(), None);
        let late = after(&[Event::Asked, Event::Answered, Event::Long(1)]);
        assert_eq!(late.busy(), None);
    }

    #[test]
    fn long_work_is_told_from_what_was_heard_before_on() {
        let long = after(&[Event::Asked, told(1.0), Event::Long(1)]);
        assert_eq!(done(&long), Some(1.0));
        let more = long.update(told(2.0));
        assert_eq!(done(&more), Some(2.0));
        assert_eq!(more.update(Event::Answered).busy(), None);
    }

    #[test]
    fn it_is_told_until_the_last_question_is_answered() {
        let two = [Event::Asked, Event::Asked, Event::Answered];
        let (early, late) = (Event::Long(1), Event::Long(2));
        assert_eq!(after(&two).update(early).busy(), None);
        let long = after(&two).update(late).update(told(3.0));
        assert_eq!(done(&long), Some(3.0));
        // Another question takes nothing of it away.
        let more = long.update(Event::Asked);
        assert_eq!(done(&more), Some(3.0));
        let end = more.update(Event::Answered).update(Event::Answered);
        assert_eq!(end.busy(), None);
    }

    #[test]
    fn what_is_told_of_work_that_is_over_changes_nothing() {
        let none = Waiting::default();
        for event in [told(1.0), Event::Long(0), Event::Long(1), Event::Answered] {
            assert_eq!(none.clone().update(event), none);
        }
    }
}
