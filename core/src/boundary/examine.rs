use std::borrow::Cow;
use std::cmp::Reverse;

use super::{
    Crs, Measures, Position, Problem, ProblemKind, Repair, Severity, Shape, area, axes,
    in_viet_nam, measures, repair, size, validity,
};
use crate::order::long_by_key;
use crate::progress::{Stage, begin};

/// Everything there is to say about a boundary.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// As measured: repairs of severity [`Severity::Repaired`] are in it; longitude and latitude.
    pub wgs84: Shape,
    /// The same on the VN-2000 plane, easting and northing.
    pub plane: Shape,
    /// The plane's system: the one given when it is VN-2000, else the zone of the province.
    pub plane_crs: Crs,
    /// The boundary as given, with the repairs that were made; `None` when nothing was mended. Corner numbers of
    /// `problems` belong to the boundary as given.
    pub mended: Option<Shape>,
    pub problems: Vec<Problem>,
    /// `None` while a problem that must be fixed stands.
    pub measures: Option<Measures>,
}

/// The worst that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Ok,
    /// Measured, and something to look at.
    Warn,
    /// Mended and measured: to be said.
    Repair,
    /// Not measured.
    Error,
}

impl Status {
    pub fn of(problems: &[Problem]) -> Self {
        match problems.iter().map(|problem| problem.severity).max() {
            None | Some(Severity::Note) => Self::Ok,
            Some(Severity::Warning) => Self::Warn,
            Some(Severity::Repaired) => Self::Repair,
            Some(Severity::MustFix) => Self::Error,
        }
    }

    pub const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Repair => "repair",
            Self::Error => "error",
        }
    }
}

impl Examined {
    pub fn status(&self) -> Status {
        Status::of(&self.problems)
    }
}

/// Finds all problems of a boundary with their places, mends what may be mended aloud (exchanged axes, spikes), and
/// measures the rest when nothing stands in the way.
///
/// # Units
/// `sigma_m`: standard deviation of a corner, metres.
pub fn examine(given: &Shape, crs: Crs, sigma_m: f64) -> Examined {
    let mut problems = Vec::new();
    let upright = axes::upright(given, crs);
    let swapped = matches!(upright, Cow::Owned(_));
    if swapped {
        problems.push(Problem::new(ProblemKind::AxesSwapped, 0, 0).with(Repair::SwapAxes));
    }
    let corners = upright.positions().count();
    begin(Stage::Checking, corners);
    let checked = validity::check(&upright);
    begin(Stage::Measuring, corners);
    let mut fit = checked.is_valid();
    problems.extend(checked.problems);
    let mended = checked.mended.as_ref().unwrap_or(&upright);
    let wgs84 = crs.shape_to_wgs84(mended);
    let middle = wgs84.middle().unwrap_or_default();
    let plane_crs = measures::plane_of(crs, middle);
    let plane = if plane_crs == crs {
        mended.clone()
    } else {
        plane_crs.shape_from_wgs84(&wgs84)
    };
    if fit && !(wgs84.positions().all(on_earth) && plane.positions().all(on_plane)) {
        fit = false;
        problems.push(first_beyond(LIMIT_PLANE_M, &upright, crs, plane_crs));
    }
    if fit && is_torn(&upright, crs) {
        fit = false;
        problems.push(first_that(&|place| !is_near(*place), &upright, crs));
    }
    if fit && !in_viet_nam(middle) {
        problems.push(Problem::new(ProblemKind::OutsideVietNam, 0, 0));
    }
    let mut measures = fit.then(|| Measures::of(&wgs84, &plane, plane_crs, sigma_m));
    if measures
        .as_ref()
        .is_some_and(|found| is_inside_out(found.area_m2, found.plane_area_m2))
    {
        measures = None;
        problems.push(first_beyond(LIMIT_STRAIGHT_M, &upright, crs, plane_crs));
    }
    for problem in &mut problems {
        locate(problem, crs, swapped);
    }
    offer(&mut problems, &upright, crs, plane_crs);
    long_by_key(&mut problems, |problem| Reverse(problem.severity));
    Examined {
        wgs84,
        plane,
        plane_crs,
        mended: checked
            .mended
            .or_else(|| swapped.then(|| upright.into_owned())),
        problems,
        measures,
    }
}

/// Whether there is such a longitude and latitude, once or twice around.
fn on_earth([lon, lat]: Position) -> bool {
    lon.abs() <= 360.0 && lat.abs() <= 90.0
}

