use crate::ui::prelude::*;

use super::contents::contents;
use super::written::written;
use super::{heading, offer, receiver};
use crate::platform::outbox::{self, Entry};
use crate::ui::components::{
    Choice, Errors, Picker, choice, error_line, error_summary, link, more, paragraph, section,
};
use crate::ui::screens::send::outcome::moment;
use crate::ui::state::{App, Screen, Standing};

const CONSENT: &str = "send-consent";

/// All that would be sent, and the question whether it shall be.
pub fn form(app: App, before: Option<Entry>) -> View {
    let errors = Errors::new();
    // What is shown is what is sent.
    let body = app.result_file();
    let shown = view! {
        {sent_before(app, before)}
        {section("send-what", app.t("send.what"), vec![contents(app), exact(app, &body)])}
        {personal(app)}
    };
    let body = StoredValue::new(body);
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let missing = app.typed(CONSENT).is_none();
        let problem =
            missing.then(|| (CONSENT.to_owned(), app.t("send.consent_missing").to_owned()));
        if errors.settle(app, problem.into_iter().collect()) {
            body.with_value(|body| hand_over(app, body));
        }
    };
    view! {
        {error_summary(app, errors)}
        {heading(offer(app), app.t("send.lead"))}
        {shown}
        <form class="form" novalidate on:submit=on_submit>
            {consent(app, errors)}
            {not_kept(app)}
            <p class="actions">
                <button type="submit" class="button" part="button">{app.t("send.go")}</button>
                {link(app.t("send.not"), move || app.go(Screen::Result))}
            </p>
        </form>
    }
    .into_any()
}

fn hand_over(app: App, body: &str) {
    let title = app.peek(|a| a.profile.name.clone());
    app.sending().with(|outbox| {
        outbox.add(&outbox::Sending {
            draft: &app.drafts.id_now(),
            mark: &app.result_mark(),
            title: &title,
            body,
        });
    });
}

fn sent_before(app: App, before: Option<Entry>) -> Option<View> {
    let before = before?;
    Some(paragraph("measure", moment(app, "send.before", before.at)))
}

/// The very text that goes over the network.
fn exact(app: App, body: &str) -> View {
    #[allow(clippy::cast_precision_loss, reason = "some megabytes at most")]
    let size = app.number((body.len() as f64 / 1000.0).max(0.1), 1);
    let label = app.t("send.json");
    let text = body.to_owned();
    more(
        app.fill("send.exact", &[("size", &size)]),
        view! { <pre class="send__json" tabindex="0" role="group" aria-label=label>{text}</pre> }
            .into_any(),
    )
}

fn personal(app: App) -> View {
    let mut body = vec![paragraph("measure", app.t("send.personal_text"))];
    body.extend(written(app));
    if app.peek(|a| !a.walk.is_empty()) {
        body.push(paragraph("measure", app.t("send.personal_walk")));
    }
    body.push(paragraph("measure", app.t("send.personal_network")));
    section("send-personal", app.t("send.personal"), body)
}

fn consent(app: App, errors: Errors) -> View {
    let toggle = move || {
        errors.clear();
        if app.typed(CONSENT).is_some() {
            app.forget_typed(CONSENT);
        } else {
            app.keep_typed(CONSENT, "yes".to_owned());
        }
    };
    let box_ = choice(Choice {
        id: CONSENT.to_owned(),
        name: CONSENT.to_owned(),
        picker: Picker::Checkbox,
        label: app.fill("send.consent", &[("name", &receiver(app))]),
        sub: None,
        key: None,
        on: Signal::derive(move || app.typed_now(CONSENT).is_some()),
        on_pick: Callback::new(move |()| toggle()),
    });
    view! {
        <fieldset class="field" class:field--error=move || errors.of(CONSENT).is_some() aria-describedby=errors.describe(CONSENT, String::new())>
            <legend class="label">{app.t("send.consent_title")}</legend>
            {error_line(app, errors, CONSENT, "")}
            <div class="choices">{box_}</div>
        </fieldset>
    }
    .into_any()
}

/// Said before, where nothing outlives the page.
fn not_kept(app: App) -> View {
    let kept = move || match app.sending().standing() {
        Standing::Open { kept: false, .. } => Some(paragraph("measure", app.t("send.not_kept"))),
        _ => None,
    };
    kept.into_any()
}
