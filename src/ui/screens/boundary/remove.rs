use leptos::prelude::*;

use crate::platform::focus;
use crate::ui::components::{link, plain_button};
use crate::ui::state::App;

/// Takes the boundary away, after asking once more.
pub fn remove(app: App) -> AnyView {
    let asking = RwSignal::new(false);
    let remove = move || {
        app.survey.remove(app);
        app.announcement.set(app.t("boundary.removed").to_owned());
        focus::first(app.root(), "h1");
    };
    let shown = move || {
        if asking.get() {
            view! {
                <div class="panel" role="group" aria-label=app.t("boundary.remove.sure")>
                    <p>{app.t("boundary.remove.sure")}</p>
                    <p class="actions">
                        {plain_button(app.t("boundary.remove.keep"), move || asking.set(false))}
                        {link(app.t("boundary.remove.do"), remove)}
                    </p>
                </div>
            }
            .into_any()
        } else {
            link(app.t("boundary.remove"), move || asking.set(true))
        }
    };
    view! { <div>{shown}</div> }.into_any()
}
