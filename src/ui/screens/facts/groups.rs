//! What is chosen from several sentences.

use crate::ui::prelude::*;

use crate::ui::components::{Choice, Picker, choice};
use crate::ui::screens::profile_page::change;
use crate::ui::state::App;
use cluster_ready_core::assessment::{Expansion, OldSign};

const STAGES: [(&str, &str, Option<Expansion>); 5] = [
    ("none", "facts.stage.none", Some(Expansion::NotPlanned)),
    ("planned", "facts.stage.planned", Some(Expansion::Planned)),
    (
        "under-way",
        "facts.stage.under_way",
        Some(Expansion::UnderWay),
    ),
    ("done", "facts.stage.done", Some(Expansion::Done)),
    ("unsaid", "answer.unsaid", None),
];
const SIGNS: [(&str, &str, OldSign); 3] = [
    ("project", "facts.sign.project", OldSign::Project),
    ("plan", "facts.sign.plan", OldSign::DetailedPlan),
    ("listed", "facts.sign.listed", OldSign::ListedWithTenants),
];

/// How far an expansion has come.
pub(super) fn stages(app: App) -> View {
    let option = |(word, key, stage): (&'static str, &'static str, Option<Expansion>)| {
        choice(Choice {
            id: format!("expansion-{word}"),
            name: "expansion".to_owned(),
            picker: Picker::Radio,
            label: app.t(key).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || app.with(|a| a.profile.facts.expansion == stage)),
            on_pick: Callback::new(move |()| change(app, |p| p.facts.expansion = stage)),
        })
    };
    group(
        app,
        "facts.expansion",
        None,
        STAGES.into_iter().map(option).collect_view(),
    )
}

/// The signs of a cluster that took shape before the first rules; none of them is a fact, and so is not knowing.
pub(super) fn signs(app: App) -> View {
    let has = move |sign| {
        app.with(|a| {
            let signs = a.profile.facts.signs_before_2009.as_ref();
            signs.is_some_and(|signs| signs.contains(&sign))
        })
    };
    let one = |(word, key, sign): (&'static str, &'static str, OldSign)| {
        choice(Choice {
            id: format!("sign-{word}"),
            name: format!("sign-{word}"),
            picker: Picker::Checkbox,
            label: app.t(key).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || has(sign)),
            on_pick: Callback::new(move |()| {
                change(app, |p| {
                    let signs = p.facts.signs_before_2009.get_or_insert_default();
                    match signs.iter().position(|known| *known == sign) {
                        Some(at) => {
                            signs.remove(at);
                        }
                        None => {
                            signs.push(sign);
                            cluster_ready_core::order::by(signs, Ord::cmp);
                        }
                    }
                    if signs.is_empty() {
                        p.facts.signs_before_2009 = None;
                    }
                });
            }),
        })
    };
    let none = choice(Choice {
        id: "sign-none".to_owned(),
        name: "sign-none".to_owned(),
        picker: Picker::Checkbox,
        label: app.t("facts.sign.none").to_owned(),
        sub: None,
        key: None,
        on: Signal::derive(move || {
            app.with(|a| {
                let signs = a.profile.facts.signs_before_2009.as_ref();
                signs.is_some_and(Vec::is_empty)
            })
        }),
        on_pick: Callback::new(move |()| {
            change(app, |p| {
                let is_none = p
                    .facts
                    .signs_before_2009
                    .as_ref()
                    .is_some_and(Vec::is_empty);
                p.facts.signs_before_2009 = (!is_none).then(Vec::new);
            });
        }),
    });
    group(
        app,
        "facts.signs",
        Some("facts.signs_hint"),
        [SIGNS.into_iter().map(one).collect_view(), none].into_view(),
    )
}

fn group(app: App, label: &'static str, hint: Option<&'static str>, options: View) -> View {
    view! {
        <fieldset class="field">
            <legend class="label">{app.t(label)}</legend>
            {hint.map(|hint| view! { <p class="hint small">{app.t(hint)}</p> })}
            <div class="choices">{options}</div>
        </fieldset>
    }
    .into_any()
}
