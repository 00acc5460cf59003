use std::sync::Arc;

use crate::ui::prelude::*;

use super::failure::coordinate;
use super::history;
use super::pdf;
use super::problem_text::{place, reason, repair_label, title};
use super::review::{Review, reviews};
use super::stated;
use crate::platform::focus;
use crate::ui::components::{link, svg};
use crate::ui::state::{App, Work};
use crate::view_model::map::letters;
use cluster_ready_core::boundary::{Problem, Severity};
use cluster_ready_core::read::{Axes, Format, Note};
use cluster_ready_core::survey::Surveyed;

/// So many are shown at first.
const FIRST: usize = 12;

/// Everything found, each with its letter, its place and a way out.
pub fn problems(app: App) -> View {
    let shown = RwSignal::new(FIRST);
    let body = move || {
        let seen = app.survey().seen.get()?;
        let work = app.survey().work.get()?;
        Some(list(app, &seen, &work, shown))
    };
    view! { <section aria-labelledby="boundary-problems"><div class="flow">{body}</div></section> }
        .into_any()
}

fn list(app: App, seen: &Arc<Surveyed>, work: &Work, shown: RwSignal<usize>) -> View {
    let found = &seen.problems;
    let mut notes: Vec<(String, String)> = notes(app, work);
    notes.extend(stated::note(app, seen, work));
    let reviews = reviews(app, seen, work);
    let heading = heading(app, found, reviews.len(), notes.len());
    let numbered: Vec<(&Problem, Option<String>)> = found.iter().zip(letters(found)).collect();
    let (must, others): (Vec<_>, Vec<_>) = numbered
        .into_iter()
        .take(shown.get())
        .partition(|(problem, _)| problem.severity == Severity::MustFix);
    let items = |problems: Vec<(&Problem, Option<String>)>| {
        problems
            .into_iter()
            .map(|(problem, letter)| item(app, seen, problem, letter))
            .collect_view()
    };
    let hidden = found.len().saturating_sub(shown.get());
    let more = (hidden > 0).then(|| {
        link(app.count("boundary.problems.rest", hidden), move || {
            shown.update(|shown| *shown += FIRST)
        })
    });
    view! {
        <h2 id="boundary-problems" tabindex="-1">{heading}</h2>
        {history::buttons(app, "#boundary-problems")}
        <ul class="problems">
            {items(must)}
            {reviews.into_iter().map(|one| review(app, one)).collect_view()}
            {items(others)}
            {notes.into_iter().map(|(title, text)| note(app, title, text)).collect_view()}
        </ul>
        {more}
    }
    .into_any()
}

/// How much there is of what, the worst first.
fn heading(app: App, problems: &[Problem], reviews: usize, notes: usize) -> String {
    let of = |severity| {
        let alike = problems.iter().filter(|one| one.severity == severity);
        alike.count()
    };
    let (must, warned) = (of(Severity::MustFix), of(Severity::Warning));
    let reviews = reviews + warned;
    let notes = problems.len() - must - warned + notes;
    if must + reviews + notes == 0 {
        return app.t("boundary.problems.none").to_owned();
    }
    if must + reviews == 0 {
        return app.count("boundary.problems.notes", notes);
    }
    [
        (must, "boundary.problems.must"),
        (reviews, "boundary.problems.review"),
        (notes, "boundary.problems.and_notes"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, key)| app.count(key, count))
    .collect::<Vec<_>>()
    .join(", ")
}

/// What contradicts the facts about the cluster, with the way to where it is settled.
fn review(app: App, Review { title, text, way }: Review) -> View {
    let (label, id) = way;
    let go = move || focus::by_id(&app.root(), id);
    view! {
        <li class="problem problem--review">
            {warning_sign()}
            <div class="problem__body">
                <p class="problem__kind">{app.t("boundary.kind.warning")}</p>
                <h3>{title}</h3>
                <p>{text}</p>
                <div class="actions">{link(app.t(label), go)}</div>
            </div>
        </li>
    }
    .into_any()
}

