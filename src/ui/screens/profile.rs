use crate::ui::prelude::*;

use super::profile_page::{change, change_at, industry, of_field, profile_page, province, whole};
use crate::assessment::{Area, ClusterKind, Mode, Profile, ProfileProblem};
use crate::model::Model;
use crate::ui::components::{
    DateState, Errors, NumberField, NumberState, date_field, date_state, number_field,
    number_problem, number_state, select_field, text_field,
};
use crate::ui::state::{App, Screen};
use crate::view_model;

/// Largest area a field takes; a cluster has at most 75 ha, a slip of the unit gives 750,000.
pub(super) const MAX_HECTARES: f64 = 10_000.0;
const MAX_TENANTS: f64 = 5_000.0;

const KINDS: [(ClusterKind, &str, &str); 6] = [
    (ClusterKind::MultiIndustry, "multi", "kind.multi"),
    (ClusterKind::Specialised, "specialised", "kind.specialised"),
    (ClusterKind::CraftVillage, "craft", "kind.craft"),
    (ClusterKind::Supporting, "supporting", "kind.supporting"),
    (ClusterKind::HighTech, "high-tech", "kind.high_tech"),
    (ClusterKind::Eco, "eco", "kind.eco"),
];

type Get = fn(&Profile) -> Option<f64>;
type Set = fn(&mut Profile, Option<f64>);

const HECTARES: [(&str, &str, &str, Get, Set); 3] = [
    (
        "declared",
        "profile.declared",
        "profile.declared_hint",
        |p| p.declared_area_ha,
        |p, v| p.declared_area_ha = v,
    ),
    (
        "industrial",
        "profile.industrial",
        "profile.industrial_hint",
        |p| p.industrial_land_ha,
        |p, v| p.industrial_land_ha = v,
    ),
    (
        "leased",
        "profile.leased",
        "profile.leased_hint",
        |p| p.leased_land_ha,
        |p, v| p.leased_land_ha = v,
    ),
];

/// What the cluster is.
pub fn profile(app: App) -> View {
    let errors = Errors::new();
    let groups = [place(app), times(app, errors), land(app, errors)];
    profile_page(app, errors, problems, after, groups.into_view())
}

/// The quick way goes straight to its first question.
fn after(app: App) -> Screen {
    let first = first_quick(app.model());
    let fresh = app.peek(|a| a.mode == Mode::Quick && a.entries.is_empty());
    first
        .filter(|_| fresh)
        .map_or(Screen::Tasks, Screen::Question)
}

/// The first question of the quick way.
pub fn first_quick(model: &Model) -> Option<usize> {
    model.indicators.iter().position(|one| one.quick)
}

fn place(app: App) -> View {
    let profile = app.peek(|a| a.profile.clone());
    let kinds = KINDS
        .iter()
        .map(|(_, word, key)| ((*word).to_owned(), app.t(key).to_owned()))
        .collect();
    let kind = KINDS
        .iter()
        .find(|(kind, ..)| Some(*kind) == profile.kind)
        .map(|(_, word, _)| (*word).to_owned());
    let name = text_field(
        app,
        "name",
        app.t("profile.name"),
        None,
        profile.name,
        Callback::new(move |text: String| change_at(app, "name", |p| p.name = text)),
    );
    let commune = text_field(
        app,
        "commune",
        app.t("profile.commune"),
        Some(app.t("profile.commune_hint")),
        profile.commune,
        Callback::new(move |text: String| change_at(app, "commune", |p| p.commune = text)),
    );
    let kind = select_field(
        app,
        "kind",
        app.t("profile.kind"),
        None,
        kinds,
        kind,
        Callback::new(move |word: Option<String>| {
            let kind = KINDS
                .iter()
                .find(|(_, w, _)| Some(*w) == word.as_deref())
                .map(|(kind, ..)| *kind);
            change(app, |p| p.kind = kind);
        }),
    );
    let industry = industry(app, profile.industry, move || {
        if app.peek(|a| a.boundary.is_some()) {
            app.later(move |later| (later.measure_again)(app));
        }
    });
    let province = province(app, profile.province);
    view! {
        <fieldset class="form">
            <legend class="group__title">{app.t("profile.place")}</legend>
            {name}
            <div class="grid grid--2">{province}{commune}</div>
            <div class="grid grid--2">{kind}{industry}</div>
        </fieldset>
    }
    .into_any()
}

fn times(app: App, errors: Errors) -> View {
    let profile = app.peek(|a| a.profile.clone());
    let established = date_field(
        app,
        errors,
        "established",
        "profile.established",
        "profile.established_hint",
        profile.established,
        Callback::new(move |date| change(app, |p| p.established = date)),
    );
    let assessed = date_field(
        app,
        errors,
        "assessed",
        "profile.assessed",
        "profile.assessed_hint",
        profile.assessed,
        Callback::new(move |date| change(app, |p| p.assessed = date)),
    );
    view! {
        <fieldset class="form">
            <legend class="group__title">{app.t("profile.times")}</legend>
            <div class="grid grid--2">{established}{assessed}</div>
        </fieldset>
    }
    .into_any()
}

