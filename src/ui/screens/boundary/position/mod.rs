//! Corners taken on site: stand at each one and take the device's position.

mod failure;
mod here;
mod list;
mod site;

use crate::ui::prelude::*;

use crate::ui::state::App;
use cluster_ready_core::boundary::Fix;
use site::Site;

/// The way of giving a boundary; the device is asked for positions as long as it is on the page.
pub fn position(app: App) -> View {
    let site = Site::new(app);
    on_cleanup(move || site.stop());
    let hint = if app.sends() {
        "boundary.walk.hint_sending"
    } else {
        "boundary.walk.hint"
    };
    view! {
        <p class="hint">{app.t(hint)}</p>
        {move || site.problem.get().map(|problem| failure::failure(app, problem))}
        {move || here::here(site)}
        {list::list(site)}
    }
    .into_any()
}

/// Longitude and latitude to a tenth of a metre.
fn place(app: App, fix: Fix, key: &str) -> String {
    let [lon, lat] = fix.place;
    app.fill(
        key,
        &[("lon", &app.number(lon, 6)), ("lat", &app.number(lat, 6))],
    )
}

/// "± 4 m"
fn accuracy(app: App, metres: f64) -> String {
    let digits = if metres < 10.0 { 1 } else { 0 };
    app.fill(
        "boundary.walk.accuracy",
        &[("figure", &app.number(metres, digits))],
    )
}
