//! What stands in front of the parts: strongest and weakest dimension, what to do first, and the legal points that need action.

use crate::ui::prelude::*;

use super::Shown;
use super::contents::Contents;
use super::legal;
use super::overall::{level_name, short_name};
use super::roadmap::effort;
use crate::platform::intl;
use crate::ui::components::{level_bands, link, paragraph, pill};
use crate::ui::state::App;
use crate::view_model::result::{
    Extreme, Part, by_urgency, extremes, first_actions, foremost, to_handle,
};
use cluster_ready_core::law::Verdict;
use cluster_ready_core::score::{self, Action};

/// Height of a dimension's drawing, px: bar, pill and tick on it.
const PLOT: f64 = 22.0;

pub fn front(app: App, shown: &Shown, contents: Contents) -> Vec<View> {
    let mut parts = Vec::new();
    parts.extend(pillars(app, shown, contents));
    let pair: Vec<View> = [actions(app, shown, contents), law(app, shown, contents)]
        .into_iter()
        .flatten()
        .collect();
    if !pair.is_empty() {
        parts.push(view! { <div class="pair pair--front">{pair}</div> }.into_any());
    }
    parts
}

fn block(id: &'static str, title: String, body: Vec<View>) -> View {
    view! { <section class="section" aria-labelledby=id><h2 id=id>{title}</h2>{body}</section> }
        .into_any()
}

/// The way to a part.
fn way(contents: Contents, part: Part, label: &'static str) -> View {
    view! { <p class="no-print">{link(label, move || contents.go(part))}</p> }.into_any()
}

fn pillars(app: App, shown: &Shown, contents: Contents) -> Option<View> {
    let (high, low) = extremes(&shown.score)?;
    let pair = [
        extreme(app, shown, high, "result.front.strongest"),
        extreme(app, shown, low, "result.front.weakest"),
    ];
    let body = vec![
        view! { <div class="pair">{pair.into_iter().collect_view()}</div> }.into_any(),
        way(contents, Part::Pillars, app.t("result.front.to_pillars")),
    ];
    let title = app.t("result.front.pillars").to_owned();
    Some(block("front-pillars", title, body))
}

fn extreme(app: App, shown: &Shown, extreme: Extreme, which: &'static str) -> View {
    let which = app.t(which);
    let label = if app.model().levels.is_empty() {
        which.to_owned()
    } else {
        let level = app.model().level_of(extreme.points);
        app.fill(
            "result.front.level",
            &[
                ("which", which),
                ("level", &level.to_string()),
                ("name", &level_name(app, level)),
            ],
        )
    };
    let points = app.fill(
        "result.group_points",
        &[("points", &app.points(extreme.points))],
    );
    view! {
        <div class="extreme">
            <p class="extreme__which">{label}</p>
            <h3 class="extreme__name">{short_name(app, extreme.dimension)}</h3>
            <p class="extreme__value">{points}</p>
            <svg class="extreme__plot" height=PLOT.to_string() aria-hidden="true" focusable="false" inner_html=plot(app, shown, extreme)></svg>
        </div>
    }
    .into_any()
}

/// The levels as bands, the points as a bar from 0, what is likely as a pill over its end.
fn plot(app: App, shown: &Shown, extreme: Extreme) -> String {
    let mut body = level_bands(app, PLOT);
    let points = extreme.points;
    body += &format!(r#"<rect class="extreme__bar" y="6" width="{points:.2}%" height="10"/>"#);
    let doubt = shown.doubt.as_ref();
    if let Some(band) = doubt.and_then(|one| one.dimensions.get(extreme.dimension)) {
        body += &pill(band, 3.0, 16.0);
    }
    body += &format!(
        r#"<line class="plot-tick" x1="{points:.2}%" x2="{points:.2}%" y1="0" y2="{PLOT}"/>"#
    );
    body
}

fn actions(app: App, shown: &Shown, contents: Contents) -> Option<View> {
    let first = first_actions(&shown.actions);
    if first.is_empty() {
        return None;
    }
    let now = shown.score.overall.central?;
    let model = app.model();
    let after = score::after(model, &shown.assessment.entries, &shown.score, first)?;
    let sum = app.fill(
        "result.roadmap_after",
        &[
            ("count", &app.whole(first.len())),
            ("now", &app.points(now)),
            ("after", &app.points(after)),
        ],
    );
    let items = first
        .iter()
        .enumerate()
        .filter_map(|(at, one)| action(app, at + 1, one));
    let all = if shown.actions.len() > first.len() {
        app.t("result.front.all_actions")
    } else {
        app.t("result.front.to_actions")
    };
    let title = app.count("result.front.actions", first.len());
    let body = vec![
        paragraph("soft small", sum),
        view! { <ol class="todos">{items.collect_view()}</ol> }.into_any(),
        way(contents, Part::Actions, all),
    ];
    Some(block("front-actions", title, body))
}

fn action(app: App, number: usize, action: &Action) -> Option<View> {
    let indicator = app.model().indicator(&action.indicator)?;
    let gain = intl::fixed(app.language(), action.gain, 1);
    let who = app.fill("result.front.who", &[("who", &app.text(&indicator.who))]);
    Some(
        view! {
            <li class="todo">
                <span class="todo__number" aria-hidden="true">{app.whole(number)}</span>
                <div class="todo__text">
                    <h3 class="todo__title">{app.text(&indicator.action)}</h3>
                    <div class="todo__facts"><p><b>{app.fill("result.gain", &[("points", &gain)])}</b></p>{effort(app, indicator.effort)}<p>{who}</p></div>
                </div>
            </li>
        }
        .into_any(),
    )
}

fn law(app: App, shown: &Shown, contents: Contents) -> Option<View> {
    if !shown.has_law(app) {
        return None;
    }
    let all = to_handle(&by_urgency(&shown.verdicts));
    if all.is_empty() {
        return None;
    }
    let point = |one: &&Verdict<'_>| {
        let said = legal::said(app, one);
        let said = (!said.is_empty()).then(|| view! { <p class="todo__said">{said}</p> });
        view! {
            <li class="todo todo--law">
                <div class="todo__text">{legal::outcome_tag(app, one.outcome)}<h3 class="todo__title">{app.text(&one.check.title)}</h3>{said}</div>
            </li>
        }
    };
    let points = foremost(&all).iter().map(point).collect_view();
    let title = app.count("result.front.law", all.len());
    let body = vec![
        paragraph("soft small", app.t("result.front.law_note")),
        view! { <ul class="todos">{points}</ul> }.into_any(),
        way(contents, Part::Law, app.t("result.front.to_law")),
    ];
    Some(block("front-law", title, body))
}
