use crate::ui::prelude::*;

use super::history;
use super::problem_text::part_name;
use super::row::{Place, row};
use super::system_name::system_name;
use crate::platform::{focus, intl};
use crate::ui::components::{Choice, Picker, button, choice, link, plain_button};
use crate::ui::state::{App, CornerTable};
use crate::view_model::map::letters;
use cluster_ready_core::boundary::Severity;
use cluster_ready_core::survey::MOST_LISTED;

/// Rows shown at first, and with every press of "more".
const FIRST: usize = 50;
/// So many rings can be chosen.
const MOST_RINGS: usize = 200;
/// Rows to type into at first.
const BLANK: usize = 4;

/// What a row shows beside its fields, computed once for the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    /// From each corner to the next one, metres.
    pub lengths: Vec<f64>,
    /// Letters of the problems whose edges begin at a corner: index and letter.
    pub flags: Vec<(usize, String)>,
}

/// The corners of the boundary at hand, to be read and corrected.
pub fn corners(app: App) -> View {
    let survey = app.survey();
    let beside = Memo::new(move |_| beside(app));
    let degrees = Memo::new(move |_| {
        survey.work.with(|work| {
            work.as_ref()
                .is_some_and(|work| work.shown_crs().is_degrees())
        })
    });
    let caption = move || {
        survey
            .work
            .with(|work| work.as_ref().map(|work| system_name(app, work.shown_crs())))
    };
    // In a table with blank rows a corner's row has another number.
    let chosen = Memo::new(move |_| {
        let editable = survey.editing.get().and_then(|_| survey.editable())?;
        survey.table.row_of(survey.chosen(&editable)?.corner)
    });
    let place = Place {
        app,
        table: survey.table,
        beside: beside.into(),
        degrees: degrees.into(),
        id: "corner",
        chosen: chosen.into(),
        in_work: true,
    };
    let editable = Memo::new(move |_| {
        survey
            .seen
            .with(|seen| seen.as_ref().is_some_and(|seen| seen.table.is_whole()))
    });
    let body = move || {
        if editable.get() {
            let caption = view! { <caption>{caption}</caption> }.into_any();
            let head = head(app, degrees.get());
            edited(place, caption, head)
        } else {
            read_only(app, degrees.get())
        }
    };
    view! {
        <section class="section" aria-labelledby="boundary-table" on:keydown=move |event| history::key(app, &event, Some("#boundary-table"))>
            <h2 id="boundary-table" tabindex="-1">{app.t("boundary.table")}</h2>
            {move || rings(app)}
            {body}
        </section>
    }
    .into_any()
}

fn beside(app: App) -> Beside {
    let survey = app.survey();
    let (part, ring) = survey.ring.get();
    survey.seen.with(|seen| {
        let Some(seen) = seen else {
            return Beside::default();
        };
        let lengths = seen.table.lengths.clone();
        let problems = &seen.problems;
        let flags = problems
            .iter()
            .zip(letters(problems))
            .filter(|(problem, _)| {
                problem.severity == Severity::MustFix
                    && problem.part == part
                    && problem.ring == ring
            })
            .filter_map(|(problem, letter)| Some((problem.corners.clone(), letter?)))
            .flat_map(|(corners, letter)| {
                // Of the two ends of an edge the first; a single corner stands for itself.
                let starts: Vec<usize> = corners.iter().step_by(2).copied().collect();
                starts
                    .into_iter()
                    .map(move |corner| (corner.saturating_sub(1), letter.clone()))
            })
            .collect();
        Beside { lengths, flags }
    })
}

