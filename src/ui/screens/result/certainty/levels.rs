use crate::ui::prelude::*;

use super::{block, sign};
use crate::ui::components::svg;
use crate::ui::screens::result::overall::level_name;
use crate::ui::state::App;
use crate::view_model::result::{Levels, Sure};

/// Columns and rows of the hundred squares, their side and distance.
const ROWS: u32 = 4;
const SIDE: f64 = 13.0;
const STEP_X: f64 = 16.0;
const STEP_Y: f64 = 16.4;
/// More kinds than can be told apart by a stroke and a cross stand in the table alone.
const KINDS: usize = 3;

/// How often each level comes out, as a hundred squares and as a table.
pub fn levels(app: App, levels: &Levels) -> View {
    let (leading, most) = leading(levels);
    let title = app.fill(
        "certainty.levels",
        &[
            ("count", &most.to_string()),
            ("level", &leading.to_string()),
        ],
    );
    let mut kinds: Vec<(u8, u32)> = levels
        .counts
        .iter()
        .copied()
        .filter(|(_, count)| *count > 0)
        .collect();
    cluster_ready_core::order::by(&mut kinds, |a, b| b.1.cmp(&a.1));
    let mut body = Vec::new();
    if kinds.len() <= KINDS {
        body.push(squares(app, &kinds));
    }
    body.push(table(app, levels, leading));
    block(title, body)
}

/// The level of the most draws, and of how many of a hundred.
fn leading(levels: &Levels) -> (u8, u32) {
    let mut counts = levels.counts.iter().copied();
    let first = counts.next().unwrap_or_default();
    counts.fold(first, |best, one| if one.1 > best.1 { one } else { best })
}

fn squares(app: App, kinds: &[(u8, u32)]) -> View {
    let mut marks = String::new();
    let mut place = 0;
    for (kind, (_, count)) in kinds.iter().enumerate() {
        for _ in 0..*count {
            let x = 1.0 + STEP_X * f64::from(place / ROWS);
            let y = 1.0 + STEP_Y * f64::from(place % ROWS);
            marks.push_str(&square(kind, x, y));
            place += 1;
        }
    }
    let words: Vec<String> = kinds
        .iter()
        .map(|(level, count)| times(app, *level, *count))
        .collect();
    let label = app.fill("certainty.squares", &[("counts", &words.join(", "))]);
    let keys = kinds
        .iter()
        .enumerate()
        .zip(words)
        .map(|((kind, _), words)| {
            let key = sign("hundred__key", "0 0 15 15", square(kind, 1.0, 1.0));
            view! { <li>{key}<span>{words}</span></li> }
        })
        .collect_view();
    view! {
        <figure class="flow">
            <svg class="hundred" viewBox="0 0 400 66" role="img" aria-label=label inner_html=marks></svg>
            <figcaption><ul class="legend">{keys}</ul></figcaption>
        </figure>
    }
    .into_any()
}

/// Full, with one stroke, or with a cross.
fn square(kind: usize, x: f64, y: f64) -> String {
    let class = if kind == 0 {
        "hundred__on"
    } else {
        "hundred__off"
    };
    let mut mark =
        format!(r#"<rect class="{class}" x="{x}" y="{y}" width="{SIDE}" height="{SIDE}"/>"#);
    let (right, bottom) = (x + SIDE, y + SIDE);
    if kind >= 1 {
        mark.push_str(&format!(
            r#"<path class="hundred__line" d="M{x} {bottom}L{right} {y}"/>"#
        ));
    }
    if kind >= 2 {
        mark.push_str(&format!(
            r#"<path class="hundred__line" d="M{x} {y}L{right} {bottom}"/>"#
        ));
    }
    mark
}

fn times(app: App, level: u8, count: u32) -> String {
    app.fill(
        "certainty.times",
        &[
            ("count", &count.to_string()),
            ("level", &level.to_string()),
            ("name", &level_name(app, level)),
        ],
    )
}

fn table(app: App, levels: &Levels, leading: u8) -> View {
    let rows = levels
        .counts
        .iter()
        .zip(&app.model().levels)
        .map(|((number, count), level)| {
            let count = app.whole(*count as usize);
            let count = if *number == leading {
                view! { <b>{count}</b> }.into_any()
            } else {
                view! { <span>{count}</span> }.into_any()
            };
            view! {
                <tr>
                    <th scope="row">{format!("{number} {}", app.text(&level.name))}</th>
                    <td class="num">{app.points(level.from)}</td>
                    <td class="num">{count}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="certainty__table">
            <caption class="hidden">{app.t("certainty.levels_caption")}</caption>
            <thead><tr>
                <th scope="col">{app.t("result.level")}</th>
                <th scope="col" class="num">{app.t("certainty.from_points")}</th>
                <th scope="col" class="num">{app.t("certainty.of_hundred")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// How sure the level is, in a sentence.
pub fn sentence(app: App, levels: &Levels) -> String {
    match levels.sure {
        Sure::AlmostCertain { level, count } => sure(app, "certainty.almost", level, count),
        Sure::Likely { level, count } => sure(app, "certainty.probable", level, count),
        Sure::Unclear {
            levels: [low, high],
        } => app.fill(
            "certainty.unclear",
            &[("level", &low.to_string()), ("other", &high.to_string())],
        ),
    }
}

fn sure(app: App, key: &str, level: u8, count: u32) -> String {
    app.fill(
        key,
        &[("level", &level.to_string()), ("count", &count.to_string())],
    )
}

/// The mark beside a level that is firm.
pub fn firm(app: App) -> View {
    let tick = svg(
        "firm__icon",
        "0 0 16 16",
        r#"<path class="mark__line" d="M2.5 8.5 6 12l7.5-8"/>"#,
    );
    view! { <span class="firm">{tick}{app.t("certainty.firm")}</span> }.into_any()
}
