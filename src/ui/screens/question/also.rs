use crate::ui::prelude::*;

use super::Asked;
use crate::ui::components::{Choice, Picker, choice, error_line};
use crate::ui::made_text::sentence;
use cluster_ready_core::assessment::Answer;
use cluster_ready_core::model::{Also, AlsoOption, NumberSpec};

/// What else is asked with a figure, where the model asks anything.
pub fn also_of(spec: &NumberSpec) -> Option<&Also> {
    spec.aids.as_ref()?.also.as_ref()
}

/// By what a figure was worked out, or what it holds.
pub fn also(asked: Asked, also: &'static Also) -> View {
    let app = asked.app;
    let picker = if also.is_one {
        Picker::Radio
    } else {
        Picker::Checkbox
    };
    let one = |option: &'static AlsoOption| {
        choice(Choice {
            id: id_of(asked, option),
            name: asked.id("also"),
            picker,
            label: sentence(&app.text(&option.text)),
            sub: None,
            key: None,
            on: Signal::derive(move || asked.entry().also.contains(&option.id)),
            on_pick: Callback::new(move |()| pick(asked, also, option)),
        })
    };
    let first = first(asked, also);
    let failed = first.clone();
    view! {
        <div class:field--error=move || asked.errors.of(&failed).is_some()>
            <fieldset class="field" aria-describedby=asked.errors.describe(&first, String::new())>
                <legend class="label">{app.text(&also.question)}</legend>
                {error_line(app, asked.errors, &first, "")}
                <div class="choices" class:choices--pairs=!also.is_one>{also.options.iter().map(one).collect_view()}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn id_of(asked: Asked, option: &AlsoOption) -> String {
    asked.id(&format!("also-{}", option.id))
}

fn first(asked: Asked, also: &Also) -> String {
    also.options
        .first()
        .map(|option| id_of(asked, option))
        .unwrap_or_default()
}

fn pick(asked: Asked, also: &Also, option: &AlsoOption) {
    asked.errors.clear();
    asked.change(|entry| {
        let was_on = entry.also.contains(&option.id);
        let on = |id: &String| match (also.is_one, *id == option.id) {
            (true, is_it) => is_it,
            (false, true) => !was_on,
            (false, false) => entry.also.contains(id),
        };
        let ids = also.options.iter().map(|one| &one.id);
        entry.also = ids.filter(|id| on(id)).cloned().collect();
    });
}

/// A figure without the one thing that has to be said of it.
pub fn problem(asked: Asked, also: &Also) -> Option<(String, String)> {
    let entry = untrack(|| asked.entry());
    let is_open = also.is_one && entry.also.is_empty();
    (is_open && matches!(entry.answer, Some(Answer::Number(_)))).then(|| {
        let options = also.options.iter().map(|one| asked.app.text(&one.text));
        let options = options.collect::<Vec<_>>().join(", ");
        let message = asked.app.fill("aid.also_missing", &[("options", &options)]);
        (first(asked, also), message)
    })
}
