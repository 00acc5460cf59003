//! Areas that only the legal checks need.

use crate::ui::screens::figure::Figure;
use crate::ui::state::App;
use cluster_ready_core::assessment::{self, FactsProblem};

/// Hectares that only the legal checks need.
pub(super) const APPROVED: Figure = Figure::hectares(
    ["approved", "facts.approved", "facts.approved_hint"],
    |p| p.approved_land_ha,
    |p, v| p.approved_land_ha = v,
);
pub(super) const ADDED: Figure = Figure::hectares(
    ["added", "facts.added", "facts.added_hint"],
    |p| p.facts.expansion_added_ha,
    |p, v| p.facts.expansion_added_ha = v,
);
pub(super) const START_UP: Figure = Figure::hectares(
    ["start-up", "facts.start_up", "facts.start_up_hint"],
    |p| p.facts.start_up_land_ha,
    |p, v| p.facts.start_up_land_ha = v,
);

/// What a problem of these areas is called, and at which field.
fn told(app: App, problem: &FactsProblem) -> (&'static str, String) {
    let hectares = |value: f64| app.number(value, 2);
    match *problem {
        FactsProblem::LandOutOfRange { land, max, .. } => {
            let field = match land {
                assessment::Land::ExpansionAdded => "added",
                assessment::Land::StartUp => "start-up",
                assessment::Land::Approved => "approved",
            };
            let text = app.fill("facts.area_range", &[("max", &hectares(max))]);
            (field, text)
        }
        FactsProblem::ApprovedAboveIndustrial {
            approved,
            industrial,
        } => (
            "approved",
            app.fill(
                "facts.approved_above",
                &[
                    ("approved", &hectares(approved)),
                    ("total", &hectares(industrial)),
                ],
            ),
        ),
        FactsProblem::LeasedAboveApproved { leased, approved } => (
            "approved",
            app.fill(
                "facts.approved_below",
                &[
                    ("approved", &hectares(approved)),
                    ("leased", &hectares(leased)),
                ],
            ),
        ),
    }
}

/// What has to be corrected.
pub(super) fn problems(app: App) -> Vec<(String, String)> {
    let figures = [APPROVED, ADDED, START_UP];
    let mut problems: Vec<(String, String)> =
        figures.iter().filter_map(|one| one.problem(app)).collect();
    let broken = app.peek(|a| a.profile.problems_of_facts());
    problems.extend(
        broken
            .iter()
            .map(|problem| told(app, problem))
            .map(|(id, text)| (id.to_owned(), text)),
    );
    problems
}