/// Which ring the table shows, where there are several.
fn rings(app: App) -> Option<View> {
    let survey = app.survey();
    let seen = survey.seen.get()?;
    let all = seen.rings.iter().enumerate().flat_map(|(part, rings)| {
        let of_part = rings.iter().enumerate();
        of_part.map(move |(ring, corners)| (part, ring, *corners))
    });
    let count = all.clone().count();
    if count < 2 {
        return None;
    }
    let rings: Vec<(usize, usize, usize)> = all.take(MOST_RINGS).collect();
    let more = (count > MOST_RINGS).then(
        || view! { <p class="hint">{app.count("boundary.table.rings_more", MOST_RINGS)}</p> },
    );
    let now = survey.ring.get();
    let option = |(part, ring, corners): &(usize, usize, usize)| {
        let value = format!("{part}-{ring}");
        let name = part_name(app, &seen, *part, *ring);
        let text = format!("{name}, {}", app.count("boundary.corners", *corners));
        let selected = now == (*part, *ring);
        view! { <option value=value selected=selected>{text}</option> }
    };
    let on_change = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        if let Some((part, ring)) = value
            .split_once('-')
            .and_then(|(part, ring)| Some((part.parse().ok()?, ring.parse().ok()?)))
        {
            survey.show_ring(app, part, ring);
        }
    };
    Some(
        view! {
            <div class="field">
                <label class="label" for="boundary-ring">{app.t("boundary.table.ring")}</label>
                {more}
                <select class="input input--medium" id="boundary-ring" on:change=on_change>{rings.iter().map(option).collect_view()}</select>
            </div>
        }
        .into_any(),
    )
}

/// Heading of the two coordinate columns.
pub fn names(app: App, degrees: bool) -> [&'static str; 2] {
    if degrees {
        [app.t("boundary.table.lon"), app.t("boundary.table.lat")]
    } else {
        [app.t("boundary.table.x"), app.t("boundary.table.y")]
    }
}

fn head(app: App, degrees: bool) -> View {
    let [first, second] = names(app, degrees);
    view! {
        <thead><tr>
            <th scope="col" class="num corners__number">{app.t("boundary.table.corner")}</th>
            <th scope="col" class="num">{first}</th>
            <th scope="col" class="num">{second}</th>
            <th scope="col" class="num corners__wide">{app.t("boundary.table.length")}</th>
            <th scope="col" class="corners__tool"><span class="hidden">{app.t("boundary.table.tools")}</span></th>
        </tr></thead>
    }
    .into_any()
}

/// A table whose rows are edited.
fn edited(place: Place, caption: View, head: View) -> View {
    let (app, table) = (place.app, place.table);
    let shown = RwSignal::new(FIRST);
    // The row of the corner that is chosen on the map is always there.
    let shown_rows = move || {
        let chosen = place.chosen.get();
        let chosen = table
            .rows
            .with(|rows| rows.iter().position(|row| Some(row.id) == chosen));
        shown.get().max(chosen.map_or(0, |index| index + 1))
    };
    let keys = Memo::new(move |_| {
        table.rows.with(|rows| {
            rows.iter()
                .take(shown_rows())
                .enumerate()
                .map(|(index, row)| (index, row.id))
                .collect::<Vec<_>>()
        })
    });
    let rows = move || {
        keys.get()
            .into_iter()
            .map(|(index, id)| row(place, index, id).keyed((index as u64) << 32 | u64::from(id)))
            .collect_view()
    };
    let more = move || {
        let hidden = table.rows.with(Vec::len).saturating_sub(shown_rows());
        (hidden > 0).then(|| {
            link(app.count("boundary.table.more", hidden), move || {
                shown.set(untrack(shown_rows) + FIRST);
            })
        })
    };
    let add = move || {
        let end = table.rows.with_untracked(Vec::len);
        shown.update(|shown| *shown = (*shown).max(end + 1));
        table.insert(end);
        let id = table
            .rows
            .with_untracked(|rows| rows.last().map(|row| row.id))
            .unwrap_or_default();
        focus::later(app.root(), format!("{}-{id}-first", place.id));
    };
    view! {
        <p class="hint small" id=format!("{}-hint", place.id)>{app.t("boundary.table.hint")}</p>
        <table class="corners corners--edit" aria-describedby=format!("{}-hint", place.id)>
            {caption}
            {head}
            <tbody>{rows}</tbody>
        </table>
        <p class="echo" role="status">{move || state(app, table)}</p>
        <div class="actions">{more}{plain_button(app.t("boundary.table.add"), add)}</div>
    }
    .into_any()
}

