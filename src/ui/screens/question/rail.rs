use crate::ui::prelude::*;

use crate::assessment::Answer;
use crate::model::Indicator;
use crate::ui::components::{Mark, Step, mark, steps};
use crate::ui::state::{App, Screen};
use crate::view_model;

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
            ("total", &place.section.len().to_string()),
        ],
    );
    let items: Vec<(usize, &'static Indicator)> = place
        .section
        .iter()
        .filter_map(|index| Some((*index, app.model().indicators.get(*index)?)))
        .collect();
    let bar: Vec<Step> = items
        .iter()
        .map(|(one, indicator)| match answered(app, indicator) {
            _ if *one == index => Step::Now,
            Mark::Empty => Step::Todo,
            _ => Step::Done,
        })
        .collect();
    let item = move |(one, indicator): (usize, &'static Indicator)| {
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
        view! {
            <li>
                <button type="button" class="rail__item" aria-current=current on:click=move |_| app.go(Screen::Question(one))>
                    {mark("rail__icon", shown)}
                    <span>{app.text(&indicator.name)}<span class="hidden">": "{app.t(said)}</span></span>
                </button>
            </li>
        }
    };
    let label = app.fill("rail.label", &[("section", &title)]);
    view! {
        <nav class="rail" aria-label=label>
            <p class="rail__line"><span class="rail__title">{title}</span><span class="soft">{count}</span></p>
            {steps("steps", &bar)}
            <ol class="rail__list">{items.into_iter().map(item).collect_view()}</ol>
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
