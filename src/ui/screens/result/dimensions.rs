use crate::ui::prelude::*;

use super::Shown;
use super::overall::short_name;
use super::part::part;
use crate::ui::components::{Bar, bars, legend, paragraph, radar_chart, span};
use crate::ui::state::App;
use crate::view_model::chart::{has_band, reach};
use crate::view_model::result::{self, Part};

/// The five dimensions: bars that compare, a figure, and the table that says the same.
pub fn dimensions(app: App, shown: &Shown) -> View {
    let dimensions = &shown.score.dimensions;
    let rows = dimensions.iter().enumerate().map(|(index, one)| Bar {
        name: short_name(app, index),
        range: one.range,
    });
    let mut body = Vec::new();
    if let Some(text) = extremes(app, shown) {
        body.push(paragraph("section__intro", text));
    }
    let has_reach = dimensions
        .iter()
        .any(|one| reach(one.range.low, one.range.high).is_some());
    body.push(legend(app, has_reach));
    body.push(bars(app, rows.collect()));
    body.push(figure_and_table(app, shown));
    part(Part::Pillars, app.t("result.dimensions"), body)
}

/// The strongest and the weakest dimension.
fn extremes(app: App, shown: &Shown) -> Option<String> {
    let (high, low) = result::extremes(&shown.score)?;
    Some(app.fill(
        "result.extremes",
        &[
            ("low", &short_name(app, low.dimension)),
            ("low_points", &app.points(low.points)),
            ("high", &short_name(app, high.dimension)),
            ("high_points", &app.points(high.points)),
        ],
    ))
}

fn figure_and_table(app: App, shown: &Shown) -> View {
    let extremes = extremes(app, shown).unwrap_or_default();
    let label = app.fill("chart.radar", &[("text", &extremes)]);
    let dimensions = &shown.score.dimensions;
    let rows = dimensions
        .iter()
        .zip(&app.model().dimensions)
        .zip(&shown.groups)
        .map(|((scored, dimension), group)| {
            let value = scored
                .range
                .central
                .map_or("–".to_owned(), |value| app.points(value));
            let reach = match (scored.range.low, scored.range.high) {
                (Some(low), Some(high)) => span(app, low, high),
                _ => "–".to_owned(),
            };
            let answered = format!("{}/{}", group.answered, group.applicable);
            let coverage = if scored.rated {
                format!("{}%", app.number(scored.coverage * 100.0, 0))
            } else {
                app.t("result.dimension_not_rated").to_owned()
            };
            view! {
                <tr>
                    <th scope="row">{app.text(&dimension.name)}</th>
                    <td class="num"><b>{value}</b></td>
                    <td class="num">{reach}</td>
                    <td class="num">{answered}</td>
                    <td class="num">{coverage}</td>
                </tr>
            }
        })
        .collect_view();
    let band = has_band(dimensions).then(|| view! { <span>" "{app.t("chart.radar_band")}</span> });
    view! {
        <div class="duo">
            <figure class="flow">
                {radar_chart(app, &shown.score, label)}
                <figcaption class="small soft">{app.t("chart.radar_caption")}{band}</figcaption>
            </figure>
            <div class="scroll" tabindex="0" role="group" aria-label=app.t("result.dimensions_table")>
                <table>
                    <caption>{app.t("result.dimensions_table")}</caption>
                    <thead><tr>
                        <th scope="col">{app.t("result.dimension")}</th>
                        <th scope="col" class="num">{app.t("result.points")}</th>
                        <th scope="col" class="num">{app.t("result.furthest_column")}</th>
                        <th scope="col" class="num">{app.t("result.answered_column")}</th>
                        <th scope="col" class="num">{app.t("result.coverage")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}
