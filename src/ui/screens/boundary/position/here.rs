use crate::ui::prelude::*;

use super::site::Site;
use super::{accuracy, place};
use cluster_ready_core::assessment::limits;

/// A position less accurate than this, metres, says little about a corner.
const POOR_M: f64 = 25.0;

/// Where the device is now, and the button that takes it.
pub fn here(site: Site) -> View {
    let app = site.app;
    if !site.is_watching.get() {
        let start = move || {
            site.problem.set(None);
            site.watch();
        };
        let label = move || {
            if site.problem.get().is_some() {
                app.t("boundary.walk.again")
            } else {
                app.t("boundary.walk.start")
            }
        };
        return view! { <p><button type="button" class="button" id="walk-start" on:click=move |_| start()>{label}</button></p> }.into_any();
    }
    let now = move || match site.now.get() {
        Some(fix) => app.fill(
            "boundary.walk.now",
            &[("accuracy", &accuracy(app, fix.accuracy_m))],
        ),
        None => app.t("boundary.walk.waiting").to_owned(),
    };
    let place = move || {
        let fix = site.now.get()?;
        Some(place(app, fix, "boundary.at.degrees"))
    };
    let poor = move || {
        let fix = site.now.get().filter(|fix| fix.accuracy_m > POOR_M)?;
        let figure = accuracy(app, fix.accuracy_m);
        Some(
            view! { <p class="small">{app.fill("boundary.walk.poor", &[("accuracy", &figure)])}</p> },
        )
    };
    let busy = move || site.taking.with(Option::is_some);
    let is_full = move || app.with(|a| a.walk.len()) >= limits::WALK_CORNERS;
    let off = move || busy() || is_full() || site.now.with(Option::is_none);
    let label = move || {
        if busy() {
            app.t("boundary.walk.still").to_owned()
        } else {
            let number = app.with(|a| a.walk.len() + 1).to_string();
            app.fill("boundary.walk.take", &[("corner", &number)])
        }
    };
    let take = move || {
        if !untrack(off) {
            site.take();
        }
    };
    let full = move || {
        is_full()
            .then(|| view! { <p>{app.count("boundary.move.too_many", limits::WALK_CORNERS)}</p> })
    };
    view! {
        <div class="panel walk__here">
            <p class="walk__now"><b>{now}</b><br /><span class="small soft">{place}</span></p>
            {poor}
            {full}
            <p><button type="button" class="button" id="walk-take" aria-disabled=move || off().then_some("true") on:click=move |_| take()>{label}</button></p>
        </div>
    }
    .into_any()
}
