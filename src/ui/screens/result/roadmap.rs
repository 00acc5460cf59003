use std::collections::BTreeSet;

use crate::ui::prelude::*;

use super::Shown;
use super::overall::short_name;
use super::part::part;
use crate::platform::intl;
use crate::ui::components::{Choice, Picker, Step, choice, fact, link, paragraph, steps};
use crate::ui::state::{App, Screen};
use crate::view_model::result::{Order, Part, ordered};
use cluster_ready_core::score::Action;

/// As many as the roadmap holds at most; fewer where little is left to raise.
const FIVE: usize = 5;
/// The method tells three degrees of effort apart.
const MOST_EFFORT: u8 = 3;

/// What to do first, with what it brings.
pub fn roadmap(app: App, shown: &Shown) -> View {
    let body = if shown.actions.is_empty() {
        vec![no_actions(app, shown)]
    } else {
        let order = RwSignal::new(Order::default());
        let urgent = shown.urgent.clone();
        let actions = shown.actions.clone();
        let list = move || {
            let ordered = ordered(app.model(), &actions, order.get());
            let items = ordered.into_iter().map(|one| action(app, &urgent, one));
            view! { <ol class="roadmap">{items.collect_view()}</ol> }
        };
        vec![
            paragraph("section__intro", intro(app, shown)),
            (shown.actions.len() > 1)
                .then(|| orders(app, order))
                .into_any(),
            list.into_any(),
        ]
    };
    let title = if shown.actions.len() == FIVE {
        "result.roadmap_five"
    } else {
        "result.roadmap"
    };
    part(Part::Actions, app.t(title), body)
}

const ORDERS: [(Order, &str, &str); 3] = [
    (Order::Priority, "order-priority", "result.order.priority"),
    (Order::Gain, "order-gain", "result.order.gain"),
    (Order::Effort, "order-effort", "result.order.effort"),
];

/// What the list is ordered by.
fn orders(app: App, order: RwSignal<Order>) -> View {
    let one = move |(value, id, label): (Order, &'static str, &'static str)| {
        choice(Choice {
            id: id.to_owned(),
            name: "order".to_owned(),
            picker: Picker::Radio,
            label: app.t(label).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || order.get() == value),
            on_pick: Callback::new(move |()| order.set(value)),
        })
    };
    view! {
        <fieldset class="field no-print">
            <legend class="label">{app.t("result.order")}</legend>
            <div class="choices choices--row">{ORDERS.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Effort in words and as one to three filled segments.
pub fn effort(app: App, effort: u8) -> View {
    let words = app.t(match effort {
        0 | 1 => "result.effort.low",
        2 => "result.effort.medium",
        _ => "result.effort.high",
    });
    let segments: Vec<Step> = (1..=MOST_EFFORT)
        .map(|step| {
            if step <= effort {
                Step::Done
            } else {
                Step::Todo
            }
        })
        .collect();
    view! { <p class="action__effort">{words}{steps("steps action__steps", &segments)}</p> }
        .into_any()
}

/// Without an overall value, or with nothing left to raise.
fn no_actions(app: App, shown: &Shown) -> View {
    if shown.score.overall.central.is_some() {
        return paragraph("measure", app.t("result.roadmap_done"));
    }
    let way = link(app.t("result.to_missing"), move || app.go(Screen::Check));
    view! { <div class="measure"><p>{app.t("result.roadmap_none")}</p><p class="no-print">{way}</p></div> }
        .into_any()
}

fn intro(app: App, shown: &Shown) -> String {
    let mut text = app.t("result.roadmap_intro").to_owned();
    if let (Some(now), Some(after)) = (shown.score.overall.central, shown.after) {
        let all = app.fill(
            "result.roadmap_after",
            &[
                ("count", &shown.actions.len().to_string()),
                ("now", &app.points(now)),
                ("after", &app.points(after)),
            ],
        );
        text = format!("{text} {all}");
    }
    text
}

fn action(app: App, urgent: &BTreeSet<String>, action: &Action) -> Option<View> {
    let indicator = app.model().indicator(&action.indicator)?;
    let gain = intl::fixed(app.language(), action.gain, 1);
    let mut facts = vec![
        fact(app.t("result.who"), app.text(&indicator.who)),
        fact(app.t("result.first_step"), app.text(&indicator.first_step)),
        fact(app.t("result.proof"), app.text(&indicator.proof)),
        fact(app.t("result.example"), app.text(&indicator.example)),
    ];
    if urgent.contains(&action.indicator) {
        facts.push(fact(app.t("result.urgent"), app.t("result.urgent_text")));
    }
    let part = format!("{}, {}", short_name(app, indicator.dimension), indicator.id);
    Some(
        view! {
            <li class="action">
                <h3 class="action__title">{app.text(&indicator.action)}</h3>
                <p class="action__gain"><b>{app.fill("result.gain", &[("points", &gain)])}</b>" "{part}</p>
                {effort(app, indicator.effort)}
                <dl class="action__facts">{facts}</dl>
            </li>
        }
        .into_any(),
    )
}
