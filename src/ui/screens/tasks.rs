use crate::ui::prelude::*;

use crate::ui::components::{Mark, Step, back, button, link, mark, steps};
use crate::ui::later;
use crate::ui::state::{App, Screen};
use crate::view_model::{self, Left, Progress, SectionState};
use cluster_ready_core::assessment::{Command, Mode};
use cluster_ready_core::score::LevelStatus;

/// The parts of the assessment and how far each is.
pub fn tasks(app: App) -> View {
    let name = app.peek(|a| a.profile.name.clone());
    if app.peek(|a| !a.entries.is_empty()) {
        app.later(|_| ());
    }
    let title = if name.is_empty() {
        app.t("tasks.title").to_owned()
    } else {
        name
    };
    let example = app
        .peek(|a| a.example)
        .then(|| view! { <p class="example">{app.t("example.mark")}</p> });
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div>
                    {back(app.t("tasks.back"), move || app.go(Screen::Profile))}
                    <div class="flow"><h1 tabindex="-1">{title}</h1><p class="lead measure">{move || app.t(if app.drafts.cannot_keep() { "tasks.lead_not_saved" } else { "tasks.lead" })}</p>{example}</div>
                </div>
                <div class="duo duo--side">
                    <section aria-labelledby="tasks-parts">
                        <h2 class="hidden" id="tasks-parts">{app.t("tasks.parts")}</h2>
                        <ul class="tasks">
                            {profile_task(app)}{(!app.is_firm()).then(|| boundary_task(app))}{move || sections(app)}{(!app.is_firm()).then(|| facts_task(app))}
                        </ul>
                    </section>
                    {move || so_far(app)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn task(app: App, shown: Mark, name: String, about: String, side: View, to: Screen) -> View {
    view! {
        <li class="task">
            {mark("task__mark", shown)}
            <div class="task__body"><h3 class="task__name">{link(name, move || app.go(to))}</h3><p class="soft">{about}</p></div>
            <div class="task__side">{side}</div>
        </li>
    }
    .into_any()
}

fn state(text: impl Into<String>) -> View {
    let text = text.into();
    view! { <p class="task__state">{text}</p> }.into_any()
}

fn profile_task(app: App) -> View {
    let done = app.peek(|a| {
        let profile = &a.profile;
        // A firm may stay without a name; its cluster and its size are needed later.
        match &profile.firm {
            Some(firm) => !firm.cluster.is_empty() && firm.workers.is_some(),
            None => !profile.name.is_empty() && profile.province.is_some(),
        }
    });
    let (shown, text) = if done {
        (Mark::Done, "state.done")
    } else {
        (Mark::Started, "state.incomplete")
    };
    task(
        app,
        shown,
        app.t("profile.title").into(),
        app.t("tasks.profile").into(),
        state(app.t(text)),
        Screen::Profile,
    )
}

fn facts_task(app: App) -> View {
    let said = app.peek(|a| view_model::facts_said(&a.profile.facts));
    let shown = match said {
        0 => Mark::Empty,
        _ => Mark::Started,
    };
    let side = if said == 0 {
        app.t("state.optional").to_owned()
    } else {
        app.count("tasks.facts_said", said)
    };
    task(
        app,
        shown,
        app.t("facts.title").into(),
        app.t("tasks.facts").into(),
        state(side),
        Screen::Facts,
    )
}

fn boundary_task(app: App) -> View {
    let (given, measured) = app.peek(|a| {
        (
            a.boundary.is_some(),
            a.boundary.as_ref().and_then(|b| b.measures.clone()),
        )
    });
    let (shown, side) = match (given, measured) {
        (true, Some(measures)) => {
            let area = app.fill(
                "unit.hectares",
                &[("figure", &app.number(measures.area_m2 / 10_000.0, 2))],
            );
            (Mark::Done, state(area))
        }
        (true, None) => {
            let text = app.t("tasks.boundary_must");
            (
                Mark::Must,
                view! { <p class="task__state task__state--must">{text}</p> }.into_any(),
            )
        }
        (false, _) => match later::now().and_then(|later| (later.pending)(app)) {
            Some(pending) => (Mark::Started, state(pending)),
            None => (Mark::Empty, state(app.t("state.open"))),
        },
    };
    task(
        app,
        shown,
        app.t("boundary.title").into(),
        app.t("tasks.boundary").into(),
        side,
        Screen::Boundary,
    )
}

fn sections(app: App) -> View {
    app.with(|assessment| view_model::progress(app.model(), assessment))
        .into_iter()
        .map(|section| section_task(app, &section))
        .collect_view()
        .into_any()
}

fn section_task(app: App, section: &Progress) -> View {
    let name = app
        .model()
        .dimensions
        .get(section.dimension)
        .map(|dimension| app.text(&dimension.name))
        .unwrap_or_default();
    let shown = match section.state {
        SectionState::NotStarted => Mark::Empty,
        SectionState::Started => Mark::Started,
        SectionState::Done if section.unknown > 0 => Mark::Unknown,
        SectionState::Done => Mark::Done,
    };
    let (settled, total) = (section.settled.to_string(), section.asked.len().to_string());
    let mut text = app.fill("tasks.settled", &[("settled", &settled), ("total", &total)]);
    if section.unknown > 0 {
        text = format!("{text}, {}", app.count("tasks.unknown", section.unknown));
    }
    let bar: Vec<Step> = (0..section.asked.len())
        .map(|n| {
            if n < section.settled {
                Step::Done
            } else {
                Step::Todo
            }
        })
        .collect();
    let side = view! { <p class="task__state">{text}</p><div class="task__steps">{steps("steps", &bar)}</div> };
    let to = section
        .first_open
        .or_else(|| section.asked.first().copied())
        .map_or(Screen::Tasks, Screen::Question);
    let about = section
        .asked
        .iter()
        .filter_map(|index| app.model().indicators.get(*index))
        .take(3)
        .map(|indicator| app.text(&indicator.name))
        .collect::<Vec<_>>()
        .join(", ");
    task(app, shown, name, about, side.into_any(), to)
}

/// What the answers so far give, and the next thing to do.
fn so_far(app: App) -> View {
    let sections = app.with(|assessment| view_model::progress(app.model(), assessment));
    let sum = |count: fn(&Progress) -> usize| sections.iter().map(count).sum::<usize>();
    let asked = sum(|section| section.asked.len());
    let answered = sum(|section| section.settled - section.unknown);
    // Before the first answer there is no range, and its rules are not loaded yet.
    let SoFar { label, value, text } = app
        .later_now()
        .and_then(|later| (later.so_far)(app))
        .unwrap_or_else(|| SoFar {
            label: "tasks.range",
            value: app.t("range.none").to_owned(),
            text: "tasks.no_level_yet",
        });
    let left = app.with(|assessment| view_model::left(&sections, assessment));
    let (name, to) = match left {
        Left::Question(dimension, question) => {
            let dimension = app.model().dimensions.get(dimension);
            let name = dimension.map(|dimension| app.text(&dimension.short));
            (name.unwrap_or_default(), Screen::Question(question))
        }
        Left::Boundary => (app.t("boundary.title").to_owned(), Screen::Boundary),
        Left::Facts => (app.t("facts.title").to_owned(), Screen::Facts),
        Left::Nothing => (String::new(), Screen::Check),
    };
    let is_done = left == Left::Nothing;
    let check = app.t("tasks.check");
    let go_on = if is_done {
        check.to_owned()
    } else {
        app.fill("tasks.go_on", &[("section", &name)])
    };
    let quick = app.with(|assessment| assessment.mode == Mode::Quick);
    let to_full = quick.then(|| {
        link(app.t("tasks.to_full"), move || {
            app.dispatch(Command::SetMode(Mode::Full));
        })
    });
    view! {
        <aside class="panel" aria-labelledby="tasks-so-far">
            <h2 id="tasks-so-far">{app.t("tasks.so_far")}</h2>
            <dl class="key-figures">
                <div><dt>{app.t("tasks.answered")}</dt><dd>{format!("{answered}/{asked}")}</dd></div>
                <div><dt>{app.t(label)}</dt><dd>{value}</dd></div>
            </dl>
            <p class="small">{app.t(text)}</p>
            <p>{button(go_on, move || app.go(to))}</p>
            <p class="actions">
                {(!is_done).then(|| link(check, move || app.go(Screen::Check)))}
                {link(app.t("tasks.result"), move || app.go(Screen::Result))}
                {to_full}
            </p>
        </aside>
    }
    .into_any()
}

/// What the answers so far give: the name of the figure and what is said of it, both as keys, and the figure.
pub struct SoFar {
    label: &'static str,
    value: String,
    text: &'static str,
}

/// The range of the overall score, or the score alone where nothing can move it, and whether there is a level; of a firm,
/// whether there is one figure.
pub fn from_answers(app: App) -> Option<SoFar> {
    let score = app.score();
    let (low, high) = (score.overall.low?, score.overall.high?);
    let counts = score.counts;
    let is_complete = counts.unknown + counts.unanswered == 0;
    let has_figure = score.level.is_some() || score.status == LevelStatus::NoLevels;
    let (low, high) = (app.points(low), app.points(high));
    Some(SoFar {
        label: if is_complete {
            "tasks.points"
        } else {
            "tasks.range"
        },
        text: match (is_complete, has_figure) {
            (true, _) => "tasks.complete",
            (false, true) => "tasks.level_ready",
            (false, false) => "tasks.no_level_yet",
        },
        value: if is_complete {
            low
        } else {
            app.fill("range.from_to", &[("low", &low), ("high", &high)])
        },
    })
}
