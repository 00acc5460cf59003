use crate::boundary::{Crs, Position, distance_m};

/// Length of the edge from each corner to the next one, metres: on the plane in the corners' own system, geodesic for
/// degrees. `corners` without the closing repetition.
pub fn edge_lengths(corners: &[Position], crs: Crs) -> Vec<f64> {
    let after = corners.iter().cycle().skip(1);
    corners
        .iter()
        .zip(after)
        .map(|(from, to)| {
            if crs.is_degrees() {
                distance_m(*from, *to)
            } else {
                (to[0] - from[0]).hypot(to[1] - from[1])
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_edge_leads_back_to_the_first_corner() {
        let crs = Crs::from_meridian(107.0).unwrap();
        let lengths = edge_lengths(&[[0., 0.], [30., 0.], [30., 40.]], crs);
        assert_eq!(lengths, [30.0, 40.0, 50.0]);
    }

    #[test]
    fn degrees_give_metres() {
        let lengths = edge_lengths(&[[106.0, 21.0], [106.01, 21.0]], Crs::Wgs84);
        assert!((lengths[0] - 1039.7).abs() < 1.0, "{}", lengths[0]);
    }
}
