use crate::ui::prelude::*;

use super::outcome::{state_line, take_back};
use crate::platform::outbox::{Entry, Sent};
use crate::ui::components::section;
use crate::ui::state::App;

/// Other assessments whose result was not received yet; on the start page, all of them.
pub fn others(app: App) -> Option<View> {
    let draft = app.drafts.id_now();
    let unsent = |one: &Entry| one.state != Sent::Received && one.draft != draft;
    let list: Vec<Entry> = app.sending().entries().into_iter().filter(unsent).collect();
    if list.is_empty() {
        return None;
    }
    let rows = list.into_iter().map(|one| row(app, one)).collect_view();
    let body = view! { <dl class="summary-list">{rows}</dl> }.into_any();
    let title = if draft.is_empty() {
        "send.all"
    } else {
        "send.others"
    };
    Some(section("send-others", app.t(title), vec![body]))
}

fn row(app: App, entry: Entry) -> View {
    let title = if entry.title.is_empty() {
        app.t("send.no_name").to_owned()
    } else {
        entry.title.clone()
    };
    let line = state_line(app, &entry);
    let again = entry.ours.then(|| {
        let key = entry.key.clone();
        way(app, "send.again", &title, move || {
            app.sending().with(|outbox| outbox.again(&key))
        })
    });
    let back = way(app, "send.take_back", &title, move || {
        take_back(app, &entry)
    });
    view! {
        <div class="summary-list__row">
            <dt class="summary-list__key">{title}</dt>
            <dd class="summary-list__value">{line}<div class="actions">{again}{back}</div></dd>
        </div>
    }
    .into_any()
}

/// A way out that names what it is for to those who hear it alone.
fn way(app: App, key: &'static str, title: &str, on_go: impl Fn() + 'static) -> View {
    let label = format!("{}: {title}", app.t(key));
    view! { <button type="button" class="link-button" aria-label=label on:click=move |_| on_go()>{app.t(key)}</button> }
        .into_any()
}
