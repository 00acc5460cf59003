use crate::platform::clock;
use crate::ui::components::{Errors, select_field, text_field};
use crate::ui::prelude::*;
use crate::ui::screens::figure::{Figure, Unit};
use crate::ui::screens::profile_page::{
    change, change_at, industry, profile_page, province, whole,
};
use crate::ui::state::{App, Screen};
use cluster_ready_core::assessment::Firm;

/// More than any employer has at one place.
const MAX_WORKERS: f64 = 1_000_000.0;
/// Years that are offered, the present one among them.
const YEARS: u32 = 6;

const WORKERS: Figure = Figure {
    id: "workers",
    label: "contribution.workers",
    hint: "contribution.workers_hint",
    unit: Unit::Count("contribution.workers_unit"),
    min: 1.0,
    max: MAX_WORKERS,
    get: |p| p.firm.as_ref()?.workers.map(f64::from),
    set: |p, v| p.firm.get_or_insert_default().workers = whole(v, 1.0, MAX_WORKERS),
};

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
    let year = select_field(
        app,
        "year",
        app.t("contribution.year"),
        Some(app.t("contribution.year_hint")),
        years(firm.year),
        firm.year.map(|year| year.to_string()),
        Callback::new(move |year: Option<String>| {
            let year = year.and_then(|year| year.parse().ok());
            change(app, |p| p.firm.get_or_insert_default().year = year);
        }),
    );
    view! {
        <fieldset class="form">
            <legend class="group__title">{app.t("contribution.size")}</legend>
            {WORKERS.field(app, errors)}
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
    WORKERS.problem(app).into_iter().collect()
}
