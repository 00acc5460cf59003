use serde::{Deserialize, Serialize};

use super::{Level, Pieces};
use crate::boundary::{Crs, Position, Shape, geodesic_area};
use crate::law::NEAR_LIMIT_DEVIATIONS;

/// Cutting rounds corners by some micrometres, so edges that are the same in both may leave a piece of that width.
const LEAST_WIDTH_M: f64 = 0.001;

/// What became of the land between an earlier boundary and the present one.
///
/// `kept + added + slivers of added` is the present area, `kept + removed + slivers of removed` the earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    pub plane_crs: Crs,
    /// Geodesic, square metres.
    pub present_m2: f64,
    pub earlier_m2: f64,
    pub kept: Part,
    pub added: Part,
    pub removed: Part,
    /// From the middle of one boundary to that of the other, metres.
    pub apart_m: f64,
    /// Pieces narrower than this, metres, may come from the accuracy of the corners alone.
    pub width_m: f64,
}

/// The pieces that are in one boundary only, or in both.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Part {
    /// Geodesic, square metres.
    pub area_m2: f64,
    /// On the plane, metres.
    pub shape: Shape,
    /// Pieces narrower than the accuracy of the corners, which are not in `shape` and `area_m2`: how many, and their area,
    /// square metres.
    pub slivers: usize,
    pub slivers_m2: f64,
}

impl Compared {
    /// Measures the pieces; without them both boundaries lie apart.
    ///
    /// # Units
    /// `sigmas_m`: standard deviation of a corner of the present and of the earlier boundary, metres.
    pub fn of(level: Level, pieces: Option<Pieces>, sigmas_m: [f64; 2]) -> Self {
        let Level {
            plane_crs,
            areas_m2: [present_m2, earlier_m2],
            apart_m,
        } = level;
        let [present, earlier] = sigmas_m;
        let width_m = (NEAR_LIMIT_DEVIATIONS * libm::hypot(present, earlier)).max(LEAST_WIDTH_M);
        let whole = |area_m2| Part {
            area_m2,
            ..Part::default()
        };
        let (kept, added, removed) = match pieces {
            Some(pieces) => (
                Part::of(pieces.kept, plane_crs, 0.0),
                Part::of(pieces.added, plane_crs, width_m),
                Part::of(pieces.removed, plane_crs, width_m),
            ),
            None => (Part::default(), whole(present_m2), whole(earlier_m2)),
        };
        Self {
            plane_crs,
            present_m2,
            earlier_m2,
            kept,
            added,
            removed,
            apart_m,
            width_m,
        }
    }

    /// Land that is in both.
    pub fn have_land_in_common(&self) -> bool {
        self.kept.area_m2 > 0.0
    }

    /// Whether nothing but what the accuracy of the corners explains is different.
    pub fn is_unchanged(&self) -> bool {
        self.added.area_m2 == 0.0 && self.removed.area_m2 == 0.0
    }
}

impl Part {
    /// Pieces of a mean width below `width_m` are told apart.
    fn of(pieces: Shape, plane_crs: Crs, width_m: f64) -> Self {
        let mut found = Self::default();
        for rings in pieces.parts {
            let piece = Shape { parts: vec![rings] };
            let (area_m2, _) = geodesic_area(&plane_crs.shape_to_wgs84(&piece));
            if mean_width_m(&piece, area_m2) < width_m {
                found.slivers += 1;
                found.slivers_m2 += area_m2;
            } else {
                found.area_m2 += area_m2;
                found.shape.parts.extend(piece.parts);
            }
        }
        found
    }
}

/// Of a long strip its width; of a triangle about half its height: twice the area over the length of all edges.
fn mean_width_m(piece: &Shape, area_m2: f64) -> f64 {
    let length = |ring: &[Position]| -> f64 {
        let next = ring.iter().cycle().skip(1);
        let edge = |(a, b): (&Position, &Position)| libm::hypot(b[0] - a[0], b[1] - a[1]);
        ring.iter().zip(next).map(edge).sum()
    };
    let edges: f64 = piece.rings().map(|(.., ring)| length(ring)).sum();
    if edges > 0.0 {
        2.0 * area_m2 / edges
    } else {
        0.0
    }
}
