use serde::{Deserialize, Serialize};

use super::{Look, MOST_DRAWN, RingTable, thin::thin};
use crate::assessment::limits;
use crate::boundary::{
    Crs, Examined, Measures, Position, Problem, ProblemKind, Ring, Severity, Shape, Status,
    examine, open_ring, upright,
};
use crate::places::{Derived, Near, derived};
use crate::read::Format;

/// Up to so many corners all numbers are shown without being asked for.
const FEW_CORNERS: usize = 30;

/// What a page shows of a boundary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Surveyed {
    pub problems: Vec<Problem>,
    /// `None` while a problem that must be fixed stands.
    pub measures: Option<Measures>,
    /// The system it was given in.
    pub crs: Crs,
    /// Corners of each ring of each part, closing repetitions left out.
    pub rings: Vec<Vec<usize>>,
    /// Middle of the bounds, as given.
    pub middle: Option<Position>,
    /// The same on WGS 84, as measured.
    pub middle_wgs84: Option<Position>,
    pub drawn: Drawn,
    pub table: RingTable,
    /// `None` while an error stands.
    pub derived: Option<Derived>,
}

/// A boundary on the VN-2000 plane. Corners that were mended away are still there: problems speak of the corners as
/// given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drawn {
    /// Easting and northing, metres.
    pub shape: Shape,
    pub plane_crs: Crs,
    /// Of each problem that must be fixed, the edges that take part in it.
    pub wrong: Vec<[Position; 2]>,
    /// Not every corner is there, so they have no numbers.
    pub thinned: bool,
}

/// Edges of more problems hide the map; the list names them all.
const MOST_WRONG: usize = 60;

/// A boundary looked at, and its shape where it was mended.
pub(super) fn survey(look: &Look, given: Shape) -> (Surveyed, Option<Shape>) {
    let mut examined = examine(&given, look.crs, look.sigma_m);
    if !look.format.is_some_and(Format::directs_rings) {
        let is_told = |problem: &Problem| problem.kind != ProblemKind::RingOrientation;
        examined.problems.retain(is_told);
    }
    let middle = given.middle();
    let upright = upright(&given, look.crs);
    let surveyed = Surveyed {
        derived: derived(&examined, look.industry.as_deref(), &look.places),
        crs: look.crs,
        rings: lengths(&upright),
        middle,
        middle_wgs84: examined.wgs84.middle(),
        drawn: drawn(&upright, look.crs, &examined),
        table: RingTable::of(&upright, look.crs, look.ring),
        problems: examined.problems,
        measures: examined.measures,
    };
    let repaired = surveyed.status() >= Status::Repair;
    (surveyed, examined.mended.filter(|_| repaired))
}

fn lengths(shape: &Shape) -> Vec<Vec<usize>> {
    let length = |ring: &Ring| open_ring(ring).len();
    shape
        .parts
        .iter()
        .map(|rings| rings.iter().map(length).collect())
        .collect()
}

fn drawn(upright: &Shape, crs: Crs, examined: &Examined) -> Drawn {
    let plane_crs = examined.plane_crs;
    let to_plane = |position: Position| plane_crs.from_wgs84(crs.to_wgs84(position));
    let thinned = thin(upright, MOST_DRAWN);
    let shown = thinned.as_ref().unwrap_or(upright);
    let shape = if plane_crs == crs {
        shown.clone()
    } else {
        plane_crs.shape_from_wgs84(&crs.shape_to_wgs84(shown))
    };
    let wrong = examined
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::MustFix)
        .take(MOST_WRONG)
        .flat_map(|problem| wrong_edges(upright, problem))
        .map(|edge| {
            if plane_crs == crs {
                edge
            } else {
                edge.map(to_plane)
            }
        })
        .collect();
    Drawn {
        shape,
        plane_crs,
        wrong,
        thinned: thinned.is_some(),
    }
}

