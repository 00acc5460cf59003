use std::sync::Arc;

use crate::ui::prelude::*;

use leptos::task::spawn_local;

use super::stated::hectares;
use crate::platform::focus;
use crate::ui::components::{button, link};
use crate::ui::state::{App, Given, Layer};
use crate::view_model::map::outline_path;
use cluster_ready_core::boundary::Crs;
use cluster_ready_core::read::CrsFound;
use cluster_ready_core::survey::{Offer, Reply, Request, Share};

/// So many are shown at first.
const FIRST: usize = 12;

/// So many names of waypoints are told.
const NAMES: usize = 30;

/// Several polygons: which one is the cluster? Waypoints: is their order that of the boundary?
pub fn choose(app: App, name: &str, layer: &Arc<Layer>) -> View {
    let shown = RwSignal::new(FIRST);
    let count = layer.offers.len();
    let (file, list) = (name.to_owned(), Arc::clone(layer));
    let areas = RwSignal::new(Vec::new());
    measure(app, list.clone(), 0, areas);
    let items = move || {
        list.offers
            .iter()
            .take(shown.get())
            .enumerate()
            .map(|(index, found)| item(app, &file, &list, index, found, areas))
            .collect_view()
    };
    let list = Arc::clone(layer);
    let more = move || {
        (shown.get() < count).then(|| {
            let list = Arc::clone(&list);
            link(
                app.count("boundary.choose.more", count - shown.get()),
                move || {
                    measure(app, list.clone(), shown.get_untracked(), areas);
                    shown.update(|shown| *shown += FIRST);
                },
            )
        })
    };
    let (title, intro) = if layer.is_a_guess {
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
            {together(app, name, layer, areas)}
            <ul class="candidates">{items}</ul>
            <p class="actions">{more}{link(app.t("boundary.choose.instead"), move || app.survey().given.set(Given::Nothing))}</p>
        </section>
    }
    .into_any()
}

/// The parcels of one cluster are measured together, without what is taken away from it.
fn together(
    app: App,
    file: &str,
    layer: &Arc<Layer>,
    areas: RwSignal<Vec<Measured>>,
) -> Option<View> {
    let of = |share| layer.offers.iter().filter(move |one| one.share == share);
    let (parts, away) = (of(Share::Part).count(), of(Share::Away).count());
    if layer.is_a_guess || parts == 0 || parts + away < 2 {
        return None;
    }
    let mut told = vec![app.count("boundary.together_text", parts)];
    if away > 0 {
        let names: Vec<&str> = of(Share::Away)
            .filter_map(|one| one.label.as_deref())
            .take(NAMES)
            .collect();
        told.push(app.fill("boundary.together.away", &[("names", &names.join(", "))]));
    }
    let told = told.join(" ");
    let list = Arc::clone(layer);
    let sum = move || {
        let m2 = areas.with(|areas| sum(&list, areas))?;
        Some(app.fill("boundary.together.sum", &[("area", &hectares(app, m2))]))
    };
    let (file, layer) = (file.to_owned(), Arc::clone(layer));
    let take = move || {
        let (file, layer) = (file.clone(), Arc::clone(&layer));
        spawn_local(async move {
            app.survey().open_together(app, file, &layer).await;
            focus::first(app.root(), "h1");
        });
    };
    Some(
        view! {
            <div class="panel flow together">
                <p>{told}" "{sum}</p>
                <p class="actions">{button(app.t("boundary.together"), take)}</p>
            </div>
        }
        .into_any(),
    )
}

/// The area of all together, once all are measured.
fn sum(layer: &Layer, areas: &[Measured]) -> Option<f64> {
    let offers = layer.offers.iter().enumerate();
    offers
        .filter(|(_, offer)| offer.share != Share::Whole)
        .try_fold(0.0, |sum, (index, offer)| {
            let area = areas.get(index).copied()???;
            Some(match offer.share {
                Share::Away => sum - area,
                Share::Part | Share::Whole => sum + area,
            })
        })
}

/// What is asked about waypoints, with their names in order where they have any.
fn waypoints(app: App, layer: &Layer) -> (String, String) {
    let names: Vec<&str> = layer
        .offers
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
    found: &Offer,
    areas: RwSignal<Vec<Measured>>,
) -> View {
    let number = (index + 1).to_string();
    let title = match found.label.as_ref().or(found.id.as_ref()) {
        Some(label) => label.clone(),
        None if layer.is_a_guess => app.t("boundary.waypoints.shape").to_owned(),
        None => app.fill("boundary.choose.unnamed", &[("number", &number)]),
    };
    let corners = app.count("boundary.corners", found.corners);
    let corners = match found.stated_area_m2 {
        Some(m2) => {
            let stated = app.fill("boundary.stated", &[("area", &hectares(app, m2))]);
            format!("{stated}, {corners}")
        }
        None => corners,
    };
    let text = move || {
        let area = areas.with(|areas| areas.get(index).copied().flatten());
        area.map_or_else(
            || corners.clone(),
            |area| format!("{}, {corners}", told_area(app, area)),
        )
    };
    let unmeasured = move || areas.with(|areas| areas.get(index).copied().flatten().is_none());
    let label = if layer.is_a_guess {
        app.t("boundary.waypoints.take").to_owned()
    } else {
        app.fill("boundary.choose.take", &[("name", &title)])
    };
    let path = outline_path(&found.outline);
    let svg = format!(r#"<path class="map__area" fill-rule="evenodd" d="{path}"/>"#);
    let (file, layer) = (file.to_owned(), Arc::clone(layer));
    let take = move || {
        app.survey().open(app, file.clone(), &layer, index);
        focus::first(app.root(), "h1");
    };
    view! {
        <li class="candidate">
            <svg class="candidate__shape" viewBox="0 0 96 72" aria-hidden="true" focusable="false" inner_html=svg></svg>
            <div class="candidate__body"><p><b>{title}</b></p><p class="small soft" aria-busy=move || unmeasured().to_string()>{text}</p>{button(label, take)}</div>
        </li>
    }
    .into_any()
}

/// The area, or that there is an error.
fn told_area(app: App, area_m2: Option<f64>) -> String {
    match area_m2 {
        Some(area_m2) => app.fill(
            "unit.hectares",
            &[("figure", &app.number(area_m2 / 10_000.0, 2))],
        ),
        None => app.t("boundary.choose.wrong").to_owned(),
    }
}

/// `None` before it is measured; then the area in square metres, or none where something must be fixed first.
type Measured = Option<Option<f64>>;

/// Measures those that come into the list. Where that fails, they are listed without their area.
fn measure(app: App, layer: Arc<Layer>, from: usize, areas: RwSignal<Vec<Measured>>) {
    spawn_local(async move {
        let Some(shapes) = layer.framed(from, FIRST) else {
            return;
        };
        let request = Request::Areas {
            crs: drawn_in(&layer),
        };
        if let Ok((Reply::Areas(found), _)) = app.survey().ask(&request, &shapes).await {
            areas.try_update(|areas| {
                areas.resize(areas.len().max(from + found.len()), None);
                for (slot, area) in areas.iter_mut().skip(from).zip(found) {
                    *slot = Some(area);
                }
            });
        }
    });
}
