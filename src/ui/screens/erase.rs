use crate::ui::prelude::*;

use crate::ui::components::{back, button, link, paragraph};
use crate::ui::state::App;

/// Asks before everything on this device is erased.
pub fn erase(app: App) -> View {
    let erase = move || {
        app.erase_outbox();
        app.drafts.erase_all(app);
    };
    let waiting = move || {
        let waiting = app.sends().then(|| app.sending().unsent())?;
        (waiting > 0).then(|| paragraph("measure", app.count("send.erase", waiting)))
    };
    let drafts = move || app.count("erase.count", app.drafts.list().len());
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
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
