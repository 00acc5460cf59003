use crate::ui::prelude::*;

use super::{Asked, brackets, divided};
use crate::ui::components::{Choice, Picker, choice};
use cluster_ready_core::assessment::Origin;

const ORIGINS: [(Origin, &str, &str); 3] = [
    (Origin::Estimate, "estimate", "origin.estimate"),
    (Origin::Records, "records", "origin.records"),
    (Origin::Documented, "documented", "origin.documented"),
];

/// Where a figure comes from; a range is always an estimate.
pub fn origin(asked: Asked) -> View {
    let app = asked.app;
    let one = move |(origin, word, label): (Origin, &'static str, &'static str)| {
        choice(Choice {
            id: asked.id(word),
            name: asked.id("origin"),
            picker: Picker::Radio,
            label: app.t(label).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || shown(asked) == Some(origin)),
            on_pick: Callback::new(move |()| {
                divided::take_at_hand(asked);
                asked.change(|entry| entry.origin = Some(origin));
            }),
        })
    };
    view! {
        <fieldset class="field" hidden=move || brackets::chosen(asked).is_some()>
            <legend class="label">{app.t("origin.question")}</legend>
            <p class="hint small">{app.t("origin.hint")}</p>
            <div class="choices choices--row">{ORIGINS.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// What the profile gives comes out of records, before it is taken too.
fn shown(asked: Asked) -> Option<Origin> {
    if divided::is_at_hand(asked) {
        Some(Origin::Records)
    } else {
        asked.entry().origin
    }
}