/// Farther from its origin, metres, the plane shows no place: the Earth is 4e7 around, but a quarter of it away from the
/// meridian the plane has no end.
const LIMIT_PLANE_M: f64 = 1e8;
/// A quarter of the Earth: farther away, straight edges of the plane are nothing like those on the Earth.
const LIMIT_STRAIGHT_M: f64 = 1e7;

fn is_within(limit_m: f64, place: Position) -> bool {
    place.iter().all(|metres| metres.abs() <= limit_m)
}

fn on_plane(place: Position) -> bool {
    is_within(LIMIT_PLANE_M, place)
}

/// Whether a longitude and latitude is a place on the Earth and on the plane.
fn is_there(wgs84: Position, plane_crs: Crs) -> bool {
    on_earth(wgs84) && on_plane(plane_crs.from_wgs84(wgs84))
}

/// Whether holes come out larger than their shell: with corners that are half the Earth apart, straight edges of one
/// system are not those of another.
fn is_inside_out(area_m2: f64, plane_area_m2: f64) -> bool {
    area_m2 < 0.0 || plane_area_m2 < 0.0
}

/// Whether some corners in degrees lie in Viet Nam and some do not: these are mistyped, or were never entered.
fn is_torn(shape: &Shape, crs: Crs) -> bool {
    let near = || shape.positions().map(is_near);
    crs.is_degrees() && near().any(|near| near) && near().any(|near| !near)
}

/// Whether a longitude and latitude may lie in Viet Nam or beside it.
fn is_near([lon, lat]: Position) -> bool {
    size::is_longitude(lon) && size::is_latitude(lat)
}

/// The first corner that is no place on the Earth, or farther than that from the plane's origin.
fn first_beyond(limit_m: f64, upright: &Shape, crs: Crs, plane_crs: Crs) -> Problem {
    let is_off = |place: &Position| {
        let wgs84 = crs.to_wgs84(*place);
        !(on_earth(wgs84) && is_within(limit_m, plane_crs.from_wgs84(wgs84)))
    };
    first_that(&is_off, upright, crs)
}

/// The first corner that is wrong in some way; of degrees on the Earth it is told as a place.
fn first_that(is_wrong: &dyn Fn(&Position) -> bool, upright: &Shape, crs: Crs) -> Problem {
    let problem = |part, ring, at: Position, corner| {
        let kind = if crs.is_degrees() && on_earth(at) {
            ProblemKind::FarFromVietNam
        } else {
            ProblemKind::BadCoordinates
        };
        Problem::new(kind, part, ring).at(at, vec![corner])
    };
    let of_ring = |(part, ring, corners): (usize, usize, &super::Ring)| {
        let corner = corners.iter().position(is_wrong)?;
        Some(problem(part, ring, *corners.get(corner)?, corner + 1))
    };
    let first = upright.rings().find_map(of_ring);
    first.unwrap_or_else(|| problem(0, 0, upright.positions().next().unwrap_or_default(), 1))
}

/// The place of a problem was found in upright coordinates; it is told in those given and on WGS 84.
fn locate(problem: &mut Problem, crs: Crs, swapped: bool) {
    let wgs84 = problem.at.map(|at| crs.to_wgs84(at));
    problem.at_wgs84 = wgs84.filter(|place| on_earth(*place));
    if swapped {
        problem.at = problem.at.map(|[x, y]| [y, x]);
    }
}

/// Corners up to which every offered exchange is tried; beyond, only the first.
const LIMIT_TRIED_CORNERS: usize = 2_000;

/// Keeps an offered exchange of corners only when it leads to a valid boundary, and says what area it gives.
fn offer(problems: &mut [Problem], upright: &Shape, crs: Crs, plane_crs: Crs) {
    let limit = if upright.positions().count() > LIMIT_TRIED_CORNERS {
        1
    } else {
        problems.len()
    };
    let exchanges = problems
        .iter_mut()
        .filter(|problem| matches!(problem.repair, Some(Repair::ReverseCorners { .. })));
    for (index, problem) in exchanges.enumerate() {
        problem.repaired_area_m2 = problem
            .repair
            .as_ref()
            .filter(|_| index < limit)
            .and_then(|exchange| area_after(upright, exchange, crs, plane_crs));
        if problem.repaired_area_m2.is_none() {
            problem.repair = None;
        }
    }
}

