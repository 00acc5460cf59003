use crate::assessment::{ClusterKind, Date};
use crate::model::Text;

/// After this many days without a check by a person the rules are shown as possibly out of date (method, section 7).
pub const STALE_AFTER_DAYS: i64 = 180;

/// A checked rule file. Only [`Rules::parse`] builds one.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    pub id: String,
    pub version: String,
    /// The day on which a person last compared the file with its sources.
    pub checked: Date,
    /// By the date in force, earliest first; at least one.
    pub sets: Vec<RuleSet>,
    pub settlement: SettlementDuty,
    pub report: ReportDuty,
    pub start_up_land: StartUpLandDuty,
    /// How answers of the questionnaire stand in for facts that the profile leaves open.
    pub answers: Vec<AnswerRule>,
    /// In the order in which verdicts are shown; one of each [`CheckKind`].
    pub checks: Vec<Check>,
}

impl Rules {
    /// The set in force on a date; `None` before the first.
    pub fn in_force(&self, on: Date) -> Option<&RuleSet> {
        self.sets.iter().rev().find(|set| set.in_force <= on)
    }

    pub fn set(&self, id: &str) -> Option<&RuleSet> {
        self.sets.iter().find(|set| set.id == id)
    }

    /// Of all sets, as a result file names those that were at hand.
    pub fn set_ids(&self) -> Vec<String> {
        self.sets.iter().map(|set| set.id.clone()).collect()
    }

    pub fn check(&self, kind: CheckKind) -> Option<&Check> {
        self.checks.iter().find(|check| check.kind == kind)
    }

    /// The file was last checked more than [`STALE_AFTER_DAYS`] days before `today`.
    pub fn is_stale(&self, today: Date) -> bool {
        today.days_since(self.checked) > STALE_AFTER_DAYS
    }
}

/// The rules of one decree, with the figures it sets. A figure that is absent is a rule the set does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleSet {
    /// E.g. `R2024`.
    pub id: String,
    /// Short, as people say it.
    pub name: Text,
    /// With date and amendments.
    pub document: Text,
    pub in_force: Date,
    /// How its text is known.
    pub grade: Option<Grade>,
    /// Why the set still has to be compared with the published text; `None` once that is done.
    pub to_be_confirmed: Option<Text>,
    pub area: AreaRule,
    /// Least percent of industrial land for relocated craft production in a craft-village cluster.
    pub craft_village_share: Option<f64>,
    pub types: Option<TypeShares>,
    pub expansion: Option<ExpansionRule>,
    /// Greatest percent of the area for direct services.
    pub services_share: Option<f64>,
    pub establishment: Option<EstablishmentRule>,
}

/// How the text of a rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// Compared with its full text.
    Text,
    /// With an office's summary of the signed text.
    Summary,
    /// With what others wrote about it.
    Secondary,
}

impl Grade {
    pub const ALL: [Self; 3] = [Self::Text, Self::Summary, Self::Secondary];

    /// In rule files and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Summary => "summary",
            Self::Secondary => "secondary",
        }
    }
}

/// Hectares a cluster may have.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaRule {
    pub min: Option<f64>,
    /// Instead of `min` in mountainous districts.
    pub min_mountainous: Option<f64>,
    /// Instead of `min` for craft-village clusters.
    pub min_craft_village: Option<f64>,
    pub max: f64,
    /// Instead of `max` once the cluster is expanded.
    pub max_expanded: Option<f64>,
    /// Which clusters go on as they are although their area is beyond the limits.
    pub goes_on: Option<GoesOn>,
    /// From this day the province sets the floor of mountainous clusters; this file does not hold it.
    pub mountainous_by_province_from: Option<Date>,
}

/// Clusters that keep the area that an authority gave them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoesOn {
    /// Above the greatest area, when they took shape before this day and were established by the authority.
    pub above_max_formed_before: Date,
    /// Below the least area, when they were established before this day.
    pub below_min_established_before: Date,
}

/// Least percent of industrial land in the sector that gives a cluster its type.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TypeShares {
    pub specialised: Option<f64>,
    pub supporting: Option<f64>,
    pub high_tech: Option<f64>,
}

impl TypeShares {
    /// `None` for a type without a share.
    pub const fn of(&self, kind: ClusterKind) -> Option<f64> {
        match kind {
            ClusterKind::Specialised => self.specialised,
            ClusterKind::Supporting => self.supporting,
            ClusterKind::HighTech => self.high_tech,
            ClusterKind::MultiIndustry | ClusterKind::CraftVillage | ClusterKind::Eco => None,
        }
    }
}

/// What has to hold before a cluster grows.
#[derive(Debug, Clone, PartialEq)]
pub struct ExpansionRule {
    /// Least percent of industrial land leased, unless demand is above supply.
    pub min_occupancy: f64,
    /// Greatest total, hectares.
    pub max_total: f64,
    /// Works that have to be finished.
    pub finished: Vec<Works>,
    /// Clusters that took shape before this day need not have finished them.
    pub works_exempt_formed_before: Option<Date>,
}

/// A shared work of the cluster that the expansion rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Works {
    Roads,
    Water,
    WasteWater,
    SolidWaste,
    FireSafety,
}

impl Works {
    pub const ALL: [Self; 5] = [
        Self::Roads,
        Self::Water,
        Self::WasteWater,
        Self::SolidWaste,
        Self::FireSafety,
    ];

    /// As in the rule file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Roads => "roads",
            Self::Water => "water",
            Self::WasteWater => "waste_water",
            Self::SolidWaste => "solid_waste",
            Self::FireSafety => "fire_safety",
        }
    }
}

