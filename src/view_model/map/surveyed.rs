use super::Reach;
use crate::survey::Surveyed;

/// The lines to the nearest institutions, on the plane of the map.
pub fn reaches(surveyed: &Surveyed) -> Vec<Reach> {
    let plane = surveyed.drawn.plane_crs;
    surveyed
        .near()
        .into_iter()
        .map(|near| Reach {
            from: plane.from_wgs84(near.edge),
            to: plane.from_wgs84(near.place),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Places;
    use crate::boundary::{Crs, Shape};
    use crate::survey::{Look, Reply, Request, answer};

    #[test]
    fn lines_lead_from_the_edge_to_each_institution_once() {
        let ring = vec![
            [105.70, 21.20],
            [105.71, 21.20],
            [105.71, 21.21],
            [105.70, 21.21],
            [105.70, 21.20],
        ];
        let look = Look {
            crs: Crs::Wgs84,
            sigma_m: 1.0,
            format: "table".to_owned(),
            ring: (0, 0),
            industry: Some("mechanical".to_owned()),
            places: Places::default(),
        };
        let bytes = Shape::of_ring(ring).to_bytes();
        let (reply, _) = answer(Request::Look(Box::new(look)), bytes).unwrap();
        let Reply::Seen(surveyed) = reply else {
            panic!()
        };
        let near = surveyed.near();
        assert!((1..=2).contains(&near.len()));
        for (reach, near) in reaches(&surveyed).iter().zip(&near) {
            let length = (reach.to[0] - reach.from[0]).hypot(reach.to[1] - reach.from[1]);
            assert!((length / near.distance_m - 1.0).abs() < 0.002);
        }
        assert_eq!(surveyed.corners(), 4);
    }
}
