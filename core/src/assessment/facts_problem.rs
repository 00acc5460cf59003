use thiserror::Error;

use super::Profile;
use super::profile_problem::AREA_MAX_HA;

/// Something in the facts for the legal checks that cannot be so. It is shown, never refused.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum FactsProblem {
    #[error("{land} is {value} ha, not between 0 and {max} ha")]
    LandOutOfRange { land: Land, value: f64, max: f64 },
    #[error("{approved} ha leased or approved of {industrial} ha industrial land")]
    ApprovedAboveIndustrial { approved: f64, industrial: f64 },
    #[error("{leased} ha leased, but {approved} ha leased or approved together")]
    LeasedAboveApproved { leased: f64, approved: f64 },
}

/// An area that only the legal checks need, hectares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Land {
    Approved,
    ExpansionAdded,
    StartUp,
}

impl std::fmt::Display for Land {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

impl Profile {
    /// All problems of the areas that only the legal checks need.
    pub fn problems_of_facts(&self) -> Vec<FactsProblem> {
        let mut problems = Vec::new();
        for (land, value) in [
            (Land::Approved, self.approved_land_ha),
            (Land::ExpansionAdded, self.facts.expansion_added_ha),
            (Land::StartUp, self.facts.start_up_land_ha),
        ] {
            let Some(value) = value else { continue };
            if !(0.0..=AREA_MAX_HA).contains(&value) {
                let max = AREA_MAX_HA;
                problems.push(FactsProblem::LandOutOfRange { land, value, max });
            }
        }
        match (self.leased_land_ha, self.approved_land_ha) {
            (Some(leased), Some(approved)) if leased > approved => {
                problems.push(FactsProblem::LeasedAboveApproved { leased, approved });
            }
            _ => {}
        }
        match (self.approved_land_ha, self.industrial_land_ha) {
            (Some(approved), Some(industrial)) if approved > industrial => {
                problems.push(FactsProblem::ApprovedAboveIndustrial {
                    approved,
                    industrial,
                });
            }
            _ => {}
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(leased: f64, approved: f64, industrial: f64) -> Vec<FactsProblem> {
        Profile {
            leased_land_ha: Some(leased),
            approved_land_ha: Some(approved),
            industrial_land_ha: Some(industrial),
            ..Profile::default()
        }
        .problems_of_facts()
    }

    #[test]
    fn leased_land_is_part_of_what_is_approved_and_that_of_the_industrial_land() {
        assert_eq!(problems(20.0, 24.0, 40.0), []);
        assert_eq!(problems(20.0, 20.0, 20.0), []);
        assert!(matches!(
            problems(25.0, 24.0, 40.0)[..],
            [FactsProblem::LeasedAboveApproved { .. }]
        ));
        assert!(matches!(
            problems(20.0, 41.0, 40.0)[..],
            [FactsProblem::ApprovedAboveIndustrial { .. }]
        ));
        assert!(matches!(problems(0.0, 0.0, 40.0)[..], []));
    }

    #[test]
    fn land_beyond_any_cluster_is_a_slip_of_the_unit() {
        for (value, is_problem) in [
            (0.0, false),
            (750.0, false),
            (750.1, true),
            (-0.1, true),
            (f64::NAN, true),
        ] {
            let mut profile = Profile::default();
            profile.facts.expansion_added_ha = Some(value);
            assert_eq!(
                !profile.problems_of_facts().is_empty(),
                is_problem,
                "{value}"
            );
        }
    }
}
