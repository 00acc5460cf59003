use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::failure::failure;
use super::fills::fills;
use super::{choose, corners, position};
use crate::platform::worker::Payload;
use crate::platform::{file, focus};
use crate::ui::components::{Choice, Picker, button, choice, link};
use crate::ui::state::{App, Given, Screen, Way};
use crate::ui::worked_example;
use cluster_ready_core::model::BoundaryFigure;
use cluster_ready_core::read::{Format, LIMIT_BYTES};

/// What the boundary is good for, and the four ways to give it.
pub fn ways(app: App) -> View {
    let survey = app.survey();
    let body = move || match survey.given.get() {
        Given::Offered { name, layer } => choose::choose(app, &name, &layer),
        _ => how(app),
    };
    let left_out = app.peek(|a| {
        a.boundary
            .as_ref()
            .is_some_and(|record| record.given.parts.is_empty())
    });
    let left_out =
        left_out.then(|| view! { <p class="panel">{app.t("boundary.corners_left_out")}</p> });
    view! { {left_out}{move || failure(app)}{body} }.into_any()
}

/// What a boundary gives, with the figures that answer questions.
const GIVES: [(&str, &str, &[BoundaryFigure]); 3] = [
    (
        "boundary.gives.area",
        "boundary.gives.area_text",
        &[BoundaryFigure::Compactness],
    ),
    (
        "boundary.gives.distances",
        "boundary.gives.distances_text",
        &[BoundaryFigure::University, BoundaryFigure::Institute],
    ),
    ("boundary.gives.checks", "boundary.gives.checks_text", &[]),
];

fn how(app: App) -> View {
    let survey = app.survey();
    let fact = |(title, text, figures): (&'static str, &'static str, &'static [_])| {
        let filled = fills(app, figures).map(|filled| format!("{filled} "));
        view! { <div><dt>{app.t(title)}</dt><dd>{filled}{app.t(text)}</dd></div> }
    };
    let way = |id: &'static str, way: Way, label: &'static str, sub: &'static str, body: View| {
        let off = move || survey.way.get() != way;
        view! {
            {choice(Choice {
                id: id.to_owned(),
                name: "boundary-way".to_owned(),
                picker: Picker::Radio,
                label: app.t(label).to_owned(),
                sub: Some(app.t(sub).to_owned()),
                key: None,
                on: Signal::derive(move || survey.way.get() == way),
                on_pick: Callback::new(move |()| survey.way.set(way)),
            })}
            <div class="reveal" hidden=off>{body}</div>
        }
    };
    let keep = move || {
        survey.replacing.get().then(|| {
            link(app.t("boundary.replace.not"), move || {
                survey.given.set(Given::Nothing);
                survey.replacing.set(false);
                focus::first(app.root(), "h1");
            })
        })
    };
    // Made when it is chosen and gone with it: the device is asked for no position before and after.
    let chosen = Memo::new(move |_| survey.way.get() == Way::Walk);
    let walk = (move || chosen.get().then(|| position::position(app))).into_any();
    let example = move || {
        let name = app.t("boundary.example.name").to_owned();
        spawn_local(async move {
            let file = Payload::text(worked_example::BOUNDARY);
            survey.read(app, name, file).await;
            settle(app);
        });
    };
    view! {
        <dl class="facts">{GIVES.into_iter().map(fact).collect_view()}</dl>
        <section class="section" aria-labelledby="boundary-ways">
            <h2 id="boundary-ways">{app.t("boundary.ways")}</h2>
            <div class="choices" role="radiogroup" aria-labelledby="boundary-ways">
                {way("way-file", Way::File, "boundary.way.file", "boundary.way.file_text", drop_zone(app))}
                {way("way-paste", Way::Paste, "boundary.way.paste", "boundary.way.paste_text", paste(app))}
                {way("way-type", Way::Type, "boundary.way.type", "boundary.way.type_text", corners::typed(app))}
                {way("way-walk", Way::Walk, "boundary.way.walk", "boundary.way.walk_text", walk)}
            </div>
            <p class="actions">{link(app.t("boundary.example"), example)}{keep}</p>
        </section>
    }
    .into_any()
}

