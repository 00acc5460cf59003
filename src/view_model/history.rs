/// Steps that can be taken back.
const LIMIT: usize = 50;

/// What stood before each change, and what was taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            past: Vec::new(),
            future: Vec::new(),
        }
    }
}

impl<T: PartialEq> History<T> {
    /// A change follows: what stands now can be taken back to, and what was taken back is gone. The same twice is one
    /// step.
    pub fn remember(&mut self, now: T) {
        self.future.clear();
        if self.past.last() == Some(&now) {
            return;
        }
        if self.past.len() == LIMIT {
            self.past.remove(0);
        }
        self.past.push(now);
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// What stood before the last change. A step that changed nothing is passed over.
    pub fn undo(&mut self, now: T) -> Option<T> {
        step(&mut self.past, &mut self.future, now)
    }

    /// What stood before the last step back.
    pub fn redo(&mut self, now: T) -> Option<T> {
        step(&mut self.future, &mut self.past, now)
    }
}

fn step<T: PartialEq>(from: &mut Vec<T>, to: &mut Vec<T>, now: T) -> Option<T> {
    while from.last() == Some(&now) {
        from.pop();
    }
    let then = from.pop()?;
    to.push(now);
    Some(then)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_back_and_forth() {
        let mut history = History::default();
        history.remember(1);
        history.remember(2);
        assert_eq!(history.undo(3), Some(2));
        assert_eq!(history.undo(2), Some(1));
        assert_eq!(history.undo(1), None);
        assert_eq!(history.redo(1), Some(2));
        assert_eq!(history.redo(2), Some(3));
        assert!(history.can_undo() && !history.can_redo());
    }

    #[test]
    fn change_after_a_step_back_leaves_nothing_to_go_forth_to() {
        let mut history = History::default();
        history.remember(1);
        history.undo(2);
        history.remember(1);
        assert!(!history.can_redo());
        assert_eq!(history.undo(5), Some(1));
    }

    #[test]
    fn change_that_changed_nothing_is_no_step() {
        let mut history = History::default();
        history.remember(1);
        history.remember(1);
        history.remember(2);
        assert_eq!(history.undo(2), Some(1));
        assert!(!history.can_undo());
    }

    #[test]
    fn oldest_steps_are_forgotten() {
        let mut history = History::default();
        for now in 0..LIMIT + 10 {
            history.remember(now);
        }
        let back = std::iter::successors(Some(1_000), |now| history.undo(*now));
        assert_eq!(back.last(), Some(10));
    }
}
