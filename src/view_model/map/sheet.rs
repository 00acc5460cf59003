use super::frame::{Frame, Point};
use super::grid::{GridLine, grid};
use super::numbers::{self, Anchor};
use super::reach::{self, Reach, ReachMark};
use super::scale::ScaleBar;
use super::{letters, path, title};
use cluster_ready_core::boundary::{Position, Problem, Severity};
use cluster_ready_core::survey::{Drawn, open_corners};

/// Whether corner numbers are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbers {
    Shown,
    Hidden,
}

/// Everything on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub grid: Vec<GridLine>,
    /// Distance of the grid's lines, metres.
    pub grid_step: f64,
    /// Path data of all rings.
    pub area: String,
    pub wrong: Vec<WrongEdge>,
    /// Corners in sight, as long as they are few.
    pub dots: Vec<Point>,
    pub numbers: Vec<CornerNumber>,
    pub flags: Vec<Flag>,
    pub reaches: Vec<Option<ReachMark>>,
    pub scale: ScaleBar,
    /// Where the area is written.
    pub title: Option<Point>,
}

/// An edge that takes part in a problem.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WrongEdge {
    pub from: Point,
    pub to: Point,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CornerNumber {
    pub number: usize,
    pub at: Point,
    pub anchor: Anchor,
}

/// The letter of a problem at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    pub letter: String,
    pub at: Point,
    /// Nothing is measured before it is mended.
    pub must: bool,
}

/// More dots than this are no corners but a thick line.
const MOST_DOTS: usize = 250;
/// Half of the room of a dot.
const DOT: f64 = 8.0;
/// A corner whose neighbours are both nearer than this on the map is a point of a curve and gets no dot.
const CURVE: f64 = 10.0;
/// More flags hide the map; the list names them all.
const MOST_FLAGS: usize = 60;

/// What the map of a boundary shows in a frame.
pub fn sheet(
    drawn: &Drawn,
    problems: &[Problem],
    reaches: &[Reach],
    frame: &Frame,
    show: Numbers,
) -> Sheet {
    let (grid_step, grid) = grid(frame);
    let small = is_small(drawn, frame);
    let rings = || {
        drawn
            .shape
            .rings()
            .map(|(_, _, ring)| (ring, open_corners(ring)))
    };
    let mut dots: Vec<Point> = rings()
        .flat_map(|(_, corners)| dots(corners, frame, small))
        .filter(|point| in_sight(*point))
        .take(MOST_DOTS + 1)
        .collect();
    if dots.len() > MOST_DOTS {
        dots.clear();
    }
    let mut taken = Vec::new();
    let numbers = match show {
        Numbers::Hidden => Vec::new(),
        Numbers::Shown if small || drawn.thinned => Vec::new(),
        Numbers::Shown => rings()
            .flat_map(|(ring, corners)| numbers::readable(ring, corners, frame, &mut taken))
            .map(|(index, corner, at)| CornerNumber {
                number: index + 1,
                at,
                anchor: numbers::anchor(corner, at),
            })
            .collect(),
    };
    taken.extend(
        dots.iter()
            .map(|[x, y]| [x - DOT, y - DOT, x + DOT, y + DOT]),
    );
    let reaches = reach::marks(reaches, frame, &taken);
    let title = if small {
        above(drawn, frame)
    } else {
        title::place(&drawn.shape, frame).map(|at| title::beside(at, &reaches))
    };
    Sheet {
        grid,
        grid_step,
        area: path::path(&drawn.shape, frame),
        wrong: drawn
            .wrong
            .iter()
            .map(|[from, to]| WrongEdge {
                from: frame.point(*from),
                to: frame.point(*to),
            })
            .collect(),
        dots,
        numbers,
        flags: flags(drawn, problems, frame),
        reaches,
        scale: ScaleBar::of(frame),
        title,
    }
}

/// The corners on the map, without those that only draw out a curve. Of a boundary seen from far the dots are the mark.
fn dots(corners: &[Position], frame: &Frame, small: bool) -> impl Iterator<Item = Point> {
    let points: Vec<Point> = corners.iter().map(|corner| frame.point(*corner)).collect();
    let last = points.last().copied();
    let before = last.into_iter().chain(points.clone());
    let after = points.clone().into_iter().cycle().skip(1);
    let near = |[ax, ay]: Point, [bx, by]: Point| libm::hypot(bx - ax, by - ay) < CURVE;
    before
        .zip(points)
        .zip(after)
        .filter(move |((before, point), after)| {
            small || !(near(*before, *point) && near(*point, *after))
        })
        .map(|((_, point), _)| point)
}

/// A boundary smaller than this has no room for numbers or for a text inside.
const SMALL: f64 = 110.0;

fn is_small(drawn: &Drawn, frame: &Frame) -> bool {
    drawn
        .shape
        .bounds()
        .is_some_and(|[w, s, e, n]| (e - w).max(n - s) < SMALL * frame.metres_per_unit())
}

