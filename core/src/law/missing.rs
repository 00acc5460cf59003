/// A field or an answer that would settle a verdict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    AssessmentDate,
    EstablishmentDate,
    Kind,
    /// The boundary, or else the declared area.
    Area,
    /// Why the declared and the measured area differ so much.
    AreaExplanation,
    Mountainous,
    /// The floor that the province set for mountainous clusters; no field holds it.
    ProvincialFloor,
    Expansion,
    /// Hectares that the expansion adds.
    ExpansionAdded,
    DemandAboveSupply,
    /// Industrial and leased land, or the answer about occupancy.
    Occupancy,
    CraftLandShare,
    SectorLandShare,
    ServicesShare,
    Inhabitants,
    ProvincialPlan,
    Decision,
    Owner,
    /// Whether waste water goes to a plant outside.
    ConnectedOutside,
    CentralTreatment,
    AutomaticMonitoring,
    IncidentWorks,
    LastReport,
    /// Hectares that the province fixed for start-ups.
    StartUpLand,
    IndustrialLand,
    /// The signs of a cluster that took shape before 5 October 2009.
    OldSigns,
    /// Leased and free land of the other clusters of the commune; no field holds it.
    CommuneClusters,
    /// The answer to an indicator.
    Answer(String),
}

impl Missing {
    /// For message keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AssessmentDate => "assessment-date",
            Self::EstablishmentDate => "establishment-date",
            Self::Kind => "kind",
            Self::Area => "area",
            Self::AreaExplanation => "area-explanation",
            Self::Mountainous => "mountainous",
            Self::ProvincialFloor => "provincial-floor",
            Self::Expansion => "expansion",
            Self::ExpansionAdded => "expansion-added",
            Self::DemandAboveSupply => "demand-above-supply",
            Self::Occupancy => "occupancy",
            Self::CraftLandShare => "craft-land-share",
            Self::SectorLandShare => "sector-land-share",
            Self::ServicesShare => "services-share",
            Self::Inhabitants => "inhabitants",
            Self::ProvincialPlan => "provincial-plan",
            Self::Decision => "decision",
            Self::Owner => "owner",
            Self::ConnectedOutside => "connected-outside",
            Self::CentralTreatment => "central-treatment",
            Self::AutomaticMonitoring => "automatic-monitoring",
            Self::IncidentWorks => "incident-works",
            Self::LastReport => "last-report",
            Self::StartUpLand => "start-up-land",
            Self::IndustrialLand => "industrial-land",
            Self::OldSigns => "old-signs",
            Self::CommuneClusters => "commune-clusters",
            Self::Answer(_) => "answer",
        }
    }
}
