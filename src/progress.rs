//! How far long work has come.
//!
//! The work tells it to whoever listens on its thread, so that no reader and no check carries a parameter for it. Without
//! a listener nothing happens.

use std::cell::RefCell;
use std::rc::Rc;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Corners were read; how many there will be is not known.
    Reading,
    /// Corners were checked against each other.
    Checking,
    /// Corners were projected and measured.
    Measuring,
}

impl Stage {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Checking => "checking",
            Self::Measuring => "measuring",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Reading, Self::Checking, Self::Measuring]
            .into_iter()
            .find(|stage| stage.word() == word)
    }
}

/// Corners that are done at a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub stage: Stage,
    pub corners: usize,
}

type Listener = Rc<dyn Fn(Progress)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Corners between two tellings of one loop.
const STEP: usize = 1 << 14;

/// Does some work and listens to how far it comes.
pub fn listen<T>(listener: impl Fn(Progress) + 'static, work: impl FnOnce() -> T) -> T {
    let before = LISTENER.replace(Some(Rc::new(listener)));
    let done = work();
    LISTENER.replace(before);
    done
}

/// Tells how many corners are done.
pub(crate) fn tell(stage: Stage, corners: usize) {
    let listener = LISTENER.with_borrow(Clone::clone);
    if let Some(listener) = listener {
        listener(Progress { stage, corners });
    }
}

/// Tells every so many corners, so that a loop may call it for each; `more` came since the last call.
pub(crate) fn tell_at_steps(stage: Stage, corners: usize, more: usize) {
    if corners.saturating_sub(more) / STEP != corners / STEP {
        tell(stage, corners);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_at_steps_to_the_listener_of_the_work_only() {
        let told = Rc::new(RefCell::new(Vec::new()));
        let into = Rc::clone(&told);
        tell(Stage::Reading, 1);
        let result = listen(
            move |progress| into.borrow_mut().push(progress.corners),
            || {
                (1..=40_000).for_each(|corners| tell_at_steps(Stage::Reading, corners, 1));
                7
            },
        );
        tell(Stage::Reading, 2);
        assert_eq!(result, 7);
        assert_eq!(*told.borrow(), [16_384, 32_768]);
    }

    #[test]
    fn stages_come_back_from_their_words() {
        for stage in [Stage::Reading, Stage::Checking, Stage::Measuring] {
            assert_eq!(Stage::from_word(stage.word()), Some(stage));
        }
        assert_eq!(Stage::from_word("waiting"), None);
    }
}
