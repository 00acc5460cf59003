use super::{Position, outline, outline::OutlineKind, provinces};

/// How far outside the coarse outline a place may lie and still be taken for Viet Nam, degrees (about 16 km).
const MARGIN_DEG: f64 = 0.15;

/// Whether a place lies in Viet Nam: inside a province's box and inside the coarse outline or near it, or by an
/// island.
///
/// # Assumptions
/// The outline is a sketch (corners about 1 km off), so a place abroad but near the border passes.
pub fn in_viet_nam(place: Position) -> bool {
    let in_a_box = provinces().iter().any(|province| province.holds(place));
    in_a_box
        && outline().parts.iter().any(|part| match part.kind {
            OutlineKind::Ring => {
                super::inside::ring_holds(&part.positions, place) != Some(false)
                    || near_ring(&part.positions, place)
            }
            OutlineKind::Points => part
                .positions
                .iter()
                .any(|point| planar(*point, place) <= MARGIN_DEG),
        })
}

fn planar([ax, ay]: Position, [bx, by]: Position) -> f64 {
    (ax - bx).hypot(ay - by)
}

fn near_ring(ring: &[Position], place: Position) -> bool {
    super::area::pairs(ring).any(|(a, b)| to_segment(place, a, b) <= MARGIN_DEG)
}

fn to_segment(place: Position, a: Position, b: Position) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let square = along[0] * along[0] + along[1] * along[1];
    let t = if square > 0.0 {
        ((place[0] - a[0]) * along[0] + (place[1] - a[1]) * along[1]) / square
    } else {
        0.0
    };
    let t = t.clamp(0.0, 1.0);
    planar(place, [a[0] + t * along[0], a[1] + t * along[1]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_archipelagos_are_viet_nam() {
        assert!(in_viet_nam([111.61, 16.53]));
        assert!(in_viet_nam([111.92, 8.64]));
    }

    #[test]
    fn neighbouring_countries_are_not() {
        for abroad in [
            [101.88, 14.58],
            [102.6, 17.97],
            [104.9, 11.55],
            [108.3, 22.8],
            [0.0, 0.0],
        ] {
            assert!(!in_viet_nam(abroad), "{abroad:?}");
        }
    }
}
