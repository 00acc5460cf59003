use crate::ui::prelude::*;

use super::{GRID, axis, range_words, value_marks};
use crate::ui::state::App;
use cluster_ready_core::score::Range;

/// Middle line, half caps and half tick of the drawing, 56 high.
const LINE: f64 = 26.0;
const CAP: f64 = 7.0;
const TICK: f64 = 17.0;

/// The overall value on the scale bar of the five levels; `here` is the level reached.
pub fn range_figure(app: App, range: &Range, here: Option<u8>) -> View {
    let label = range_words(app, app.t("result.overall"), range);
    let body = format!(
        "{}{}{}",
        grid(),
        value_marks(range, LINE, CAP, TICK),
        bar(app)
    );
    let levels = app
        .model()
        .levels
        .iter()
        .map(|level| {
            let class = if here == Some(level.number) {
                "is-here"
            } else {
                ""
            };
            view! { <li class=class>{app.text(&level.name)}</li> }
        })
        .collect_view();
    view! {
        <figure class="range">
            <svg class="range__plot" viewBox="0 0 100 56" height="56" preserveAspectRatio="none" role="img" aria-label=label inner_html=body></svg>
            {axis(app)}
            <ol class="range__levels">{levels}</ol>
        </figure>
    }
    .into_any()
}

fn grid() -> String {
    let inner = GRID.get(1..GRID.len() - 1).unwrap_or_default();
    let lines: String = inner.iter().map(|at| format!("M{at} 4V48")).collect();
    format!(r#"<path class="plot-grid" d="{lines}"/>"#)
}

/// One segment per level, filled and empty in turn.
fn bar(app: App) -> String {
    let ends = app
        .model()
        .levels
        .iter()
        .skip(1)
        .map(|level| level.from)
        .chain([100.0]);
    app.model()
        .levels
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(index, (level, end))| {
            let class = if index % 2 == 0 {
                "plot-full"
            } else {
                "plot-empty"
            };
            format!(
                r#"<rect class="{class}" x="{:.2}" y="48" width="{:.2}" height="7"/>"#,
                level.from,
                end - level.from
            )
        })
        .collect()
}