/// Reads a file that was chosen or dropped.
fn take(app: App, chosen: Option<file::Chosen>) {
    let Some(chosen) = chosen else { return };
    let survey = app.survey();
    app.announcement.set(app.t("boundary.reading").to_owned());
    survey.given.set(Given::Nothing);
    let name = chosen.name();
    if let Some(problem) = file::refused(&chosen, LIMIT_BYTES) {
        survey.given.set(Given::Unreadable { name, problem });
        return settle(app);
    }
    spawn_local(async move {
        survey.read(app, name, Payload::file(chosen)).await;
        settle(app);
    });
}

/// Moves focus to what came of it: the failure, or the page's new heading.
fn settle(app: App) {
    // The view may be gone, or on another page, since the file was given.
    if app.screen_if_any() != Some(Screen::Boundary) {
        return;
    }
    let failed = matches!(
        app.survey().given.get_untracked(),
        Given::Refused { .. } | Given::Unreadable { .. } | Given::Stopped { .. }
    );
    focus::first(app.root(), if failed { ".error-summary" } else { "h1" });
}

fn drop_zone(app: App) -> View {
    let over = RwSignal::new(false);
    let on_drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        take(
            app,
            file::dropped(event.data_transfer().and_then(|data| data.files())),
        );
    };
    let on_over = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div class="drop" class:drop--over=move || over.get() on:dragover=on_over on:dragleave=move |_| over.set(false) on:drop=on_drop>
            <p class="drop__title">{app.t("boundary.drop")}</p>
            <p class="hint small" id="boundary-file-hint">{app.t("boundary.drop_hint")}</p>
            <div>
                <input
                    class="drop__input hidden"
                    id="boundary-file"
                    type="file"
                    accept=accepted()
                    aria-describedby="boundary-file-hint"
                    on:change=move |event| take(app, file::chosen(&event))
                />
                <label class="button button--plain" for="boundary-file">{app.t("boundary.pick")}</label>
            </div>
        </div>
    }
    .into_any()
}

fn paste(app: App) -> View {
    const FIELD: &str = "boundary-paste";
    let kept = app.typed(FIELD).unwrap_or_default();
    let read = move || {
        let text = app.typed(FIELD).unwrap_or_default();
        app.survey().given.set(Given::Nothing);
        spawn_local(async move {
            let file = Payload::text(&text);
            app.survey().read(app, String::new(), file).await;
            settle(app);
        });
    };
    let blank = move || {
        app.typed_now(FIELD)
            .is_none_or(|text| text.trim().is_empty())
    };
    view! {
        <div class="field">
            <label class="label" for=FIELD>{app.t("boundary.paste")}</label>
            <p class="hint small" id="boundary-paste-hint">{app.t("boundary.paste_hint")}</p>
            <textarea
                class="input input--paste"
                id=FIELD
                rows="8"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="boundary-paste-hint"
                on:input=move |event| app.keep_typed(FIELD, event_target_value(&event))
            >{kept}</textarea>
        </div>
        <p class="actions">{button(app.t("boundary.paste_read"), read)}<span class="small soft">{move || blank().then(|| app.t("boundary.paste_empty"))}</span></p>
    }
    .into_any()
}

/// What a chosen file may be, for the dialog of the browser: endings first, then media types.
pub fn accepted() -> String {
    let endings = Format::ALL.iter().flat_map(|format| format.extensions());
    let types = Format::ALL.iter().flat_map(|format| format.media_types());
    let endings = endings.map(|ending| format!(".{ending}"));
    let types = types.map(|one| (*one).to_owned());
    endings.chain(types).collect::<Vec<_>>().join(",")
}
