//! What the profile of a cluster and that of a firm have alike.

use crate::ui::prelude::*;

use crate::ui::components::{Errors, back, bar, error_summary, select_field};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::{Command, Profile};
use cluster_ready_core::places::{Name, names};

/// The page of what is said once: the way back, the fields in groups, what has to be corrected, and the way on.
pub fn profile_page(
    app: App,
    errors: Errors,
    problems: fn(App) -> Vec<(String, String)>,
    after: fn(App) -> Screen,
    groups: View,
) -> View {
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if errors.settle(app, problems(app)) {
            app.go(after(app));
        }
    };
    let leave = move || {
        if app.peek(|a| a.entries.is_empty()) {
            app.drafts.leave(app);
        } else {
            app.go(Screen::Tasks);
        }
    };
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
                <div>
                    {back(app.t("back"), leave)}
                    <div class="flow"><h1 tabindex="-1">{app.t("profile.title")}</h1><p class="lead measure">{app.t("profile.lead")}</p></div>
                </div>
                {error_summary(app, errors)}
                <form class="form" novalidate on:submit=on_submit>
                    {groups}
                    {bar(app, "profile.next")}
                </form>
            </div>
        </div>
    }
    .into_any()
}

/// Changes one thing of the profile.
pub fn change(app: App, set: impl FnOnce(&mut Profile)) {
    change_at(app, "", set);
}

/// As [`change`]; one that does not hold is told at this field.
pub fn change_at(app: App, field: &str, set: impl FnOnce(&mut Profile)) {
    let mut profile = app.peek(|a| a.profile.clone());
    set(&mut profile);
    app.dispatch_at(field, Command::SetProfile(Box::new(profile)));
}

fn named(app: App, names: &[Name]) -> Vec<(String, String)> {
    names
        .iter()
        .map(|one| (one.id.to_owned(), app.name(one).to_owned()))
        .collect()
}

pub fn province(app: App, chosen: Option<String>) -> View {
    select_field(
        app,
        "province",
        app.t("profile.province"),
        Some(app.t("profile.province_hint")),
        named(app, &names().provinces),
        chosen,
        Callback::new(move |code| change(app, |p| p.province = code)),
    )
}

/// The main industry; `changed` is called after another one was chosen.
pub fn industry(
    app: App,
    chosen: Option<String>,
    changed: impl Fn() + Send + Sync + 'static,
) -> View {
    select_field(
        app,
        "industry",
        app.t("profile.industry"),
        None,
        named(app, &names().industries),
        chosen,
        Callback::new(move |field| {
            change(app, |p| p.industry = field);
            changed();
        }),
    )
}

/// A figure as a count from `least` on, where it is one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and within bounds that are counts"
)]
pub fn whole(value: Option<f64>, least: f64, most: f64) -> Option<u32> {
    value
        .filter(|value| value.fract() == 0.0 && (least..=most).contains(value))
        .map(|value| value as u32)
}

/// A message with the name of its field: in the summary on top of the page it stands far from it.
pub fn of_field(app: App, label: &'static str, message: &str) -> String {
    format!("{}: {message}", app.t(label))
}
