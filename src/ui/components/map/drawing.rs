//! A sheet as SVG text.

use crate::platform::markup::escaped;
use crate::ui::state::App;
use crate::view_model::map::{Anchor, Beyond, HEIGHT, Point, Run, ScaleBar, Sheet, WIDTH};

/// A length with the unit people would use.
pub fn length(app: App, metres: f64) -> String {
    if metres >= 1000.0 {
        app.fill(
            "map.kilometres",
            &[("figure", &app.number(metres / 1000.0, 1))],
        )
    } else {
        app.fill("map.metres", &[("figure", &app.number(metres, 2))])
    }
}

/// The inside of the map's `svg`. `title` is written in the middle of the area.
pub fn drawing(app: App, sheet: &Sheet, title: Option<&str>) -> String {
    let mut svg = String::with_capacity(sheet.area.len() + 4096);
    grid(app, sheet, &mut svg);
    svg.push_str(&format!(
        r#"<path class="map__area" fill-rule="evenodd" d="{}"/>"#,
        sheet.area
    ));
    for edge in &sheet.wrong {
        let ([ax, ay], [bx, by]) = (edge.from, edge.to);
        svg.push_str(&format!(
            r#"<path class="map__wrong" d="M{ax:.1} {ay:.1}L{bx:.1} {by:.1}"/>"#
        ));
    }
    reaches(app, sheet, &mut svg);
    for [x, y] in &sheet.dots {
        svg.push_str(&format!(
            r#"<circle class="map__corner" cx="{x:.1}" cy="{y:.1}" r="6"/>"#
        ));
    }
    for one in &sheet.numbers {
        let [x, y] = one.at;
        text(
            &mut svg,
            "map__number",
            [x, y + 8.0],
            one.anchor,
            &one.number.to_string(),
        );
    }
    if let (Some([x, y]), Some(title)) = (sheet.title, title) {
        text(
            &mut svg,
            "map__label map__label--bold",
            [x, y + 8.0],
            Anchor::Middle,
            title,
        );
    }
    for flag in &sheet.flags {
        let [x, y] = flag.at;
        let (disc, letter) = if flag.must {
            ("map__flag", "map__flag-text")
        } else {
            (
                "map__flag map__flag--note",
                "map__flag-text map__flag-text--note",
            )
        };
        svg.push_str(&format!(
            r#"<circle class="{disc}" cx="{x:.1}" cy="{y:.1}" r="18"/>"#
        ));
        text(&mut svg, letter, [x, y + 9.0], Anchor::Middle, &flag.letter);
    }
    scale(app, &sheet.scale, &mut svg);
    north(app, &mut svg);
    svg
}

/// A text on the map.
pub fn text(svg: &mut String, class: &str, [x, y]: Point, anchor: Anchor, words: &str) {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    svg.push_str(&format!(
        r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{}</text>"#,
        escaped(words)
    ));
}

/// Labels nearer to the frame than this would be cut or lie on each other; at its foot stands the scale bar.
const LABEL_ROOM: f64 = 40.0;

fn grid(app: App, sheet: &Sheet, svg: &mut String) {
    let digits = if sheet.grid_step < 1.0 { 2 } else { 0 };
    for line in &sheet.grid {
        let at = line.at;
        let label = app.number(line.metres, digits);
        match line.run {
            Run::North => {
                svg.push_str(&format!(
                    r#"<path class="map__grid" d="M{at:.1} 0V{HEIGHT}"/>"#
                ));
                if at < WIDTH - 2.0 * LABEL_ROOM {
                    text(
                        svg,
                        "map__grid-label",
                        [at + 4.0, 18.0],
                        Anchor::Start,
                        &label,
                    );
                }
            }
            Run::East => {
                svg.push_str(&format!(
                    r#"<path class="map__grid" d="M0 {at:.1}H{WIDTH}"/>"#
                ));
                if (LABEL_ROOM..HEIGHT - 2.0 * LABEL_ROOM).contains(&at) {
                    text(
                        svg,
                        "map__grid-label",
                        [6.0, at - 5.0],
                        Anchor::Start,
                        &label,
                    );
                }
            }
        }
    }
}

