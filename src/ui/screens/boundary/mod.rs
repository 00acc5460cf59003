//! The cluster's boundary: given, looked at, corrected, measured.

mod accuracy;
mod choose;
mod corners;
mod declared;
mod download;
mod failure;
mod finder;
mod history;
mod map;
mod measures;
mod moving;
mod near;
mod position;
mod problem_text;
mod problems;
mod remove;
mod row;
mod system;
mod system_name;
mod verdict;
mod ways;

use crate::ui::prelude::*;

use crate::boundary::{Severity, Status};
use crate::ui::components::{back, button, link};
use crate::ui::state::{App, FORMAT_WALK, Given, Screen, Work};

pub fn boundary(app: App) -> View {
    let survey = app.survey();
    survey.enter(app);
    let at_hand = Memo::new(move |_| survey.work.with(Option::is_some) && !survey.replacing.get());
    let stage = move || {
        if at_hand.get() {
            opened(app)
        } else {
            ways::ways(app)
        }
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
                {stage}
            </div>
        </div>
    }
    .into_any()
}

/// How it stands, in one or two sentences.
fn lead(app: App) -> String {
    let survey = app.survey();
    let replacing = survey.replacing.get();
    let seen = survey.seen.get().filter(|_| !replacing);
    let Some(seen) = seen else {
        return app
            .t(match survey.given.get() {
                Given::Nothing if replacing => "boundary.lead.replacing",
                Given::Nothing => "boundary.lead.none",
                Given::Unreadable { .. } | Given::Refused { .. } => "boundary.lead.failed",
                Given::Offered { layer, .. } if layer.is_a_guess() => "boundary.lead.waypoints",
                Given::Offered { .. } => "boundary.lead.several",
            })
            .to_owned();
    };
    let read = app.count("boundary.lead.read", seen.drawn.corners());
    let wrong = seen
        .examined
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::MustFix)
        .count();
    let unsaid = survey
        .work
        .with(|work| work.as_ref().is_some_and(|work| work.crs.is_none()));
    let next = match seen.examined.status() {
        Status::Error => app.count("boundary.lead.wrong", wrong),
        _ if unsaid => app.t("boundary.lead.where").to_owned(),
        Status::Repair => app.t("boundary.lead.repaired").to_owned(),
        Status::Warn => app.t("boundary.lead.warned").to_owned(),
        Status::Ok => app.t("boundary.lead.ok").to_owned(),
    };
    format!("{read} {next}")
}

/// The boundary at hand. Each part follows the state by itself, so that typing in the table draws only what changes.
fn opened(app: App) -> View {
    view! {
        {move || source(app)}
        <div class="duo duo--map" on:keydown=move |event| history::key(app, &event, None)>{map::map(app)}{problems::problems(app)}</div>
        {system::system(app)}
        {corners::corners(app)}
        {accuracy::accuracy(app)}
        {measures::measures(app)}
        {near::near(app)}
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

/// Where the corners come from.
fn source(app: App) -> Option<View> {
    let survey = app.survey();
    let work = survey.work.get()?;
    let corners = survey
        .seen
        .with(|seen| seen.as_ref().map_or(0, |seen| seen.drawn.corners()));
    let title = if work.format == FORMAT_WALK {
        app.t("boundary.source.walk").to_owned()
    } else if work.file_name.is_empty() {
        app.t("boundary.source.typed").to_owned()
    } else {
        work.file_name.clone()
    };
    let replace = move || {
        survey.given.set(Given::Nothing);
        survey.replacing.set(true);
    };
    Some(
        view! {
            <div class="panel file">
                <p><b>{title}</b><br /><span class="small soft">{what(app, &work, corners)}</span></p>
                <p><button type="button" class="button button--plain button--small" on:click=move |_| replace()>{app.t("boundary.replace")}</button></p>
            </div>
        }
        .into_any(),
    )
}

/// Format, system and number of corners.
fn what(app: App, work: &Work, corners: usize) -> String {
    let format = match work.format.as_str() {
        "geojson" => app.t("boundary.format.geojson"),
        "shapefile" => app.t("boundary.format.shapefile"),
        "dxf" => app.t("boundary.format.dxf"),
        "gpx" => app.t("boundary.format.gpx"),
        "kml" => app.t("boundary.format.kml"),
        "kmz" => app.t("boundary.format.kmz"),
        "wkt" => app.t("boundary.format.wkt"),
        "xlsx" => app.t("boundary.format.xlsx"),
        FORMAT_WALK => app.t("boundary.format.walk"),
        _ => app.t("boundary.format.table"),
    };
    let system = match work.crs {
        Some(crs) => system_name::system_name(app, crs),
        None => app.t("boundary.system.open").to_owned(),
    };
    let corners = app.count("boundary.corners", corners);
    format!("{format}, {system}, {corners}")
}

/// What the button does not change: everything is kept already, or why not.
fn saved(app: App) -> String {
    let survey = app.survey();
    let (unsaid, failed) = (
        survey
            .work
            .with(|work| work.as_ref().is_some_and(|work| work.crs.is_none())),
        survey.seen.with(|seen| {
            seen.as_ref()
                .is_some_and(|seen| seen.examined.measures.is_none())
        }),
    );
    if unsaid {
        app.t("boundary.saved.where").to_owned()
    } else if !survey.can_be_kept() {
        app.fill(
            "boundary.saved.large",
            &[("limit", &app.number(50_000.0, 0))],
        )
    } else if failed {
        app.t("boundary.saved.failed").to_owned()
    } else {
        app.t("boundary.saved").to_owned()
    }
}

/// A way to a question of the model that the boundary fills.
fn question_link(app: App, id: &'static str, label: &'static str) -> Option<View> {
    let index = app.model().indicators.iter().position(|one| one.id == id)?;
    Some(link(app.t(label), move || app.go(Screen::Question(index))))
}
