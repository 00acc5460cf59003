//! A result by an earlier version of the model: the way to the present one, and both beside each other.

use leptos::task::spawn_local;

use super::Shown;
use super::overall::short_name;
use crate::ui::components::{link, paragraph, section};
use crate::ui::prelude::*;
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::Earlier;
use cluster_ready_core::model::Model;
use cluster_ready_core::score::{self, Score};

/// Where the result is by an earlier version: that it is, and the way on.
pub fn offer(app: App) -> Option<View> {
    let version = app.version()?;
    let now = app.present_model();
    let told = [("then", version.version.as_str()), ("now", &now.version)];
    let go = link(app.fill("versions.offer_go", &told), move || {
        app.go(Screen::Versions)
    });
    let text = app.fill("versions.offer", &told);
    Some(
        view! { <div class="panel"><p>{text}</p><div class="actions no-print">{go}</div></div> }
            .into_any(),
    )
}

/// Where the answers were carried over: what they gave before, beside what they give now.
pub fn beside(app: App, shown: &Shown) -> Option<View> {
    let earlier = shown.assessment.earlier.clone()?;
    let version = app.version_of(&earlier.made_with)?;
    let now = shown.score.clone();
    let body = RwSignal::new(None::<Option<&'static Model>>);
    spawn_local(async move {
        let model = app.load_version(version).await;
        body.try_set(Some(model));
    });
    let shown = move || match body.get() {
        None => ().into_any(),
        Some(None) => {
            let text = app.fill("versions.beside_missing", &[("version", version.version)]);
            paragraph("measure", text)
        }
        Some(Some(model)) => {
            let text = paragraph("section__intro", app.t("versions.beside_text"));
            let table = table(app, &earlier, model, &now);
            section(
                "result-versions",
                app.t("versions.beside"),
                vec![text, table],
            )
        }
    };
    Some(shown.into_any())
}

fn table(app: App, earlier: &Earlier, model: &'static Model, now: &Score) -> View {
    let before = score::score(model, &earlier.entries);
    let figure = |value: Option<f64>| value.map_or("–".to_owned(), |value| app.points(value));
    let row = |name: String, before: Option<f64>, now: Option<f64>| {
        view! {
            <tr><th scope="row">{name}</th><td class="num">{figure(before)}</td><td class="num">{figure(now)}</td></tr>
        }
    };
    let level = |level: Option<u8>| level.map_or("–".to_owned(), |level| level.to_string());
    let levels = (!model.levels.is_empty()).then(|| {
        view! {
            <tr><th scope="row">{app.t("result.level")}</th><td class="num">{level(before.level)}</td><td class="num">{level(now.level)}</td></tr>
        }
    });
    let dimensions = before.dimensions.iter().zip(&now.dimensions).enumerate();
    let dimensions = dimensions.map(|(index, (before, now))| {
        row(
            short_name(app, index),
            before.range.central,
            now.range.central,
        )
    });
    let column = |version: &str| app.fill("versions.column", &[("version", version)]);
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="result-versions">
            <table>
                <thead><tr><th scope="col">{app.t("result.title")}</th><th scope="col" class="num">{column(&model.version)}</th><th scope="col" class="num">{column(&app.model().version)}</th></tr></thead>
                <tbody>
                    {row(app.t("result.overall").to_owned(), before.overall.central, now.overall.central)}
                    {levels}
                    {dimensions.collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
