use crate::ui::prelude::*;

use super::{block, range_text};
use crate::ui::components::{likely_figure, link, paragraph, span};
use crate::ui::state::{App, Screen};
use crate::view_model::result::Certainty;

/// The missing answers that would narrow the range most, as ways to their questions, and what would be left.
pub fn first(app: App, found: &Certainty) -> Option<View> {
    let after = found.after?;
    let ways = found
        .first
        .iter()
        .filter_map(|place| Some((*place, app.model().indicators.get(*place)?)))
        .map(|(place, indicator)| {
            let pillar = app.model().dimensions.get(indicator.dimension);
            let pillar = pillar.map(|one| app.text(&one.short)).unwrap_or_default();
            let go = link(app.text(&indicator.name), move || {
                app.changing.set(true);
                app.go(Screen::Question(place));
            });
            view! { <li>{go}<span class="small soft">{format!(" {pillar}")}</span></li> }
        })
        .collect_view();
    let (now, then) = (
        range_text(app, found.range.low, found.range.high),
        range_text(app, after.range.low, after.range.high),
    );
    let likely = |low, high| span(app, low, high);
    let likely_now = likely(found.band.p05, found.band.p95);
    let likely_then = likely(after.band.p05, after.band.p95);
    let label = app.fill(
        "certainty.first_figure",
        &[
            ("now", &now),
            ("then", &then),
            ("likely_now", &likely_now),
            ("likely_then", &likely_then),
        ],
    );
    let title = app.count("certainty.first", found.first.len());
    let title = format!(
        "{title} {}",
        app.fill("certainty.first_range", &[("now", &now), ("then", &then)])
    );
    let row = |key: &'static str, now: String, then: String| {
        view! { <tr><th scope="row">{app.t(key)}</th><td class="num">{now}</td><td class="num"><b>{then}</b></td></tr> }
    };
    let table = view! {
        <table class="certainty__table">
            <caption class="hidden">{title.clone()}</caption>
            <thead><tr>
                <td></td>
                <th scope="col" class="num">{app.t("certainty.now")}</th>
                <th scope="col" class="num">{app.t("certainty.then")}</th>
            </tr></thead>
            <tbody>
                {row("certainty.likely", likely_now, likely_then)}
                {row("certainty.possible", now, then)}
            </tbody>
        </table>
    };
    let pairs = [(found.band, found.range), (after.band, after.range)];
    Some(block(
        title,
        vec![
            view! { <ol class="certainty__first no-print">{ways}</ol> }.into_any(),
            likely_figure(app, &pairs, label),
            table.into_any(),
            paragraph("small soft", app.t("certainty.first_note")),
        ],
    ))
}