/// The edges between the corners that a problem names two by two.
fn wrong_edges(upright: &Shape, problem: &Problem) -> Vec<[Position; 2]> {
    let ring = upright.ring(problem.part, problem.ring);
    let corners = ring.map(|ring| open_ring(ring)).unwrap_or_default();
    let corner = |number: &usize| corners.get(number.checked_sub(1)?).copied();
    let (pairs, _) = problem.corners.as_chunks::<2>();
    pairs
        .iter()
        .filter_map(|[from, to]| Some([corner(from)?, corner(to)?]))
        .collect()
}

impl Surveyed {
    pub fn status(&self) -> Status {
        Status::of(&self.problems)
    }

    /// Corners of all rings, closing repetitions left out.
    pub fn corners(&self) -> usize {
        self.rings.iter().flatten().sum()
    }

    /// A boundary with more corners is shown and measured, but an assessment does not hold it.
    pub fn can_be_kept(&self) -> bool {
        self.corners() <= limits::BOUNDARY_CORNERS
    }

    pub fn has_few_corners(&self) -> bool {
        self.corners() <= FEW_CORNERS
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Places;

    fn look(crs: Crs) -> Look {
        Look {
            crs,
            sigma_m: 0.1,
            format: Some(Format::Table),
            ring: (0, 0),
            industry: Some("mechanical".to_owned()),
            places: Places::default(),
        }
    }

    #[test]
    fn a_spike_stays_on_the_map() {
        let ring = vec![
            [424_000.0, 2_366_000.0],
            [425_000.0, 2_366_000.0],
            [425_500.0, 2_366_000.0],
            [425_000.0, 2_366_000.0],
            [425_000.0, 2_367_000.0],
            [424_000.0, 2_367_000.0],
        ];
        let crs = Crs::from_meridian(107.0).unwrap();
        let (seen, mended) = survey(&look(crs), Shape::of_ring(ring));
        assert_eq!(seen.drawn.shape.positions().count(), 6);
        assert_eq!(seen.corners(), 6);
        assert_eq!(mended.unwrap().positions().count(), 5);
    }

    #[test]
    fn exchanged_axes_are_drawn_and_listed_upright() {
        let given = Shape::of_ring(vec![[21.0, 106.0], [21.0, 106.01], [21.01, 106.0]]);
        let (seen, _) = survey(&look(Crs::Wgs84), given);
        assert_eq!(seen.problems[0].kind, ProblemKind::AxesSwapped);
        let [east, north] = seen.drawn.shape.parts[0][0][0];
        assert!(east < 900_000.0 && north > 2_000_000.0);
        assert_eq!(seen.table.corners[0], [106.0, 21.0]);
    }

    #[test]
    fn crossing_edges_are_drawn_where_the_corners_are() {
        let corners = [
            [424_000.0, 2_366_000.0],
            [425_000.0, 2_367_000.0],
            [425_000.0, 2_366_000.0],
            [424_000.0, 2_367_000.0],
        ];
        let crs = Crs::from_meridian(107.0).unwrap();
        let (seen, _) = survey(&look(crs), Shape::of_ring(corners.to_vec()));
        assert_eq!(seen.measures, None);
        let edges = [[corners[0], corners[1]], [corners[2], corners[3]]];
        assert_eq!(seen.drawn.wrong, edges);
    }

    #[test]
    fn of_many_corners_few_are_drawn_and_all_are_counted() {
        let ring = (0..60_000).map(|n| {
            let angle = f64::from(n) / 60_000.0 * std::f64::consts::TAU;
            [
                424_000.0 + 400.0 * angle.cos(),
                2_366_000.0 + 400.0 * angle.sin(),
            ]
        });
        let crs = Crs::from_meridian(107.0).unwrap();
        let (seen, _) = survey(&look(crs), Shape::of_ring(ring.collect()));
        assert!(seen.drawn.thinned);
        assert!((1_000..MOST_DRAWN).contains(&seen.drawn.shape.positions().count()));
        assert_eq!(seen.corners(), 60_000);
        assert!(seen.measures.is_some());
    }
}
