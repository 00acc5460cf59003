//! How far the worker has come, and what to do where it did not come to an answer.

use crate::ui::prelude::*;

use super::failure::told_trouble;
use crate::platform::focus;
use crate::ui::components::{link, plain_button};
use crate::ui::state::{App, Busy};
use cluster_ready_core::progress::Stage;

/// Shown while something takes long; it can be stopped.
pub fn busy(app: App) -> View {
    let survey = app.survey();
    let at_work = Memo::new(move |_| survey.asking.busy.with(Option::is_some));
    let blocking = Memo::new(move |_| {
        let busy = survey.asking.busy.get();
        busy.is_some_and(|busy| busy.blocking)
    });
    let text = move || survey.asking.busy.get().map(|busy| told(app, &busy));
    let share = move || {
        let busy = survey.asking.busy.get()?;
        (busy.of > 0.0).then(|| (busy.done / busy.of).min(1.0).to_string())
    };
    let stop = move || {
        survey.cancel();
        app.announcement
            .set(app.t("boundary.stopped.cancelled").to_owned());
        focus::first(app.root(), "h1");
    };
    let body = move || {
        at_work.get().then(|| {
            view! {
                <div class="panel busy">
                    <p id="boundary-busy">{text}</p>
                    <progress class="busy__bar" aria-labelledby="boundary-busy" max="1" value=share></progress>
                    {move || blocking.get().then(|| view! { <p class="hint small">{app.t("boundary.busy.blocking")}</p> })}
                    <p class="actions">{plain_button(app.t("boundary.busy.stop"), stop)}</p>
                </div>
            }
        })
    };
    body.into_any()
}

fn told(app: App, busy: &Busy) -> String {
    if busy.stage == "loading" {
        let figure = |bytes: f64| app.number(bytes / 1_000_000.0, 0);
        return app.fill(
            "boundary.busy.loading",
            &[("done", &figure(busy.done)), ("of", &figure(busy.of))],
        );
    }
    let key = match Stage::from_word(&busy.stage) {
        None => return app.t("boundary.busy").to_owned(),
        Some(Stage::Reading) => "boundary.busy.reading",
        Some(Stage::Checking) => "boundary.busy.checking",
        Some(Stage::Measuring) => "boundary.busy.measuring",
    };
    let figure = |corners: f64| app.number(corners, 0);
    app.fill(
        key,
        &[("count", &figure(busy.done)), ("of", &figure(busy.of))],
    )
}

/// Why nothing follows from the last change; what was entered is still there.
pub fn trouble(app: App) -> View {
    let survey = app.survey();
    let body = move || {
        survey.trouble.get().map(|trouble| {
            let (problem, way_out) = told_trouble(app, trouble);
            view! {
                <div class="error-summary" role="alert" tabindex="-1">
                    <h2>{app.t("boundary.stopped")}</h2>
                    <p class="error">{problem}</p>
                    <p>{way_out}</p>
                    <p class="actions">
                        {plain_button(app.t("boundary.stopped.retry"), move || survey.look_anew(app))}
                        {link(app.t("boundary.replace"), move || survey.replacing.set(true))}
                    </p>
                </div>
            }
        })
    };
    body.into_any()
}
