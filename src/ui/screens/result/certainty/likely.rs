use crate::ui::prelude::*;

use super::{block, range_text};
use crate::ui::components::{fact, likely_figure, span};
use crate::ui::state::App;
use crate::view_model::result::Certainty;
use cluster_ready_core::score::uncertainty::DRAWS;

/// The likely and the possible range on one scale, and what each of them is.
pub fn likely(app: App, found: &Certainty) -> View {
    let likely = span(app, found.band.p05, found.band.p95);
    let possible = range_text(app, found.range.low, found.range.high);
    let label = app.fill(
        "certainty.figure",
        &[
            ("points", &app.points(found.central)),
            ("likely", &likely),
            ("possible", &possible),
        ],
    );
    let title = app.fill(
        "certainty.headline",
        &[("points", &app.points(found.central)), ("likely", &likely)],
    );
    let why = app.fill("certainty.likely_why", &[("draws", &app.whole(DRAWS))]);
    let limits = match found.missing {
        0 => app.t("certainty.possible_complete").to_owned(),
        missing => app.count("certainty.possible_why", missing),
    };
    let facts = view! {
        <dl class="certainty__facts">
            {fact(format!("{} {likely}", app.t("certainty.likely")), why)}
            {fact(format!("{} {possible}", app.t("certainty.possible")), limits)}
        </dl>
    };
    block(
        title,
        vec![
            likely_figure(app, &[(found.band, found.range)], label),
            facts.into_any(),
        ],
    )
}
