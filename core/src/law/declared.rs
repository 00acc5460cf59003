/// A difference above this is shown as a warning (method, section 6).
pub const WARN_ABOVE_PERCENT: f64 = 2.0;

/// A difference above this blocks the area check until the user explains it (method, section 6).
pub const BLOCK_ABOVE_PERCENT: f64 = 10.0;

/// The declared area against the measured one.
///
/// # Units
/// Hectares; the difference in percent of the declared area, positive when more was measured than declared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    pub declared_ha: f64,
    pub measured_ha: f64,
    pub difference_percent: f64,
    pub agreement: Agreement,
}

/// How well the two areas agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Within [`WARN_ABOVE_PERCENT`].
    Close,
    /// Worth a warning.
    Apart,
    /// Above [`BLOCK_ABOVE_PERCENT`]: one of the two is of something else.
    TooFar,
}

/// Compares the two areas; `None` unless both are positive numbers.
pub fn compare_declared(declared_ha: f64, measured_ha: f64) -> Option<Comparison> {
    let usable = |ha: f64| ha.is_finite() && ha > 0.0;
    if !usable(declared_ha) || !usable(measured_ha) {
        return None;
    }
    let difference_percent = (measured_ha - declared_ha) / declared_ha * 100.0;
    let agreement = match difference_percent.abs() {
        d if d > BLOCK_ABOVE_PERCENT => Agreement::TooFar,
        d if d > WARN_ABOVE_PERCENT => Agreement::Apart,
        _ => Agreement::Close,
    };
    Some(Comparison {
        declared_ha,
        measured_ha,
        difference_percent,
        agreement,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement(declared_ha: f64, measured_ha: f64) -> Option<Agreement> {
        compare_declared(declared_ha, measured_ha).map(|c| c.agreement)
    }

    #[test]
    fn areas_are_close_apart_or_too_far_by_their_difference() {
        assert_eq!(agreement(50.0, 51.0), Some(Agreement::Close));
        assert_eq!(agreement(50.0, 48.9), Some(Agreement::Apart));
        assert_eq!(agreement(50.0, 55.0), Some(Agreement::Apart));
        assert_eq!(agreement(50.0, 55.1), Some(Agreement::TooFar));
        assert_eq!(agreement(50.0, 4.0), Some(Agreement::TooFar));
    }

    #[test]
    fn areas_that_are_no_areas_are_not_compared() {
        for (declared, measured) in [
            (0.0, 5.0),
            (-1.0, 5.0),
            (f64::NAN, 5.0),
            (5.0, f64::INFINITY),
        ] {
            assert_eq!(compare_declared(declared, measured), None);
        }
    }
}
