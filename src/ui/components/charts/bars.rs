use crate::ui::prelude::*;

use super::{GRID, axis, range_words, span, value_marks};
use crate::ui::state::App;
use crate::view_model::chart::BAR_HEIGHT;
use cluster_ready_core::score::Range;

const CAP: f64 = 5.0;
const TICK: f64 = 11.0;

/// One value of a bar chart.
pub struct Bar {
    pub name: String,
    pub range: Range,
}

/// Values under each other on one scale.
pub fn bars(app: App, bars: Vec<Bar>) -> View {
    let rows = bars.into_iter().map(|bar| row(app, bar)).collect_view();
    view! {
        <ul class="bars">{rows}</ul>
        <div class="bars__axis">{axis(app)}</div>
    }
    .into_any()
}

fn row(app: App, Bar { name, range }: Bar) -> View {
    let lines: String = GRID
        .iter()
        .map(|at| format!("M{at} 0V{BAR_HEIGHT}"))
        .collect();
    let body = format!(
        r#"<path class="plot-grid" d="{lines}"/>{}"#,
        value_marks(&range, BAR_HEIGHT / 2.0, CAP, TICK)
    );
    let label = range_words(app, &name, &range);
    let value = range
        .central
        .map_or("–".to_owned(), |value| app.points(value));
    let reach = match (range.low, range.high) {
        (Some(low), Some(high)) => span(app, low, high),
        _ => "–".to_owned(),
    };
    view! {
        <li class="bar">
            <h3 class="bar__name">{name}</h3>
            <svg class="range__plot bar__plot" viewBox="0 0 100 28" height="28" preserveAspectRatio="none" role="img" aria-label=label inner_html=body></svg>
            <p class="bar__value" aria-hidden="true">{value}</p>
            <p class="bar__span" aria-hidden="true">{reach}</p>
        </li>
    }
    .into_any()
}
