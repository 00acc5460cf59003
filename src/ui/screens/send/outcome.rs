use crate::ui::prelude::*;

use super::{heading, receiver};
use crate::platform::intl;
use crate::platform::outbox::{Entry, Sent, is_offline};
use crate::ui::components::{button, fact, hand_over, paragraph, plain_button};
use crate::ui::saved_file::save_to_file;
use crate::ui::state::{App, Place, Screen, Standing, sending_title};

/// It waits or is being sent.
pub fn going(app: App, older: bool) -> View {
    let entry = move || app.sending().of(&app.drafts.id_now());
    let status = move || entry().map(|one| state_line(app, &one));
    let next = move || entry().and_then(|one| next_line(app, &one));
    let kept = move || {
        let kept = matches!(app.sending().standing(), Standing::Open { kept: true, .. });
        app.t(if kept { "send.kept" } else { "send.keep_open" })
    };
    let older = older.then(|| paragraph("measure", app.t("send.older")));
    let again = move || {
        if let Some(one) = untrack(entry) {
            app.sending().with(|outbox| outbox.again(&one.key));
        }
    };
    let busy = move || {
        let sending = entry().is_some_and(|one| one.state == Sent::Sending);
        sending.then_some("true")
    };
    let back = move || {
        if let Some(one) = untrack(entry) {
            take_back(app, &one);
        }
    };
    view! {
        <div class="flow">
            <h1 tabindex="-1">{app.t(sending_title(Sent::Waiting))}</h1>
            <div class="lead measure" role="status"><p>{status}</p></div>
            <p class="measure">{next}</p>
            <p class="measure">{kept}</p>
            {older}
        </div>
        <p class="actions">
            <button type="button" class="button" part="button" aria-disabled=busy on:click=move |_| again()>{app.t("send.again")}</button>
            {plain_button(app.t("send.take_back"), back)}
        </p>
    }
    .into_any()
}

/// Takes something back and says what that means.
pub fn take_back(app: App, entry: &Entry) {
    app.sending().take_back(app, vec![entry.key.clone()]);
    let began = entry.tries > 0.0 && entry.state != Sent::Refused;
    app.announcement.set(
        app.t(if began {
            "send.taken_begun"
        } else {
            "send.taken"
        })
        .to_owned(),
    );
}

/// How it stands, in one sentence.
pub fn state_line(app: App, entry: &Entry) -> String {
    let host = [("host", entry.host.as_str())];
    match entry.state {
        Sent::Sending => app.fill("send.sending", &host),
        Sent::Waiting if !entry.ours => app.fill("send.elsewhere", &host),
        // Not tried yet, or another tab is about it.
        Sent::Waiting if entry.next == 0.0 => app.t("send.first").to_owned(),
        Sent::Waiting if entry.status > 0.0 => app.fill(
            "send.busy",
            &[
                ("host", &entry.host),
                ("status", &app.number(entry.status, 0)),
            ],
        ),
        Sent::Waiting if is_offline() => app.t("send.offline").to_owned(),
        Sent::Waiting => app.fill("send.no_answer", &host),
        Sent::Received => moment(app, "send.received.line", entry.at),
        Sent::Refused => app.fill("send.refused.line", &host),
    }
}

fn next_line(app: App, entry: &Entry) -> Option<String> {
    let waits = entry.state == Sent::Waiting && entry.ours && entry.next > 0.0;
    let key = if entry.bound {
        "send.next_bound"
    } else {
        "send.next"
    };
    waits.then(|| moment(app, key, entry.next))
}

/// A sentence with a day and a time of day.
pub fn moment(app: App, key: &str, at: f64) -> String {
    let (day, time) = (intl::day_of(app.language(), at), intl::time(at));
    app.fill(key, &[("date", &day), ("time", &time)])
}

/// The server has it.
pub fn received(app: App, entry: &Entry) -> View {
    let title = app.t(sending_title(Sent::Received)).to_owned();
    view! {
        {heading(title, moment(app, "send.received.line", entry.at))}
        <dl class="send__facts">
            {fact(app.t("send.row.to"), receiver(app))}
            {fact(app.t("send.reference"), entry.key.clone())}
        </dl>
        <p class="actions">{button(app.t("send.back"), move || app.go(Screen::Result))}</p>
    }
    .into_any()
}

/// The server does not want it.
pub fn refused(app: App, entry: &Entry) -> View {
    let said = (!entry.said.is_empty()).then(|| {
        view! { <p class="measure">{app.t("send.said")}</p><blockquote class="send__said">{entry.said.clone()}</blockquote> }
    });
    let (again, back) = (entry.key.clone(), entry.clone());
    let status = app.number(entry.status, 0);
    let reason = app.fill(
        reason(entry.status),
        &[("host", &entry.host), ("status", &status)],
    );
    view! {
        {heading(app.t(sending_title(Sent::Refused)).to_owned(), reason)}
        {said}
        <p class="measure">{app.t("send.refused.ways")}</p>
        <p class="actions">
            {button(app.t("send.retry"), move || app.sending().with(|outbox| outbox.again(&again)))}
            {plain_button(app.t("foot.save"), move || save_to_file(app, Place::Page))}
            {plain_button(app.t("send.take_back"), move || take_back(app, &back))}
        </p>
        {hand_over(app, Place::Page)}
    }
    .into_any()
}

/// Key of what a status means to a person.
fn reason(status: f64) -> &'static str {
    const CONTENTS: [f64; 3] = [400.0, 415.0, 422.0];
    const RIGHTS: [f64; 3] = [401.0, 403.0, 407.0];
    const ADDRESS: [f64; 3] = [404.0, 405.0, 410.0];
    if CONTENTS.contains(&status) {
        "send.refused.contents"
    } else if RIGHTS.contains(&status) {
        "send.refused.rights"
    } else if ADDRESS.contains(&status) {
        "send.refused.address"
    } else if status == 413.0 {
        "send.refused.size"
    } else {
        "send.refused.other"
    }
}
