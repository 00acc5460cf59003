//! What became of the land: in a sentence, drawn, and in a table.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::super::stated::hectares;
use super::asking::{Comparing, Done};
use crate::ui::components::{button, drawing, length, link, map_text};
use crate::ui::state::App;
use crate::view_model::map::{Anchor, Land, Overlay};
use cluster_ready_core::overlay::{Compared, Part};

pub fn result(comparing: Comparing, done: &Arc<Done>) -> View {
    let app = comparing.app;
    let (compared, name) = (&done.compared, &done.earlier.name);
    let of = Arc::clone(done);
    let outdated = move || {
        let done = Arc::clone(&of);
        (!comparing.is_current(&done)).then(|| {
            view! {
                <div class="panel flow">
                    <p>{app.t("boundary.earlier.outdated")}</p>
                    <p class="actions">{button(app.t("boundary.earlier.again"), move || comparing.again(&done))}</p>
                </div>
            }
        })
    };
    let told = [
        Some(sentence(app, compared, name)),
        slivers(app, compared),
        stated(app, compared),
    ];
    let paragraph = |text: String| view! { <p>{text}</p> };
    view! {
        <div class="flow">
            <div id="boundary-earlier-now" tabindex="-1" class="flow">{told.into_iter().flatten().map(paragraph).collect_view()}</div>
            {outdated}
            {figure(app, compared)}
            {table(app, compared)}
            <p class="actions no-print">{link(app.t("boundary.earlier.other"), move || comparing.forget())}</p>
        </div>
    }
    .into_any()
}

fn sentence(app: App, compared: &Compared, name: &str) -> String {
    let area = |m2| hectares(app, m2);
    if !compared.have_land_in_common() {
        let distance = length(app, compared.apart_m);
        let named = [("file", name), ("distance", distance.as_str())];
        return app.fill("boundary.earlier.apart", &named);
    }
    let key = if compared.is_unchanged() {
        "boundary.earlier.same"
    } else {
        "boundary.earlier.changed"
    };
    let [added, removed, kept] =
        [&compared.added, &compared.removed, &compared.kept].map(|part| area(part.area_m2));
    let named = [
        ("file", name),
        ("earlier", &area(compared.earlier_m2)),
        ("added", &added),
        ("removed", &removed),
        ("kept", &kept),
    ];
    app.fill(key, &named)
}

/// What the accuracy of the corners explains.
fn slivers(app: App, compared: &Compared) -> Option<String> {
    let both = [&compared.added, &compared.removed];
    let count: usize = both.iter().map(|part| part.slivers).sum();
    let m2: f64 = both.iter().map(|part| part.slivers_m2).sum();
    // Nobody sees less in a figure of two digits.
    (m2 >= LEAST_TOLD_M2).then(|| {
        let told = app.count("boundary.earlier.slivers", count);
        let width = app.number(compared.width_m, 1);
        let about = [("width", width.as_str()), ("area", &hectares(app, m2))];
        format!(
            "{told} {}",
            app.fill("boundary.earlier.slivers_about", &about)
        )
    })
}

/// Half of the last digit that is shown of hectares.
const LEAST_TOLD_M2: f64 = 50.0;

/// The figure of the profile beside the measured one.
fn stated(app: App, compared: &Compared) -> Option<String> {
    let stated = app.with(|a| a.profile.facts.expansion_added_ha)?;
    let named = [
        ("stated", app.number(stated, 2)),
        ("added", hectares(app, compared.added.area_m2)),
    ];
    let named = named.each_ref().map(|(key, text)| (*key, text.as_str()));
    Some(app.fill("boundary.earlier.stated", &named))
}