fn warning_sign() -> View {
    svg(
        "problem__mark",
        "0 0 28 28",
        r#"<path class="mark__solid" d="M14 2 27 26H1z"/><path class="mark__cut" d="M14 10v7"/><circle class="mark__cut-dot" cx="14" cy="21" r="1.6"/>"#,
    )
}

fn item(app: App, seen: &Arc<Surveyed>, problem: &Problem, letter: Option<String>) -> View {
    let must = problem.severity == Severity::MustFix;
    let warned = problem.severity == Severity::Warning;
    let kind = app.t(match problem.severity {
        Severity::MustFix => "boundary.kind.must",
        Severity::Repaired => "boundary.kind.repaired",
        Severity::Warning => "boundary.kind.warning",
        Severity::Note => "boundary.kind.note",
    });
    let at = place(app, seen, problem)
        .map(|place| app.fill("boundary.problem.at", &[("place", &place)]))
        .unwrap_or_default();
    let text = format!("{at} {}", reason(app, problem.kind));
    view! {
        <li class="problem" class:problem--must=must class:problem--review=warned>
            {problem_mark(letter, must)}
            <div class="problem__body">
                <p class="problem__kind">{kind}</p>
                <h3>{title(app, problem)}</h3>
                <p>{text.trim().to_owned()}</p>
                {way_out(app, problem)}
            </div>
        </li>
    }
    .into_any()
}

/// What can be done about it. Nothing is changed without a press.
fn way_out(app: App, problem: &Problem) -> Option<View> {
    let in_table = move || {
        link(app.t("boundary.in_table"), move || {
            focus::by_id(&app.root(), "boundary-table");
        })
    };
    match (problem.severity, problem.repair.clone()) {
        (Severity::MustFix, Some(repair)) => {
            let label = repair_label(app, &repair);
            let said = label.clone();
            let apply = move || {
                app.survey().repair(app, &repair);
                app.announcement
                    .set(app.fill("boundary.repaired", &[("what", &said)]));
                focus::first(app.root(), "#boundary-problems");
            };
            let after = problem.repaired_area_m2.map(|area| {
                let figure = app.number(area / 10_000.0, 2);
                let text = app.fill("boundary.repair.after", &[("area", &figure)]);
                view! { <p class="small soft">{text}</p> }
            });
            Some(
                view! {
                    <div class="actions"><button type="button" class="button button--small" on:click=move |_| apply()>{label}</button>{in_table()}</div>
                    {after}
                }
                .into_any(),
            )
        }
        (Severity::MustFix, None) => {
            Some(view! { <div class="actions">{in_table()}</div> }.into_any())
        }
        (Severity::Repaired, repair) => {
            let label = repair
                .map(|repair| repair_label(app, &repair))
                .unwrap_or_else(|| app.t("boundary.repair.accept").to_owned());
            let said = label.clone();
            let accept = move || {
                app.survey().accept_mended(app);
                app.announcement
                    .set(app.fill("boundary.repaired", &[("what", &said)]));
                focus::first(app.root(), "#boundary-problems");
            };
            let label = app.fill("boundary.repair.keep", &[("what", &label)]);
            Some(
                view! { <div class="actions"><button type="button" class="button button--plain button--small" on:click=move |_| accept()>{label}</button></div> }
                    .into_any(),
            )
        }
        (Severity::Warning | Severity::Note, _) => None,
    }
}

/// The letter that stands on the map too, or a sign for what has no place.
fn problem_mark(letter: Option<String>, must: bool) -> View {
    let body = match letter {
        Some(letter) => {
            let (disc, text) = if must {
                ("mark__must", "mark__cut-letter")
            } else {
                ("mark__ring", "mark__letter")
            };
            format!(
                r#"<circle class="{disc}" cx="14" cy="14" r="12.5"/><text class="{text}" x="14" y="19.5">{letter}</text>"#
            )
        }
        None if must => r#"<path class="mark__must" d="M14 2 27 26H1z"/><path class="mark__cut" d="M14 10v7"/><circle class="mark__cut-dot" cx="14" cy="21" r="1.6"/>"#.to_owned(),
        None => r#"<circle class="mark__ring" cx="14" cy="14" r="12.5"/><path class="mark__line" d="M14 12v8"/><circle class="mark__solid" cx="14" cy="8.5" r="1.6"/>"#.to_owned(),
    };
    view! { <svg class="problem__mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false" inner_html=body></svg> }.into_any()
}

