use crate::boundary::{
    Crs, Position, Province, Shape, in_viet_nam, likely_province, province as by_code, provinces,
    size,
};

/// A system that coordinates without one may be in.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CrsOption {
    pub crs: Crs,
    /// Where the middle of the boundary would lie on WGS 84.
    pub lands_at: Position,
    /// Code of the likely province there.
    pub province: Option<String>,
    pub in_viet_nam: bool,
    /// A meridian of a former province, or one that only some lists give, not of today's.
    pub legacy: bool,
    /// The one to propose; a person confirms it on the map.
    pub recommended: bool,
}

/// How plausible an option is, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Today's meridian of the cluster's province, and there.
    OwnToday,
    OwnFormer,
    /// Another system, but it lands in the cluster's province.
    InProvince,
    /// The meridian of the province where it lands.
    FitsToday,
    FitsFormer,
    InVietNam,
    Abroad,
}

/// Every system the coordinates may be in, the most plausible first, given the cluster's province or none.
///
/// A wrong meridian moves a boundary by 27 km per 15' and leaves its area alone: where each option lands is what a
/// person has to look at. Numbers that are metres of a web map get that one option.
pub fn crs_options(shape: &Shape, province: Option<&str>) -> Vec<CrsOption> {
    let middle = shape.middle();
    middle.map_or_else(Vec::new, |middle| crs_options_at(middle, province))
}

/// As [`crs_options`], by the middle of a boundary.
pub fn crs_options_at([x, y]: Position, province: Option<&str>) -> Vec<CrsOption> {
    if size::is_mercator([x, y]) {
        let mut option = option(Crs::WebMercator, [x, y], None).1;
        option.recommended = option.in_viet_nam;
        return vec![option];
    }
    let upright = if size::is_northing(x) && size::is_easting(y) {
        [y, x]
    } else {
        [x, y]
    };
    let own = province.and_then(by_code);
    let mut ranked: Vec<(Rank, CrsOption)> = Crs::vn2000_zones()
        .chain([Crs::Wgs84Utm { zone: 48 }, Crs::Wgs84Utm { zone: 49 }])
        .map(|crs| option(crs, upright, own))
        .collect();
    crate::order::by_key(&mut ranked, |(rank, _)| *rank);
    recommend(&mut ranked);
    ranked.into_iter().map(|(_, option)| option).collect()
}

fn option(crs: Crs, middle: Position, own: Option<&Province>) -> (Rank, CrsOption) {
    let lands_at = crs.to_wgs84(middle);
    let meridian = match crs {
        Crs::Vn2000Tm3 { meridian } => Some(meridian),
        _ => None,
    };
    let in_viet_nam = in_viet_nam(lands_at);
    let mut there: Vec<&Province> = provinces()
        .iter()
        .filter(|province| in_viet_nam && province.holds(lands_at))
        .collect();
    let likely = likely_province(lands_at).filter(|_| in_viet_nam);
    // The likely province first, the others whose box holds the place after it.
    crate::order::by_key(&mut there, |province| {
        Some(province.code) != likely.map(|found| found.code)
    });
    let own_there = own.filter(|own| there.iter().any(|province| province.code == own.code));
    let uses_today = |province: &&Province| Some(province.meridian) == meridian;
    let uses = |province: &&Province| {
        meridian.is_some_and(|meridian| province.meridians().contains(&meridian))
    };
    let rank = match own_there {
        Some(own) if uses_today(&own) => Rank::OwnToday,
        Some(own) if uses(&own) => Rank::OwnFormer,
        Some(_) => Rank::InProvince,
        None if there.iter().any(uses_today) => Rank::FitsToday,
        None if there.iter().any(uses) => Rank::FitsFormer,
        None if in_viet_nam => Rank::InVietNam,
        None => Rank::Abroad,
    };
    let option = CrsOption {
        crs,
        lands_at,
        province: likely.map(|found| found.code.to_owned()),
        in_viet_nam,
        legacy: matches!(rank, Rank::OwnFormer | Rank::FitsFormer),
        recommended: false,
    };
    (rank, option)
}

/// The first option when it belongs to the cluster's province, or when it is the only one that fits where it lands.
fn recommend(ranked: &mut [(Rank, CrsOption)]) {
    let Some((best, _)) = ranked.first() else {
        return;
    };
    let best = *best;
    let alone = ranked.iter().filter(|(rank, _)| *rank == best).count() == 1;
    let own = matches!(best, Rank::OwnToday | Rank::OwnFormer);
    if let Some((_, option)) = ranked.first_mut() {
        option.recommended = own || (alone && best <= Rank::FitsFormer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quang_tri() -> Shape {
        Shape::of_ring(vec![[588_656.5, 1_851_433.4], [588_000.0, 1_851_000.0]])
    }

    #[test]
    fn every_zone_is_offered_once() {
        assert_eq!(crs_options(&quang_tri(), None).len(), 22);
    }

    #[test]
    fn meridians_of_the_cluster_s_province_come_first() {
        let options = crs_options(&quang_tri(), Some("44"));
        let first: Vec<_> = options
            .iter()
            .take(2)
            .map(|option| option.crs.meridian())
            .collect();
        assert_eq!(first, [Some(106.0), Some(106.25)]);
        assert!(options[0].recommended && !options[0].legacy);
        assert!(options[1].legacy && !options[1].recommended);
        assert!(options.iter().filter(|option| option.recommended).count() == 1);
    }

    #[test]
    fn northing_first_lands_at_the_same_place() {
        let swapped = quang_tri().map(|[x, y]| [y, x]);
        assert_eq!(crs_options(&swapped, None), crs_options(&quang_tri(), None));
    }

    #[test]
    fn web_map_metres_are_not_offered_as_vn_2000() {
        let shape = Shape::of_ring(vec![[11_920_460.0, 1_890_357.4]]);
        let options = crs_options(&shape, Some("44"));
        assert_eq!(options.len(), 1);
        assert_eq!(options[0].crs, Crs::WebMercator);
        assert!(options[0].in_viet_nam);
    }
}