/// The sign of an institution, on the map and in the list below it: corners are numbered, problems have letters.
pub fn place_sign(app: App, index: usize) -> String {
    app.fill("map.place", &[("number", &(index + 1).to_string())])
}

/// Lines to institutions: a disc where one is on the map, an arrow with the distance where the line goes on beyond it.
fn reaches(app: App, sheet: &Sheet, svg: &mut String) {
    for (index, mark) in sheet.reaches.iter().enumerate() {
        let Some(mark) = mark else { continue };
        let sign = place_sign(app, index);
        let ([ax, ay], [bx, by]) = (mark.from, mark.to);
        svg.push_str(&format!(
            r#"<path class="map__reach" d="M{ax:.1} {ay:.1}L{bx:.1} {by:.1}"/>"#
        ));
        let Some(Beyond { metres, way, words }) = mark.beyond else {
            svg.push_str(&format!(
                r#"<circle class="map__place" cx="{bx:.1}" cy="{by:.1}" r="15"/>"#
            ));
            text(
                svg,
                "map__place-text",
                [bx, by + 7.0],
                Anchor::Middle,
                &sign,
            );
            continue;
        };
        let [dx, dy] = [way[0] * ARROW, way[1] * ARROW];
        svg.push_str(&format!(
            r#"<path class="map__ink" d="M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z"/>"#,
            bx + dx,
            by + dy,
            bx - dy / 2.0,
            by + dx / 2.0,
            bx + dy / 2.0,
            by - dx / 2.0,
        ));
        let far = app.number((metres / 1000.0).round(), 0);
        let far = app.fill("map.kilometres", &[("figure", &far)]);
        let [x, y] = words;
        let label = format!("{sign}: {far}");
        text(
            svg,
            "map__label map__label--bold",
            [x, y + 8.0],
            Anchor::Middle,
            &label,
        );
    }
}

/// Length of the head of an arrow.
const ARROW: f64 = 18.0;

/// On a shorter scale bar, units of the canvas, the figure of its middle would run into the one of its end on a phone.
const ROOM_FOR_HALF: f64 = 130.0;

fn scale(app: App, bar: &ScaleBar, svg: &mut String) {
    let (x, y) = (40.0, HEIGHT - 40.0);
    let quarter = bar.units / 4.0;
    for (class, from, width) in [
        ("map__ink", 0.0, quarter),
        ("map__hollow", quarter, quarter),
        ("map__ink", 2.0 * quarter, 2.0 * quarter),
    ] {
        svg.push_str(&format!(
            r#"<rect class="{class}" x="{:.2}" y="{y}" width="{width:.2}" height="9"/>"#,
            x + from
        ));
    }
    let kilometres = bar.metres >= 1000.0;
    let figure = |metres: f64| app.number(if kilometres { metres / 1000.0 } else { metres }, 3);
    let label = |svg: &mut String, at: f64, words: &str| {
        text(svg, "map__label", [x + at, y - 12.0], Anchor::Middle, words);
    };
    label(svg, 0.0, "0");
    if bar.units >= ROOM_FOR_HALF {
        label(svg, 2.0 * quarter, &figure(bar.metres / 2.0));
    }
    let unit = if kilometres { "km" } else { "m" };
    let whole = format!("{}\u{a0}{unit}", figure(bar.metres));
    label(svg, bar.units + 14.0, &whole);
}

fn north(app: App, svg: &mut String) {
    let (x, y) = (WIDTH - 44.0, HEIGHT - 72.0);
    svg.push_str(&format!(
        r#"<path class="map__ink" d="M{x} {y}l-13 40 13-9z"/><path class="map__hollow" d="M{x} {y}l13 40-13-9z"/>"#
    ));
    text(
        svg,
        "map__label map__label--bold",
        [x, y - 10.0],
        Anchor::Middle,
        app.t("map.north"),
    );
}
