use crate::ui::prelude::*;

use crate::platform::focus;
use crate::ui::components::link;
use crate::ui::state::App;

const ASK: &str = "boundary-remove";
const KEEP: &str = "boundary-keep";

/// Takes the boundary away, after asking once more. Focus follows from the question to its answers and back.
pub fn remove(app: App) -> View {
    let asking = RwSignal::new(false);
    let remove = move || {
        app.survey().remove(app);
        app.announcement.set(app.t("boundary.removed").to_owned());
        focus::first(app.root(), "h1");
    };
    let ask = move |now: bool| {
        asking.set(now);
        focus::later(app.root(), if now { KEEP } else { ASK }.to_owned());
    };
    let shown = move || {
        if asking.get() {
            view! {
                <div class="panel" role="group" aria-label=app.t("boundary.remove.sure")>
                    <p>{app.t("boundary.remove.sure")}</p>
                    <p class="actions">
                        <button type="button" class="button button--plain" id=KEEP on:click=move |_| ask(false)>{app.t("boundary.remove.keep")}</button>
                        {link(app.t("boundary.remove.do"), remove)}
                    </p>
                </div>
            }
            .into_any()
        } else {
            view! { <button type="button" class="link-button" id=ASK on:click=move |_| ask(true)>{app.t("boundary.remove")}</button> }.into_any()
        }
    };
    view! { <div>{shown}</div> }.into_any()
}
