use crate::platform::intl;
use crate::ui::screens::result::title_block::{hectares, kind_name};
use crate::ui::state::App;
use cluster_ready_core::assessment::Expansion;
use cluster_ready_core::law::{
    Agreement, AreaBasis, Comparison, Fact, Limit, NEAR_LIMIT_DEVIATIONS, Outcome, ShareOf, State,
    Subject, Works,
};

/// Closer to a limit than this, hectares are written to the square metre.
const CLOSE_HA: f64 = 0.01;

/// The facts of a verdict as sentences.
pub fn sentences(app: App, facts: &[Fact], outcome: Outcome) -> String {
    let digits = digits(facts);
    let mut said: Vec<String> = Vec::with_capacity(facts.len() + 1);
    for fact in facts {
        said.push(sentence(app, fact, digits));
        if outcome == Outcome::NearLimit && matches!(fact, Fact::AreaLimit { .. }) {
            said.push(app.t("law.fact.near").to_owned());
        }
    }
    let skipped = |fact: &Fact| matches!(fact, Fact::LastReport { on_time: true, .. });
    if outcome == Outcome::NotMet && facts.iter().any(skipped) {
        said.push(app.t("law.fact.report_skipped").to_owned());
    }
    said.join(" ")
}

/// The facts beside the leading verdict, without the measured figures, which are the same there.
pub fn differing(app: App, facts: &[Fact], outcome: Outcome) -> String {
    let limits: Vec<Fact> = facts
        .iter()
        .filter(|fact| !matches!(fact, Fact::Area { .. } | Fact::DeclaredArea { .. }))
        .cloned()
        .collect();
    sentences(app, &limits, outcome)
}

fn digits(facts: &[Fact]) -> u8 {
    let close = |fact: &Fact| matches!(fact, Fact::AreaLimit { inside_ha, .. } if inside_ha.abs() < CLOSE_HA);
    if facts.iter().any(close) { 4 } else { 2 }
}

fn sentence(app: App, fact: &Fact, digits: u8) -> String {
    let day = |date| intl::date(app.language(), date);
    let percent = |value: f64| format!("{}%", app.number(value, 1));
    match fact {
        Fact::Area {
            basis: AreaBasis::Declared,
            area_ha,
            ..
        } => app.fill(
            "law.fact.area_declared",
            &[("area", &hectares(app, *area_ha, digits))],
        ),
        Fact::Area {
            area_ha,
            sd_ha,
            plane_ha,
            ..
        } => measured(app, *area_ha, *sd_ha, *plane_ha, digits),
        Fact::AreaLimit {
            limit,
            limit_ha,
            inside_ha,
        } => {
            let key = match (limit, *inside_ha >= 0.0) {
                (Limit::AtMost, true) => "law.fact.below_max",
                (Limit::AtMost, false) => "law.fact.above_max",
                (Limit::AtLeast, true) => "law.fact.above_min",
                (Limit::AtLeast, false) => "law.fact.below_min",
            };
            app.fill(
                key,
                &[
                    ("limit", &hectares(app, *limit_ha, 2)),
                    ("room", &hectares(app, inside_ha.abs(), digits)),
                ],
            )
        }
        Fact::DeclaredArea {
            comparison,
            explained,
        } => declared(app, comparison, *explained),
        Fact::FloorByProvince { since } => {
            app.fill("law.fact.floor_by_province", &[("date", &day(*since))])
        }
        Fact::Share {
            of,
            percent: share,
            limit,
            limit_percent,
        } => {
            let key = match limit {
                Limit::AtLeast => "law.fact.share_least",
                Limit::AtMost => "law.fact.share_most",
            };
            app.fill(
                key,
                &[
                    ("what", &share_name(app, *of)),
                    ("percent", &percent(*share)),
                    ("limit", &percent(*limit_percent)),
                ],
            )
        }
        Fact::Stated { subject, yes } => statement(app, *subject, State::from(Some(*yes))),
        Fact::Part { subject, state } => statement(app, *subject, *state),
        Fact::Works { works, state } => app.fill(
            match state {
                State::Yes => "law.fact.works_yes",
                State::No => "law.fact.works_no",
                State::Unknown => "law.fact.works_unknown",
            },
            &[("works", works_name(app, *works))],
        ),
        Fact::Decision { text } => app.fill("law.fact.decision", &[("decision", text)]),
        Fact::Established { date } => app.fill("law.fact.established", &[("date", &day(*date))]),
        Fact::FormedBefore {
            established,
            first_rules,
        } => app.fill(
            "law.fact.formed_before",
            &[("date", &day(*established)), ("first", &day(*first_rules))],
        ),
        Fact::GoesOn { before, limit } => app.fill(
            match limit {
                Limit::AtMost => "law.fact.goes_on_large",
                Limit::AtLeast => "law.fact.goes_on_small",
            },
            &[("date", &day(*before))],
        ),
        Fact::StartUpLand { kept_ha, fixed_ha } => app.fill(
            "law.fact.start_up_land",
            &[
                ("kept", &hectares(app, *kept_ha, 2)),
                ("fixed", &hectares(app, *fixed_ha, 2)),
            ],
        ),
        Fact::AfterExpansion { total_ha, limit_ha } => app.fill(
            "law.fact.after_expansion",
            &[
                ("total", &hectares(app, *total_ha, 2)),
                ("limit", &hectares(app, *limit_ha, 2)),
            ],
        ),
        Fact::WorksExempt { before } => {
            app.fill("law.fact.works_exempt", &[("date", &day(*before))])
        }
        Fact::ExpansionStage { stage } => app
            .t(match stage {
                Expansion::Done => "law.said.expansion_done",
                Expansion::NotPlanned | Expansion::Planned | Expansion::UnderWay => {
                    "law.said.expansion_no"
                }
            })
            .to_owned(),
        Fact::NoOldSign { before } => app.fill("law.fact.no_old_sign", &[("date", &day(*before))]),
        Fact::BoundOnlyAfter { day: after } => {
            app.fill("law.fact.bound_after", &[("date", &day(*after))])
        }
        Fact::OtherType { kind } => {
            app.fill("law.fact.other_type", &[("kind", kind_name(app, *kind))])
        }
        Fact::LastReport {
            date,
            was_due,
            on_time,
        } => app.fill(
            if *on_time {
                "law.fact.report_in_time"
            } else {
                "law.fact.report_late"
            },
            &[("date", &day(*date)), ("due", &day(*was_due))],
        ),
        Fact::FirstReport => app.t("law.fact.first_report").to_owned(),
        Fact::Deadline { date, passed } => app.fill(
            if *passed {
                "law.fact.deadline_passed"
            } else {
                "law.fact.deadline"
            },
            &[("date", &day(*date))],
        ),
        Fact::CommuneTest {
            mean_occupancy_above,
            max_unleased_ha,
        } => app.fill(
            "law.fact.commune_test",
            &[
                ("occupancy", &percent(*mean_occupancy_above)),
                ("unleased", &hectares(app, *max_unleased_ha, 2)),
            ],
        ),
        Fact::NoRuleInSet => app.t("law.fact.no_rule").to_owned(),
        Fact::NoRulesYet { first } => app.fill("law.fact.no_rules_yet", &[("date", &day(*first))]),
    }
}

