use crate::ui::prelude::*;

use super::Shown;
use crate::platform::intl;
use crate::ui::state::App;
use crate::view_model::{self, result::sets_used};
use cluster_ready_core::assessment::{ClusterKind, State};
use cluster_ready_core::places::names;

/// The title block of the printed sheet, as on a map.
pub fn title_block(app: App, shown: &Shown) -> View {
    if app.is_firm() {
        return of_firm(app, shown);
    }
    let profile = &shown.assessment.profile;
    let measures = shown
        .assessment
        .boundary
        .as_ref()
        .and_then(|boundary| boundary.measures.as_ref());
    let place = [
        Some(profile.commune.clone()).filter(|commune| !commune.is_empty()),
        profile
            .province
            .as_deref()
            .and_then(|code| app.province_name(code)),
    ];
    let place: Vec<String> = place.into_iter().flatten().collect();
    let area = measures.map(|one| hectares(app, one.area_m2 / 10_000.0, 2));
    let declared = profile.declared_area_ha.map(|ha| hectares(app, ha, 2));
    let (area_key, area) = match area {
        Some(area) => ("result.area", Some(area)),
        None => ("result.area_declared", declared),
    };
    // Without an assessment date no set is chosen.
    let chosen = profile.assessed.map(|_| sets_used(&shown.verdicts));
    let sets: Vec<String> = chosen
        .into_iter()
        .flatten()
        .map(|set| match set.to_be_confirmed {
            Some(_) => app.fill("law.set_to_confirm", &[("set", &set.id)]),
            None => set.id.clone(),
        })
        .collect();
    let cell = |wide, key, text| cell(app, wide, key, text);
    let occupancy = view_model::occupancy(profile);
    view! {
        <dl class="block print-only">
            {cell(true, "result.block.place", Some(place.join(", ")))}
            {cell(false, "result.block.assessed", profile.assessed.map(|date| intl::date(app.language(), date)))}
            {cell(false, "result.block.kind", profile.kind.map(|kind| kind_name(app, kind).to_owned()))}
            {cell(false, area_key, area)}
            {cell(false, "result.block.occupancy", occupancy.map(|rate| format!("{}%", app.number(rate, 0))))}
            {cell(false, "result.block.tenants", profile.tenants.map(|firms| app.number(f64::from(firms), 0)))}
            {cell(false, "result.block.answers", Some(answered(shown)))}
            {cell(true, "result.block.model", Some(model_mark(app)))}
            {cell(true, "result.block.rules", Some(sets.join(", ")))}
        </dl>
    }
    .into_any()
}

/// The same of a firm.
fn of_firm(app: App, shown: &Shown) -> View {
    let profile = &shown.assessment.profile;
    let firm = profile.firm.as_deref().cloned().unwrap_or_default();
    let province = profile
        .province
        .as_deref()
        .and_then(|code| app.province_name(code));
    let mut industries = names().industries.iter();
    let industry = industries
        .find(|one| Some(one.id) == profile.industry.as_deref())
        .map(|one| app.name(one).to_owned());
    let cell = |wide, key, text| cell(app, wide, key, text);
    view! {
        <dl class="block print-only">
            {cell(true, "contribution.cluster", Some(firm.cluster))}
            {cell(false, "result.block.place", province)}
            {cell(false, "result.block.assessed", profile.assessed.map(|date| intl::date(app.language(), date)))}
            {cell(false, "contribution.workers", firm.workers.map(|workers| app.number(f64::from(workers), 0)))}
            {cell(false, "contribution.year", firm.year.map(|year| year.to_string()))}
            {cell(true, "profile.industry", industry)}
            {cell(true, "result.block.answers", Some(answered(shown)))}
            {cell(true, "result.block.model", Some(model_mark(app)))}
        </dl>
    }
    .into_any()
}

fn cell(app: App, wide: bool, key: &'static str, text: Option<String>) -> View {
    let class = if wide { "block__wide" } else { "" };
    let text = text
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| "–".to_owned());
    view! { <div class=class><dt>{app.t(key)}</dt><dd>{text}</dd></div> }.into_any()
}

/// How many of the questions that apply are answered.
fn answered(shown: &Shown) -> String {
    let answered: usize = shown.groups.iter().map(|group| group.answered).sum();
    let total = shown
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter(|row| row.state != State::NotApplicable)
        .count();
    format!("{answered}/{total}")
}

/// An area in hectares.
pub fn hectares(app: App, ha: f64, digits: u8) -> String {
    app.fill("unit.hectares", &[("figure", &app.number(ha, digits))])
}

/// The name of a type of cluster.
pub fn kind_name(app: App, kind: ClusterKind) -> &'static str {
    app.t(match kind {
        ClusterKind::MultiIndustry => "kind.multi",
        ClusterKind::Specialised => "kind.specialised",
        ClusterKind::CraftVillage => "kind.craft",
        ClusterKind::Supporting => "kind.supporting",
        ClusterKind::HighTech => "kind.high_tech",
        ClusterKind::Eco => "kind.eco",
    })
}

/// Model, version and the beginning of its hash, in groups that people can compare.
fn model_mark(app: App) -> String {
    let groups: Vec<String> = app
        .model()
        .hash
        .as_bytes()
        .chunks(4)
        .take(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    app.fill(
        "result.model_mark",
        &[
            ("model", &app.model().id),
            ("version", &app.model().version),
            ("hash", &groups.join("\u{a0}")),
        ],
    )
}
