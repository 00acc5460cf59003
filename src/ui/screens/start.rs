use crate::ui::prelude::*;
use leptos::task::spawn_local;

use crate::assessment::{Assessment, Mode, Profile, file};
use crate::platform::{clock, file as files, focus, intl};
use crate::ui::components::{Mark, button, link, mark, plain_button};
use crate::ui::saved_file::Opening;
use crate::ui::state::{App, Screen, Summary};

/// What the tool is, the two ways to begin, and what is already on this device.
pub fn start(app: App) -> View {
    let opening = RwSignal::new(Opening::Nothing);
    let begin = move |mode| {
        let profile = Profile {
            assessed: clock::today(),
            ..Profile::default()
        };
        app.drafts.begin(
            app,
            Assessment {
                mode,
                profile,
                ..Assessment::default()
            },
            Screen::Profile,
        );
    };
    let way = |class: &'static str, keys: [&'static str; 3], action: View| {
        let [title, spec, text] = keys;
        view! {
            <div class=class>
                <h3>{app.t(title)}</h3>
                <p class="way__spec">{app.t(spec)}</p>
                <p class="way__text">{app.t(text)}</p>
                {action}
            </div>
        }
    };
    let quick = way(
        "way way--first",
        ["start.quick.title", "start.quick.spec", "start.quick.text"],
        button(app.t("start.quick.begin"), move || begin(Mode::Quick)),
    );
    let full = way(
        "way",
        ["start.full.title", "start.full.spec", "start.full.text"],
        plain_button(app.t("start.full.begin"), move || begin(Mode::Full)),
    );
    let fact = |(title, text): (&'static str, &'static str)| view! { <div><dt>{app.t(title)}</dt><dd>{app.t(text)}</dd></div> };
    let facts = [
        ("start.fact.device", "start.fact.device_text"),
        ("start.fact.prepare", "start.fact.prepare_text"),
        ("start.fact.unknown", "start.fact.unknown_text"),
    ];
    let example = move || app.later(move |later| (later.show_example)(app));
    view! {
        <div class="sheet page">
            <div class="page__main">
                <div class="hero">
                    <div class="flow"><h1 tabindex="-1">{app.t("start.title")}</h1><p class="lead measure">{app.t("start.lead")}</p></div>
                    {figure(app)}
                </div>
                <section class="flow" aria-labelledby="start-ways">
                    <h2 class="hidden" id="start-ways">{app.t("start.ways")}</h2>
                    <div class="ways">{quick}{full}</div>
                    <div class="actions">{open_file(app, opening)}{link(app.t("start.example"), example)}</div>
                    {move || opened(app, opening)}
                </section>
                {move || drafts(app)}
                <section class="section" aria-labelledby="start-facts">
                    <h2 id="start-facts">{app.t("start.before")}</h2>
                    <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl>
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// The five dimensions as the five corners of a parcel.
fn figure(app: App) -> View {
    const CORNERS: [(&str, &str, &str, &str); 5] = [
        ("M118 62", "118", "46", "middle"),
        ("M280 44", "280", "28", "middle"),
        ("M322 158", "334", "190", "middle"),
        ("M206 232", "206", "258", "middle"),
        ("M84 178", "70", "206", "middle"),
    ];
    let names = app.model().dimensions.iter().zip(CORNERS);
    let label = |(dimension, (_, x, y, anchor)): (
        &crate::model::Dimension,
        (_, &'static str, &'static str, &'static str),
    )| {
        view! { <text class="map__number" x=x y=y text-anchor=anchor>{app.text(&dimension.short)}</text> }
    };
    let dots: String = CORNERS
        .iter()
        .filter_map(|(point, ..)| point.strip_prefix('M')?.split_once(' '))
        .map(|(x, y)| format!(r#"<circle class="map__corner" cx="{x}" cy="{y}" r="5"/>"#))
        .collect();
    let drawing = r#"<path class="map__grid" d="M40 8V272M120 8V272M200 8V272M280 8V272M360 8V272M8 40H392M8 120H392M8 200H392"/><path class="map__area" d="M118 62 280 44 322 158 206 232 84 178Z"/>"#;
    view! {
        <svg class="hero__figure" viewBox="0 0 400 280" role="img" aria-label=app.t("start.figure")>
            <g inner_html=drawing></g>
            <g inner_html=dots></g>
            {names.map(label).collect_view()}
        </svg>
    }
    .into_any()
}

fn open_file(app: App, opening: RwSignal<Opening>) -> View {
    let on_change = move |event: web_sys::Event| {
        let Some(chosen) = files::chosen(&event) else {
            return;
        };
        spawn_local(async move {
            let next = match files::read(chosen, file::FILE_BYTES as u32).await {
                Ok(given) => {
                    return app.later(move |later| {
                        opening.try_set((later.opening)(app, &given));
                    });
                }
                Err(files::FileProblem::TooLarge { limit }) => Opening::Failed(app.fill(
                    "open.too_large",
                    &[("limit", &app.number(f64::from(limit) / 1_048_576.0, 0))],
                )),
                Err(files::FileProblem::Unreadable) => {
                    Opening::Failed(app.t("open.unreadable").to_owned())
                }
            };
            opening.try_set(next);
        });
    };
    view! {
        <div class="file-button">
            <input class="drop__input hidden" id="start-open" type="file" accept=".json,application/json" on:change=on_change />
            <label class="link-button" for="start-open">{app.t("start.open")}</label>
        </div>
    }
    .into_any()
}

/// What the chosen file is; it opens as a draft of its own, so nothing on the device is replaced.
fn opened(app: App, opening: RwSignal<Opening>) -> Option<View> {
    match opening.get() {
        Opening::Nothing => None,
        Opening::Failed(message) => Some(
            view! {
                <div class="error-summary" role="alert" tabindex="-1"><h2>{app.t("open.failed")}</h2><p>{message}</p></div>
            }
            .into_any(),
        ),
        Opening::Ready { name, assessment, notes } => {
            let cluster = if assessment.profile.name.is_empty() { name.clone() } else { assessment.profile.name.clone() };
            let text = app.fill("open.ready", &[("file", &name), ("cluster", &cluster)]);
            let go = move || app.drafts.begin(app, (*assessment).clone(), Screen::Result);
            Some(
                view! {
                    <div class="panel" role="status">
                        <p>{text}</p>
                        {notes.into_iter().map(|note| view! { <p class="small">{note}</p> }).collect_view()}
                        <div class="actions">{plain_button(app.t("open.go"), go)}{link(app.t("open.not"), move || opening.set(Opening::Nothing))}</div>
                    </div>
                }
                .into_any(),
            )
        }
    }
}

fn drafts(app: App) -> Option<View> {
    let list = app.drafts.list();
    (!list.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="start-drafts">
                <h2 id="start-drafts">{app.t("start.drafts")}</h2>
                <ul class="tasks">{list.into_iter().map(|draft| draft_row(app, draft)).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn draft_row(app: App, draft: Summary) -> View {
    let locale = app.language();
    let name = if draft.name.is_empty() {
        app.t("start.unnamed").to_owned()
    } else {
        draft.name.clone()
    };
    let saved = app.fill(
        "start.draft_saved",
        &[
            ("time", &intl::time(locale, draft.saved_at)),
            ("day", &intl::day_of(locale, draft.saved_at)),
        ],
    );
    let province = draft
        .province
        .as_deref()
        .and_then(|code| app.province_name(code));
    let about = province.map_or(saved.clone(), |province| format!("{province}. {saved}"));
    let count = app.fill(
        "tasks.settled",
        &[
            ("settled", &draft.answered.to_string()),
            ("total", &draft.asked.to_string()),
        ],
    );
    let state = if draft.readable {
        count
    } else {
        app.t("start.unreadable").to_owned()
    };
    let shown = if draft.answered == draft.asked {
        Mark::Done
    } else {
        Mark::Started
    };
    let (open_id, erase_id) = (draft.id.clone(), draft.id);
    let asking = RwSignal::new(false);
    let erase_label = format!("{}: {name}", app.t("start.erase"));
    // Focus follows from the question to its answers and back.
    let (ask_id, keep_id) = (format!("ask-{erase_id}"), format!("keep-{erase_id}"));
    let ask = {
        let (ask_id, keep_id) = (ask_id.clone(), keep_id.clone());
        move |now: bool| {
            asking.set(now);
            focus::later(app.root(), if now { &keep_id } else { &ask_id }.clone());
        }
    };
    let sure = move || {
        let (id, ask) = (erase_id.clone(), ask.clone());
        if asking.get() {
            let erase = move || {
                app.drafts.erase(app, id.clone());
                focus::first(app.root(), "h1");
            };
            view! {
                {link(app.t("start.erase_sure"), erase)}
                <button type="button" class="link-button" id=keep_id.clone() on:click=move |_| ask(false)>{app.t("erase.keep")}</button>
            }
            .into_any()
        } else {
            let label = erase_label.clone();
            view! { <button type="button" class="link-button" id=ask_id.clone() aria-label=label on:click=move |_| ask(true)>{app.t("start.erase")}</button> }.into_any()
        }
    };
    let title = if draft.readable {
        link(name, move || app.drafts.resume(app, open_id.clone()))
    } else {
        view! { <span>{name}</span> }.into_any()
    };
    let example = draft
        .example
        .then(|| view! { <p class="soft small">{app.t("example.mark")}</p> });
    view! {
        <li class="task task--draft">
            {mark("task__mark", shown)}
            <div class="task__body"><h3 class="task__name">{title}</h3><p class="soft">{about}</p>{example}</div>
            <p class="task__side task__state">{state}</p>
            <div class="task__actions">{sure}</div>
        </li>
    }
    .into_any()
}
