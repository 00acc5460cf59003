use crate::assessment::Firm;
use crate::platform::clock;
use crate::ui::components::{
    Errors, NumberField, NumberState, number_field, number_problem, number_state, select_field,
    text_field,
};
use crate::ui::prelude::*;
use crate::ui::screens::profile_page::{
    change, change_at, industry, of_field, profile_page, province, whole,
};
use crate::ui::state::{App, Screen};

/// More than any employer has at one place.
const MAX_WORKERS: f64 = 1_000_000.0;
/// Years that are offered, the present one among them.
const YEARS: u32 = 6;

/// Which firm it is, and what is needed to put its answers together with those of others.
pub fn profile(app: App) -> View {
    let errors = Errors::new();
    let groups = [place(app), size(app, errors)];
    profile_page(app, errors, problems, |_| Screen::Tasks, groups.into_view())
}

/// What is said of the firm; a file may lack it.
fn firm(app: App) -> Firm {
    app.peek(|a| a.profile.firm.as_deref().cloned().unwrap_or_default())
}

fn change_firm(app: App, set: impl FnOnce(&mut Firm)) {
    change(app, |profile| set(profile.firm.get_or_insert_default()));
}

fn place(app: App) -> View {
    let profile = app.peek(|a| a.profile.clone());
    let name = text_field(
        app,
        "name",
        app.t("profile.name"),
        Some(app.t("contribution.name_hint")),
        profile.name,
        Callback::new(move |text: String| change_at(app, "name", |p| p.name = text)),
    );
    let cluster = text_field(
        app,
        "cluster",
        app.t("contribution.cluster"),
        Some(app.t("contribution.cluster_hint")),
        firm(app).cluster,
        Callback::new(move |text: String| {
            change_at(app, "cluster", |p| {
                p.firm.get_or_insert_default().cluster = text;
            });
        }),
    );
    let province = province(app, profile.province);
    let industry = industry(app, profile.industry, || ());
    view! {
        <fieldset class="form">
            <legend class="group__title">{app.t("contribution.firm")}</legend>
            {name}
            {cluster}
            <div class="grid grid--2">{province}{industry}</div>
        </fieldset>
    }
    .into_any()
}

fn size(app: App, errors: Errors) -> View {
    let firm = firm(app);
    let workers = number_field(
        app,
        errors,
        NumberField {
            id: "workers".to_owned(),
            label: app.t("contribution.workers").to_owned(),
            hint: Some(app.t("contribution.workers_hint").to_owned()),
            unit: app.t("contribution.workers_unit").to_owned(),
            min: 1.0,
            max: MAX_WORKERS,
            value: firm.workers.map(f64::from),
            heading: false,
            echo: Callback::new(|_| String::new()),
            on_value: Callback::new(move |value| {
                change_firm(app, |firm| firm.workers = whole(value, 1.0, MAX_WORKERS));
            }),
        },
    );
    let year = select_field(
        app,
        "year",
        app.t("contribution.year"),
        Some(app.t("contribution.year_hint")),
        years(firm.year),
        firm.year.map(|year| year.to_string()),
        Callback::new(move |year: Option<String>| {
            let year = year.and_then(|year| year.parse().ok());
            change_firm(app, |firm| firm.year = year);
        }),
    );
    view! {
        <fieldset class="form">
            <legend class="group__title">{app.t("contribution.size")}</legend>
            {workers}
            {year}
        </fieldset>
    }
    .into_any()
}

/// The last years, and the one that a file has.
fn years(kept: Option<u32>) -> Vec<(String, String)> {
    let now = clock::today().map_or(0, |day| u32::try_from(day.year()).unwrap_or(0));
    let mut years: Vec<u32> = (0..YEARS)
        .filter_map(|back| now.checked_sub(back))
        .collect();
    years.extend(kept.filter(|year| !years.contains(year)));
    years
        .into_iter()
        .map(|year| (year.to_string(), year.to_string()))
        .collect()
}

/// What has to be corrected; an empty field is allowed everywhere.
fn problems(app: App) -> Vec<(String, String)> {
    let kept = firm(app).workers.map(f64::from);
    let unit = app.t("contribution.workers_unit");
    let message = match untrack(|| number_state(app, "workers", unit, 1.0, MAX_WORKERS, kept)) {
        NumberState::Empty => None,
        NumberState::Value(value) if value.fract() != 0.0 => Some(app.t("number.whole").to_owned()),
        state => number_problem(app, state, unit),
    };
    message
        .map(|message| {
            let message = of_field(app, "contribution.workers", &message);
            ("workers".to_owned(), message)
        })
        .into_iter()
        .collect()
}
