use crate::ui::prelude::*;

use super::{Asked, heading, other_answers};
use crate::ui::components::{Choice, Picker, choice};
use cluster_ready_core::assessment::Answer;
use cluster_ready_core::model::Text;

/// Any number of options, or none of them.
pub fn choices(asked: Asked, options: &'static [Text]) -> View {
    let app = asked.app;
    let option = move |(index, text): (usize, &'static Text)| {
        let index = u8::try_from(index).unwrap_or(u8::MAX);
        choice(Choice {
            id: asked.id(&index.to_string()),
            name: asked.indicator.id.clone(),
            picker: Picker::Checkbox,
            label: app.text(text),
            sub: None,
            key: Some((u16::from(index) + 1).to_string()),
            on: Signal::derive(move || selected(asked).contains(&index)),
            on_pick: Callback::new(move |()| toggle(asked, index)),
        })
    };
    let none = choice(Choice {
        id: asked.id("none"),
        name: asked.indicator.id.clone(),
        picker: Picker::Checkbox,
        label: app.t("answer.none_of_these").to_owned(),
        sub: None,
        key: None,
        on: Signal::derive(move || asked.answer() == Some(Answer::Selected(Vec::new()))),
        on_pick: Callback::new(move |()| {
            let off = untrack(|| asked.answer()) == Some(Answer::Selected(Vec::new()));
            asked.set_answer((!off).then(|| Answer::Selected(Vec::new())));
        }),
    });
    let first = asked.id("0");
    let failed = first.clone();
    view! {
        <div class:field--error=move || asked.errors.of(&failed).is_some()>
            <fieldset class="field question" aria-describedby=asked.errors.describe(&first, asked.id("hint"))>
                {heading(asked, &first)}
                <div class="choices">
                    {options.iter().enumerate().map(option).collect_view()}
                    {crate::ui::components::or_line(app, "question.or")}
                    {none}
                    {other_answers(asked, Picker::Checkbox, "question.or_no_figure")}
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn selected(asked: Asked) -> Vec<u8> {
    match asked.answer() {
        Some(Answer::Selected(selected)) => selected,
        _ => Vec::new(),
    }
}

fn toggle(asked: Asked, index: u8) {
    let mut now = untrack(|| selected(asked));
    match now.binary_search(&index) {
        Ok(position) => {
            now.remove(position);
        }
        Err(position) => now.insert(position, index),
    }
    // Taking the last mark away says nothing yet; "none of these" is said on purpose.
    asked.set_answer((!now.is_empty()).then_some(Answer::Selected(now)));
}
