use crate::ui::prelude::*;

use crate::ui::components::back;
use crate::ui::state::App;

/// How the product can be used, and what is known not to work.
pub fn accessibility(app: App) -> View {
    let keys = [
        "accessibility.key_digits",
        "accessibility.key_zero",
        "accessibility.key_k",
        "accessibility.key_enter",
        "accessibility.key_map",
    ];
    let keys = keys
        .into_iter()
        .map(|key| view! { <li>{app.t(key)}</li> })
        .collect_view();
    view! {
        <div class="sheet page">
            <div class="page__main page__main--narrow">
                <div>
                    {back(app.t("back"), move || app.return_back())}
                    <div class="flow"><h1 tabindex="-1">{app.t("accessibility.title")}</h1><p class="lead measure">{app.t("accessibility.lead")}</p></div>
                </div>
                <section class="section flow"><h2>{app.t("accessibility.keys")}</h2><ul class="plain-list measure">{keys}</ul></section>
                <section class="section flow"><h2>{app.t("accessibility.how")}</h2><p class="measure">{app.t("accessibility.how_text")}</p></section>
                <section class="section flow"><h2>{app.t("accessibility.gaps")}</h2><p class="measure">{app.t("accessibility.gaps_text")}</p></section>
            </div>
        </div>
    }
    .into_any()
}
