use super::{
    Crs, Measures, Position, Problem, ProblemKind, Repair, Severity, Shape, in_viet_nam, measures,
    repair, validity,
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
    problems.extend(checked.problems);
    let mended = checked.mended;
    let fit = !problems
        .iter()
        .any(|problem| problem.severity == Severity::MustFix);
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
        offer(problem, &mended, crs);
    }
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

/// Keeps an offered repair only when it leads to a valid boundary, and says what area it gives.
fn offer(problem: &mut Problem, mended: &Shape, crs: Crs) {
    let Some(proposal @ Repair::ReverseCorners { .. }) = &problem.repair else {
        return;
    };
    let result = repair(mended, proposal);
    let valid = !validity::check(&result)
        .problems
        .iter()
        .any(|other| other.severity == Severity::MustFix);
    if valid {
        let (area, _) = super::area::geodesic(&crs.shape_to_wgs84(&result));
        problem.repaired_area_m2 = Some(area);
    } else {
        problem.repair = None;
    }
}

/// Ranges of Viet Nam: latitude 7–24, longitude 101–118, northing 800–2700 km.
fn axes_swapped(shape: &Shape, crs: Crs) -> bool {
    let Some([w, s, e, n]) = shape.bounds() else {
        return false;
    };
    match crs {
        Crs::Wgs84 => is_latitude(w) && is_latitude(e) && is_longitude(s) && is_longitude(n),
        Crs::WebMercator => false,
        _ => is_northing(w) && is_northing(e) && is_easting(s) && is_easting(n),
    }
}

pub(crate) fn is_longitude(degrees: f64) -> bool {
    (101.0..=118.0).contains(&degrees)
}

pub(crate) fn is_latitude(degrees: f64) -> bool {
    (7.0..=24.0).contains(&degrees)
}

pub(crate) fn is_easting(metres: f64) -> bool {
    (100_000.0..900_000.0).contains(&metres)
}

/// The southernmost land lies at 8.4° N, 930 km.
pub(crate) fn is_northing(metres: f64) -> bool {
    (900_000.0..2_700_000.0).contains(&metres)
}

/// Whether a position can be one of EPSG:3857 in Viet Nam.
pub(crate) fn is_mercator([x, y]: Position) -> bool {
    (11_200_000.0..13_200_000.0).contains(&x) && (780_000.0..2_750_000.0).contains(&y)
}
