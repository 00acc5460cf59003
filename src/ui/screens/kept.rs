//! What the start page shows of work that was done before: drafts on this device, a file that was opened.

use leptos::task::spawn_local;

use crate::platform::file::{self as files, Chosen};
use crate::platform::{focus, intl};
use crate::ui::components::{Mark, link, mark, plain_button};
use crate::ui::prelude::*;
use crate::ui::saved_file::{self, Opening};
use crate::ui::screens::send::others;
use crate::ui::state::{App, Screen, Summary};
use cluster_ready_core::assessment::file;

/// Reads a chosen file and shows what it is.
pub fn opened(app: App, chosen: Chosen) -> View {
    let opening = RwSignal::new(Opening::Nothing);
    spawn_local(async move {
        let next = match files::read(chosen, file::FILE_BYTES).await {
            Ok(given) => saved_file::opening(app, &given).await,
            Err(files::FileProblem::TooLarge { limit }) => Opening::Failed(app.fill(
                "open.too_large",
                &[("limit", &app.whole(limit / 1_048_576))],
            )),
            Err(files::FileProblem::Unreadable) => {
                Opening::Failed(app.t("open.unreadable").to_owned())
            }
        };
        let ready = matches!(next, Opening::Ready { .. });
        opening.try_set(next);
        let answer = if ready {
            ".opened button"
        } else {
            ".error-summary"
        };
        focus::first(app.root(), answer);
    });
    (move || said(app, opening)).into_any()
}

/// What the chosen file is; it opens as a draft of its own, so nothing on the device is replaced.
fn said(app: App, opening: RwSignal<Opening>) -> Option<View> {
    match opening.get() {
        Opening::Nothing => None,
        Opening::Failed(message) => Some(
            view! {
                <div class="error-summary" role="alert" tabindex="-1"><h2>{app.t("open.failed")}</h2><p>{message}</p></div>
            }
            .into_any(),
        ),
        Opening::Ready { name, assessment, version, notes } => {
            let cluster = if assessment.profile.name.is_empty() { name.clone() } else { assessment.profile.name.clone() };
            let text = app.fill("open.ready", &[("file", &name), ("cluster", &cluster)]);
            let go = move || app.drafts.begin_with(app, (*assessment).clone(), version, Screen::Result);
            Some(
                view! {
                    <div class="panel opened" role="status">
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

/// The drafts on this device, and what waits to be sent. Each is drawn for itself, and only when it is another: news of
/// sending leave a question about a draft as it stands.
pub fn drafts(app: App) -> View {
    let drafts = Memo::new(move |_| app.drafts.list());
    let waiting = move || {
        app.drafts.list(); // sending is opened before it is set
        app.sending_if_any().and_then(|_| others(app))
    };
    view! { {move || list(app, drafts.get())}{waiting} }.into_any()
}

fn list(app: App, list: Vec<Summary>) -> Option<View> {
    (!list.is_empty()).then(|| {
        view! {
            <section class="section drafts" aria-labelledby="start-drafts">
                <h2 id="start-drafts">{app.t("start.drafts")}</h2>
                <ul class="tasks">{list.into_iter().map(|draft| draft_row(app, draft)).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// How many questions are answered, not known and open; what there is none of is left out.
fn how_far(app: App, draft: &Summary) -> String {
    let answered = draft.settled.saturating_sub(draft.unknown);
    let mut parts = vec![app.count("result.answered", answered)];
    for (key, count) in [
        ("result.unknown", draft.unknown),
        (
            "result.unanswered",
            draft.asked.saturating_sub(draft.settled),
        ),
    ] {
        if count > 0 {
            parts.push(app.count(key, count));
        }
    }
    parts.join(", ")
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
            ("time", &intl::time(draft.saved_at)),
            ("day", &intl::day_of(locale, draft.saved_at)),
        ],
    );
    let province = draft
        .province
        .as_deref()
        .and_then(|code| app.province_name(code));
    let mut about = province.map_or(saved.clone(), |province| format!("{province}. {saved}"));
    if !draft.version.is_empty() {
        let of = app.fill("versions.of", &[("version", &draft.version)]);
        about = format!("{about} {of}");
    }
    let state = if draft.readable {
        how_far(app, &draft)
    } else {
        app.t("start.unreadable").to_owned()
    };
    let shown = match draft.settled == draft.asked {
        true if draft.unknown > 0 => Mark::Unknown,
        true => Mark::Done,
        false => Mark::Started,
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
    let failed = RwSignal::new(false);
    let waiting = {
        let id = erase_id.clone();
        move || {
            let waits = asking.get() && !app.sending().unsent_of(&id).is_empty();
            waits.then(|| view! { <p class="measure">{app.t("send.erase_with")}</p> })
        }
    };
    let not_erased = move || {
        failed
            .get()
            .then(|| view! { <p class="error" role="alert">{app.t("erase.failed")}</p> })
    };
    let sure = move || {
        let (id, ask) = (erase_id.clone(), ask.clone());
        if asking.get() {
            let erase = move || {
                let id = id.clone();
                let unsent = untrack(|| app.sending().unsent_of(&id));
                focus::first(app.root(), "h1");
                spawn_local(async move {
                    if app.drafts.erase(app, &id).await {
                        app.sending().take_back(app, unsent);
                    } else {
                        failed.try_set(true);
                    }
                });
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
            <div class="task__body"><h3 class="task__name">{title}</h3><p class="soft">{about}</p>{example}{waiting}{not_erased}</div>
            <p class="task__side task__state">{state}</p>
            <div class="task__actions">{sure}</div>
        </li>
    }
    .into_any()
}
