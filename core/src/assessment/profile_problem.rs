use thiserror::Error;

use super::{Date, Profile};

/// Something in the profile that cannot be so. It is shown, never refused: a person may be in the middle of typing.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum ProfileProblem {
    #[error("{area} is {value} ha, not more than 0 and at most {max} ha")]
    AreaOutOfRange { area: Area, value: f64, max: f64 },
    #[error("{leased} ha leased of {industrial} ha industrial land")]
    LeasedAboveIndustrial { leased: f64, industrial: f64 },
    #[error("{industrial} ha industrial land of {declared} ha in all")]
    IndustrialAboveDeclared { industrial: f64, declared: f64 },
    #[error("{leased} ha leased of {declared} ha in all")]
    LeasedAboveDeclared { leased: f64, declared: f64 },
    #[error("assessed {assessed}, before the establishment {established}")]
    AssessedBeforeEstablished { established: Date, assessed: Date },
    #[error("{share} is {value} %, not between 0 and 100 %")]
    ShareOutOfRange { share: Share, value: f64 },
}

/// An area of the profile, hectares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    Declared,
    Industrial,
    Leased,
}

/// A share of the profile, percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    CraftLand,
    SectorLand,
    Services,
}

impl std::fmt::Display for Area {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

/// No decree has allowed more than 75 ha; ten times that catches square metres typed as hectares.
pub(super) const AREA_MAX_HA: f64 = 750.0;

impl Profile {
    /// All problems, in the order of the fields.
    pub fn problems(&self) -> Vec<ProfileProblem> {
        let mut problems = Vec::new();
        for (area, value) in [
            (Area::Declared, self.declared_area_ha),
            (Area::Industrial, self.industrial_land_ha),
            (Area::Leased, self.leased_land_ha),
        ] {
            let Some(value) = value else { continue };
            // Nothing leased yet is a fact, not a mistake.
            let too_small = value < 0.0 || (value == 0.0 && area != Area::Leased);
            if too_small || value > AREA_MAX_HA || value.is_nan() {
                let max = AREA_MAX_HA;
                problems.push(ProfileProblem::AreaOutOfRange { area, value, max });
            }
        }
        self.push_area_order(&mut problems);
        if let (Some(established), Some(assessed)) = (self.established, self.assessed)
            && assessed < established
        {
            problems.push(ProfileProblem::AssessedBeforeEstablished {
                established,
                assessed,
            });
        }
        for (share, value) in [
            (Share::CraftLand, self.facts.craft_land_share),
            (Share::SectorLand, self.facts.sector_land_share),
            (Share::Services, self.facts.services_share),
        ] {
            match value {
                Some(value) if !(0.0..=100.0).contains(&value) => {
                    problems.push(ProfileProblem::ShareOutOfRange { share, value });
                }
                _ => {}
            }
        }
        problems
    }

    /// Leased within industrial within declared.
    fn push_area_order(&self, problems: &mut Vec<ProfileProblem>) {
        let (declared, industrial, leased) = (
            self.declared_area_ha,
            self.industrial_land_ha,
            self.leased_land_ha,
        );
        match (industrial, declared) {
            (Some(industrial), Some(declared)) if industrial > declared => {
                problems.push(ProfileProblem::IndustrialAboveDeclared {
                    industrial,
                    declared,
                });
            }
            _ => {}
        }
        match (leased, industrial, declared) {
            (Some(leased), Some(industrial), _) if leased > industrial => {
                problems.push(ProfileProblem::LeasedAboveIndustrial { leased, industrial });
            }
            (Some(leased), None, Some(declared)) if leased > declared => {
                problems.push(ProfileProblem::LeasedAboveDeclared { leased, declared });
            }
            _ => {}
        }
    }
}
