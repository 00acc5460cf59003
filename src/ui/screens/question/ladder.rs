use crate::ui::prelude::*;

use super::{Asked, heading, other_answers};
use crate::ui::components::{Choice, Picker, choice};
use cluster_ready_core::assessment::Answer;
use cluster_ready_core::model::OptionSpec;

/// One of the steps of a ladder.
pub fn ladder(asked: Asked, options: &'static [OptionSpec]) -> View {
    let step = move |(index, option): (usize, &'static OptionSpec)| {
        let answer = Answer::Level(u8::try_from(index).unwrap_or(u8::MAX));
        let same = answer.clone();
        choice(Choice {
            id: asked.id(&index.to_string()),
            name: asked.indicator.id.clone(),
            picker: Picker::Radio,
            label: asked.app.text(&option.text),
            sub: None,
            key: Some((index + 1).to_string()),
            on: Signal::derive(move || asked.answer().as_ref() == Some(&same)),
            on_pick: Callback::new(move |()| asked.set_answer(Some(answer.clone()))),
        })
    };
    let first = asked.id("0");
    let failed = first.clone();
    view! {
        <div class:field--error=move || asked.errors.of(&failed).is_some()>
            <fieldset class="field question" aria-describedby=asked.errors.describe(&first, asked.id("hint"))>
                {heading(asked, &first)}
                <div class="choices">
                    {options.iter().enumerate().map(step).collect_view()}
                    {other_answers(asked, Picker::Radio, "question.or")}
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}
