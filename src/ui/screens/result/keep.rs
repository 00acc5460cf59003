use crate::ui::prelude::*;

use super::Shown;
use crate::platform;
use crate::ui::components::{button, hand_over, link, plain_button};
use crate::ui::saved_file::save_to_file;
use crate::ui::state::{App, Place, Screen};

/// Paper, file, and the ways on.
pub fn keep(app: App, shown: &Shown) -> View {
    let missing = shown.score.counts.unknown + shown.score.counts.unanswered;
    let to_missing =
        (missing > 0).then(|| link(app.t("result.to_missing"), move || app.go(Screen::Check)));
    view! {
        <section class="keep no-print" aria-labelledby="result-keep">
            <h2 id="result-keep" class="hidden">{app.t("result.keep")}</h2>
            <p class="measure soft">{app.t("result.keep_text")}</p>
            <p class="actions">
                {button(app.t("result.print"), platform::print)}
                {plain_button(app.t("foot.save"), move || save_to_file(app, Place::Page))}
                {to_missing}
                {link(app.t("result.to_tasks"), move || app.go(Screen::Tasks))}
            </p>
            {hand_over(app, Place::Page)}
        </section>
    }
    .into_any()
}
