//! How far long work has come.
//!
//! The work tells it to whoever listens on its thread, so that no reader and no check carries a parameter for it. Without
//! a listener nothing happens.

use std::cell::{Cell, RefCell};
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
    /// Of so many; 0 while it is not known.
    pub of: usize,
}

type Listener = Rc<dyn Fn(Progress)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
    static NOW: Cell<(Stage, usize)> = const { Cell::new((Stage::Reading, 0)) };
    static DONE: Cell<usize> = const { Cell::new(0) };
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

/// Another stage begins: none of so many corners is done; 0 where their number is not known.
pub(crate) fn begin(stage: Stage, of: usize) {
    NOW.set((stage, of));
    DONE.set(0);
    tell(0);
}

/// So many more corners are done at the stage. Told at steps, so that a loop may call it for each.
#[inline]
pub(crate) fn done(more: usize) {
    let before = DONE.get();
    let now = before.wrapping_add(more);
    DONE.set(now);
    if (before ^ now) >= STEP {
        tell(now);
    }
}

#[inline(never)]
fn tell(corners: usize) {
    let (stage, of) = NOW.get();
    // What is gone through twice, or given twice, was counted twice.
    let corners = if of > 0 { corners.min(of) } else { corners };
    let listener = LISTENER.with_borrow(Clone::clone);
    if let Some(listener) = listener {
        listener(Progress { stage, corners, of });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn told_at_steps_to_the_listener_of_the_work_only() {
        let told = Rc::new(RefCell::new(Vec::new()));
        let into = Rc::clone(&told);
        begin(Stage::Reading, 0);
        let result = listen(
            move |progress| into.borrow_mut().push((progress.corners, progress.of)),
            || {
                begin(Stage::Checking, 40_000);
                (1..=40_000).for_each(|_| done(1));
                7
            },
        );
        done(STEP);
        assert_eq!(result, 7);
        assert_eq!(
            *told.borrow(),
            [(0, 40_000), (16_384, 40_000), (32_768, 40_000)]
        );
    }

    #[test]
    fn stages_come_back_from_their_words() {
        for stage in [Stage::Reading, Stage::Checking, Stage::Measuring] {
            assert_eq!(Stage::from_word(stage.word()), Some(stage));
        }
        assert_eq!(Stage::from_word("waiting"), None);
    }
}
