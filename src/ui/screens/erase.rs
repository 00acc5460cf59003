use crate::ui::prelude::*;

use crate::ui::components::{back, button, link};
use crate::ui::state::App;

/// Asks before everything on this device is erased.
pub fn erase(app: App) -> View {
    let drafts = move || app.count("erase.count", app.drafts.list().len());
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
                <div>
                    {back(app.t("back"), move || app.return_back())}
                    <div class="flow">
                        <h1 tabindex="-1">{app.t("erase.title")}</h1>
                        <p class="lead measure">{drafts}</p>
                        <p class="measure">{app.t("erase.text")}</p>
                    </div>
                </div>
                <p class="actions">
                    {button(app.t("erase.do"), move || app.drafts.erase_all(app))}
                    {link(app.t("erase.keep"), move || app.return_back())}
                </p>
            </div>
        </div>
    }
    .into_any()
}
