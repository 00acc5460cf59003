use crate::ui::prelude::*;

use leptos::task::spawn_local;

use super::near::{OfGoal, all, choose};
use crate::platform::focus;
use crate::ui::components::{length, near_name};
use crate::ui::state::App;
use cluster_ready_core::places::Near;
use cluster_ready_core::read::plain_letters;
use cluster_ready_core::survey::Goal;

/// So many are listed at once.
const LISTED: usize = 8;

/// A list to search for an institution by a part of its name, with or without marks.
pub fn finder(app: App, goal: Goal, on_done: Callback<()>) -> View {
    let known = RwSignal::new(Vec::<(String, String, String, String)>::new());
    spawn_local(async move {
        let near = all(app, goal).await;
        // One entry per institution: those of one site can all be chosen.
        known.try_set(
            near.into_iter()
                .flat_map(|near| entries(app, near))
                .collect(),
        );
    });
    let (sought, at) = (RwSignal::new(String::new()), RwSignal::new(0usize));
    let found = Memo::new(move |_| {
        let sought = plain_letters(sought.get().trim());
        known.with(|known| {
            known
                .iter()
                .filter(|(_, _, _, folded)| {
                    sought.split_whitespace().all(|word| folded.contains(word))
                })
                .take(LISTED)
                .map(|(id, name, distance, _)| (id.clone(), name.clone(), distance.clone()))
                .collect::<Vec<_>>()
        })
    });
    let word = goal.word();
    let (field, list) = (format!("find-{word}"), format!("find-{word}-list"));
    let option_id = move |index: usize| format!("find-{word}-{index}");
    let take = move |id: String| {
        choose(app, goal, Some(id));
        on_done.run(());
        focus::later(app.root(), format!("near-{word}"));
    };
    let go_to = move |index: usize| {
        at.set(index);
        focus::show(&app.root(), &option_id(index));
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => go_to((at.get_untracked() + 1).min(count.saturating_sub(1))),
            "ArrowUp" => go_to(at.get_untracked().saturating_sub(1)),
            "Enter" => {
                let chosen = found.with_untracked(|found| {
                    found.get(at.get_untracked()).map(|(id, ..)| id.clone())
                });
                if let Some(id) = chosen {
                    take(id);
                }
            }
            "Escape" => {
                on_done.run(());
                focus::later(app.root(), format!("near-{word}"));
            }
            _ => return,
        }
        event.prevent_default();
    };
    let option = move |(index, (id, name, distance)): (usize, (String, String, String))| {
        let on = move || at.get() == index;
        view! {
            <li
                class="finder__option"
                class:finder__option--at=on
                id=option_id(index)
                role="option"
                aria-selected=move || on().to_string()
                on:click=move |_| take(id.clone())
            ><span>{name}</span><span class="finder__place">{distance}</span></li>
        }
    };
    let options = move || {
        found
            .get()
            .into_iter()
            .enumerate()
            .map(option)
            .collect_view()
    };
    let status = move || match found.with(Vec::len) {
        0 => app.t("boundary.finder.none").to_owned(),
        count => app.count("boundary.finder.found", count),
    };
    focus::later(app.root(), field.clone());
    view! {
        <div class="field">
            <label class="label" for=field.clone()>{app.t("boundary.finder")}</label>
            <input
                class="input"
                id=field
                type="text"
                role="combobox"
                autocomplete="off"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-activedescendant=move || found.with(|found| !found.is_empty()).then(|| option_id(at.get()))
                on:input=move |event| { sought.set(event_target_value(&event)); at.set(0); }
                on:keydown=on_key
            />
            <ul class="finder__list" role="listbox" id=list aria-label=app.t("boundary.finder")>{options}</ul>
            <p class="hidden" role="status">{status}</p>
        </div>
    }
    .into_any()
}

/// Id, name, distance and the name for searching, of an institution and of those on the same site.
fn entries(app: App, near: Near) -> Vec<(String, String, String, String)> {
    let distance = length(app, near.told_m());
    let others: Vec<Near> = near
        .same_site
        .iter()
        .map(|id| Near {
            id: id.clone(),
            same_site: Vec::new(),
            ..near.clone()
        })
        .collect();
    std::iter::once(near)
        .chain(others)
        .map(|near| {
            let name = near_name(app, &near);
            let folded = plain_letters(&name);
            (near.id.clone(), name, distance.clone(), folded)
        })
        .collect()
}