/// Kept, added and removed in their order of drawing: how each is drawn, and its words.
const LANDS: [(&str, &str); 3] = [
    (r#"class="overlay__kept""#, "boundary.earlier.kept"),
    (
        r#"class="overlay__added" fill="url(#overlay-added)""#,
        "boundary.earlier.added",
    ),
    (
        r#"class="overlay__removed" fill="url(#overlay-removed)""#,
        "boundary.earlier.removed",
    ),
];

/// Of the drawing and its legend. How each is told apart without colour: added by slanting lines, removed by dots and a broken line, kept by neither.
const PATTERNS: &str = concat!(
    r#"<defs><pattern id="overlay-added" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="overlay__line" d="M5 0V10"/></pattern>"#,
    r#"<pattern id="overlay-removed" width="12" height="12" patternUnits="userSpaceOnUse"><circle class="overlay__dot" cx="6" cy="6" r="2"/></pattern></defs>"#,
);

fn figure(app: App, compared: &Compared) -> Option<View> {
    let drawn = Overlay::of(compared)?;
    let step = length(app, drawn.under.grid_step);
    let caption = app.fill("map.caption", &[("step", &step)]);
    let sign = |(look, key): (&str, &'static str)| {
        let sign = format!(r#"<rect {look} x="1" y="1" width="30" height="18"/>"#);
        view! { <li><svg class="overlay__sign" viewBox="0 0 32 20" aria-hidden="true" focusable="false" inner_html=sign></svg>{app.t(key)}</li> }
    };
    let label = app.t("boundary.earlier.drawing");
    Some(
        view! {
            <figure class="flow">
                <ul class="legend">{LANDS.into_iter().map(sign).collect_view()}</ul>
                <div class="map"><svg class="map__svg" viewBox="0 0 720 540" role="img" aria-label=label inner_html=inside(app, &drawn, compared)></svg></div>
                <figcaption class="small soft">{caption}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn inside(app: App, drawn: &Overlay, compared: &Compared) -> String {
    let mut svg = drawing(app, &drawn.under, None);
    svg.push_str(PATTERNS);
    let lands: [(&Land, &Part, &str); 3] = [
        (&drawn.kept, &compared.kept, ""),
        (&drawn.added, &compared.added, "+"),
        (&drawn.removed, &compared.removed, "\u{2212}"),
    ];
    for ((land, ..), (look, _)) in lands.iter().zip(LANDS) {
        svg.push_str(&format!(
            r#"<path {look} fill-rule="evenodd" d="{}"/>"#,
            land.path
        ));
    }
    for (land, part, mark) in lands {
        if let Some([x, y]) = land.label {
            let figure = hectares(app, part.area_m2);
            let figure = app.fill("unit.hectares", &[("figure", &format!("{mark}{figure}"))]);
            let class = "map__label map__label--bold";
            map_text(&mut svg, class, [x, y + 8.0], Anchor::Middle, &figure);
        }
    }
    svg
}

fn table(app: App, compared: &Compared) -> View {
    let row = |(key, m2): (&'static str, f64)| {
        view! { <tr><th scope="row">{app.t(key)}</th><td class="num">{hectares(app, m2)}</td></tr> }
    };
    let slivers = compared.added.slivers_m2 + compared.removed.slivers_m2;
    let narrow = (slivers >= LEAST_TOLD_M2).then_some([
        ("boundary.earlier.narrow_added", compared.added.slivers_m2),
        (
            "boundary.earlier.narrow_removed",
            compared.removed.slivers_m2,
        ),
    ]);
    let rows = [
        ("boundary.earlier.before", compared.earlier_m2),
        ("boundary.earlier.removed", compared.removed.area_m2),
        ("boundary.earlier.kept", compared.kept.area_m2),
        ("boundary.earlier.added", compared.added.area_m2),
    ];
    let rows = rows.into_iter().chain(narrow.into_iter().flatten());
    let rows = rows.chain([("boundary.earlier.now", compared.present_m2)]);
    view! {
        <table class="measures">
            <caption class="hidden">{app.t("boundary.earlier")}</caption>
            <thead><tr><th scope="col">{app.t("boundary.earlier.land")}</th><th scope="col" class="num">{app.t("boundary.earlier.hectares")}</th></tr></thead>
            <tbody>{rows.map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
