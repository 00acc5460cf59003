use crate::ui::prelude::*;

use super::Shown;
use super::overall::short_name;
use crate::platform::intl;
use crate::score::Action;
use crate::ui::components::{fact, link, paragraph, section};
use crate::ui::state::{App, Screen};

/// As many as the roadmap holds at most; fewer where little is left to raise.
const FIVE: usize = 5;

/// What to do first, with what it brings.
pub fn roadmap(app: App, shown: &Shown) -> View {
    let body = if shown.actions.is_empty() {
        vec![no_actions(app, shown)]
    } else {
        let items = shown
            .actions
            .iter()
            .map(|one| action(app, shown, one))
            .collect_view();
        vec![
            paragraph("section__intro", intro(app, shown)),
            view! { <ol class="roadmap">{items}</ol> }.into_any(),
        ]
    };
    let title = if shown.actions.len() == FIVE {
        "result.roadmap_five"
    } else {
        "result.roadmap"
    };
    section("result-roadmap", app.t(title), body)
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

fn action(app: App, shown: &Shown, action: &Action) -> Option<View> {
    let indicator = app.model().indicator(&action.indicator)?;
    let gain = intl::fixed(app.language(), action.gain, 1);
    let mut facts = vec![
        fact(app.t("result.who"), app.text(&indicator.who)),
        fact(app.t("result.first_step"), app.text(&indicator.first_step)),
        fact(app.t("result.proof"), app.text(&indicator.proof)),
        fact(app.t("result.example"), app.text(&indicator.example)),
    ];
    if shown.urgent.contains(&action.indicator) {
        facts.push(fact(app.t("result.urgent"), app.t("result.urgent_text")));
    }
    let part = format!("{}, {}", short_name(app, indicator.dimension), indicator.id);
    Some(
        view! {
            <li class="action">
                <h3 class="action__title">{app.text(&indicator.action)}</h3>
                <p class="action__gain"><b>{app.fill("result.gain", &[("points", &gain)])}</b>" "{part}</p>
                <dl class="action__facts">{facts}</dl>
            </li>
        }
        .into_any(),
    )
}
