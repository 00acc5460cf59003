use super::{Drawn, Reach, drawn};
use crate::assessment::{BoundaryRecord, Places};
use crate::boundary::{Examined, examine};
use crate::places::{Derived, Near, derived};

/// Up to so many corners all numbers are shown without being asked for.
const FEW_CORNERS: usize = 30;

/// A kept boundary with everything that follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    pub examined: Examined,
    pub drawn: Drawn,
    /// `None` while an error stands.
    pub derived: Option<Derived>,
}

impl Surveyed {
    /// `industry`: the field id of the cluster's main industry.
    pub fn of(record: &BoundaryRecord, industry: Option<&str>, places: &Places) -> Self {
        let examined = examine(&record.given, record.crs, record.sigma_m);
        Self {
            drawn: drawn(&record.given, record.crs, &examined),
            derived: derived(&examined, industry, places),
            examined,
        }
    }

    /// The institutions the distances lead to, without repetition: the university first.
    pub fn near(&self) -> Vec<&Near> {
        let mut near: Vec<&Near> = Vec::new();
        let both = self
            .derived
            .iter()
            .flat_map(|derived| [&derived.university, &derived.institute]);
        for one in both.flatten() {
            if near.iter().all(|known| known.id != one.id) {
                near.push(one);
            }
        }
        near
    }

    /// The lines to them, on the plane of the map.
    pub fn reaches(&self) -> Vec<Reach> {
        let plane = self.drawn.plane_crs;
        self.near()
            .into_iter()
            .map(|near| Reach {
                from: plane.from_wgs84(near.edge),
                to: plane.from_wgs84(near.place),
            })
            .collect()
    }
}

impl Drawn {
    /// Corners of all rings, closing repetitions left out.
    pub fn corners(&self) -> usize {
        self.shape
            .rings()
            .map(|(_, _, ring)| match (ring.first(), ring.last()) {
                (Some(first), Some(last)) if first == last && ring.len() > 1 => ring.len() - 1,
                _ => ring.len(),
            })
            .sum()
    }

    pub fn has_few_corners(&self) -> bool {
        self.corners() <= FEW_CORNERS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::{Crs, Shape};

    #[test]
    fn lines_lead_from_the_edge_to_each_institution_once() {
        let ring = vec![
            [105.70, 21.20],
            [105.71, 21.20],
            [105.71, 21.21],
            [105.70, 21.21],
            [105.70, 21.20],
        ];
        let record = BoundaryRecord {
            file_name: String::new(),
            format: "table".to_owned(),
            crs: Crs::Wgs84,
            given: Shape::of_ring(ring),
            sigma_m: 1.0,
            measures: None,
        };
        let surveyed = Surveyed::of(&record, Some("mechanical"), &Places::default());
        let near = surveyed.near();
        assert!((1..=2).contains(&near.len()));
        for (reach, near) in surveyed.reaches().iter().zip(&near) {
            let length = (reach.to[0] - reach.from[0]).hypot(reach.to[1] - reach.from[1]);
            assert!((length / near.distance_m - 1.0).abs() < 0.002);
        }
        assert_eq!(surveyed.drawn.corners(), 4);
    }
}
