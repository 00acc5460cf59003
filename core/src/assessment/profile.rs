use super::Date;

/// The type of a cluster, as the decrees name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClusterKind {
    MultiIndustry,
    Specialised,
    CraftVillage,
    Supporting,
    HighTech,
    Eco,
}

/// What the cluster is, or the firm in it. Every field may be missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    pub name: String,
    /// Code of one of the 34 provinces of 2025, e.g. `01`.
    pub province: Option<String>,
    pub commune: String,
    pub kind: Option<ClusterKind>,
    /// A field id of `data/fields.json`, e.g. `mechanical`.
    pub industry: Option<String>,
    pub established: Option<Date>,
    pub assessed: Option<Date>,
    /// Hectares, as the decision declares it.
    pub declared_area_ha: Option<f64>,
    pub industrial_land_ha: Option<f64>,
    pub leased_land_ha: Option<f64>,
    /// Hectares of industrial land leased, sub-leased or given to approved projects, together: what the law counts as occupied.
    pub approved_land_ha: Option<f64>,
    pub tenants: Option<u32>,
    /// Only of a firm: then name, province and industry are its own.
    pub firm: Option<Box<Firm>>,
    pub facts: LegalFacts,
}

/// What else has to be known of a firm, so that its answers can be put together with those of others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Firm {
    /// Name of the cluster it is in.
    pub cluster: String,
    pub workers: Option<u32>,
    /// The year that the figures are of.
    pub year: Option<u32>,
}

/// How far an expansion of the cluster has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expansion {
    NotPlanned,
    Planned,
    UnderWay,
    Done,
}

/// A sign that the cluster took shape before 5 October 2009 (Decree 32/2024/NĐ-CP, Article 35(4)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OldSign {
    /// Its infrastructure project was approved before.
    Project,
    /// Its detailed plan was approved before.
    DetailedPlan,
    /// It stood in a local plan for clusters or industry, and had tenants.
    ListedWithTenants,
}

/// Facts that only the legal checks need. `None` is "not said".
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LegalFacts {
    /// In a mountainous district or commune.
    pub mountainous: Option<bool>,
    /// People live inside the boundary.
    pub inhabitants: Option<bool>,
    pub in_provincial_plan: Option<bool>,
    /// Number and date of the decision on establishment.
    pub decision: String,
    /// Why the declared and the measured area differ; empty while nothing is said.
    pub area_explanation: String,
    /// There is a capable infrastructure owner.
    pub owner: Option<bool>,
    pub expansion: Option<Expansion>,
    /// Hectares that the expansion adds.
    pub expansion_added_ha: Option<f64>,
    /// In the order of the law and without repetition; empty where there is none of them.
    pub signs_before_2009: Option<Vec<OldSign>>,
    /// Demand for land is above supply.
    pub demand_above_supply: Option<bool>,
    /// Waste water goes to a plant outside the cluster.
    pub connected_outside: Option<bool>,
    /// Central waste-water treatment works; automatic monitoring sends data; works for incidents exist.
    pub central_treatment: Option<bool>,
    pub automatic_monitoring: Option<bool>,
    pub incident_works: Option<bool>,
    /// Percent of industrial land for relocated craft-village production.
    pub craft_land_share: Option<f64>,
    /// Percent of industrial land in the sector that gives the cluster its type.
    pub sector_land_share: Option<f64>,
    /// Percent of the area for direct services.
    pub services_share: Option<f64>,
    /// Hectares that the province fixed for high-tech firms, small firms and start-ups; what is kept for them is asked in D4.
    pub start_up_land_ha: Option<f64>,
    pub last_report: Option<Date>,
}
