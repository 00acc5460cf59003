use super::{
    Crs, Measures, Problem, ProblemKind, Repair, Severity, Shape, area, in_viet_nam, measures,
    repair, size, validity,
};

/// Everything there is to say about a boundary.
#[derive(Debug, Clone, PartialEq)]
pub struct Examined {
    /// As measured: repairs of severity [`Severity::Repaired`] are in it; longitude and latitude.
    pub wgs84: Shape,
    /// The same on the VN-2000 plane, easting and northing.
    pub plane: Shape,
    /// The plane's system: the one given when it is VN-2000, else the zone of the province.
    pub plane_crs: Crs,
    /// The boundary as given, with the repairs that were made; corner numbers of `problems` belong to the boundary
    /// as given.
    pub mended: Shape,
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
        match self.problems.iter().map(|problem| problem.severity).max() {
            None | Some(Severity::Note) => Status::Ok,
            Some(Severity::Warning) => Status::Warn,
            Some(Severity::Repaired) => Status::Repair,
            Some(Severity::MustFix) => Status::Error,
        }
    }
}

/// Finds all problems of a boundary with their places, mends what may be mended aloud (exchanged axes, spikes), and
/// measures the rest when nothing stands in the way.
///
/// # Units
/// `sigma_m`: standard deviation of a corner, metres.
pub fn examine(given: &Shape, crs: Crs, sigma_m: f64) -> Examined {
    let mut problems = Vec::new();
    let mut upright = given.clone();
    let swapped = axes_swapped(given, crs);
    if swapped {
        upright = repair(given, &Repair::SwapAxes);
        problems.push(Problem::new(ProblemKind::AxesSwapped, 0, 0).with(Repair::SwapAxes));
    }
    let checked = validity::check(&upright);
    let fit = checked.is_valid();
    problems.extend(checked.problems);
    let mended = checked.mended;
    let wgs84 = crs.shape_to_wgs84(&mended);
    let middle = wgs84.middle().unwrap_or_default();
    if fit && !in_viet_nam(middle) {
        problems.push(Problem::new(ProblemKind::OutsideVietNam, 0, 0));
    }
    let plane_crs = measures::plane_of(crs, middle);
    let plane = if plane_crs == crs {
        mended.clone()
    } else {
        plane_crs.shape_from_wgs84(&wgs84)
    };
    let measures = fit.then(|| Measures::of(&wgs84, &plane, plane_crs, sigma_m));
    for problem in &mut problems {
        locate(problem, crs, swapped);
    }
    offer(&mut problems, &upright, crs);
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    Examined {
        wgs84,
        plane,
        plane_crs,
        mended,
        problems,
        measures,
    }
}

/// The place of a problem was found in upright coordinates; it is told in those given and on WGS 84.
fn locate(problem: &mut Problem, crs: Crs, swapped: bool) {
    problem.at_wgs84 = problem.at.map(|at| crs.to_wgs84(at));
    if swapped {
        problem.at = problem.at.map(|[x, y]| [y, x]);
    }
}

/// Corners up to which every offered exchange is tried; beyond, only the first.
const LIMIT_TRIED_CORNERS: usize = 2_000;

/// Keeps an offered exchange of corners only when it leads to a valid boundary, and says what area it gives.
fn offer(problems: &mut [Problem], upright: &Shape, crs: Crs) {
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
            .and_then(|exchange| area_after(upright, exchange, crs));
        if problem.repaired_area_m2.is_none() {
            problem.repair = None;
        }
    }
}

/// Area of the boundary with a repair, when it is valid then.
fn area_after(upright: &Shape, change: &Repair, crs: Crs) -> Option<f64> {
    let checked = validity::check(&repair(upright, change));
    checked
        .is_valid()
        .then(|| area::geodesic(&crs.shape_to_wgs84(&checked.mended)).0)
}

/// Whether every x is a latitude or northing of Viet Nam and every y a longitude or easting.
fn axes_swapped(shape: &Shape, crs: Crs) -> bool {
    let Some([w, s, e, n]) = shape.bounds() else {
        return false;
    };
    match crs {
        Crs::Wgs84 => {
            size::is_latitude(w)
                && size::is_latitude(e)
                && size::is_longitude(s)
                && size::is_longitude(n)
        }
        Crs::WebMercator => false,
        _ => {
            size::is_northing(w)
                && size::is_northing(e)
                && size::is_easting(s)
                && size::is_easting(n)
        }
    }
}
