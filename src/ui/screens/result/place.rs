use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::Shown;
use super::part::part;
use super::title_block::hectares;
use crate::platform::worker::Trouble;
use crate::ui::components::{
    boundary_locator, boundary_map, empty, length, near_name, near_source, paragraph, plain_button,
};
use crate::ui::screens::boundary::told_trouble;
use crate::ui::state::{App, Screen};
use crate::view_model::result::Part;
use cluster_ready_core::assessment::Profile;
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::law::NEAR_LIMIT_DEVIATIONS;
use cluster_ready_core::places::Near;
use cluster_ready_core::survey::Surveyed;

/// Boundary and place: map, locator, measures and what is near.
pub fn place(app: App, shown: &Shown) -> View {
    let title = app.t("result.place");
    let to_boundary = || {
        plain_button(app.t("question.to_boundary"), move || {
            app.go(Screen::Boundary)
        })
    };
    let Some(record) = &shown.assessment.boundary else {
        let text = app.t("result.no_boundary_text");
        let waiting = empty(app.t("result.no_boundary"), text, to_boundary());
        return part(Part::Place, title, vec![waiting]);
    };
    let seen = RwSignal::new(None::<Result<Arc<Surveyed>, Trouble>>);
    let (survey, of, looked_at) = (app.survey(), shown.assessment.clone(), record.clone());
    spawn_local(async move {
        let found = survey.look_at(&of, &looked_at).await;
        seen.try_set(Some(found.map(Arc::new)));
    });
    let unmeasured = record.measures.is_none().then(|| {
        view! {
            {paragraph("measure", app.t("result.boundary_must_text"))}
            <p class="actions">{to_boundary()}</p>
        }
    });
    let profile = shown.assessment.profile.clone();
    let body = move || match seen.get() {
        None => paragraph("soft", app.t("result.boundary_drawing")),
        Some(Ok(surveyed)) => drawings(app, &profile, &surveyed),
        Some(Err(trouble)) => paragraph("measure", told_trouble(app, trouble).0),
    };
    let body = vec![
        view! { <div>{body}</div> }.into_any(),
        unmeasured.into_any(),
    ];
    part(Part::Place, title, body)
}

fn drawings(app: App, profile: &Profile, surveyed: &Surveyed) -> View {
    let name = profile.name.clone();
    let measures = surveyed.measures.as_ref();
    view! {
        <div class="duo duo--map">
            {boundary_map(app, surveyed)}
            {boundary_locator(app, surveyed, name)}
            {measures.map(|measures| table(app, profile, surveyed, measures))}
        </div>
    }
    .into_any()
}

fn table(app: App, profile: &Profile, surveyed: &Surveyed, measures: &Measures) -> View {
    let ha = |m2: f64| hectares(app, m2 / 10_000.0, 2);
    let margin = NEAR_LIMIT_DEVIATIONS * measures.area_sd_m2 / 10_000.0;
    let area = app.fill(
        "result.area_with_margin",
        &[
            ("area", &ha(measures.area_m2)),
            ("margin", &app.number(margin, 3)),
        ],
    );
    let mut rows = vec![
        ("result.measure.area", area.into_any()),
        (
            "result.measure.plane",
            ha(measures.plane_area_m2).into_any(),
        ),
    ];
    if let Some(declared) = profile.declared_area_ha {
        rows.push((
            "result.area_declared",
            hectares(app, declared, 2).into_any(),
        ));
    }
    rows.push((
        "result.measure.perimeter",
        metres(app, measures.perimeter_m).into_any(),
    ));
    rows.push((
        "result.measure.compactness",
        app.number(measures.compactness, 2).into_any(),
    ));
    if let Some(derived) = &surveyed.derived {
        rows.push((
            "result.measure.university",
            near(app, derived.university.as_ref()),
        ));
        rows.push((
            "result.measure.institute",
            near(app, derived.institute.as_ref()),
        ));
    }
    let rows = rows
        .into_iter()
        .map(|(key, value)| view! { <tr><th scope="row">{app.t(key)}</th><td class="num">{value}</td></tr> })
        .collect_view();
    view! { <table class="measures"><caption>{app.t("result.measures")}</caption><tbody>{rows}</tbody></table> }
        .into_any()
}

fn metres(app: App, metres: f64) -> String {
    app.fill("map.metres", &[("figure", &app.number(metres, 0))])
}

/// An institution with its distance and where its point comes from; not known is never 0.
fn near(app: App, near: Option<&Near>) -> View {
    let Some(near) = near else {
        return app.t("answer.unsaid").to_owned().into_any();
    };
    let key = if near.about {
        "map.about_far"
    } else {
        "map.far"
    };
    let text = app.fill(
        key,
        &[
            ("name", &near_name(app, near)),
            ("distance", &length(app, near.told_m())),
        ],
    );
    view! { {text}<span class="measures__source">{near_source(app, near)}</span> }.into_any()
}
