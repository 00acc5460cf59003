use crate::ui::prelude::*;

use crate::ui::components::{Mark, Step, mark, steps};
use crate::ui::state::{App, Screen};
use crate::view_model;
use cluster_ready_core::assessment::Answer;
use cluster_ready_core::model::Indicator;

/// The questions of the section beside the question; on narrow pages only the scale bar.
pub fn rail(app: App, index: usize) -> View {
    let Some(place) = app.peek(|assessment| view_model::place(app.model(), assessment, index))
    else {
        return ().into_any();
    };
    let title = app
        .model()
        .dimensions
        .get(place.dimension)
        .map(|dimension| app.text(&dimension.short))
        .unwrap_or_default();
    let count = app.fill(
        "rail.count",
        &[
            ("number", &place.number.to_string()),
            ("total", &place.way.len().to_string()),
        ],
    );
    let step = |one: &usize| {
        let indicator = app.model().indicators.get(*one);
        match indicator.map(|indicator| answered(app, indicator)) {
            _ if *one == index => Step::Now,
            None | Some(Mark::Empty) => Step::Todo,
            _ => Step::Done,
        }
    };
    let bar: Vec<Step> = place.way.iter().map(step).collect();
    let item = move |one: usize| {
        let indicator = app.model().indicators.get(one)?;
        let here = one == index;
        let shown = if here {
            Mark::Current
        } else {
            answered(app, indicator)
        };
        let current = here.then_some("step");
        let said = match answered(app, indicator) {
            Mark::Empty => "state.open",
            Mark::Unknown => "state.unknown",
            Mark::NotApplicable => "state.not_applicable",
            _ => "state.answered",
        };
        Some(view! {
            <li>
                <button type="button" class="rail__item" aria-current=current on:click=move |_| app.go(Screen::Question(one))>
                    {mark("rail__icon", shown)}
                    <span>{app.text(&indicator.name)}<span class="hidden">": "{app.t(said)}</span></span>
                </button>
            </li>
        })
    };
    let label = app.fill("rail.label", &[("section", &title)]);
    view! {
        <nav class="rail" aria-label=label>
            <p class="rail__line"><span class="rail__title">{title}</span><span class="soft">{count}</span></p>
            {steps("steps", &bar)}
            <ol class="rail__list">{place.section.into_iter().filter_map(item).collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn answered(app: App, indicator: &Indicator) -> Mark {
    match app.peek(|a| {
        a.entries
            .get(&indicator.id)
            .and_then(|entry| entry.answer.clone())
    }) {
        None => Mark::Empty,
        Some(Answer::Unknown) => Mark::Unknown,
        Some(Answer::NotApplicable(_)) => Mark::NotApplicable,
        Some(_) => Mark::Done,
    }
}
