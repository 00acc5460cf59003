use crate::ui::prelude::*;

use super::verdict;
use crate::ui::components::link;
use crate::ui::state::{App, Screen};
use crate::view_model::result::{Settle, lacking as gather, settle};
use cluster_ready_core::law::{Missing, Verdict};

/// What would settle a verdict, each with the way to the page that takes it.
pub fn lacking(app: App, missing: &[Missing]) -> Option<View> {
    if missing.is_empty() {
        return None;
    }
    let ways = missing
        .iter()
        .map(|one| view! { <li>{way(app, one)}</li> })
        .collect_view();
    Some(
        view! { <div class="verdict__lacking"><p>{app.t("law.lacking")}</p><ul>{ways}</ul></div> }
            .into_any(),
    )
}

/// A missing fact as the way to the page that takes it; its name alone where none does.
fn way(app: App, missing: &Missing) -> View {
    let name = name(app, missing);
    let to = match settle(app.model(), missing) {
        Settle::Profile => Screen::Profile,
        Settle::Facts => Screen::Facts,
        Settle::Boundary => Screen::Boundary,
        Settle::Question(index) => Screen::Question(index),
        Settle::Elsewhere => return name.into_any(),
    };
    link(name, move || app.go(to))
}

/// Everything that the verdicts without enough data wait for, each fact once, with what it is needed for.
pub fn gathered(app: App, open: &[&Verdict<'_>]) -> View {
    let items = gather(open).into_iter().map(|one| {
        let needed: Vec<String> = one
            .verdicts
            .iter()
            .map(|verdict| needed_for(app, verdict))
            .collect();
        view! {
            <li class="lack__item">
                <p class="lack__fact">{way(app, one.fact)}</p>
                <p class="lack__for">{needed.join("; ")}</p>
            </li>
        }
    });
    view! {
        <p class="measure">{app.count("law.lack_intro", open.len())}</p>
        <ul class="lack">{items.collect_view()}</ul>
    }
    .into_any()
}

/// A check and where its rule stands.
fn needed_for(app: App, verdict: &Verdict<'_>) -> String {
    let title = app.text(&verdict.check.title);
    let Some(citation) = verdict.citation() else {
        return title;
    };
    let document = verdict::document(app, verdict.set, &citation);
    let article = app.text(citation.article);
    let arguments = [
        ("title", &*title),
        ("article", &article),
        ("document", &document),
    ];
    app.fill("law.lack_for", &arguments)
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
