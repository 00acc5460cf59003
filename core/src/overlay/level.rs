use serde::{Deserialize, Serialize};

use crate::boundary::{Crs, Examined, Shape, distance_m};

/// How two measured boundaries stand to each other before they are cut, on the plane of the present one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Level {
    pub plane_crs: Crs,
    /// Present and earlier, geodesic, square metres.
    pub areas_m2: [f64; 2],
    /// From the middle of one to that of the other, metres.
    pub apart_m: f64,
}

impl Level {
    /// With both on the plane, present and earlier, metres; without them where they lie so that they cannot have land in
    /// common: then there is nothing to cut, and the plane of one may have no place for the other. `None` while one of them is
    /// not measured.
    pub fn of(present: &Examined, earlier: &Examined) -> Option<(Self, Option<[Shape; 2]>)> {
        let (here, there) = (present.measures.as_ref()?, earlier.measures.as_ref()?);
        let plane_crs = present.plane_crs;
        let level = || {
            if earlier.plane_crs == plane_crs {
                earlier.plane.clone()
            } else {
                plane_crs.shape_from_wgs84(&earlier.wgs84)
            }
        };
        let shapes = meet(&present.wgs84, &earlier.wgs84).then(|| [present.plane.clone(), level()]);
        let level = Self {
            plane_crs,
            areas_m2: [here.area_m2, there.area_m2],
            apart_m: distance_m(here.centre, there.centre),
        };
        Some((level, shapes))
    }
}

/// Whether the bounds of both have a place in common.
fn meet(one: &Shape, other: &Shape) -> bool {
    let (Some([w, s, e, n]), Some([west, south, east, north])) = (one.bounds(), other.bounds())
    else {
        return false;
    };
    w <= east && west <= e && s <= north && south <= n
}
