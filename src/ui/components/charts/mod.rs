//! Charts as own drawings: a score is a tick on a reach, and words or a table say the same beside it.

mod bars;
mod likely;
mod radar;
mod range;

pub use bars::{Bar, bars};
pub use likely::likely_figure;
pub use radar::radar_chart;
pub use range::range_figure;

use crate::ui::prelude::*;

use super::icon::svg;
use crate::ui::state::App;
use crate::view_model::chart;
use cluster_ready_core::model::Level;
use cluster_ready_core::score::Range;
use cluster_ready_core::score::uncertainty::Band;

/// Grid lines and axis figures.
const GRID: [f64; 6] = [0.0, 20.0, 40.0, 60.0, 80.0, 100.0];

/// What the signs of a chart mean; `has_reach`: one of its values has a range.
pub fn legend(app: App, has_reach: bool) -> View {
    let tick = svg(
        "legend__sign",
        "0 0 32 16",
        r#"<path class="plot-tick" d="M16 1v14"/>"#,
    );
    let reach = svg(
        "legend__sign",
        "0 0 32 16",
        r#"<path class="plot-reach" d="M2 3v10M2 8h28M30 3v10"/>"#,
    );
    view! {
        <ul class="legend">
            <li>{tick}{app.t("chart.tick")}</li>
            {has_reach.then(|| view! { <li>{reach}{app.t("chart.reach")}</li> })}
        </ul>
    }
    .into_any()
}

/// The scale under a chart; every figure is in the words beside it too.
fn axis(app: App) -> View {
    let figures = GRID
        .into_iter()
        .map(|value| view! { <span>{app.points(value)}</span> })
        .collect_view();
    view! { <p class="range__axis" aria-hidden="true">{figures}</p> }.into_any()
}

/// The levels as bands across a drawing, tinted in turn.
pub fn level_bands(app: App, height: f64) -> String {
    let levels = &app.model().levels;
    let ends = levels.iter().skip(1).map(|one| one.from).chain([100.0]);
    let band = |(index, (level, end)): (usize, (&Level, f64))| {
        let class = if index % 2 == 0 {
            "scale__odd"
        } else {
            "scale__even"
        };
        format!(
            r#"<rect class="{class}" x="{}%" width="{}%" height="{height}"/>"#,
            level.from,
            end - level.from,
        )
    };
    levels.iter().zip(ends).enumerate().map(band).collect()
}

/// The likely range of a value.
pub fn pill(band: &Band, y: f64, height: f64) -> String {
    format!(
        r#"<rect class="plot-band" x="{:.2}%" y="{y}" width="{:.2}%" height="{height}" rx="3"/>"#,
        band.p05,
        band.p95 - band.p05,
    )
}

/// Reach and tick of a value around the middle line `y`.
fn value_marks(range: &Range, y: f64, cap: f64, tick: f64) -> String {
    let mut marks = String::new();
    if let Some((low, high)) = chart::reach(range.low, range.high) {
        marks.push_str(&format!(
            r#"<path class="plot-reach" d="M{low:.2} {top:.1}v{length:.1}M{low:.2} {y:.1}H{high:.2}M{high:.2} {top:.1}v{length:.1}"/>"#,
            top = y - cap,
            length = 2.0 * cap,
        ));
    }
    if let Some(value) = range.central {
        marks.push_str(&format!(
            r#"<path class="plot-tick" d="M{value:.2} {:.1}v{:.1}"/>"#,
            y - tick,
            2.0 * tick
        ));
    }
    marks
}

/// A value and its furthest range in words.
fn range_words(app: App, name: &str, range: &Range) -> String {
    match (range.central, range.low, range.high) {
        (Some(value), Some(low), Some(high)) => app.fill(
            "chart.value_and_range",
            &[
                ("name", name),
                ("value", &app.points(value)),
                ("low", &app.points(low)),
                ("high", &app.points(high)),
            ],
        ),
        (None, Some(low), Some(high)) => app.fill(
            "chart.range_only",
            &[
                ("name", name),
                ("low", &app.points(low)),
                ("high", &app.points(high)),
            ],
        ),
        _ => app.fill("chart.nothing", &[("name", name)]),
    }
}

/// A range as text; one figure where both ends look the same.
pub fn span(app: App, low: f64, high: f64) -> String {
    let (low, high) = (app.points(low), app.points(high));
    if low == high {
        low
    } else {
        app.fill("range.from_to", &[("low", &low), ("high", &high)])
    }
}
