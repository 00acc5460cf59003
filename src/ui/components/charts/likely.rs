use crate::ui::prelude::*;

use super::{axis, level_bands, pill};
use crate::ui::state::App;
use cluster_ready_core::score::Range;
use cluster_ready_core::score::uncertainty::Band;

/// Height of one value's row, half heights of its pill, caps and tick, px.
const ROW: f64 = 44.0;
const PILL: f64 = 13.0;
const CAP: f64 = 8.0;
const TICK: f64 = 17.0;

/// Likely ranges as pills on the possible ones as thin lines, a row each, on the scale of the levels.
pub fn likely_figure(app: App, rows: &[(Band, Range)], label: String) -> View {
    // A handful of rows.
    let height = ROW * rows.len() as f64;
    let mut body = level_bands(app, height);
    for (row, (band, range)) in rows.iter().enumerate() {
        body.push_str(&marks(band, range, ROW * (row as f64 + 0.5)));
    }
    view! {
        <figure class="range">
            <svg class="likely" height=height.to_string() role="img" aria-label=label inner_html=body></svg>
            {axis(app)}
        </figure>
    }
    .into_any()
}

fn marks(band: &Band, range: &Range, y: f64) -> String {
    let mut marks = String::new();
    if let (Some(low), Some(high)) = (range.low, range.high)
        && high - low > 1e-9
    {
        let line = |x1: f64, x2: f64, y1: f64, y2: f64| {
            format!(r#"<line class="plot-reach" x1="{x1:.2}%" x2="{x2:.2}%" y1="{y1}" y2="{y2}"/>"#)
        };
        marks += &line(low, high, y, y);
        marks += &line(low, low, y - CAP, y + CAP);
        marks += &line(high, high, y - CAP, y + CAP);
    }
    marks += &pill(band, y - PILL, 2.0 * PILL);
    if let Some(value) = range.central {
        marks += &format!(
            r#"<line class="plot-tick" x1="{value:.2}%" x2="{value:.2}%" y1="{}" y2="{}"/>"#,
            y - TICK,
            y + TICK,
        );
    }
    marks
}
