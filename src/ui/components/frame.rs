use crate::ui::prelude::*;

use super::icon::svg;
use super::link::{link, plain_button};
use crate::i18n::Locale;
use crate::platform::intl;
use crate::platform::store::Keeping;
use crate::ui::state::{App, Coming, Place, SaveStatus, Screen};

/// Name, save status and language.
pub fn masthead(app: App) -> View {
    let logo = svg(
        "masthead__mark",
        "0 0 32 32",
        r#"<path class="masthead__line" d="M5 9 18 5l9 8-3 13-14 1z"/><g class="masthead__corner"><circle cx="5" cy="9" r="2.5"/><circle cx="18" cy="5" r="2.5"/><circle cx="27" cy="13" r="2.5"/><circle cx="24" cy="26" r="2.5"/><circle cx="10" cy="27" r="2.5"/></g>"#,
    );
    let language = app.language();
    let mut others: Vec<View> = Vec::new();
    for other in Locale::ALL {
        if other != language {
            others.push(view! { <button type="button" class="link-button" lang=other.tag() on:click=move |_| app.set_language(other)>{other.name()}</button> }.into_any());
        }
    }
    let brand = app.host().brand.clone();
    let title = if brand.is_empty() {
        "Cluster Ready".to_owned()
    } else {
        brand
    };
    view! {
        <header class="masthead no-print" part="masthead">
            <div class="sheet masthead__inner">
                <button type="button" class="link-button masthead__name" on:click=move |_| app.drafts.leave(app)>
                    {logo}
                    <span>{title}<span class="masthead__what">{app.t("masthead.what")}</span></span>
                </button>
                <div class="masthead__tools">
                    {move || if app.screen().has_bar() { None } else { saved(app) }}
                    {others}
                </div>
            </div>
        </header>
    }
    .into_any()
}

/// When the answers were last written to this device. On a narrow page it stands with the question, not on top.
pub fn saved(app: App) -> Option<View> {
    let refused = app.has_refused();
    let text = match app.drafts.status() {
        _ if refused => app.t("saved.refused").to_owned(),
        SaveStatus::Idle => return None,
        SaveStatus::Saving => app.t("saved.saving").to_owned(),
        SaveStatus::Saved { at } => {
            let key = if app.host().keeping == Keeping::Session {
                "saved.in_tab"
            } else {
                "saved.at"
            };
            app.fill(key, &[("time", &intl::time(at))])
        }
        SaveStatus::NotKept => return None,
        _ => app.t("saved.not").to_owned(),
    };
    let is_saved = !refused && matches!(app.drafts.status(), SaveStatus::Saved { .. });
    let icon = is_saved.then(|| {
        svg(
            "saved__icon",
            "0 0 16 16",
            r#"<path class="mark__line" d="M2.5 8.5 6 12l7.5-8"/>"#,
        )
    });
    let failed = refused || app.drafts.cannot_keep();
    Some(view! { <p class="saved" class:saved--not=failed>{icon}{text}</p> }.into_any())
}

/// Strips under the masthead: what does not come, no storage, no space, another tab.
pub fn notices(app: App) -> View {
    let shown = move || {
        if app.coming() == Coming::Missing {
            let again = app.t("later.missing.again");
            let button = plain_button(again, move || app.later(|_| ()));
            let (title, body) = ("later.missing.title", "later.missing.body");
            return Some(strip(app.t(title), app.t(body).to_owned(), button));
        }
        if let Some(why) = app.refusal("") {
            let close = move || app.accept("");
            return Some(strip(
                app.t("saved.refused"),
                why,
                link(app.t("save.close"), close),
            ));
        }
        let (title, body) = match app.drafts.status() {
            SaveStatus::NoStorage => ("notice.no_storage.title", "notice.no_storage.body"),
            SaveStatus::Newer => ("newer.title", "newer.body"),
            SaveStatus::NotKept => ("notice.not_kept.title", "notice.no_storage.body"),
            SaveStatus::Full => ("notice.full.title", "notice.full.body"),
            SaveStatus::Conflict => ("notice.conflict.title", "notice.conflict.body"),
            SaveStatus::Gone => ("gone.title", "gone.body"),
            SaveStatus::Idle | SaveStatus::Saving | SaveStatus::Saved { .. } => return None,
        };
        let take = match app.drafts.status() {
            SaveStatus::Conflict => Some("notice.conflict.take"),
            SaveStatus::Gone => Some("gone.leave"),
            _ => None,
        };
        let actions = if let Some(take) = take {
            view! {
                {plain_button(app.t("notice.conflict.copy"), move || app.drafts.keep_copy(app))}
                {link(app.t(take), move || app.drafts.take_other(app))}
            }
            .into_any()
        } else {
            plain_button(app.t("foot.save"), move || {
                app.later(move |later| (later.save_to_file)(app, Place::Notice))
            })
            .into_any()
        };
        Some(strip(app.t(title), app.t(body).to_owned(), actions))
    };
    shown.into_any()
}

/// That something is on its way, over the page, with a way to ask again. Its style shows it after a moment, and the button after
/// a while.
pub fn waiting(app: App) -> View {
    let shown = move || {
        app.is_waiting().then(|| {
            let again = link(app.t("later.missing.again"), move || app.tell("again", &[]));
            view! { <p class="waits waits--over no-print" role="status"><span>{app.t("later.coming")}" "{again}</span></p> }
        })
    };
    shown.into_any()
}

fn strip(title: &'static str, body: String, actions: View) -> View {
    let icon = svg(
        "notice__mark",
        "0 0 28 28",
        r#"<circle class="mark__ring" cx="14" cy="14" r="12.5"/><path class="mark__line" d="M14 12v8"/><circle class="mark__solid" cx="14" cy="8.5" r="1.6"/>"#,
    );
    view! {
            <div class="notice no-print" role="status" part="notice">
                <div class="sheet notice__inner">
                    {icon}
                    <div class="notice__body"><p class="notice__title">{title}</p><p>{body}</p></div>
                    <div class="notice__actions">{actions}</div>
                </div>
            </div>
    }
    .into_any()
}

/// What else can be done with a file that was asked for here and perhaps not saved.
pub fn hand_over(app: App, place: Place) -> View {
    let shown = move || {
        let later = app.later_now()?;
        (later.hand_over)(app, place)
    };
    shown.into_any()
}

/// Ways that are always one click away.
pub fn foot(app: App) -> View {
    let privacy = if app.sends() {
        "foot.privacy_sending"
    } else {
        "foot.privacy"
    };
    let open = move || {
        app.drafts.is_open().then(|| {
            link(app.t("foot.save"), move || {
                app.later(move |later| (later.save_to_file)(app, Place::Foot))
            })
        })
    };
    view! {
        <footer class="foot no-print" part="foot">
            <div class="sheet foot__inner">
                <p class="foot__links">
                    {open}
                    {link(app.t("foot.method"), move || app.visit(Screen::Method))}
                    {link(app.t("foot.accessibility"), move || app.visit(Screen::Accessibility))}
                    {link(app.t("foot.erase"), move || app.visit(Screen::Erase))}
                </p>
                {move || app.later_now().and_then(|later| (later.published)(app))}
                <p>{move || { app.drawing(); app.fill(privacy, &[("version", &app.model().version)]) }}</p>
            </div>
        </footer>
    }
    .into_any()
}
