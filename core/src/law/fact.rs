use super::area::{AreaBasis, Limit};
use super::declared::Comparison;
use super::rules::Works;
use crate::assessment::{ClusterKind, Date, Expansion};

/// A figure or statement that a verdict rests on, for the message beside it.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// The area that was judged.
    Area {
        basis: AreaBasis,
        area_ha: f64,
        /// Standard deviation; `None` for a declared area.
        sd_ha: Option<f64>,
        /// On the VN-2000 plane; `None` for a declared area.
        plane_ha: Option<f64>,
    },
    /// A limit of the area. `inside_ha` is the room up to it, negative when the area is beyond it.
    AreaLimit {
        limit: Limit,
        limit_ha: f64,
        inside_ha: f64,
    },
    /// Declared and measured area beside each other.
    DeclaredArea {
        comparison: Comparison,
        /// The user gave a reason for the difference.
        explained: bool,
    },
    /// Since this day the province sets the least area of mountainous clusters.
    FloorByProvince {
        since: Date,
    },
    /// A percentage against its limit.
    Share {
        of: ShareOf,
        percent: f64,
        limit: Limit,
        limit_percent: f64,
    },
    /// A statement of the user.
    Stated {
        subject: Subject,
        yes: bool,
    },
    /// A shared work and whether it is finished.
    Works {
        works: Works,
        state: State,
    },
    /// A part of the waste-water duty and whether it exists.
    Part {
        subject: Subject,
        state: State,
    },
    /// The decision on establishment, as typed.
    Decision {
        text: String,
    },
    Established {
        date: Date,
    },
    /// Formed before the first rules on clusters came into force.
    FormedBefore {
        established: Date,
        first_rules: Date,
    },
    /// Goes on as it is: too large, and formed before the first day; or too small, and established before it.
    GoesOn {
        before: Date,
        limit: Limit,
    },
    /// Hectares kept for start-ups, and those that the province fixed.
    StartUpLand {
        kept_ha: f64,
        fixed_ha: f64,
    },
    /// The area after the expansion against the greatest.
    AfterExpansion {
        total_ha: f64,
        limit_ha: f64,
    },
    /// Need not have finished its works: formed before this day.
    WorksExempt {
        before: Date,
    },
    /// How far the expansion has come.
    ExpansionStage {
        stage: Expansion,
    },
    /// None of the signs of a cluster formed before this day.
    NoOldSign {
        before: Date,
    },
    /// Bound are only clusters established later than this day.
    BoundOnlyAfter {
        day: Date,
    },
    /// The cluster is of a type that the check does not ask anything of.
    OtherType {
        kind: ClusterKind,
    },
    /// When the last report was sent and the day it was due.
    LastReport {
        date: Date,
        was_due: Date,
        on_time: bool,
    },
    /// No report has been due since the cluster was established.
    FirstReport,
    /// A deadline, and whether it lies before the assessment date.
    Deadline {
        date: Date,
        passed: bool,
    },
    /// What the commune's other clusters have to show.
    CommuneTest {
        mean_occupancy_above: f64,
        max_unleased_ha: f64,
    },
    /// The set holds no such rule in this file.
    NoRuleInSet,
    /// The assessment date is earlier than the first set.
    NoRulesYet {
        first: Date,
    },
}

/// What a percentage is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareOf {
    CraftLand,
    SectorLand(ClusterKind),
    Services,
    StartUpLand,
    Occupancy,
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Inhabitants,
    ProvincialPlan,
    Owner,
    DemandAboveSupply,
    CentralTreatment,
    AutomaticMonitoring,
    IncidentWorks,
    ConnectedOutside,
    ReportOnTime,
}

/// Whether something is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Yes,
    No,
    Unknown,
}

impl From<Option<bool>> for State {
    fn from(said: Option<bool>) -> Self {
        match said {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }
}

impl Fact {
    /// For message keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Area { .. } => "area",
            Self::AreaLimit { .. } => "area-limit",
            Self::DeclaredArea { .. } => "declared-area",
            Self::FloorByProvince { .. } => "floor-by-province",
            Self::Share { .. } => "share",
            Self::Stated { .. } => "stated",
            Self::Works { .. } => "works",
            Self::Part { .. } => "part",
            Self::Decision { .. } => "decision",
            Self::Established { .. } => "established",
            Self::FormedBefore { .. } => "formed-before",
            Self::GoesOn { .. } => "goes-on",
            Self::StartUpLand { .. } => "start-up-land",
            Self::AfterExpansion { .. } => "after-expansion",
            Self::WorksExempt { .. } => "works-exempt",
            Self::ExpansionStage { .. } => "expansion-stage",
            Self::NoOldSign { .. } => "no-old-sign",
            Self::BoundOnlyAfter { .. } => "bound-only-after",
            Self::OtherType { .. } => "other-type",
            Self::LastReport { .. } => "last-report",
            Self::FirstReport => "first-report",
            Self::Deadline { .. } => "deadline",
            Self::CommuneTest { .. } => "commune-test",
            Self::NoRuleInSet => "no-rule-in-set",
            Self::NoRulesYet { .. } => "no-rules-yet",
        }
    }
}