fn land(app: App, errors: Errors) -> View {
    let profile = app.peek(|a| a.profile.clone());
    let hectares = |(id, label, hint, get, set): (&str, &'static str, &'static str, Get, Set)| {
        number_field(
            app,
            errors,
            NumberField {
                id: id.to_owned(),
                label: app.t(label).to_owned(),
                hint: Some(app.t(hint).to_owned()),
                unit: "ha".to_owned(),
                min: 0.0,
                max: MAX_HECTARES,
                value: get(&profile),
                heading: false,
                echo: Callback::new(|_| String::new()),
                on_value: Callback::new(move |value| change(app, |p| set(p, value))),
            },
        )
    };
    let tenants = number_field(
        app,
        errors,
        NumberField {
            id: "tenants".to_owned(),
            label: app.t("profile.tenants").to_owned(),
            hint: Some(app.t("profile.tenants_hint").to_owned()),
            unit: app.t("profile.tenants_unit").to_owned(),
            min: 0.0,
            max: MAX_TENANTS,
            value: profile.tenants.map(f64::from),
            heading: false,
            echo: Callback::new(|_| String::new()),
            on_value: Callback::new(move |value: Option<f64>| {
                change(app, |p| p.tenants = whole(value, 0.0, MAX_TENANTS))
            }),
        },
    );
    let occupancy = move || {
        app.with(|a| {
            view_model::occupancy(&a.profile)
                .zip(a.profile.leased_land_ha)
                .zip(a.profile.industrial_land_ha)
        })
        .map(|((rate, leased), industrial)| {
            let text = app.fill(
                "profile.occupancy",
                &[
                    ("rate", &app.number(rate, 1)),
                    ("leased", &app.number(leased, 2)),
                    ("industrial", &app.number(industrial, 2)),
                ],
            );
            view! { <p class="echo" role="status">{text}</p> }
        })
    };
    view! {
        <fieldset class="form">
            <legend class="group__title">{app.t("profile.land")}</legend>
            <div class="grid grid--3">{HECTARES.into_iter().map(hectares).collect_view()}</div>
            {occupancy}
            {tenants}
        </fieldset>
    }
    .into_any()
}

/// What has to be corrected; an empty field is allowed everywhere.
fn problems(app: App) -> Vec<(String, String)> {
    let profile = app.peek(|a| a.profile.clone());
    let mut problems = Vec::new();
    for (id, label, kept) in [
        ("established", "profile.established", profile.established),
        ("assessed", "profile.assessed", profile.assessed),
    ] {
        if date_state(app, id, kept) == DateState::Wrong {
            problems.push((format!("{id}-d"), of_field(app, label, app.t("date.wrong"))));
        }
    }
    for (id, label, _, get, _) in HECTARES {
        let state = untrack(|| number_state(app, id, "ha", 0.0, MAX_HECTARES, get(&profile)));
        if state != NumberState::Empty
            && let Some(message) = number_problem(app, state, "ha")
        {
            problems.push((id.to_owned(), of_field(app, label, &message)));
        }
    }
    let tenants = |message: &str| {
        let message = of_field(app, "profile.tenants", message);
        ("tenants".to_owned(), message)
    };
    match untrack(|| {
        number_state(
            app,
            "tenants",
            app.t("profile.tenants_unit"),
            0.0,
            MAX_TENANTS,
            profile.tenants.map(f64::from),
        )
    }) {
        NumberState::Value(value) if value.fract() != 0.0 => {
            problems.push(tenants(app.t("number.whole")));
        }
        NumberState::Empty => {}
        state => {
            let unit = app.t("profile.tenants_unit");
            problems.extend(number_problem(app, state, unit).map(|message| tenants(&message)));
        }
    }
    let broken = profile.problems();
    problems.extend(
        broken
            .iter()
            .filter(|p| !matches!(p, ProfileProblem::ShareOutOfRange { .. }))
            .map(|problem| told(app, problem)),
    );
    problems
}

fn told(app: App, problem: &ProfileProblem) -> (String, String) {
    let hectares = |value: f64| app.number(value, 2);
    match *problem {
        ProfileProblem::AreaOutOfRange { area, max, .. } => {
            let field = match area {
                Area::Declared => "declared",
                Area::Industrial => "industrial",
                Area::Leased => "leased",
            };
            (
                field.to_owned(),
                app.fill("profile.area_range", &[("max", &hectares(max))]),
            )
        }
        ProfileProblem::LeasedAboveIndustrial { leased, industrial } => (
            "leased".to_owned(),
            app.fill(
                "profile.leased_above",
                &[
                    ("leased", &hectares(leased)),
                    ("total", &hectares(industrial)),
                ],
            ),
        ),
        ProfileProblem::LeasedAboveDeclared { leased, declared } => (
            "leased".to_owned(),
            app.fill(
                "profile.leased_above_all",
                &[
                    ("leased", &hectares(leased)),
                    ("total", &hectares(declared)),
                ],
            ),
        ),
        ProfileProblem::IndustrialAboveDeclared {
            industrial,
            declared,
        } => (
            "industrial".to_owned(),
            app.fill(
                "profile.industrial_above",
                &[
                    ("industrial", &hectares(industrial)),
                    ("total", &hectares(declared)),
                ],
            ),
        ),
        ProfileProblem::AssessedBeforeEstablished { .. } => (
            "established-d".to_owned(),
            app.t("profile.established_after").to_owned(),
        ),
        // Shares are asked on the page of legal facts, which keeps them between 0 and 100 itself.
        ProfileProblem::ShareOutOfRange { .. } => {
            ("declared".to_owned(), app.t("number.not").to_owned())
        }
    }
}
