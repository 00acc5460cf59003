use cluster_ready_core::boundary::{Crs, Province};
use cluster_ready_core::read::CrsOption;

/// Without a province at most so many systems are shown to choose from at once.
const FIRST: usize = 3;

/// Whose meridian a system has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The province uses it today.
    Today,
    /// A province that became part of it did.
    Former,
    /// Some lists give it.
    Disputed,
    /// None of these.
    Other,
}

/// Whether maps of a province are in a system.
pub fn used_by(province: &Province, crs: Crs) -> Use {
    let Crs::Vn2000Tm3 { meridian } = crs else {
        return Use::Other;
    };
    let is = |known: &f64| (known - meridian).abs() < 1e-6;
    if is(&province.meridian) {
        Use::Today
    } else if province.former_meridians.iter().any(is) {
        Use::Former
    } else if province.disputed_meridians.iter().any(is) {
        Use::Disputed
    } else {
        Use::Other
    }
}

/// The options to be shown at once: every meridian of the cluster's province, today's first, and what is proposed.
/// Without a province the most plausible ones.
pub fn first_systems(options: &[CrsOption], own: Option<&Province>) -> Vec<CrsOption> {
    let of_own = |wanted: Use| {
        options
            .iter()
            .filter(move |option| own.is_some_and(|own| used_by(own, option.crs) == wanted))
    };
    let mut first: Vec<CrsOption> = of_own(Use::Today)
        .chain(of_own(Use::Former))
        .chain(of_own(Use::Disputed))
        .cloned()
        .collect();
    let proposed = options.iter().filter(|option| option.recommended);
    let plausible = options
        .iter()
        .take(FIRST)
        .filter(|option| option.in_viet_nam && own.is_none());
    // The most plausible one is looked at first, so it is there to be seen.
    let best = options.first().filter(|option| option.in_viet_nam);
    for option in proposed.chain(best).chain(plausible) {
        if first.iter().all(|known| known.crs != option.crs) {
            first.push(option.clone());
        }
    }
    if first.is_empty() {
        first.extend(options.first().cloned());
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::boundary::{Shape, province};
    use cluster_ready_core::read::crs_options;

    fn meridians(code: Option<&str>) -> Vec<f64> {
        let shape = Shape::of_ring(vec![[424_318.2, 2_367_284.38], [424_790.2, 2_367_339.8]]);
        let options = crs_options(&shape, code);
        first_systems(&options, code.and_then(province))
            .iter()
            .filter_map(|option| option.crs.meridian())
            .collect()
    }

    #[test]
    fn former_meridians_are_offered_although_they_lead_out_of_the_province() {
        let bac_ninh = meridians(Some("24"));
        assert_eq!(bac_ninh.first(), Some(&107.0));
        assert!(bac_ninh.contains(&105.5));
    }

    #[test]
    fn without_a_province_the_most_plausible_are_offered() {
        assert!((1..=FIRST).contains(&meridians(None).len()));
    }

    #[test]
    fn nothing_to_choose_from_shows_nothing() {
        assert!(first_systems(&[], None).is_empty());
    }
}
