use leptos::prelude::*;

use crate::ui::state::App;

pub fn result(app: App) -> AnyView {
    view! { <main class="sheet page"><h1 tabindex="-1">{app.t("result.title")}</h1></main> }
        .into_any()
}