/// What the table says as it stands.
fn state(app: App, table: CornerTable) -> String {
    let wrong = table.problems.with(Vec::len);
    if wrong > 0 {
        app.count("boundary.table.wrong", wrong)
    } else if table.corners.get() < 3 {
        app.t("boundary.type.few").to_owned()
    } else {
        app.count("boundary.table.read", table.corners.get())
    }
}

/// Too many corners to be typed: shown only.
fn read_only(app: App, degrees: bool) -> View {
    let survey = app.survey();
    let shown = RwSignal::new(FIRST);
    let [first, second] = names(app, degrees);
    let corners = move || {
        survey.seen.with(|seen| {
            let table = seen.as_ref().map(|seen| &seen.table);
            table.map(|table| table.corners.clone()).unwrap_or_default()
        })
    };
    let digits = if degrees { 8 } else { 3 };
    let rows = move || {
        corners()
            .into_iter()
            .take(shown.get())
            .enumerate()
            .map(|(index, [x, y])| {
                let (a, b) = if degrees { (x, y) } else { (y, x) };
                let number = intl::whole(app.language(), index + 1);
                view! { <tr><th scope="row" class="num">{number}</th><td class="num">{app.number(a, digits)}</td><td class="num">{app.number(b, digits)}</td></tr> }
            })
            .collect_view()
    };
    let more = move || {
        let hidden = corners().len().saturating_sub(shown.get());
        (hidden > 0).then(|| {
            link(app.count("boundary.table.more", hidden), move || {
                shown.update(|shown| *shown += FIRST)
            })
        })
    };
    view! {
        <p class="hint">{app.count("boundary.table.too_long", MOST_LISTED)}</p>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="boundary-table">
            <table class="corners">
                <thead><tr><th scope="col" class="num">{app.t("boundary.table.corner")}</th><th scope="col" class="num">{first}</th><th scope="col" class="num">{second}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="actions">{more}</p>
    }
    .into_any()
}

/// Corners typed from nothing.
pub fn typed(app: App) -> View {
    let survey = app.survey();
    survey.typed.fill_up(BLANK);
    let degrees = RwSignal::new(app.typed("typed-system").as_deref() == Some("degrees"));
    let system = |word: &'static str, label: &'static str, value: bool| {
        choice(Choice {
            id: format!("typed-{word}"),
            name: "typed-system".to_owned(),
            picker: Picker::Radio,
            label: app.t(label).to_owned(),
            sub: None,
            key: None,
            on: Signal::derive(move || degrees.get() == value),
            on_pick: Callback::new(move |()| {
                app.keep_typed("typed-system", word.to_owned());
                degrees.set(value);
            }),
        })
    };
    let place = Place {
        app,
        table: survey.typed,
        beside: Signal::derive(Beside::default),
        degrees: degrees.into(),
        id: "typed",
        chosen: Signal::derive(|| None),
        in_work: false,
    };
    let failed = RwSignal::new(false);
    let open = move || {
        let opened = survey.open_typed(app);
        failed.set(!opened);
        focus::first(app.root(), if opened { "h1" } else { ".typed-failed" });
    };
    let table = move || {
        let caption =
            view! { <caption class="hidden">{app.t("boundary.table")}</caption> }.into_any();
        edited(place, caption, head(app, degrees.get()))
    };
    let told = move || {
        failed.get().then(|| {
            let text = if survey.typed.problems.with(Vec::is_empty) {
                app.t("boundary.type.few")
            } else {
                app.t("boundary.type.wrong")
            };
            view! { <p class="error typed-failed" role="alert" tabindex="-1">{text}</p> }
        })
    };
    view! {
        <fieldset class="field">
            <legend class="label">{app.t("boundary.type.system")}</legend>
            <div class="choices choices--inline">
                {system("metres", "boundary.type.metres", false)}
                {system("degrees", "boundary.type.degrees", true)}
            </div>
        </fieldset>
        {table}
        {told}
        <p class="actions">{button(app.t("boundary.type.open"), open)}</p>
    }
    .into_any()
}
