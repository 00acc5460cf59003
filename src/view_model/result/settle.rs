use cluster_ready_core::law::Missing;
use cluster_ready_core::model::Model;

/// Where what a verdict lacks can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settle {
    Profile,
    Facts,
    Boundary,
    /// Index into the model's indicators.
    Question(usize),
    /// Not here: nothing in the assessment holds it.
    Elsewhere,
}

/// The page where a missing fact belongs.
pub fn settle(model: &Model, missing: &Missing) -> Settle {
    match missing {
        Missing::AssessmentDate | Missing::EstablishmentDate | Missing::Kind => Settle::Profile,
        Missing::Area | Missing::AreaExplanation => Settle::Boundary,
        Missing::Occupancy | Missing::IndustrialLand => Settle::Profile,
        Missing::Mountainous
        | Missing::Expansion
        | Missing::ExpansionAdded
        | Missing::DemandAboveSupply
        | Missing::CraftLandShare
        | Missing::SectorLandShare
        | Missing::ServicesShare
        | Missing::Inhabitants
        | Missing::ProvincialPlan
        | Missing::Decision
        | Missing::Owner
        | Missing::ConnectedOutside
        | Missing::CentralTreatment
        | Missing::AutomaticMonitoring
        | Missing::IncidentWorks
        | Missing::LastReport
        | Missing::StartUpLand
        | Missing::OldSigns => Settle::Facts,
        Missing::ProvincialFloor | Missing::CommuneClusters => Settle::Elsewhere,
        Missing::Answer(indicator) => model
            .position(indicator)
            .map_or(Settle::Elsewhere, Settle::Question),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_leads_to_its_question_and_an_unknown_one_nowhere() {
        let model = cluster_ready_core::model::bundled().unwrap();
        let to = |id: &str| settle(model, &Missing::Answer(id.to_owned()));
        assert_eq!(to("M1"), Settle::Question(0));
        assert_eq!(to("Z9"), Settle::Elsewhere);
    }
}
