//! What the present version of the model asks in another way than the one an assessment is of, and with which to go on.

use crate::ui::components::{back, button, paragraph, plain_button, section};
use crate::ui::prelude::*;
use crate::ui::saved_file::save_to_file;
use crate::ui::state::{App, Place, Screen};
use cluster_ready_core::assessment::{Answer, Command, asks_the_same};
use cluster_ready_core::model::{Indicator, Model};
use cluster_ready_core::score;

/// The page; of an assessment of the present version there is nothing to be said.
pub fn versions(app: App) -> View {
    let way_back = back(app.t("question.tasks"), move || app.go(Screen::Tasks));
    let Some(version) = app.version() else {
        return view! {
            <div class="sheet page"><div class="page__main">
                <div>{way_back}<h1 tabindex="-1">{app.t("versions.none")}</h1></div>
            </div></div>
        }
        .into_any();
    };
    let now = app.present_model();
    let told = [("then", version.version.as_str()), ("now", &now.version)];
    let text = |key| app.fill(key, &told);
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div class="flow">
                    <h1 tabindex="-1">{text("versions.title")}</h1>
                    <p class="lead measure">{text("versions.lead")}</p>
                    {paragraph("measure", result_before(app, version))}
                </div>
                {anew(app, version, now)}
                <div class="flow">
                    {paragraph("measure", text("versions.stays"))}
                    {move || kept(app)}
                    <div class="actions">
                        {button(text("versions.carry"), move || app.carry_over())}
                        {plain_button(text("versions.stay"), move || stay(app))}
                    </div>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Goes on with the version that the assessment is of; it is not asked again.
fn stay(app: App) {
    if app.dispatch(Command::StayWithVersion) {
        app.go(Screen::Tasks);
    }
}

/// Where the draft as it is can be found again.
fn kept(app: App) -> View {
    if !app.drafts.cannot_keep() {
        return paragraph("measure", app.t("versions.kept"));
    }
    let save = move || save_to_file(app, Place::Notice);
    view! {
        <p class="measure">{app.t("versions.not_kept")}</p>
        <p class="actions">{plain_button(app.t("foot.save"), save)}</p>
    }
    .into_any()
}

fn result_before(app: App, version: &'static Model) -> String {
    let score = app.peek(|assessment| score::score(version, &assessment.entries));
    let points = score.overall.central.map(|value| app.number(value, 1));
    match (points, score.level) {
        (Some(points), Some(level)) => {
            let name = version.levels.iter().find(|one| one.number == level);
            let name = name.map(|one| app.text(&one.name)).unwrap_or_default();
            app.fill(
                "versions.result_level",
                &[
                    ("version", &version.version),
                    ("points", &points),
                    ("level", &level.to_string()),
                    ("name", &name),
                ],
            )
        }
        (Some(points), None) => app.fill(
            "versions.result",
            &[("version", &version.version), ("points", &points)],
        ),
        (None, _) => app.fill("versions.no_result", &[("version", &version.version)]),
    }
}

/// The questions that are asked anew, with what was answered.
fn anew(app: App, version: &'static Model, now: &'static Model) -> View {
    let mode = app.peek(|assessment| assessment.mode);
    let changed: Vec<(
        &'static Indicator,
        Option<&'static Indicator>,
        Option<Answer>,
    )> = now
        .indicators
        .iter()
        .map(|one| (one, version.indicator(&one.id)))
        .filter(|(one, before)| !before.is_some_and(|before| asks_the_same(before, one)))
        .map(|(one, before)| {
            let answer = app.peek(|a| a.entries.get(&one.id)?.answer.clone());
            (one, before, answer)
        })
        .filter(|(one, _, answer)| mode.asks(one) || answer.is_some())
        .collect();
    let row = |(one, before, answer): (
        &'static Indicator,
        Option<&'static Indicator>,
        Option<Answer>,
    )| {
        let said = answer
            .zip(before)
            .map(|(answer, before)| app.said_before(&version.version, before, &answer));
        let said = said.unwrap_or_else(|| app.t("versions.open").to_owned());
        view! { <li><p><b>{app.text(&one.question)}</b></p><p class="soft">{said}</p></li> }
    };
    if changed.is_empty() {
        let title = app.t("versions.anew_none").to_owned();
        return section("versions-anew", title, Vec::new());
    }
    let title = app.count("versions.anew", changed.len());
    let list = view! { <ul class="anew">{changed.into_iter().map(row).collect_view()}</ul> };
    section("versions-anew", title, vec![list.into_any()])
}