/// What the other clusters of the commune have to show before a new one is established.
#[derive(Debug, Clone, PartialEq)]
pub struct EstablishmentRule {
    /// Mean percent of industrial land leased, above which the test is met.
    pub mean_occupancy_above: f64,
    /// Hectares not yet leased, up to which the test is met too.
    pub max_unleased: f64,
    pub exempt: Vec<ClusterKind>,
}

/// Clusters that are older than the first rules have to be settled.
#[derive(Debug, Clone, PartialEq)]
pub struct SettlementDuty {
    pub formed_before: Date,
    pub deadline: Date,
}

/// The periodic statistical report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportDuty {
    /// Days of the year by which a report is due, in the order of the year.
    pub due: Vec<MonthDay>,
    /// Figures close this many days before a report is due; what is sent later belongs to that report.
    pub closes_days_before: i64,
}

/// A day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    pub month: u8,
    pub day: u8,
}

impl MonthDay {
    pub fn in_year(self, year: i32) -> Option<Date> {
        Date::new(year, self.month, self.day)
    }
}

/// Land kept for high-tech private firms, small firms and start-ups.
#[derive(Debug, Clone, PartialEq)]
pub struct StartUpLandDuty {
    /// Clusters established later than this day are bound.
    pub established_after: Date,
    /// Least percent for every cluster; `None`: the province fixes the land of each.
    pub min_share: Option<f64>,
}

/// An answer that stands in for a fact.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerRule {
    /// The number answered is the percentage of industrial land leased.
    Occupancy {
        indicator: String,
    },
    /// The number answered is the percentage of land kept for start-ups.
    StartUpLand {
        indicator: String,
    },
    ReportOnTime(YesNoRule),
    CentralTreatment(YesNoRule),
    AutomaticMonitoring(YesNoRule),
    Finished {
        works: Works,
        item: ItemRule,
    },
}

/// Where a question says whether something is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YesNoRule {
    Option(OptionRule),
    Item(ItemRule),
}

impl YesNoRule {
    pub fn indicator(&self) -> &str {
        match self {
            Self::Option(rule) => &rule.indicator,
            Self::Item(rule) => &rule.indicator,
        }
    }
}

/// What the chosen option of a ladder says about a fact; between the two figures it says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionRule {
    pub indicator: String,
    /// Options from this index on say yes.
    pub yes_from: u8,
    /// Options below this index say no.
    pub no_below: u8,
}

/// A line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRule {
    pub indicator: String,
    pub index: usize,
}

/// One thing the law asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    pub kind: CheckKind,
    pub title: Text,
    /// Who decides in the matter.
    pub authority: Option<Text>,
    /// What to do where the check is not met or open.
    pub next: Option<Text>,
    /// Ids of the indicators whose roadmap action gains priority while the check is not met.
    pub indicators: Vec<String>,
    pub provisions: Vec<Provision>,
}

impl Check {
    /// As in the rule file, in result files and in message keys.
    pub const fn id(&self) -> &'static str {
        self.kind.id()
    }

    /// What a set says on a day: the latest provision already in force.
    pub fn provision(&self, set: &RuleSet, on: Date) -> Option<&Provision> {
        self.provisions
            .iter()
            .filter(|provision| provision.holds_in(set) && provision.starts(set) <= on)
            .max_by_key(|provision| provision.starts(set))
    }
}

/// Where and how a rule is written down, for some of the sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    /// Ids; empty for all sets.
    pub sets: Vec<String>,
    /// In plain words, with `{name}` where a figure of the set belongs.
    pub rule: Text,
    pub article: Text,
    /// `None`: the document of the set.
    pub document: Option<Text>,
    /// `None`: as the set.
    pub in_force: Option<Date>,
    /// How its text is known; `None`: as the set's.
    pub grade: Option<Grade>,
    /// Why this provision has to be confirmed; beside what the set itself says when `document` is `None`.
    pub to_be_confirmed: Option<Text>,
}

impl Provision {
    pub(super) fn holds_in(&self, set: &RuleSet) -> bool {
        self.sets.is_empty() || self.sets.contains(&set.id)
    }

    pub(super) fn starts(&self, set: &RuleSet) -> Date {
        self.in_force.unwrap_or(set.in_force)
    }
}

/// The checks this program can judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckKind {
    Area,
    CraftVillage,
    ClusterType,
    Expansion,
    Services,
    NoInhabitants,
    ProvincialPlan,
    Decision,
    Owner,
    WasteWater,
    Report,
    StartUpLand,
    Settlement,
    CommuneTest,
}

impl CheckKind {
    pub const ALL: [Self; 14] = [
        Self::Area,
        Self::CraftVillage,
        Self::ClusterType,
        Self::Expansion,
        Self::Services,
        Self::NoInhabitants,
        Self::ProvincialPlan,
        Self::Decision,
        Self::Owner,
        Self::WasteWater,
        Self::Report,
        Self::StartUpLand,
        Self::Settlement,
        Self::CommuneTest,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::CraftVillage => "craft-village",
            Self::ClusterType => "cluster-type",
            Self::Expansion => "expansion",
            Self::Services => "services",
            Self::NoInhabitants => "no-inhabitants",
            Self::ProvincialPlan => "provincial-plan",
            Self::Decision => "decision",
            Self::Owner => "owner",
            Self::WasteWater => "waste-water",
            Self::Report => "report",
            Self::StartUpLand => "start-up-land",
            Self::Settlement => "settlement",
            Self::CommuneTest => "commune-test",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}