/// Area of the boundary with a repair, when it is valid then.
fn area_after(upright: &Shape, change: &Repair, crs: Crs, plane_crs: Crs) -> Option<f64> {
    let changed = repair(upright, change);
    let checked = validity::check(&changed);
    let wgs84 = crs.shape_to_wgs84(checked.mended.as_ref().unwrap_or(&changed));
    let is_there = |place| is_there(place, plane_crs);
    if !checked.is_valid() || !wgs84.positions().all(is_there) || is_torn(&changed, crs) {
        return None;
    }
    let (area_m2, _) = area::geodesic(&wgs84);
    let plane_area_m2 = area::plane(&plane_crs.shape_from_wgs84(&wgs84));
    (!is_inside_out(area_m2, plane_area_m2)).then_some(area_m2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square([x, y]: Position, side: f64) -> Shape {
        Shape::of_ring(vec![
            [x, y],
            [x + side, y],
            [x + side, y + side],
            [x, y + side],
            [x, y],
        ])
    }

    fn assert_no_measures(shape: &Shape, crs: Crs, corner: usize) {
        let examined = examine(shape, crs, 1.0);
        assert_eq!(examined.measures, None, "{shape:?}");
        let problem = &examined.problems[0];
        assert_eq!(problem.kind, ProblemKind::BadCoordinates, "{shape:?}");
        assert_eq!(problem.corners, [corner], "{shape:?}");
        assert_eq!(examined.status(), Status::Error);
        let places = examined.problems.iter().filter_map(|one| one.at_wgs84);
        assert!(places.flatten().all(f64::is_finite), "{shape:?}");
    }

    #[test]
    fn corner_beyond_the_pole_is_not_measured_and_told() {
        assert_no_measures(&square([105.0, 89.5], 1.0), Crs::Wgs84, 3);
        assert_no_measures(&square([105.0, -90.5], 1.0), Crs::Wgs84, 1);
        assert_no_measures(&square([105.0, 1e300], 1e299), Crs::Wgs84, 1);
        assert_no_measures(&square([1e6, 21.0], 1.0), Crs::Wgs84, 1);
    }

    #[test]
    fn corner_that_is_no_number_is_not_measured_and_told() {
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for crs in [Crs::Wgs84, Crs::WebMercator, Crs::Wgs84Utm { zone: 48 }] {
                let mut shape = square([105.0, 21.0], 0.01);
                shape.parts[0][0][2] = [105.01, wrong];
                assert_no_measures(&shape, crs, 3);
            }
        }
    }

    #[test]
    fn corner_off_the_plane_is_not_measured_and_told() {
        let tm3 = Crs::Vn2000Tm3 { meridian: 105.0 };
        assert_no_measures(&square([1e12, 2e6], 1e3), tm3, 1);
        // A quarter of the Earth from the central meridian the plane has no end.
        let examined = examine(&square([198.25, -0.5], 0.5), Crs::Wgs84, 1.0);
        assert_eq!(examined.problems[0].kind, ProblemKind::FarFromVietNam);
    }

    #[test]
    fn far_corner_is_named_as_a_place_outside_viet_nam() {
        let ring = vec![[106.0, 21.0], [106.01, 21.0], [0.0, 0.0], [106.0, 21.0]];
        for (shape, corner, at) in [
            (square([0.0, 0.0], 10.0), 2, [10.0, 0.0]),
            (Shape::of_ring(ring), 3, [0.0, 0.0]),
        ] {
            let examined = examine(&shape, Crs::Wgs84, 1.0);
            assert_eq!(examined.measures, None);
            let problem = &examined.problems[0];
            assert_eq!(
                (problem.kind, problem.code()),
                (ProblemKind::FarFromVietNam, "OUTSIDE_VIET_NAM")
            );
            assert_eq!(
                (problem.corners.as_slice(), problem.at),
                (&[corner][..], Some(at))
            );
        }
    }

    #[test]
    fn crossing_beyond_the_pole_offers_no_area() {
        let mut shape = square([105.0, 89.5], 1.0);
        shape.parts[0][0].swap(1, 2);
        let examined = examine(&shape, Crs::Wgs84, 1.0);
        assert_eq!(examined.measures, None);
        assert!(
            examined
                .problems
                .iter()
                .all(|one| one.repaired_area_m2.is_none())
        );
    }
}
