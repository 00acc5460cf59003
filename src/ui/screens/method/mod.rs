//! The method in plain words, with its limits.

mod tables;

use crate::ui::prelude::*;

use crate::ui::components::{back, paragraph, section};
use crate::ui::state::App;

/// Computes a saved file again, from the source code.
const VERIFY: &str = "cargo run --release -p cluster-ready-cli -- verify FILE";

/// Four dimensions at 80 points and one at 0: a figure that shows what the geometric mean does.
const EXAMPLE: [f64; 5] = [80.0, 80.0, 80.0, 80.0, 0.0];

/// How the numbers come about, what they rest on, and what they do not say.
pub fn method(app: App) -> View {
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div>
                    {back(app.t("back"), move || app.return_back())}
                    <div class="flow"><h1 tabindex="-1">{app.t("method.title")}</h1><p class="lead measure">{app.t("method.lead")}</p></div>
                </div>
                {parts(app)}
            </div>
        </div>
    }
    .into_any()
}

fn parts(app: App) -> Vec<View> {
    let texts = |keys: &[&'static str]| -> Vec<View> {
        keys.iter()
            .map(|key| paragraph("measure", app.t(key)))
            .collect()
    };
    let mut parts = vec![
        section(
            "method-what",
            app.t("method.what"),
            texts(&["method.what.one", "method.what.two"]),
        ),
        section(
            "method-states",
            app.t("method.states"),
            texts(&["method.states.one", "method.states.two"]),
        ),
        section(
            "method-points",
            app.t("method.points"),
            texts(&["method.points.one", "method.points.two"]),
        ),
        section("method-overall", app.t("method.overall"), overall(app)),
        section(
            "method-range",
            app.t("method.range"),
            texts(&["method.range.one"]),
        ),
    ];
    if !app.is_firm() {
        let mut levels = texts(&["method.levels.one"]);
        levels.push(tables::levels(app));
        parts.push(section("method-levels", app.t("method.levels"), levels));
    }
    parts.push(section(
        "method-roadmap",
        app.t("method.roadmap"),
        texts(&["method.roadmap.one"]),
    ));
    if !app.is_firm() {
        parts.push(section(
            "method-boundary",
            app.t("method.boundary"),
            texts(&["method.boundary.one"]),
        ));
        parts.push(section(
            "method-law",
            app.t("method.law"),
            texts(&["method.law.one"]),
        ));
    }
    parts.extend([
        section(
            "method-limits",
            app.t("method.limits"),
            texts(&["method.limits.one", "method.limits.two"]),
        ),
        section(
            "method-indicators",
            app.fill(
                "method.indicators",
                &[("count", &app.model().indicators.len().to_string())],
            ),
            vec![tables::indicators(app)],
        ),
        section("method-source", app.t("method.source"), source(app)),
        section("method-again", app.t("method.again"), again(app)),
    ]);
    parts
}

fn overall(app: App) -> Vec<View> {
    let shift = app.model().shift;
    // Only for this sentence: scores are computed in `score`.
    let logarithm: f64 = EXAMPLE.iter().map(|value| libm::log(value + shift)).sum();
    #[allow(clippy::cast_precision_loss, reason = "five dimensions")]
    let example = libm::exp(logarithm / EXAMPLE.len() as f64) - shift;
    vec![
        paragraph(
            "measure",
            app.fill("method.overall.one", &[("example", &app.points(example))]),
        ),
        paragraph("formula", app.t("method.overall.formula")),
        paragraph("measure", app.t("method.overall.two")),
    ]
}

fn source(app: App) -> Vec<View> {
    let model = app.fill(
        "method.source.model",
        &[
            ("model", &app.model().id),
            ("version", &app.model().version),
        ],
    );
    vec![
        paragraph("measure", app.t("method.source.paper")),
        paragraph("measure", model),
        view! { <p class="formula"><code>{app.model().hash.clone()}</code></p> }.into_any(),
    ]
}

fn again(app: App) -> Vec<View> {
    vec![
        paragraph("measure", app.t("method.again.one")),
        view! { <p class="formula"><code>{VERIFY}</code></p> }.into_any(),
    ]
}
