use crate::ui::prelude::*;

use crate::ui::components::link;
use crate::ui::state::{App, Screen};
use crate::view_model::result::{Settle, settle};
use cluster_ready_core::law::Missing;

/// What would settle a verdict, each with the way to the page that takes it.
pub fn lacking(app: App, missing: &[Missing]) -> Option<View> {
    if missing.is_empty() {
        return None;
    }
    let ways = missing
        .iter()
        .map(|one| {
            let name = name(app, one);
            let to = match settle(app.model(), one) {
                Settle::Profile => Screen::Profile,
                Settle::Facts => Screen::Facts,
                Settle::Boundary => Screen::Boundary,
                Settle::Question(index) => Screen::Question(index),
                Settle::Elsewhere => return view! { <li>{name}</li> }.into_any(),
            };
            view! { <li>{link(name, move || app.go(to))}</li> }.into_any()
        })
        .collect_view();
    Some(
        view! { <div class="verdict__lacking"><p>{app.t("law.lacking")}</p><ul>{ways}</ul></div> }
            .into_any(),
    )
}

fn name(app: App, missing: &Missing) -> String {
    let key = match missing {
        Missing::AssessmentDate => "law.missing.assessment_date",
        Missing::EstablishmentDate => "law.missing.establishment_date",
        Missing::Kind => "law.missing.kind",
        Missing::Area => "law.missing.area",
        Missing::AreaExplanation => "law.missing.area_explanation",
        Missing::Mountainous => "law.missing.mountainous",
        Missing::ProvincialFloor => "law.missing.provincial_floor",
        Missing::Expansion => "law.missing.expansion",
        Missing::ExpansionAdded => "law.missing.expansion_added",
        Missing::DemandAboveSupply => "law.missing.demand",
        Missing::Occupancy => "law.missing.occupancy",
        Missing::CraftLandShare => "law.missing.craft_share",
        Missing::SectorLandShare => "law.missing.sector_share",
        Missing::ServicesShare => "law.missing.services_share",
        Missing::Inhabitants => "law.missing.inhabitants",
        Missing::ProvincialPlan => "law.missing.plan",
        Missing::Decision => "law.missing.decision",
        Missing::Owner => "law.missing.owner",
        Missing::ConnectedOutside => "law.missing.outside",
        Missing::CentralTreatment => "law.missing.treatment",
        Missing::AutomaticMonitoring => "law.missing.monitoring",
        Missing::IncidentWorks => "law.missing.incident",
        Missing::StartUpLand => "law.missing.start_up",
        Missing::IndustrialLand => "law.missing.industrial_land",
        Missing::OldSigns => "law.missing.old_signs",
        Missing::LastReport => "law.missing.report",
        Missing::CommuneClusters => "law.missing.commune",
        Missing::Answer(id) => {
            let indicator = app
                .model()
                .indicator(id)
                .map(|one| app.text(&one.name))
                .unwrap_or_default();
            return app.fill("law.missing.answer", &[("question", &indicator)]);
        }
    };
    app.t(key).to_owned()
}
