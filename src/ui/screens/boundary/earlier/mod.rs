//! The boundary beside an earlier one: what was added, removed and kept since. The earlier file stays on this page and goes with it.

mod asking;
mod result;
mod steps;

use crate::ui::prelude::*;

use crate::platform::file;
use crate::ui::state::App;
use asking::{Comparing, Step};

const SECTION: &str = "boundary-earlier";

/// Offers the comparison once the boundary is measured, and shows what came of it.
pub fn earlier(app: App) -> View {
    let comparing = Comparing::new(app);
    let measured = Memo::new(move |_| {
        let survey = app.survey();
        let placed = |work: &Option<_>| asking::is_placed(work.as_ref());
        survey.work.with(placed)
            && survey
                .seen
                .with(|seen| seen.as_ref().is_some_and(|seen| seen.measures.is_some()))
    });
    let body = move || {
        measured.get().then(|| {
            view! {
                <section class="section" aria-labelledby=SECTION>
                    <h2 id=SECTION>{app.t("boundary.earlier")}</h2>
                    <p class="section__intro">{app.t("boundary.earlier.text")}</p>
                    {move || step(comparing)}
                </section>
            }
        })
    };
    body.into_any()
}

fn step(comparing: Comparing) -> View {
    match comparing.step.get() {
        Step::Nothing => pick(comparing),
        Step::Failed(failed) => view! { {steps::failed(&failed)}{pick(comparing)} }.into_any(),
        Step::Choose { name, layer } => steps::choose(comparing, &name, &layer),
        Step::Where { found, options } => steps::place(comparing, &found, &options),
        Step::Done(done) => result::result(comparing, &done),
    }
}

/// The file of the earlier boundary.
fn pick(comparing: Comparing) -> View {
    let app = comparing.app;
    view! {
        <div class="no-print">
            <p class="hint small" id="boundary-earlier-hint">{app.t("boundary.earlier.hint")}</p>
            <input
                class="drop__input hidden"
                id="boundary-earlier-file"
                type="file"
                accept=super::ways::accepted()
                aria-describedby="boundary-earlier-hint"
                on:change=move |event| comparing.take(file::chosen(&event))
            />
            <label class="button button--plain" for="boundary-earlier-file">{app.t("boundary.earlier.pick")}</label>
        </div>
    }
    .into_any()
}
