//! Figures of one assessment that contradict each other: what two pages say of one thing, or what the boundary measures
//! beside what was typed. They are shown with both figures and change nothing: only a person knows which one is right.

mod find;
mod statement;

pub use find::{find, types_over_measures};

use crate::assessment::{Area, Date, FactsProblem, ProfileProblem};
use crate::law::Comparison;
use crate::model::Whole;

/// Two things said that do not agree. `question` is an index into the model.
#[derive(Debug, Clone, PartialEq)]
pub enum Mismatch {
    /// Percent of industrial land leased: by the hectares, and as answered.
    Occupancy {
        by_areas: f64,
        answered: f64,
        question: usize,
    },
    /// Land is leased, and the question about it is answered "not applicable".
    NothingLeased {
        leased_ha: f64,
        question: usize,
    },
    /// Typed in place of what the boundary gives, kilometres.
    Distance {
        typed_km: f64,
        measured_km: f64,
        question: usize,
    },
    /// The same of the compactness.
    Compactness {
        typed: f64,
        measured: f64,
        question: usize,
    },
    DeclaredArea(Comparison),
    /// More industrial land than the boundary holds.
    IndustrialAboveMeasured {
        industrial_ha: f64,
        measured_ha: f64,
    },
    /// One area of the profile is a part of the other and yet larger.
    PartAboveWhole {
        part: Land,
        part_ha: f64,
        whole: Land,
        whole_ha: f64,
    },
    /// Codes of the provinces: as said, and by the boundary's centre.
    Province {
        said: String,
        found: String,
    },
    AssessedBeforeEstablished {
        established: Date,
        assessed: Date,
    },
    /// A percentage of firms or workers that is less than one of them.
    LessThanOne {
        percent: f64,
        of: Whole,
        whole: u32,
        question: usize,
    },
    /// "Not applicable" for having too few firms, of which there are enough.
    EnoughFirms {
        tenants: u32,
        question: usize,
    },
    /// The same thing said on the page of legal facts and in an answer.
    WasteWater {
        subject: Part,
        stated: bool,
        question: usize,
    },
    /// The shared works for waste water are finished, and yet there is no central treatment.
    WasteWaterWorks {
        works: usize,
        treatment: usize,
    },
}

/// An area of the profile or of the legal facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Land {
    Declared,
    Industrial,
    Leased,
    /// Leased, sub-leased or given to approved projects, together.
    Approved,
}

/// A part of the waste-water duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Treatment,
    Monitoring,
}

/// Where one of the two figures was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Profile,
    Facts,
    Boundary,
    Question(usize),
}

impl Land {
    const fn place(self) -> Place {
        match self {
            Self::Declared | Self::Industrial | Self::Leased => Place::Profile,
            Self::Approved => Place::Facts,
        }
    }
}

impl From<Area> for Land {
    fn from(area: Area) -> Self {
        match area {
            Area::Declared => Self::Declared,
            Area::Industrial => Self::Industrial,
            Area::Leased => Self::Leased,
        }
    }
}

impl Mismatch {
    /// Where the figures stand, without repetition: one place where both are on the same page.
    pub fn places(&self) -> Vec<Place> {
        let mut places = match self {
            Self::Occupancy { question, .. }
            | Self::NothingLeased { question, .. }
            | Self::LessThanOne { question, .. }
            | Self::EnoughFirms { question, .. } => {
                vec![Place::Profile, Place::Question(*question)]
            }
            Self::Distance { question, .. } | Self::Compactness { question, .. } => {
                vec![Place::Question(*question), Place::Boundary]
            }
            Self::DeclaredArea(_)
            | Self::IndustrialAboveMeasured { .. }
            | Self::Province { .. } => {
                vec![Place::Profile, Place::Boundary]
            }
            Self::PartAboveWhole { part, whole, .. } => vec![part.place(), whole.place()],
            Self::AssessedBeforeEstablished { .. } => vec![Place::Profile],
            Self::WasteWater { question, .. } => vec![Place::Facts, Place::Question(*question)],
            Self::WasteWaterWorks { works, treatment } => {
                vec![Place::Question(*works), Place::Question(*treatment)]
            }
        };
        places.dedup();
        places
    }

    fn of_profile(problem: &ProfileProblem) -> Option<Self> {
        let above = |part, part_ha, whole, whole_ha| Self::PartAboveWhole {
            part,
            part_ha,
            whole,
            whole_ha,
        };
        Some(match *problem {
            ProfileProblem::LeasedAboveIndustrial { leased, industrial } => {
                above(Land::Leased, leased, Land::Industrial, industrial)
            }
            ProfileProblem::IndustrialAboveDeclared {
                industrial,
                declared,
            } => above(Land::Industrial, industrial, Land::Declared, declared),
            ProfileProblem::LeasedAboveDeclared { leased, declared } => {
                above(Land::Leased, leased, Land::Declared, declared)
            }
            ProfileProblem::AssessedBeforeEstablished {
                established,
                assessed,
            } => Self::AssessedBeforeEstablished {
                established,
                assessed,
            },
            // One figure that cannot be; it contradicts no other.
            ProfileProblem::AreaOutOfRange { .. } | ProfileProblem::ShareOutOfRange { .. } => {
                return None;
            }
        })
    }

    fn of_facts(problem: &FactsProblem) -> Option<Self> {
        let (part, part_ha, whole, whole_ha) = match *problem {
            FactsProblem::ApprovedAboveIndustrial {
                approved,
                industrial,
            } => (Land::Approved, approved, Land::Industrial, industrial),
            FactsProblem::LeasedAboveApproved { leased, approved } => {
                (Land::Leased, leased, Land::Approved, approved)
            }
            FactsProblem::LandOutOfRange { .. } => return None,
        };
        Some(Self::PartAboveWhole {
            part,
            part_ha,
            whole,
            whole_ha,
        })
    }
}