fn note(app: App, title: String, text: String) -> View {
    let mark = svg(
        "problem__mark",
        "0 0 28 28",
        r#"<circle class="mark__ring" cx="14" cy="14" r="12.5"/><path class="mark__line" d="M14 12v8"/><circle class="mark__solid" cx="14" cy="8.5" r="1.6"/>"#,
    );
    view! {
        <li class="problem">
            {mark}
            <div class="problem__body"><p class="problem__kind">{app.t("boundary.kind.note")}</p><h3>{title}</h3><p>{text}</p></div>
        </li>
    }
    .into_any()
}

/// By its name in the table, else by its number.
fn corner_name(corner: usize, label: &str) -> String {
    if label.is_empty() {
        corner.to_string()
    } else {
        label.to_owned()
    }
}

/// What was decided while reading.
fn notes(app: App, work: &Work) -> Vec<(String, String)> {
    let told =
        |title: &'static str, text: &'static str| (app.t(title).to_owned(), app.t(text).to_owned());
    let metres = !work.shown_crs().is_degrees();
    let mut notes: Vec<(String, String)> = work
        .notes
        .iter()
        .map(|note| match note {
            Note::NotPolygons { count } => (
                app.count("boundary.note.others", *count),
                app.t("boundary.note.others_text").to_owned(),
            ),
            Note::ForeignOutline {
                name,
                count,
                corner,
                x,
                y,
            } => (
                app.fill(
                    if *count == 1 {
                        "boundary.note.foreign.one"
                    } else {
                        "boundary.note.foreign.other"
                    },
                    &[("outline", name), ("count", &count.to_string())],
                ),
                app.fill(
                    "boundary.note.foreign_text",
                    &[
                        ("corner", &corner.to_string()),
                        ("x", &coordinate(app, *x)),
                        ("y", &coordinate(app, *y)),
                    ],
                ),
            ),
            Note::OtherFiles { names } => (
                app.t("boundary.note.files").to_owned(),
                app.fill("boundary.note.files_text", &[("names", &names.join(", "))]),
            ),
            Note::BlankEnd { byte } => (
                app.t("boundary.note.blank_end").to_owned(),
                app.fill(
                    "boundary.note.blank_end_text",
                    &[("byte", &byte.to_string())],
                ),
            ),
            Note::CodeAgainstParameters { code } => (
                app.t("boundary.note.code").to_owned(),
                app.fill("boundary.note.code_text", &[("code", &code.to_string())]),
            ),
            Note::Curves { count } => (
                app.count("boundary.note.curves", *count),
                app.t("boundary.note.curves_text").to_owned(),
            ),
            Note::HiddenSheet { name } => (
                app.fill("boundary.note.hidden_sheet", &[("name", name)]),
                app.t("boundary.note.hidden_sheet_text").to_owned(),
            ),
            Note::LinesAsRings { count } => (
                app.count("boundary.note.lines", *count),
                app.t("boundary.note.lines_text").to_owned(),
            ),
            Note::WaypointsAsCorners { count } => (
                app.count("boundary.note.waypoints", *count),
                app.t("boundary.note.waypoints_text").to_owned(),
            ),
            Note::LinkNotFollowed { address } => (
                app.t("boundary.note.link").to_owned(),
                app.fill("boundary.note.link_text", &[("address", address)]),
            ),
            Note::TextLine { row, text } => (
                app.fill("boundary.note.line", &[("row", &row.to_string())]),
                app.fill("boundary.note.line_text", &[("text", text)]),
            ),
            Note::Sheet { name } => (
                app.fill("boundary.note.sheet", &[("name", name)]),
                app.t("boundary.note.sheet_text").to_owned(),
            ),
            Note::StatedTotal { area_m2 } => stated::unassigned(app, &[*area_m2], true),
            Note::StatedArea { stated_m2, .. } => stated::unassigned(app, &[*stated_m2], false),
            Note::StatedAreas { areas_m2 } => stated::unassigned(app, areas_m2, false),
            Note::OtherTable { table } => (
                app.fill("boundary.note.table", &[("table", &table.to_string())]),
                app.t("boundary.note.sheet_text").to_owned(),
            ),
            Note::HiddenText => told(
                "boundary.note.hidden_words",
                "boundary.note.hidden_words_text",
            ),
            Note::Deletions => told("boundary.note.deletions", "boundary.note.deletions_text"),
            Note::HiddenCells { sheet } => (
                app.t("boundary.note.hidden").to_owned(),
                app.fill("boundary.note.hidden_text", &[("sheet", sheet)]),
            ),
            Note::Column { column, text } => (
                app.fill("boundary.note.column", &[("column", &column.to_string())]),
                app.fill("boundary.note.column_text", &[("text", text)]),
            ),
            Note::FarCorner { corner, label } => (
                app.fill(
                    "boundary.note.far",
                    &[("corner", &corner_name(*corner, label))],
                ),
                app.t("boundary.note.far_text").to_owned(),
            ),
            Note::LooseCorners { count } => (
                app.count("boundary.note.loose", *count),
                app.t("boundary.note.loose_text").to_owned(),
            ),
            Note::Sorted { count } => (
                app.count("boundary.note.sorted", *count),
                app.t("boundary.note.sorted_text").to_owned(),
            ),
            Note::NameGap { before, after } => (
                app.fill("boundary.note.gap", &[("before", before), ("after", after)]),
                app.t("boundary.note.gap_text").to_owned(),
            ),
            Note::ControlPoints { name } => (
                app.t("boundary.note.controls").to_owned(),
                app.fill("boundary.note.controls_text", &[("name", name)]),
            ),
            Note::ZoneNumber { zone } => (
                app.fill("boundary.note.zone_number", &[("zone", &zone.to_string())]),
                app.t("boundary.note.zone_number_text").to_owned(),
            ),
            Note::Blocks { names } => (
                app.t("boundary.note.blocks").to_owned(),
                app.fill("boundary.note.blocks_text", &[("names", &names.join(", "))]),
            ),
            Note::Arcs { count } => (
                app.count("boundary.note.arcs", *count),
                app.t("boundary.note.arcs_text").to_owned(),
            ),
            Note::RecognisedText => told(
                "boundary.note.pdf_recognised",
                "boundary.note.pdf_recognised_text",
            ),
            Note::TableOnPage { page } => pdf::table(app, *page),
            Note::UnknownLetters { page } => pdf::unknown_letters(app, *page),
            Note::ScannedPages { pages } => pdf::scanned(app, pages),
            Note::Units => told("boundary.note.units", "boundary.note.units_text"),
            Note::OldEncoding => told("boundary.note.encoding", "boundary.note.encoding_text"),
            Note::OldLetters { encoding } => (
                app.fill("boundary.note.letters", &[("encoding", encoding)]),
                app.t("boundary.note.letters_text").to_owned(),
            ),
            Note::HeadingAgainstSizes if metres => {
                told("boundary.note.heading", "boundary.note.heading_text")
            }
            Note::HeadingAgainstSizes => told(
                "boundary.note.heading",
                "boundary.note.heading_degrees_text",
            ),
            Note::MarksBySize => told("boundary.note.marks", "boundary.note.marks_text"),
        })
        .collect();
    let said = work.notes.contains(&Note::HeadingAgainstSizes);
    let axes = Format::of_word(&work.format).map(Format::axes);
    if axes == Some(Axes::AsHeaded) && metres && !said {
        notes.push(told("boundary.note.north", "boundary.note.north_text"));
    }
    notes
}
