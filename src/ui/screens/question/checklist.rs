use crate::ui::prelude::*;

use super::{Asked, heading, other_answers};
use crate::ui::components::{Choice, Picker, choice};
use cluster_ready_core::assessment::{Answer, ItemState};
use cluster_ready_core::model::Text;

const STATES: [(ItemState, &str, &str); 3] = [
    (ItemState::Done, "done", "answer.done"),
    (ItemState::Partly, "partly", "answer.partly"),
    (ItemState::No, "no", "answer.not_done"),
];

fn key(asked: Asked, item: usize) -> String {
    asked.id(&format!("item-{item}"))
}

/// The state of an item: as answered, or as chosen so far while the list is not complete.
fn state(asked: Asked, item: usize) -> Option<ItemState> {
    if let Some(Answer::Checklist(states)) = asked.answer() {
        return states.get(item).copied();
    }
    let word = asked.app.typed_now(&key(asked, item))?;
    STATES
        .iter()
        .find(|(_, name, _)| *name == word)
        .map(|(state, _, _)| *state)
}

/// Chooses the state of an item that nobody has chosen yet; alone it is no answer.
pub fn propose(asked: Asked, item: usize, value: ItemState) {
    let key = key(asked, item);
    let word = STATES.iter().find(|(state, ..)| *state == value);
    if let (Some((_, word, _)), None) = (word, asked.app.typed(&key)) {
        asked.app.keep_typed(&key, (*word).to_owned());
    }
}

/// Each item done, partly done or not.
pub fn checklist(asked: Asked, items: &'static [Text]) -> View {
    let row = move |(item, text): (usize, &'static Text)| {
        let first = format!("{}-done", key(asked, item));
        let failed = first.clone();
        view! {
            <fieldset class="checklist__item" class:field--error=move || asked.errors.of(&failed).is_some()>
                <legend class="checklist__name">{asked.app.text(text)}</legend>
                <div>
                    {crate::ui::components::error_line(asked.app, asked.errors, &first, "")}
                    <div class="checklist__states">
                        {STATES
                            .into_iter()
                            .map(|state| one(asked, items.len(), item, state))
                            .collect_view()}
                    </div>
                </div>
            </fieldset>
        }
    };
    view! {
        <fieldset class="field question" aria-describedby=asked.id("hint")>
            {heading(asked, "")}
            <div class="checklist">{items.iter().enumerate().map(row).collect_view()}</div>
            <div class="choices">{other_answers(asked, Picker::Checkbox, "question.or")}</div>
        </fieldset>
    }
    .into_any()
}

fn one(
    asked: Asked,
    items: usize,
    item: usize,
    (value, word, label): (ItemState, &'static str, &'static str),
) -> View {
    choice(Choice {
        id: format!("{}-{word}", key(asked, item)),
        name: key(asked, item),
        picker: Picker::Radio,
        label: asked.app.t(label).to_owned(),
        sub: None,
        key: None,
        on: Signal::derive(move || state(asked, item) == Some(value)),
        on_pick: Callback::new(move |()| pick(asked, items, item, value, word)),
    })
}

fn pick(asked: Asked, items: usize, item: usize, value: ItemState, word: &str) {
    let before: Vec<Option<ItemState>> =
        untrack(|| (0..items).map(|one| state(asked, one)).collect());
    let states: Option<Vec<ItemState>> = before
        .iter()
        .enumerate()
        .map(|(one, state)| if one == item { Some(value) } else { *state })
        .collect();
    asked.app.keep_typed(&key(asked, item), word.to_owned());
    // Only a complete list is an answer: a row left open is not a "no".
    match states {
        Some(states) => asked.set_answer(Some(Answer::Checklist(states))),
        None => asked.set_answer(None),
    }
}

/// The rows without a state.
pub fn problems(asked: Asked, items: &'static [Text]) -> Vec<(String, String)> {
    items
        .iter()
        .enumerate()
        .filter(|(item, _)| untrack(|| state(asked, *item)).is_none())
        .map(|(item, text)| {
            let message = asked
                .app
                .fill("question.choose_row", &[("item", &asked.app.text(text))]);
            (format!("{}-done", key(asked, item)), message)
        })
        .collect()
}
