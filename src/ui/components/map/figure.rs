use crate::ui::prelude::*;

use super::drawing::{drawing, length, place_sign};
use super::near::near_name;
use crate::ui::state::App;
use crate::view_model::map::{Frame, Numbers, reaches, sheet};
use cluster_ready_core::places::Near;
use cluster_ready_core::survey::Surveyed;

/// The map of a boundary without tools, for the result and for print.
pub fn boundary_map(app: App, surveyed: &Surveyed) -> View {
    let drawn = &surveyed.drawn;
    let Some(bounds) = drawn.shape.bounds() else {
        return ().into_any();
    };
    let frame = Frame::fit(bounds);
    let show = if surveyed.has_few_corners() {
        Numbers::Shown
    } else {
        Numbers::Hidden
    };
    let sheet = sheet(drawn, &surveyed.problems, &reaches(surveyed), &frame, show);
    let area = surveyed.measures.as_ref().map(|measures| {
        app.fill(
            "unit.hectares",
            &[("figure", &app.number(measures.area_m2 / 10_000.0, 2))],
        )
    });
    let svg = drawing(app, &sheet, area.as_deref());
    let label = app.count("map.label", surveyed.corners());
    let caption = app.fill("map.caption", &[("step", &length(app, sheet.grid_step))]);
    view! {
        <figure class="flow">
            <div class="map"><svg class="map__svg" viewBox="0 0 720 540" role="img" aria-label=label inner_html=svg></svg></div>
            <figcaption class="small soft">{caption}</figcaption>
            {near_list(app, surveyed)}
        </figure>
    }
    .into_any()
}

/// What the numbered lines of the map lead to.
pub fn near_list(app: App, surveyed: &Surveyed) -> Option<View> {
    let near = surveyed.near();
    let item = |(index, near): (usize, &&Near)| {
        let key = if near.about {
            "map.about_far"
        } else {
            "map.far"
        };
        let distance = length(app, near.told_m());
        let text = app.fill(
            key,
            &[("name", &near_name(app, near)), ("distance", &distance)],
        );
        view! { <li><b>{place_sign(app, index)}</b>"\u{a0}"{text}</li> }
    };
    (!near.is_empty()).then(|| {
        view! { <ul class="map__places small">{near.iter().enumerate().map(item).collect_view()}</ul> }
            .into_any()
    })
}
