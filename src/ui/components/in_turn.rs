use std::time::Duration;

use crate::ui::prelude::*;

use crate::ui::state::App;

/// Parts of a page from the top down, each built in a task of its own: clicks are answered in between.
pub fn in_turn<const N: usize>(app: App, parts: [fn(App) -> View; N]) -> View {
    let turn = RwSignal::new(0);
    next(turn, N);
    let part = |(index, build): (usize, fn(App) -> View)| {
        let due = Memo::new(move |_| turn.get() >= index);
        (move || due.get().then(|| build(app))).into_any()
    };
    parts
        .into_iter()
        .enumerate()
        .map(part)
        .collect_view()
        .into_any()
}

fn next(turn: RwSignal<usize>, parts: usize) {
    set_timeout(
        move || {
            // Nothing where the page is gone.
            let Some(now) = turn.try_get_untracked() else {
                return;
            };
            turn.set(now + 1);
            if now + 2 < parts {
                next(turn, parts);
            }
        },
        Duration::ZERO,
    );
}
