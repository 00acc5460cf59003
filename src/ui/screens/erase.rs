use crate::ui::prelude::*;
use leptos::task::spawn_local;

use crate::platform::focus;
use crate::ui::components::{back, button, link, paragraph};
use crate::ui::state::{App, Screen};

/// Asks before everything on this device is erased.
pub fn erase(app: App) -> View {
    let left = RwSignal::new(Vec::new());
    let erase = move || {
        spawn_local(async move {
            let keys = app.erase_everything().await;
            if keys.is_empty() {
                app.go(Screen::Start);
            } else if left.try_set(keys).is_none() {
                focus::first(app.root(), ".error-summary");
            }
        });
    };
    let waiting = move || {
        let waiting = app.sending().unsent();
        (waiting > 0).then(|| paragraph("measure", app.count("send.erase", waiting)))
    };
    let drafts = move || app.count("erase.count", app.drafts.list().len());
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
                {move || not_erased(app, left.get())}
                <div>
                    {back(app.t("back"), move || app.return_back())}
                    <div class="flow">
                        <h1 tabindex="-1">{app.t("erase.title")}</h1>
                        <p class="lead measure">{drafts}</p>
                        {waiting}
                        <p class="measure">{app.t("erase.text")}</p>
                    </div>
                </div>
                <p class="actions">
                    {button(app.t("erase.do"), erase)}
                    {link(app.t("erase.keep"), move || app.return_back())}
                </p>
            </div>
        </div>
    }
    .into_any()
}

/// What could not be erased.
fn not_erased(app: App, left: Vec<&'static str>) -> Option<View> {
    (!left.is_empty()).then(|| {
        let lines = left.into_iter().map(|key| view! { <p>{app.t(key)}</p> });
        view! {
            <div class="error-summary" role="alert" tabindex="-1"><h2>{app.t("erase.failed")}</h2>{lines.collect_view()}<p>{app.t("erase.failed.way")}</p></div>
        }
        .into_any()
    })
}
