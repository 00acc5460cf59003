use crate::ui::prelude::*;

use super::near::near_name;
use crate::platform::markup::escaped;
use crate::ui::state::App;
use crate::view_model::map::{self, Anchor, Pin};
use cluster_ready_core::boundary::Position;
use cluster_ready_core::survey::Surveyed;

/// A place named on the sketch.
#[derive(Debug, Clone, PartialEq)]
pub struct LocatorPin {
    /// Longitude and latitude.
    pub place: Position,
    pub name: String,
    pub mark: PinMark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinMark {
    /// A solid diamond: the cluster, or the system to propose.
    Solid,
    /// A hollow circle: another possibility.
    Hollow,
}

/// The sketch of Viet Nam with these places, and thin lines from the first of them to `lines`.
pub fn locator(
    app: App,
    pins: &[LocatorPin],
    lines: &[Position],
    about: String,
    caption: String,
) -> View {
    let places: Vec<(Position, &str)> = pins.iter().map(|pin| (pin.place, &*pin.name)).collect();
    let sketch = map::locator(&places);
    let mut svg = String::with_capacity(8192);
    svg.push_str(r#"<rect class="locator__frame" x="0.5" y="0.5" width="283" height="335"/>"#);
    for land in &sketch.land {
        svg.push_str(&format!(r#"<path class="locator__land" d="{land}"/>"#));
    }
    for [x, y] in &sketch.isles {
        svg.push_str(&format!(
            r#"<circle class="locator__isle" cx="{x:.1}" cy="{y:.1}" r="1.8"/>"#
        ));
    }
    names(app, &mut svg);
    if let Some(Some(first)) = sketch.pins.first() {
        let [ax, ay] = first.at;
        for line in lines {
            let [bx, by] = map::on_locator(*line);
            svg.push_str(&format!(r#"<path class="locator__lead" d="M{ax:.1} {ay:.1}L{bx:.1} {by:.1}"/><circle class="locator__isle" cx="{bx:.1}" cy="{by:.1}" r="2.4"/>"#));
        }
    }
    // The proposed place is drawn last, over the others.
    let drawn = pins.iter().zip(&sketch.pins);
    for (named, pin) in drawn.rev() {
        if let Some(pin) = pin {
            draw(named, pin, &mut svg);
        }
    }
    view! {
        <figure class="flow">
            <svg class="locator" viewBox="0 0 284 336" role="img" aria-label=about inner_html=svg></svg>
            <figcaption class="small soft">{caption}</figcaption>
        </figure>
    }
    .into_any()
}

/// Both archipelagos and the sea between them.
fn names(app: App, svg: &mut String) {
    for (class, x, y, words) in [
        ("locator__text", 195, 171, app.t("locator.archipelago")),
        ("locator__text", 195, 186, app.t("locator.hoang_sa")),
        ("locator__text", 209, 319, app.t("locator.truong_sa")),
        (
            "locator__text locator__text--sea",
            187,
            221,
            app.t("locator.sea"),
        ),
    ] {
        svg.push_str(&format!(
            r#"<text class="{class}" x="{x}" y="{y}" text-anchor="middle">{words}</text>"#
        ));
    }
}

fn draw(named: &LocatorPin, pin: &Pin, svg: &mut String) {
    let ([x, y], [tx, ty]) = (pin.at, pin.tag.at);
    let (anchor, gap) = match pin.tag.anchor {
        Anchor::End => ("end", -4.0),
        Anchor::Start | Anchor::Middle => ("start", 4.0),
    };
    if !pin.name.is_empty() {
        svg.push_str(&format!(r#"<path class="locator__lead" d="M{x:.1} {y:.1}L{tx:.1} {ty:.1}"/><text class="locator__text" x="{:.1}" y="{:.1}" text-anchor="{anchor}">{}</text>"#, tx + gap, ty + 4.0, escaped(&pin.name)));
    }
    match named.mark {
        PinMark::Solid => svg.push_str(&format!(
            r#"<path class="locator__pin" d="M{x:.1} {y:.1}m0 -7l7 7-7 7-7-7z"/>"#
        )),
        PinMark::Hollow => svg.push_str(&format!(
            r#"<circle class="locator__pin locator__pin--not" cx="{x:.1}" cy="{y:.1}" r="5"/>"#
        )),
    }
}

/// Where the boundary lies, with lines to its institutions. `name` stands beside the mark.
pub fn boundary_locator(app: App, surveyed: &Surveyed, name: String) -> View {
    let Some(place) = surveyed
        .measures
        .as_ref()
        .map(|measures| measures.centre)
        .or(surveyed.middle_wgs84)
    else {
        return ().into_any();
    };
    let near = surveyed.near();
    let lines: Vec<Position> = near.iter().map(|near| near.place).collect();
    let names: Vec<String> = near.iter().map(|near| near_name(app, near)).collect();
    let [lon, lat] = place;
    let mut about = app.fill(
        "locator.about",
        &[("lon", &app.number(lon, 4)), ("lat", &app.number(lat, 4))],
    );
    if !names.is_empty() {
        about.push(' ');
        about.push_str(&app.fill("locator.lines", &[("names", &names.join("; "))]));
    }
    let pin = LocatorPin {
        place,
        name,
        mark: PinMark::Solid,
    };
    locator(
        app,
        &[pin],
        &lines,
        about,
        app.t("locator.caption").to_owned(),
    )
}
