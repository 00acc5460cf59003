use leptos::prelude::*;

use crate::ui::state::App;

pub fn method(app: App) -> AnyView {
    view! { <div class="sheet page"><h1 tabindex="-1">{app.t("method.title")}</h1></div> }
        .into_any()
}
