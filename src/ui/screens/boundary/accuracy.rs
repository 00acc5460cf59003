use crate::ui::prelude::*;

use crate::ui::components::{Choice, Picker, choice};
use crate::ui::state::App;

/// Where the corners come from, with their standard deviation in metres (method, section 6).
const ORIGINS: [(&str, f64, &str, &str); 4] = [
    (
        "cadastral",
        0.1,
        "boundary.accuracy.cadastral",
        "boundary.accuracy.cadastral_text",
    ),
    (
        "phone",
        5.0,
        "boundary.accuracy.phone",
        "boundary.accuracy.phone_text",
    ),
    (
        "drawn",
        15.0,
        "boundary.accuracy.drawn",
        "boundary.accuracy.drawn_text",
    ),
    (
        "unknown",
        1.0,
        "boundary.accuracy.unknown",
        "boundary.accuracy.unknown_text",
    ),
];

/// How accurate the corners are: the area's ± follows from it.
pub fn accuracy(app: App) -> View {
    let survey = app.survey();
    let sigma = Memo::new(move |_| {
        survey
            .work
            .with(|work| work.as_ref().map(|work| work.sigma_m))
    });
    let origin = |(word, metres, label, sub): (&'static str, f64, &'static str, &'static str)| {
        choice(Choice {
            id: format!("accuracy-{word}"),
            name: "boundary-accuracy".to_owned(),
            picker: Picker::Radio,
            label: app.t(label).to_owned(),
            sub: Some(app.t(sub).to_owned()),
            key: None,
            on: Signal::derive(move || sigma.get() == Some(metres)),
            on_pick: Callback::new(move |()| survey.set_sigma(app, metres)),
        })
    };
    let device = move || {
        let is_new = |metres: &f64| ORIGINS.iter().all(|(_, known, ..)| known != metres);
        let metres = survey.device_sigma_m(app).filter(is_new)?;
        let figure = app.number(metres, 1);
        Some(choice(Choice {
            id: "accuracy-device".to_owned(),
            name: "boundary-accuracy".to_owned(),
            picker: Picker::Radio,
            label: app.t("boundary.accuracy.device").to_owned(),
            sub: Some(app.fill("boundary.accuracy.device_text", &[("figure", &figure)])),
            key: None,
            on: Signal::derive(move || sigma.get() == Some(metres)),
            on_pick: Callback::new(move |()| survey.set_sigma(app, metres)),
        }))
    };
    view! {
        <section class="section">
            <fieldset class="field">
                <legend class="group__title">{app.t("boundary.accuracy")}</legend>
                <p class="hint">{app.t("boundary.accuracy.hint")}</p>
                <div class="choices choices--pairs">{device}{ORIGINS.into_iter().map(origin).collect_view()}</div>
            </fieldset>
        </section>
    }
    .into_any()
}
