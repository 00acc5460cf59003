use std::sync::Arc;

use crate::ui::prelude::*;

use crate::boundary::{Crs, Shape, examine};
use crate::platform::focus;
use crate::read::{Candidate, CrsFound, Layer};
use crate::ui::components::{button, link};
use crate::ui::state::{App, Given};
use crate::view_model::map::{open_corners, outline_path};

/// So many are shown at first.
const FIRST: usize = 12;

/// So many names of waypoints are told.
const NAMES: usize = 30;

/// Several polygons: which one is the cluster? Waypoints: is their order that of the boundary?
pub fn choose(app: App, name: &str, layer: &Arc<Layer>) -> View {
    let shown = RwSignal::new(FIRST);
    let count = layer.candidates.len();
    let (file, list) = (name.to_owned(), Arc::clone(layer));
    let crs = drawn_in(layer);
    let items = move || {
        list.candidates
            .iter()
            .take(shown.get())
            .enumerate()
            .map(|(index, found)| item(app, &file, &list, index, found, crs))
            .collect_view()
    };
    let more = move || {
        (shown.get() < count).then(|| {
            link(
                app.count("boundary.choose.more", count - shown.get()),
                move || {
                    shown.update(|shown| *shown += FIRST);
                },
            )
        })
    };
    let (title, intro) = if layer.is_a_guess() {
        waypoints(app, layer)
    } else {
        (
            app.count("boundary.choose", count),
            app.t("boundary.choose_text").to_owned(),
        )
    };
    view! {
        <section class="section" aria-labelledby="boundary-choose">
            <h2 id="boundary-choose">{title}</h2>
            <p class="section__intro">{intro}</p>
            <ul class="candidates">{items}</ul>
            <p class="actions">{more}{link(app.t("boundary.choose.instead"), move || app.survey().given.set(Given::Nothing))}</p>
        </section>
    }
    .into_any()
}

/// What is asked about waypoints, with their names in order where they have any.
fn waypoints(app: App, layer: &Layer) -> (String, String) {
    let names: Vec<&str> = layer
        .candidates
        .iter()
        .flat_map(|found| &found.corner_labels)
        .map(String::as_str)
        .collect();
    let title = app.count("boundary.waypoints", names.len());
    let intro = app.t("boundary.waypoints_text").to_owned();
    let named: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| !name.is_empty())
        .collect();
    if named.is_empty() {
        return (title, intro);
    }
    let more = if named.len() > NAMES { "…" } else { "" };
    let told: Vec<&str> = named.into_iter().take(NAMES).collect();
    let order = format!("{}{more}", told.join(", "));
    let order = app.fill("boundary.waypoints_order", &[("names", &order)]);
    (title, format!("{intro} {order}"))
}

/// A system to measure in: a wrong meridian changes the place, not the area.
fn drawn_in(layer: &Layer) -> Crs {
    match &layer.crs {
        CrsFound::Stated(crs) | CrsFound::Obvious(crs) => *crs,
        CrsFound::Unknown(options) => options.first().map_or(Crs::Wgs84, |option| option.crs),
    }
}

fn item(
    app: App,
    file: &str,
    layer: &Arc<Layer>,
    index: usize,
    found: &Candidate,
    crs: Crs,
) -> View {
    let number = (index + 1).to_string();
    let title = match found.label.as_ref().or(found.id.as_ref()) {
        Some(label) => label.clone(),
        None if layer.is_a_guess() => app.t("boundary.waypoints.shape").to_owned(),
        None => app.fill("boundary.choose.unnamed", &[("number", &number)]),
    };
    let corners = found
        .shape
        .rings()
        .map(|(_, _, ring)| open_corners(ring).len())
        .sum();
    let area = area(app, &found.shape, crs);
    let text = format!("{area}, {}", app.count("boundary.corners", corners));
    let label = if layer.is_a_guess() {
        app.t("boundary.waypoints.take").to_owned()
    } else {
        app.fill("boundary.choose.take", &[("name", &title)])
    };
    let path = outline_path(&found.shape);
    let svg = format!(r#"<path class="map__area" fill-rule="evenodd" d="{path}"/>"#);
    let (file, layer) = (file.to_owned(), Arc::clone(layer));
    let take = move || {
        app.survey().open(app, file.clone(), &layer, index);
        focus::first(app.root(), "h1");
    };
    view! {
        <li class="candidate">
            <svg class="candidate__shape" viewBox="0 0 96 72" aria-hidden="true" focusable="false" inner_html=svg></svg>
            <div class="candidate__body"><p><b>{title}</b></p><p class="small soft">{text}</p>{button(label, take)}</div>
        </li>
    }
    .into_any()
}

/// The area, or that there is an error; nothing is measured on very large ones before they are chosen.
fn area(app: App, shape: &Shape, crs: Crs) -> String {
    match examine(shape, crs, 1.0).measures {
        Some(measures) => app.fill(
            "unit.hectares",
            &[("figure", &app.number(measures.area_m2 / 10_000.0, 2))],
        ),
        None => app.t("boundary.choose.wrong").to_owned(),
    }
}
