use super::row::{Row, row};
use crate::ui::prelude::*;
use crate::ui::state::{App, Screen};

/// What the cluster is, or the firm in it.
pub fn about(app: App) -> View {
    if app.is_firm() {
        return of_firm(app);
    }
    let (name, province, boundary) = app.peek(|a| {
        (
            a.profile.name.clone(),
            a.profile.province.clone(),
            a.boundary.clone(),
        )
    });
    let one = |key, value, to| of_field(app, key, value, to);
    let province = province.and_then(|code| app.province_name(&code));
    let named = Some(name).filter(|name| !name.is_empty());
    let area = boundary.map(|boundary| match boundary.measures {
        Some(measures) => app.fill(
            "unit.hectares",
            &[("figure", &app.number(measures.area_m2 / 10_000.0, 2))],
        ),
        None => app.t("tasks.boundary_must").to_owned(),
    });
    view! {
        <section class="section" aria-labelledby="check-about">
            <h2 id="check-about">{app.t("check.about")}</h2>
            <dl class="summary-list">
                {one("profile.name", named, Screen::Profile)}
                {one("profile.province", province, Screen::Profile)}
                {one("boundary.title", area, Screen::Boundary)}
            </dl>
        </section>
    }
    .into_any()
}

fn of_firm(app: App) -> View {
    let profile = app.peek(|a| a.profile.clone());
    let firm = profile.firm.unwrap_or_default();
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    let province = profile.province.and_then(|code| app.province_name(&code));
    let rows = [
        ("profile.name", said(profile.name)),
        ("contribution.cluster", said(firm.cluster)),
        ("profile.province", province),
        (
            "contribution.workers",
            firm.workers
                .map(|workers| app.number(f64::from(workers), 0)),
        ),
        ("contribution.year", firm.year.map(|year| year.to_string())),
    ];
    let one = |(key, value)| of_field(app, key, value, Screen::Profile);
    view! {
        <section class="section" aria-labelledby="check-about">
            <h2 id="check-about">{app.t("check.about")}</h2>
            <dl class="summary-list">{rows.into_iter().map(one).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn of_field(app: App, key: &'static str, value: Option<String>, to: Screen) -> View {
    let shown = Row {
        key: app.t(key).to_owned(),
        value,
        about: Vec::new(),
        label: app.fill("check.change_of", &[("what", app.t(key))]),
    };
    row(app, shown, move || app.go(to))
}