fn measured(
    app: App,
    area_ha: f64,
    sd_ha: Option<f64>,
    plane_ha: Option<f64>,
    digits: u8,
) -> String {
    let mut text = app.fill(
        "law.fact.area_measured",
        &[
            ("area", &hectares(app, area_ha, digits)),
            (
                "margin",
                &hectares(
                    app,
                    NEAR_LIMIT_DEVIATIONS * sd_ha.unwrap_or(0.0),
                    digits.max(3),
                ),
            ),
        ],
    );
    if let Some(plane) = plane_ha {
        let plane = app.fill(
            "law.fact.area_plane",
            &[("area", &hectares(app, plane, digits))],
        );
        text = format!("{text} {plane}");
    }
    text
}

fn declared(app: App, comparison: &Comparison, explained: bool) -> String {
    let key = match (comparison.agreement, explained) {
        (Agreement::Close, _) => "law.fact.declared_close",
        (Agreement::Apart, _) => "law.fact.declared_apart",
        (Agreement::TooFar, false) => "law.fact.declared_far",
        (Agreement::TooFar, true) => "law.fact.declared_explained",
    };
    app.fill(
        key,
        &[
            ("declared", &hectares(app, comparison.declared_ha, 2)),
            ("measured", &hectares(app, comparison.measured_ha, 2)),
            (
                "percent",
                &format!("{}%", app.number(comparison.difference_percent.abs(), 1)),
            ),
        ],
    )
}

fn share_name(app: App, of: ShareOf) -> String {
    let key = match of {
        ShareOf::SectorLand(kind) => {
            return app.fill("law.share.sector", &[("kind", kind_name(app, kind))]);
        }
        ShareOf::CraftLand => "law.share.craft",
        ShareOf::Services => "law.share.services",
        ShareOf::StartUpLand => "law.share.start_up",
        ShareOf::Occupancy => "law.share.occupancy",
    };
    app.t(key).to_owned()
}

fn works_name(app: App, works: Works) -> &'static str {
    app.t(match works {
        Works::Roads => "law.works.roads",
        Works::Water => "law.works.water",
        Works::WasteWater => "law.works.waste_water",
        Works::SolidWaste => "law.works.solid_waste",
        Works::FireSafety => "law.works.fire_safety",
    })
}

/// What a person stated, or an answer says, about a subject.
fn statement(app: App, subject: Subject, state: State) -> String {
    let (yes, no, unknown) = match subject {
        Subject::Inhabitants => (
            "law.said.inhabitants_yes",
            "law.said.inhabitants_no",
            "law.said.unknown",
        ),
        Subject::ProvincialPlan => ("law.said.plan_yes", "law.said.plan_no", "law.missing.plan"),
        Subject::Owner => (
            "law.said.owner_yes",
            "law.said.owner_no",
            "law.said.unknown",
        ),
        Subject::ConnectedOutside => (
            "law.said.outside_yes",
            "law.said.outside_no",
            "law.said.unknown",
        ),
        Subject::DemandAboveSupply => (
            "law.said.demand_yes",
            "law.said.demand_no",
            "law.said.unknown",
        ),
        Subject::CentralTreatment => (
            "law.said.treatment_yes",
            "law.said.treatment_no",
            "law.said.treatment_unknown",
        ),
        Subject::AutomaticMonitoring => (
            "law.said.monitoring_yes",
            "law.said.monitoring_no",
            "law.said.monitoring_unknown",
        ),
        Subject::IncidentWorks => (
            "law.said.incident_yes",
            "law.said.incident_no",
            "law.said.incident_unknown",
        ),
        Subject::ReportOnTime => (
            "law.said.report_yes",
            "law.said.report_no",
            "law.said.unknown",
        ),
    };
    let key = match state {
        State::Yes => yes,
        State::No => no,
        State::Unknown => unknown,
    };
    app.t(key).to_owned()
}
