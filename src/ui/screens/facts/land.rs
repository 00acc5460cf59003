//! Areas that only the legal checks need.

use crate::ui::prelude::*;

use crate::assessment::{self, FactsProblem, Profile};
use crate::ui::components::{
    Errors, NumberField, NumberState, number_field, number_problem, number_state,
};
use crate::ui::screens::profile::MAX_HECTARES;
use crate::ui::screens::profile_page::{change, of_field};
use crate::ui::state::App;

pub(super) type Land = (
    &'static str,
    &'static str,
    &'static str,
    fn(&Profile) -> Option<f64>,
    fn(&mut Profile, Option<f64>),
);

/// Hectares that only the legal checks need.
pub(super) const APPROVED: Land = (
    "approved",
    "facts.approved",
    "facts.approved_hint",
    |p| p.approved_land_ha,
    |p, v| p.approved_land_ha = v,
);
pub(super) const ADDED: Land = (
    "added",
    "facts.added",
    "facts.added_hint",
    |p| p.facts.expansion_added_ha,
    |p, v| p.facts.expansion_added_ha = v,
);
pub(super) const START_UP: Land = (
    "start-up",
    "facts.start_up",
    "facts.start_up_hint",
    |p| p.facts.start_up_land_ha,
    |p, v| p.facts.start_up_land_ha = v,
);
/// A field of hectares.
pub(super) fn hectares(app: App, errors: Errors, (id, label, hint, get, set): Land) -> View {
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
            value: app.peek(|a| get(&a.profile)),
            heading: false,
            echo: Callback::new(|_| String::new()),
            on_value: Callback::new(move |value| change(app, |p| set(p, value))),
        },
    )
}

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
    let mut problems = Vec::new();
    let profile = app.peek(|a| a.profile.clone());
    for (id, label, _, get, _) in [APPROVED, ADDED, START_UP] {
        let state = untrack(|| number_state(app, id, "ha", 0.0, MAX_HECTARES, get(&profile)));
        if state != NumberState::Empty {
            problems.extend(
                number_problem(app, state, "ha")
                    .map(|message| (id.to_owned(), of_field(app, label, &message))),
            );
        }
    }
    let broken = profile.problems_of_facts();
    problems.extend(
        broken
            .iter()
            .map(|problem| told(app, problem))
            .map(|(id, text)| (id.to_owned(), text)),
    );
    problems
}
