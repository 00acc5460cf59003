use crate::ui::prelude::*;

use super::figure::{Figure, Unit};
use super::profile_page::{change, change_at, industry, of_field, profile_page, province, whole};
use crate::ui::components::{DateState, Errors, date_field, date_state, select_field, text_field};
use crate::ui::state::{App, Screen};
use crate::view_model;
use cluster_ready_core::assessment::{Area, ClusterKind, Mode, ProfileProblem};
use cluster_ready_core::model::Model;

const MAX_TENANTS: f64 = 5_000.0;

const KINDS: [(ClusterKind, &str, &str); 6] = [
    (ClusterKind::MultiIndustry, "multi", "kind.multi"),
    (ClusterKind::Specialised, "specialised", "kind.specialised"),
    (ClusterKind::CraftVillage, "craft", "kind.craft"),
    (ClusterKind::Supporting, "supporting", "kind.supporting"),
    (ClusterKind::HighTech, "high-tech", "kind.high_tech"),
    (ClusterKind::Eco, "eco", "kind.eco"),
];

const HECTARES: [Figure; 3] = [
    Figure::hectares(
        ["declared", "profile.declared", "profile.declared_hint"],
        |p| p.declared_area_ha,
        |p, v| p.declared_area_ha = v,
    ),
    Figure::hectares(
        [
            "industrial",
            "profile.industrial",
            "profile.industrial_hint",
        ],
        |p| p.industrial_land_ha,
        |p, v| p.industrial_land_ha = v,
    ),
    Figure::hectares(
        ["leased", "profile.leased", "profile.leased_hint"],
        |p| p.leased_land_ha,
        |p, v| p.leased_land_ha = v,
    ),
];
const TENANTS: Figure = Figure {
    id: "tenants",
    label: "profile.tenants",
    hint: "profile.tenants_hint",
    unit: Unit::Count("profile.tenants_unit"),
    min: 0.0,
    max: MAX_TENANTS,
    get: |p| p.tenants.map(f64::from),
    set: |p, v| p.tenants = whole(v, 0.0, MAX_TENANTS),
};

/// What the cluster is.
pub fn profile(app: App) -> View {
    let errors = Errors::new();
    let groups = [place(app), further(app, errors)];
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

/// What the quick way can do without is folded there, as long as nothing of it has to be corrected.
fn further(app: App, errors: Errors) -> View {
    let is_full = app.peek(|a| a.mode == Mode::Full);
    let open = move || (is_full || errors.any()).then_some("");
    view! {
        <details class="more" open=open>
            <summary class="more__summary">{app.t("profile.more")}</summary>
            <div class="form">{times(app, errors)}{land(app, errors)}</div>
        </details>
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
    let occupancy = move || {
        app.with(|a| {
            view_model::occupancy(&a.profile)
                .zip(a.profile.occupied_land_ha())
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
            <div class="grid grid--3">{HECTARES.iter().map(|one| one.field(app, errors)).collect_view()}</div>
            {occupancy}
            {TENANTS.field(app, errors)}
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
    problems.extend(HECTARES.iter().filter_map(|one| one.problem(app)));
    problems.extend(TENANTS.problem(app));
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
    let (field, key, [first, second]) = match *problem {
        ProfileProblem::AreaOutOfRange { area, max, .. } => {
            let field = match area {
                Area::Declared => "declared",
                Area::Industrial => "industrial",
                Area::Leased => "leased",
            };
            (field, "profile.area_range", [("max", max), ("", max)])
        }
        ProfileProblem::LeasedAboveIndustrial { leased, industrial } => {
            let figures = [("leased", leased), ("total", industrial)];
            ("leased", "profile.leased_above", figures)
        }
        ProfileProblem::LeasedAboveDeclared { leased, declared } => {
            let figures = [("leased", leased), ("total", declared)];
            ("leased", "profile.leased_above_all", figures)
        }
        ProfileProblem::IndustrialAboveDeclared {
            industrial,
            declared,
        } => {
            let figures = [("industrial", industrial), ("total", declared)];
            ("industrial", "profile.industrial_above", figures)
        }
        ProfileProblem::AssessedBeforeEstablished { .. } => {
            let none = [("", 0.0); 2];
            ("established-d", "profile.established_after", none)
        }
        // Shares are asked on the page of legal facts, which keeps them between 0 and 100 itself.
        ProfileProblem::ShareOutOfRange { .. } => ("declared", "number.not", [("", 0.0); 2]),
    };
    let shown = |(name, value): (&'static str, f64)| (name, app.number(value, 2));
    let (first, second) = (shown(first), shown(second));
    let figures = [(first.0, &*first.1), (second.0, &*second.1)];
    (field.to_owned(), app.fill(key, &figures))
}
