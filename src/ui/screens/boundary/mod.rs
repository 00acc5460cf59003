//! The cluster's boundary: given, looked at, corrected, measured.

mod accuracy;
mod busy;
mod by_hand;
mod choose;
mod corners;
mod declared;
mod download;
mod earlier;
mod failure;
mod fills;
mod finder;
mod history;
mod map;
mod measures;
mod moving;
mod near;
mod pdf;
mod position;
mod problem_text;
mod problems;
mod remove;
mod review;
mod row;
mod stated;
mod system;
mod system_name;
mod understood;
mod verdict;
mod ways;

pub use failure::told_trouble;

use crate::ui::prelude::*;

use crate::ui::components::{back, button, in_turn};
use crate::ui::state::{App, Given, Screen};
use cluster_ready_core::assessment::limits::BOUNDARY_CORNERS;
use cluster_ready_core::boundary::{Severity, Status};
use cluster_ready_core::survey::Surveyed;

pub fn boundary(app: App) -> View {
    let survey = app.survey();
    survey.enter(app);
    survey.prepare();
    let stage = Memo::new(move |_| match survey.work.with(Option::is_some) {
        _ if survey.replacing.get() => Stage::Giving,
        false => Stage::Giving,
        true if survey.seen.with(Option::is_some) => Stage::Opened,
        true => Stage::Waiting,
    });
    let stage = move || match stage.get() {
        Stage::Giving => ways::ways(app),
        Stage::Waiting => ().into_any(),
        Stage::Opened => opened(app),
    };
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div>
                    {back(app.t("question.tasks"), move || app.go(Screen::Tasks))}
                    <div class="flow">
                        <h1 tabindex="-1">{app.t("boundary.title")}</h1>
                        <p class="lead measure" role="status">{move || lead(app)}</p>
                        {app.peek(|a| a.example).then(|| view! { <p class="example">{app.t("example.mark")}</p> })}
                    </div>
                </div>
                {busy::busy(app)}
                {busy::trouble(app)}
                {stage}
            </div>
        </div>
    }
    .into_any()
}

/// What the page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Giving,
    /// A boundary was given and is being examined.
    Waiting,
    Opened,
}

/// How it stands, in one or two sentences.
fn lead(app: App) -> String {
    let survey = app.survey();
    let replacing = survey.replacing.get();
    let seen = survey.seen.get().filter(|_| !replacing);
    let Some(seen) = seen else {
        let waiting = !replacing && survey.work.with(Option::is_some);
        return app
            .t(match survey.given.get() {
                Given::Nothing if waiting => "boundary.lead.checking",
                Given::Nothing if replacing => "boundary.lead.replacing",
                Given::Nothing => "boundary.lead.none",
                Given::Unreadable { .. } | Given::Refused { .. } | Given::Stopped { .. } => {
                    "boundary.lead.failed"
                }
                Given::Offered { layer, .. } if layer.is_a_guess => "boundary.lead.waypoints",
                Given::Offered { .. } => "boundary.lead.several",
            })
            .to_owned();
    };
    let read = app.count("boundary.lead.read", seen.corners());
    let wrong = seen
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::MustFix)
        .count();
    let unsaid = survey
        .work
        .with(|work| work.as_ref().is_some_and(|work| work.crs.is_none()));
    let next = match seen.status() {
        Status::Error => app.count("boundary.lead.wrong", wrong),
        _ if unsaid => app.t("boundary.lead.where").to_owned(),
        Status::Ok if is_to_be_reviewed(app, &seen) => app.t("boundary.lead.warned").to_owned(),
        Status::Repair => app.t("boundary.lead.repaired").to_owned(),
        Status::Warn => app.t("boundary.lead.warned").to_owned(),
        Status::Ok => app.t("boundary.lead.ok").to_owned(),
    };
    format!("{read} {next}")
}

fn is_to_be_reviewed(app: App, seen: &Surveyed) -> bool {
    app.survey().work.with(|work| {
        work.as_ref()
            .is_some_and(|work| !review::reviews(app, seen, work).is_empty())
    })
}

/// The state of a boundary that is at hand and not in the assessment: its place has to be said first.
pub fn pending(app: App) -> Option<&'static str> {
    let waits = app
        .survey()
        .work
        .with(|work| work.as_ref().is_some_and(|work| work.crs.is_none()));
    waits.then(|| app.t("boundary.pending"))
}

/// The boundary at hand. Each part follows the state by itself, so that typing in the table draws only what changes.
fn opened(app: App) -> View {
    in_turn(app, [shown, listed, measured])
}

fn shown(app: App) -> View {
    view! {
        {move || understood::understood(app)}
        <div class="duo duo--map" on:keydown=move |event| history::key(app, &event, None)>{map::map(app)}{problems::problems(app)}</div>
    }
    .into_any()
}

fn listed(app: App) -> View {
    view! {
        {system::system(app)}
        {corners::corners(app)}
        {accuracy::accuracy(app)}
    }
    .into_any()
}

fn measured(app: App) -> View {
    view! {
        {measures::measures(app)}
        {near::near(app)}
        {earlier::earlier(app)}
        {download::download(app)}
        <div class="flow">
            <div class="actions">
                {button(app.t("boundary.save"), move || app.go(Screen::Tasks))}
                <span class="soft small">{move || saved(app)}</span>
            </div>
            {remove::remove(app)}
        </div>
    }
    .into_any()
}

/// What the button does not change: everything is kept already, or why not.
fn saved(app: App) -> String {
    let survey = app.survey();
    let (unsaid, failed) = (
        survey
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_none())),
        survey
            .seen
            .with(|seen| seen.as_ref().is_some_and(|seen| seen.measures.is_none())),
    );
    if unsaid {
        app.t("boundary.saved.where").to_owned()
    } else if survey
        .seen
        .with(|seen| seen.as_ref().is_some_and(|seen| !seen.can_be_kept()))
    {
        app.fill(
            "boundary.saved.large",
            &[("limit", &app.whole(BOUNDARY_CORNERS))],
        )
    } else if app.drafts.cannot_keep() {
        app.t("boundary.saved.not").to_owned()
    } else if failed {
        app.t("boundary.saved.failed").to_owned()
    } else {
        app.t("boundary.saved").to_owned()
    }
}
