use crate::ui::prelude::*;

use super::{block, sign};
use crate::ui::components::{more, paragraph};
use crate::ui::state::App;
use crate::view_model::result::{Certainty, Moved};
use cluster_ready_core::score::uncertainty::Bar;

/// Height of a bar and of its row, px.
const BAR: f64 = 14.0;
const ROW: f64 = 24.0;
/// Room at both ends for the figures, as a share of the domain.
const ROOM: f64 = 0.18;

/// What one bar is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Missing,
    Answered,
    Method,
}

impl Kind {
    const fn class(self) -> &'static str {
        match self {
            Self::Missing => "tornado__missing",
            Self::Answered => "tornado__answered",
            Self::Method => "tornado__method",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Missing => "certainty.bar.missing",
            Self::Answered => "certainty.bar.answered",
            Self::Method => "certainty.bar.method",
        }
    }
}

struct Row {
    name: String,
    kind: Kind,
    bar: Bar,
}

/// One change at a time, all else as it is: bars from the present value, and the table of all of them.
pub fn tornado(app: App, found: &Certainty) -> View {
    let mut rows: Vec<Row> = found
        .bars
        .iter()
        .take(found.drawn)
        .map(|one| Row {
            name: name(app, one),
            kind: kind(one),
            bar: one.bar,
        })
        .collect();
    rows.push(method(app, "certainty.bar.weights", found.weights));
    rows.push(method(app, "certainty.bar.formula", found.formula));
    let least = rows.iter().map(|row| row.bar.low).fold(0.0, f64::min);
    let most = rows.iter().map(|row| row.bar.high).fold(0.0, f64::max);
    let room = (most - least).max(0.1) * ROOM;
    let (from, width) = (least - room, most - least + 2.0 * room);
    let drawn = rows
        .iter()
        .map(|row| drawn(app, row, from, width))
        .collect_view();
    let keys = [Kind::Missing, Kind::Answered, Kind::Method]
        .into_iter()
        .filter(|kind| rows.iter().any(|row| row.kind == *kind))
        .map(|kind| {
            let mark = format!(
                r#"<rect class="{}" x="1" y="2" width="26" height="12"/>"#,
                kind.class()
            );
            view! { <li>{sign("legend__sign", "0 0 28 16", mark)}{app.t(kind.key())}</li> }
        })
        .collect_view();
    let intro = app.fill(
        "certainty.tornado_intro",
        &[("points", &app.points(found.central))],
    );
    let label = app.t("certainty.tornado_table");
    block(
        app.t("certainty.tornado").to_owned(),
        vec![
            paragraph("measure", intro),
            view! { <ul class="legend">{keys}</ul> }.into_any(),
            view! { <ul class="tornado">{drawn}</ul> }.into_any(),
            more(label, table(app, found)),
        ],
    )
}

fn name(app: App, one: &Moved) -> String {
    let indicator = app.model().indicators.get(one.indicator);
    indicator.map(|one| app.text(&one.name)).unwrap_or_default()
}

const fn kind(one: &Moved) -> Kind {
    if one.missing {
        Kind::Missing
    } else {
        Kind::Answered
    }
}

fn method(app: App, key: &'static str, bar: Bar) -> Row {
    Row {
        name: app.t(key).to_owned(),
        kind: Kind::Method,
        bar,
    }
}

/// A difference with its sign, one decimal.
fn signed(app: App, value: f64) -> String {
    let figure = app.number(value.abs(), 1);
    if figure == app.number(0.0, 1) {
        figure
    } else if value < 0.0 {
        format!("−{figure}")
    } else {
        format!("+{figure}")
    }
}

fn drawn(app: App, row: &Row, from: f64, width: f64) -> View {
    let at = |value: f64| (value - from) / width * 100.0;
    let (low, high, middle) = (at(row.bar.low), at(row.bar.high), at(0.0));
    let top = (ROW - BAR) / 2.0;
    let (less, greater) = (signed(app, row.bar.low), signed(app, row.bar.high));
    let body = format!(
        r#"<line class="tornado__middle" x1="{middle:.2}%" x2="{middle:.2}%" y1="0" y2="{ROW}"/><rect class="{class}" x="{low:.2}%" y="{top}" width="{wide:.2}%" height="{BAR}"/><line class="tornado__middle" x1="{middle:.2}%" x2="{middle:.2}%" y1="{top}" y2="{bottom}"/><text class="tornado__figure" x="{low:.2}%" y="17" dx="-6" text-anchor="end">{less}</text><text class="tornado__figure" x="{high:.2}%" y="17" dx="6">{greater}</text>"#,
        class = row.kind.class(),
        wide = high - low,
        bottom = top + BAR,
    );
    let label = app.fill(
        "certainty.bar_words",
        &[("name", &row.name), ("less", &less), ("greater", &greater)],
    );
    view! {
        <li class="tornado__row">
            <span class="tornado__name">{row.name.clone()}</span>
            <svg class="tornado__plot" height="24" role="img" aria-label=label inner_html=body></svg>
        </li>
    }
    .into_any()
}

fn table(app: App, found: &Certainty) -> View {
    let row = |name: String, what: &'static str, bar: Bar, effect: Option<f64>| {
        let effect = effect.map_or("–".to_owned(), |effect| {
            format!("{}%", app.number(effect * 100.0, 0))
        });
        view! {
            <tr>
                <th scope="row">{name}<span class="measures__source">{app.t(what)}</span></th>
                <td class="num">{signed(app, bar.low)}</td>
                <td class="num">{signed(app, bar.high)}</td>
                <td class="num">{effect}</td>
            </tr>
        }
    };
    let answers = found
        .bars
        .iter()
        .map(|one| row(name(app, one), kind(one).key(), one.bar, Some(one.effect)))
        .collect_view();
    let method = Kind::Method.key();
    let caption = app.t("certainty.tornado_table");
    view! {
        <div class="flow">
            <div class="scroll" tabindex="0" role="group" aria-label=caption>
                <table>
                    <caption class="hidden">{caption}</caption>
                    <thead><tr>
                        <th scope="col">{app.t("certainty.what")}</th>
                        <th scope="col" class="num">{app.t("certainty.less")}</th>
                        <th scope="col" class="num">{app.t("certainty.greater")}</th>
                        <th scope="col" class="num">{app.t("certainty.effect")}</th>
                    </tr></thead>
                    <tbody>
                        {answers}
                        {row(app.t("certainty.bar.weights").to_owned(), method, found.weights, None)}
                        {row(app.t("certainty.bar.formula").to_owned(), method, found.formula, None)}
                    </tbody>
                </table>
            </div>
            {paragraph("small soft", app.t("certainty.how"))}
        </div>
    }
    .into_any()
}
