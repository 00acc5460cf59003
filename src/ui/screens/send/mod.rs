//! Sending the result to where the page wants it: what would go, a yes, and what came of it.

mod contents;
mod form;
mod others;
mod outcome;
mod written;

pub use others::others;
pub use outcome::state_line;

use crate::ui::prelude::*;

use crate::platform::outbox::{Entry, Sent};
use crate::ui::components::{back, button, hand_over, link, paragraph, plain_button};
use crate::ui::saved_file::save_to_file;
use crate::ui::state::{App, Place, Screen, Standing};

/// What the page is about.
#[derive(Clone, PartialEq)]
enum Kind {
    Opening,
    Unavailable {
        again: bool,
    },
    /// `before` was received, and the answers were changed since.
    Form {
        before: Option<Entry>,
    },
    /// It waits or is being sent; `older` where the answers were changed since.
    Going {
        older: bool,
    },
    Received(Entry),
    Refused(Entry),
}

fn kind(app: App) -> Kind {
    if !app.sends() || app.peek(|a| a.example) {
        return Kind::Unavailable { again: false };
    }
    let sending = app.sending();
    match sending.standing() {
        Standing::Opening => return Kind::Opening,
        Standing::NotLoaded => return Kind::Unavailable { again: true },
        Standing::Refused => return Kind::Unavailable { again: false },
        Standing::Open { .. } => {}
    }
    let Some(entry) = sending.of(&app.drafts.id_now()) else {
        return Kind::Form { before: None };
    };
    let older = entry.mark != app.result_mark();
    match entry.state {
        Sent::Waiting | Sent::Sending => Kind::Going { older },
        Sent::Received if older => Kind::Form {
            before: Some(entry),
        },
        Sent::Received => Kind::Received(entry),
        Sent::Refused => Kind::Refused(entry),
    }
}

/// Whom it goes to, as the page calls itself.
pub fn offer(app: App) -> String {
    let brand = &app.host().brand;
    if brand.is_empty() {
        app.t("send.plain").to_owned()
    } else {
        app.fill("send.to", &[("name", brand)])
    }
}

/// The name of the page's owner, where it has one, and the host.
fn receiver(app: App) -> String {
    let Standing::Open { host, .. } = untrack(|| app.sending().standing()) else {
        return String::new();
    };
    let brand = &app.host().brand;
    if brand.is_empty() {
        host
    } else {
        format!("{brand} ({host})")
    }
}

/// One page for every state of sending.
pub fn send(app: App) -> View {
    let kind = Memo::new(move |_| kind(app));
    let page = move || match kind.get() {
        Kind::Opening => heading(offer(app), app.t("send.opening")),
        Kind::Unavailable { again } => unavailable(app, again),
        Kind::Form { before } => form::form(app, before),
        Kind::Going { older } => outcome::going(app, older),
        Kind::Received(entry) => outcome::received(app, &entry),
        Kind::Refused(entry) => outcome::refused(app, &entry),
    };
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
                {back(app.t("send.back"), move || app.go(Screen::Result))}
                {page}
                {move || others(app)}
            </div>
        </div>
    }
    .into_any()
}

fn heading(title: String, lead: impl Into<String>) -> View {
    view! { <div class="flow"><h1 tabindex="-1">{title}</h1>{paragraph("lead measure", lead)}</div> }
        .into_any()
}

fn unavailable(app: App, again: bool) -> View {
    let (text, way) = if again {
        let again = button(app.t("later.missing.again"), move || {
            app.sending().open(app)
        });
        ("send.not_loaded", Some(again))
    } else {
        ("send.unavailable", None)
    };
    view! {
        {heading(offer(app), app.t(text))}
        <p class="actions">
            {way}
            {plain_button(app.t("foot.save"), move || save_to_file(app, Place::Page))}
            {link(app.t("send.back"), move || app.go(Screen::Result))}
        </p>
        {hand_over(app, Place::Page)}
    }
    .into_any()
}