/// Over the middle of the boundary.
fn above(drawn: &Drawn, frame: &Frame) -> Option<Point> {
    let [w, _, e, n] = drawn.shape.bounds()?;
    let at = frame.point([f64::midpoint(w, e), n]);
    in_sight(at).then_some([at[0], at[1] - ABOVE])
}

/// Distance of such a text from the boundary.
const ABOVE: f64 = 26.0;

fn in_sight([x, y]: Point) -> bool {
    (-10.0..=super::WIDTH + 10.0).contains(&x) && (-10.0..=super::HEIGHT + 10.0).contains(&y)
}

fn flags(drawn: &Drawn, problems: &[Problem], frame: &Frame) -> Vec<Flag> {
    problems
        .iter()
        .zip(letters(problems))
        .filter_map(|(problem, letter)| {
            let at = drawn.plane_crs.from_wgs84(problem.at_wgs84?);
            Some(Flag {
                letter: letter?,
                at: frame.point(at),
                must: problem.severity == Severity::MustFix,
            })
        })
        .take(MOST_FLAGS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cluster_ready_core::boundary::{Crs, Shape, examine};

    /// As drawn in its own system.
    fn drawn(shape: &Shape, crs: Crs, wrong: Vec<[Position; 2]>) -> Drawn {
        Drawn {
            shape: shape.clone(),
            plane_crs: crs,
            wrong,
            thinned: false,
        }
    }

    fn bow_tie() -> (Drawn, Vec<Problem>) {
        let given = Shape::of_ring(vec![
            [424_000.0, 2_366_000.0],
            [425_000.0, 2_367_000.0],
            [425_000.0, 2_366_000.0],
            [424_000.0, 2_367_000.0],
        ]);
        let crs = Crs::from_meridian(107.0).unwrap();
        let examined = examine(&given, crs, 0.1);
        let [a, b, c, d] = [0, 1, 2, 3].map(|corner| given.parts[0][0][corner]);
        (drawn(&given, crs, vec![[a, b], [c, d]]), examined.problems)
    }

    #[test]
    fn crossing_edges_are_marked_with_their_letter() {
        let (drawn, problems) = bow_tie();
        let frame = Frame::fit(drawn.shape.bounds().unwrap());
        let sheet = sheet(&drawn, &problems, &[], &frame, Numbers::Shown);
        assert_eq!(sheet.wrong.len(), 2);
        let flag = sheet.flags.first().unwrap();
        assert_eq!(flag.letter, "A");
        assert!(flag.must);
        let middle = frame.point([424_500.0, 2_366_500.0]);
        assert!((flag.at[0] - middle[0]).abs() < 0.1 && (flag.at[1] - middle[1]).abs() < 0.1);
        assert_eq!(sheet.numbers.len(), 4);
        assert_eq!(sheet.dots.len(), 4);
    }

    #[test]
    fn a_boundary_seen_from_far_has_its_area_above_it_and_no_numbers() {
        let (drawn, problems) = bow_tie();
        let frame = Frame::fit([400_000.0, 2_300_000.0, 500_000.0, 2_400_000.0]);
        let sheet = sheet(&drawn, &problems, &[], &frame, Numbers::Shown);
        assert!(sheet.numbers.is_empty());
        let [_, y] = sheet.title.unwrap();
        assert!(y < frame.point([424_500.0, 2_367_000.0])[1]);
    }

    #[test]
    fn corners_of_an_arc_have_no_dots_but_its_ends() {
        let arc = (0..=90).map(|step| {
            let angle = f64::from(step).to_radians() * 2.0;
            [
                424_000.0 + 500.0 * angle.cos(),
                2_366_000.0 + 500.0 * angle.sin(),
            ]
        });
        let given = Shape::of_ring(arc.collect());
        let crs = Crs::from_meridian(107.0).unwrap();
        let drawn = drawn(&given, crs, Vec::new());
        let dots = |frame: &Frame| sheet(&drawn, &[], &[], frame, Numbers::Shown).dots.len();
        assert_eq!(dots(&Frame::fit(drawn.shape.bounds().unwrap())), 2);
        let far = Frame::fit([400_000.0, 2_300_000.0, 500_000.0, 2_400_000.0]);
        assert!(dots(&far) > 2);
    }

    #[test]
    fn corners_that_are_not_all_there_have_no_numbers() {
        let (mut drawn, problems) = bow_tie();
        drawn.thinned = true;
        let frame = Frame::fit(drawn.shape.bounds().unwrap());
        let sheet = sheet(&drawn, &problems, &[], &frame, Numbers::Shown);
        assert!(sheet.numbers.is_empty());
    }

    #[test]
    fn hidden_numbers_are_not_drawn() {
        let (drawn, problems) = bow_tie();
        let frame = Frame::fit(drawn.shape.bounds().unwrap());
        let sheet = sheet(&drawn, &problems, &[], &frame, Numbers::Hidden);
        assert!(sheet.numbers.is_empty());
    }
}
