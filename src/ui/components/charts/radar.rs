use std::fmt::Write;

use crate::ui::prelude::*;

use crate::platform::markup::escaped;
use crate::ui::state::App;
use crate::view_model::chart::{Axis, Point, RADAR_SIZE, Radar, Side, radar};
use cluster_ready_core::score::Score;

/// Between the lines of a name.
const LINE: f64 = 18.0;

/// The dimensions as a figure with five corners. A table has to stand beside it.
pub fn radar_chart(app: App, score: &Score, label: String) -> View {
    let shape = radar(&score.dimensions);
    let mut body = shape_marks(&shape);
    for ((axis, dimension), scored) in shape
        .axes
        .iter()
        .zip(&app.model().dimensions)
        .zip(&score.dimensions)
    {
        let value = scored
            .range
            .central
            .map_or("–".to_owned(), |value| app.points(value));
        body.push_str(&name(axis, &app.text(&dimension.short), &value));
    }
    for (ring, value) in shape.rings.iter().zip([20.0, 40.0, 60.0, 80.0, 100.0]) {
        // The inner figures would lie under the line.
        if let (Some((x, y)), true) = (ring.first(), value > 40.0) {
            let _ = write!(
                body,
                r#"<text class="plot-text plot-text--soft halo" x="{:.1}" y="{:.1}">{}</text>"#,
                x + 5.0,
                y + 4.0,
                app.points(value)
            );
        }
    }
    let view_box = format!("0 0 {} {}", RADAR_SIZE.0, RADAR_SIZE.1);
    view! { <svg class="radar" viewBox=view_box role="img" aria-label=label inner_html=body></svg> }
        .into_any()
}

fn shape_marks(shape: &Radar) -> String {
    let mut body = String::new();
    let (last, inner) = match shape.rings.split_last() {
        Some((last, inner)) => (Some(last), inner),
        None => (None, shape.rings.as_slice()),
    };
    for ring in inner {
        let _ = write!(body, r#"<path class="plot-grid" d="{}"/>"#, closed(ring));
    }
    for axis in &shape.axes {
        let ends = [shape.centre, axis.end];
        let _ = write!(body, r#"<path class="plot-grid" d="{}"/>"#, open(&ends));
    }
    if let Some(edge) = last {
        let _ = write!(body, r#"<path class="plot-edge" d="{}"/>"#, closed(edge));
    }
    if !shape.high.is_empty() {
        let _ = write!(
            body,
            r#"<path class="plot-band" fill-rule="evenodd" d="{}{}"/>"#,
            closed(&shape.high),
            closed(&shape.low)
        );
    }
    for (a, b) in &shape.lines {
        let _ = write!(body, r#"<path class="plot-line" d="{}"/>"#, open(&[*a, *b]));
    }
    for (x, y) in &shape.dots {
        let _ = write!(
            body,
            r#"<circle class="plot-dot" cx="{x:.1}" cy="{y:.1}" r="4.5"/>"#
        );
    }
    body
}

/// A dimension's name and value at the end of its axis: above each other, but side by side at the top.
fn name(axis: &Axis, name: &str, value: &str) -> String {
    let (x, y) = axis.label;
    let name = escaped(name);
    let anchor = match axis.side {
        Side::Middle => {
            return format!(
                r#"<text class="plot-text" x="{x:.1}" y="{:.1}" text-anchor="middle">{name} <tspan class="plot-text--bold">{value}</tspan></text>"#,
                y - 4.0
            );
        }
        Side::Right => "start",
        Side::Left => "end",
    };
    format!(
        r#"<text class="plot-text" text-anchor="{anchor}"><tspan x="{x:.1}" y="{y:.1}">{name}</tspan><tspan class="plot-text--bold" x="{x:.1}" y="{:.1}">{value}</tspan></text>"#,
        y + LINE
    )
}

fn open(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{x:.1} {y:.1}");
    }
    path
}

fn closed(points: &[Point]) -> String {
    open(points) + "Z"
}
