use leptos::prelude::*;

use crate::ui::state::App;

pub fn result(app: App) -> AnyView {
    view! { <div class="sheet page"><h1 tabindex="-1">{app.t("result.title")}</h1></div> }
        .into_any()
}
