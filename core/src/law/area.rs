use super::input::Input;

/// Half the width of the 95 % interval in standard deviations of the area (method, section 6).
pub const NEAR_LIMIT_DEVIATIONS: f64 = 1.96;

/// By so much the plane's area and the geodesic one may differ; closer to a limit the way of measuring decides
/// (method, section 6).
pub const PLANE_PERCENT: f64 = 0.15;

const SQUARE_METRES_PER_HECTARE: f64 = 10_000.0;

/// The area that is judged.
///
/// # Units
/// Hectares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub basis: AreaBasis,
    pub ha: f64,
    /// Standard deviation; `None` for a declared area.
    pub sd_ha: Option<f64>,
    /// On the VN-2000 plane; `None` for a declared area.
    pub plane_ha: Option<f64>,
}

/// Where an area comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AreaBasis {
    /// Measured on the boundary.
    Measured,
    /// As the decision declares it, while no boundary is there.
    Declared,
}

/// Which side a limit is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    AtLeast,
    AtMost,
}

/// How an area stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Inside,
    Near,
    Outside,
}

impl Area {
    /// The measured area, else the declared one; `None` without either.
    pub fn of(input: &Input<'_>) -> Option<Self> {
        Self::measured(input).or_else(|| {
            let ha = input.profile.declared_area_ha?;
            (ha.is_finite() && ha > 0.0).then_some(Self {
                basis: AreaBasis::Declared,
                ha,
                sd_ha: None,
                plane_ha: None,
            })
        })
    }

    fn measured(input: &Input<'_>) -> Option<Self> {
        let measures = input.measures?;
        let hectares = |m2: f64| m2 / SQUARE_METRES_PER_HECTARE;
        let usable = |m2: &f64| m2.is_finite() && *m2 > 0.0;
        let area_m2 = Some(measures.area_m2).filter(usable)?;
        Some(Self {
            basis: AreaBasis::Measured,
            ha: hectares(area_m2),
            sd_ha: Some(hectares(
                Some(measures.area_sd_m2).filter(usable).unwrap_or(0.0),
            )),
            plane_ha: Some(measures.plane_area_m2).filter(usable).map(hectares),
        })
    }

    /// A declared area is the figure of a decision and stands exactly; a measured one carries the accuracy of its
    /// corners and the difference between the two ways of measuring.
    pub fn standing(&self, side: Limit, limit_ha: f64) -> Standing {
        let inside = |ha: f64| match side {
            Limit::AtLeast => ha >= limit_ha,
            Limit::AtMost => ha <= limit_ha,
        };
        let near = match self.basis {
            AreaBasis::Declared => false,
            AreaBasis::Measured => {
                let accuracy = NEAR_LIMIT_DEVIATIONS * self.sd_ha.unwrap_or(0.0);
                let way_of_measuring = PLANE_PERCENT / 100.0 * limit_ha;
                (self.ha - limit_ha).abs() <= accuracy.max(way_of_measuring)
                    || self
                        .plane_ha
                        .is_some_and(|plane| inside(plane) != inside(self.ha))
            }
        };
        match (near, inside(self.ha)) {
            (true, _) => Standing::Near,
            (false, true) => Standing::Inside,
            (false, false) => Standing::Outside,
        }
    }

    /// With the hectares that an expansion adds, which are a figure of its dossier.
    pub fn with_added(&self, added_ha: f64) -> Self {
        Self {
            ha: self.ha + added_ha,
            plane_ha: self.plane_ha.map(|plane| plane + added_ha),
            ..*self
        }
    }

    /// Room up to a limit; negative beyond it.
    pub fn inside_ha(&self, side: Limit, limit_ha: f64) -> f64 {
        match side {
            Limit::AtLeast => self.ha - limit_ha,
            Limit::AtMost => limit_ha - self.ha,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(ha: f64, sd_ha: f64, plane_ha: f64) -> Area {
        Area {
            basis: AreaBasis::Measured,
            ha,
            sd_ha: Some(sd_ha),
            plane_ha: Some(plane_ha),
        }
    }

    #[test]
    fn a_limit_within_the_accuracy_is_near() {
        let area = measured(5.02, 0.0103, 5.02);
        assert_eq!(area.standing(Limit::AtLeast, 5.0), Standing::Near);
        let area = measured(5.03, 0.0103, 5.03);
        assert_eq!(area.standing(Limit::AtLeast, 5.0), Standing::Inside);
        let area = measured(4.95, 0.0103, 4.95);
        assert_eq!(area.standing(Limit::AtLeast, 5.0), Standing::Outside);
    }

    #[test]
    fn a_limit_within_the_difference_between_plane_and_globe_is_near() {
        for (ha, expected) in [
            (74.85, Standing::Inside),
            (74.96, Standing::Near),
            (75.0, Standing::Near),
            (75.11, Standing::Near),
            (75.12, Standing::Outside),
        ] {
            assert_eq!(
                measured(ha, 0.0, ha).standing(Limit::AtMost, 75.0),
                expected,
                "{ha}"
            );
        }
    }

    #[test]
    fn a_limit_between_the_two_areas_is_near() {
        let area = measured(74.8, 0.0, 75.01);
        assert_eq!(area.standing(Limit::AtMost, 75.0), Standing::Near);
    }

    #[test]
    fn a_declared_area_stands_exactly() {
        let area = Area {
            basis: AreaBasis::Declared,
            ha: 75.0,
            sd_ha: None,
            plane_ha: None,
        };
        assert_eq!(area.standing(Limit::AtMost, 75.0), Standing::Inside);
        assert_eq!(area.standing(Limit::AtMost, 74.99), Standing::Outside);
    }
}
