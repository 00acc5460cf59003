//! What is asked about an earlier file, and why it gave nothing.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::super::stated::hectares;
use super::super::system::lands;
use super::super::system_name::{from_word, system_name, word};
use super::asking::{Comparing, Failed, Found};
use crate::ui::components::{button, link, plain_button};
use crate::ui::state::Layer;
use cluster_ready_core::boundary::Crs;
use cluster_ready_core::read::CrsOption;
use cluster_ready_core::survey::{Offer, Share};

pub fn failed(failed: &Failed) -> View {
    view! {
        <div class="error-summary" id="boundary-earlier-now" role="alert" tabindex="-1">
            <h3>{failed.title.clone()}</h3>
            <p class="error">{failed.problem.clone()}</p>
            <p>{failed.way_out.clone()}</p>
        </div>
    }
    .into_any()
}

fn another(comparing: Comparing) -> View {
    link(comparing.app.t("boundary.earlier.other"), move || {
        comparing.forget();
    })
}

/// Several boundaries: which one is the earlier one? Waypoints: is their order that of the boundary?
pub fn choose(comparing: Comparing, name: &str, layer: &Arc<Layer>) -> View {
    let app = comparing.app;
    let title = if layer.is_a_guess {
        app.t("boundary.earlier.waypoints").to_owned()
    } else {
        app.count("boundary.earlier.choose", layer.offers.len())
    };
    let shares = |share| layer.offers.iter().filter(|one| one.share == share).count();
    let several = !layer.is_a_guess
        && shares(Share::Part) > 0
        && shares(Share::Part) + shares(Share::Away) > 1;
    let take = |index: Option<usize>| {
        let (name, layer) = (name.to_owned(), Arc::clone(layer));
        move || comparing.open(name.clone(), Arc::clone(&layer), index)
    };
    let together = several.then(|| button(app.t("boundary.earlier.together"), take(None)));
    let item = |(index, offer): (usize, &Offer)| {
        let label = label(comparing, index, offer);
        view! { <li>{plain_button(label, take(Some(index)))}</li> }
    };
    view! {
        <div class="flow">
            <h3 id="boundary-earlier-now" tabindex="-1">{title}</h3>
            <p class="actions">{together}</p>
            <ul class="flow earlier__list">{layer.offers.iter().enumerate().map(item).collect_view()}</ul>
            <p class="actions">{another(comparing)}</p>
        </div>
    }
    .into_any()
}

/// "Use Lot A (stated area 12.21 ha, 7 corners)".
fn label(comparing: Comparing, index: usize, offer: &Offer) -> String {
    let app = comparing.app;
    let name = offer.label.clone().or_else(|| offer.id.clone());
    let name = name.unwrap_or_else(|| {
        let number = (index + 1).to_string();
        app.fill("boundary.choose.unnamed", &[("number", &number)])
    });
    let stated = offer
        .stated_area_m2
        .map(|m2| app.fill("boundary.stated", &[("area", &hectares(app, m2))]));
    let corners = app.count("boundary.corners", offer.corners);
    let about: Vec<String> = stated.into_iter().chain([corners]).collect();
    let take = app.fill("boundary.choose.take", &[("name", &name)]);
    format!("{take} ({})", about.join(", "))
}

/// In which system are the earlier corners? Most likely in that of the present ones.
pub fn place(comparing: Comparing, found: &Found, options: &Arc<Vec<CrsOption>>) -> View {
    const LIST: &str = "boundary-earlier-system";
    let app = comparing.app;
    let present = app
        .survey()
        .work
        .with_untracked(|work| work.as_ref().map(|work| work.shown_crs()));
    let same = options.iter().find(|option| Some(option.crs) == present);
    let first = same.or_else(|| options.first()).map(|option| option.crs);
    let picked = StoredValue::new(first.unwrap_or(Crs::Wgs84));
    let entry = |option: &CrsOption| {
        let crs = option.crs;
        let text = format!("{}. {}", system_name(app, crs), lands(app, option, options));
        view! { <option value=word(crs) prop:selected=Some(crs) == first>{text}</option> }
    };
    let change = move |event: web_sys::Event| {
        if let Some(crs) = from_word(&event_target_value(&event)) {
            picked.set_value(crs);
        }
    };
    let found = found.clone();
    let go = move || comparing.place(found.clone(), picked.get_value());
    view! {
        <div class="field" id="boundary-earlier-now" tabindex="-1">
            <label class="label" for=LIST>{app.t("boundary.earlier.system")}</label>
            <p class="hint" id="boundary-earlier-system-hint">{app.t("boundary.earlier.system_hint")}</p>
            <select class="input" id=LIST aria-describedby="boundary-earlier-system-hint" on:change=change>{options.iter().map(entry).collect_view()}</select>
            <p class="actions">{button(app.t("boundary.earlier.compare"), go)}{another(comparing)}</p>
        </div>
    }
    .into_any()
}
