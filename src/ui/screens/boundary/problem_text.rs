//! Problems and repairs in words.

use crate::ui::state::App;
use cluster_ready_core::boundary::{Position, Problem, ProblemKind, Repair};
use cluster_ready_core::survey::Surveyed;

/// What is wrong, as a heading.
pub fn title(app: App, problem: &Problem) -> String {
    let corners = &problem.corners;
    let corner = corners.first().copied().unwrap_or_default().to_string();
    let one = [("corner", corner.as_str())];
    match problem.kind {
        ProblemKind::SelfIntersection => edges(app, "boundary.problem.crossing", corners),
        ProblemKind::RingSelfTouch => edges(app, "boundary.problem.touch", corners),
        ProblemKind::Spike => app.fill("boundary.problem.spike", &one),
        ProblemKind::DuplicateVertex => app.fill("boundary.problem.duplicate", &one),
        ProblemKind::BadCoordinates => app.fill("boundary.problem.bad", &one),
        ProblemKind::TooFewPoints { corners } => app.count("boundary.problem.few", corners),
        ProblemKind::MultiPart { parts } => app.count("boundary.problem.parts", parts),
        ProblemKind::PartsOverlap { other_part } => app.fill(
            "boundary.problem.overlap",
            &[
                ("part", &(problem.part + 1).to_string()),
                ("other", &(other_part + 1).to_string()),
            ],
        ),
        ProblemKind::PartsShareEdge { other_part } => app.fill(
            "boundary.problem.side_by_side",
            &[
                ("part", &(problem.part + 1).to_string()),
                ("other", &(other_part + 1).to_string()),
            ],
        ),
        ProblemKind::FarFromVietNam => app.fill("boundary.problem.far", &one),
        ProblemKind::RingsCross { other_ring } => app.fill(
            "boundary.problem.rings_cross",
            &[
                ("ring", &ring_name(app, problem.ring)),
                ("other", &ring_name(app, other_ring)),
            ],
        ),
        ProblemKind::HoleOutsideShell => hole(app, "boundary.problem.hole_outside", problem.ring),
        ProblemKind::HolesNested { .. } => hole(app, "boundary.problem.hole_nested", problem.ring),
        ProblemKind::InteriorDisconnected { .. } => {
            hole(app, "boundary.problem.disconnected", problem.ring)
        }
        ProblemKind::AxesSwapped => app.t("boundary.problem.swapped").to_owned(),
        ProblemKind::ZeroArea => app.t("boundary.problem.no_area").to_owned(),
        ProblemKind::RingNotClosed => app.t("boundary.problem.open").to_owned(),
        ProblemKind::RingOrientation => app.t("boundary.problem.turn").to_owned(),
        ProblemKind::OutsideVietNam => app.t("boundary.problem.abroad").to_owned(),
        ProblemKind::TooComplex => app.t("boundary.problem.complex").to_owned(),
        ProblemKind::More => app.t("boundary.problem.more").to_owned(),
    }
}

/// Why it matters, or what usually causes it.
pub fn reason(app: App, kind: ProblemKind) -> &'static str {
    app.t(match kind {
        ProblemKind::SelfIntersection if app.survey().can_undo() => {
            "boundary.reason.crossing_edited"
        }
        ProblemKind::SelfIntersection => "boundary.reason.crossing",
        ProblemKind::RingSelfTouch => "boundary.reason.touch",
        ProblemKind::Spike => "boundary.reason.spike",
        ProblemKind::DuplicateVertex => "boundary.reason.duplicate",
        ProblemKind::BadCoordinates => "boundary.reason.bad",
        ProblemKind::TooFewPoints { .. } => "boundary.reason.few",
        ProblemKind::ZeroArea => "boundary.reason.no_area",
        ProblemKind::MultiPart { .. } => "boundary.reason.parts",
        ProblemKind::PartsOverlap { .. } => "boundary.reason.overlap",
        ProblemKind::PartsShareEdge { .. } => "boundary.reason.side_by_side",
        ProblemKind::FarFromVietNam => "boundary.reason.far",
        ProblemKind::RingsCross { .. } => "boundary.reason.rings_cross",
        ProblemKind::HoleOutsideShell => "boundary.reason.hole_outside",
        ProblemKind::HolesNested { .. } => "boundary.reason.hole_nested",
        ProblemKind::InteriorDisconnected { .. } => "boundary.reason.disconnected",
        ProblemKind::AxesSwapped => "boundary.reason.swapped",
        ProblemKind::RingNotClosed => "boundary.reason.open",
        ProblemKind::RingOrientation => "boundary.reason.turn",
        ProblemKind::OutsideVietNam => "boundary.reason.abroad",
        ProblemKind::TooComplex => "boundary.reason.complex",
        ProblemKind::More => "boundary.reason.more",
    })
}

/// Where it is, with part and ring where there are several.
pub fn place(app: App, seen: &Surveyed, problem: &Problem) -> Option<String> {
    let at = problem.at_wgs84.map(|at| {
        if seen.crs.is_degrees() {
            at
        } else {
            seen.crs.from_wgs84(at)
        }
    })?;
    let place = position(app, seen, at);
    let rings = seen.rings.iter().flatten().count();
    Some(if rings > 1 {
        format!(
            "{place} ({})",
            part_name(app, seen, problem.part, problem.ring)
        )
    } else {
        place
    })
}

fn position(app: App, seen: &Surveyed, [x, y]: Position) -> String {
    if seen.crs.is_degrees() {
        app.fill(
            "boundary.at.degrees",
            &[("lon", &app.number(x, 6)), ("lat", &app.number(y, 6))],
        )
    } else {
        app.fill(
            "boundary.at.metres",
            &[("x", &app.number(y, 0)), ("y", &app.number(x, 0))],
        )
    }
}

/// "part 2, hole 1"; one part is not counted.
pub fn part_name(app: App, seen: &Surveyed, part: usize, ring: usize) -> String {
    let name = ring_name(app, ring);
    if seen.rings.len() > 1 {
        app.fill(
            "boundary.part",
            &[("part", &(part + 1).to_string()), ("ring", &name)],
        )
    } else {
        name
    }
}

fn ring_name(app: App, ring: usize) -> String {
    match ring {
        0 => app.t("boundary.shell").to_owned(),
        hole => app.fill("boundary.hole", &[("number", &hole.to_string())]),
    }
}

fn hole(app: App, key: &'static str, ring: usize) -> String {
    app.fill(key, &[("number", &ring.to_string())])
}

/// Two edges by the numbers of their ends.
fn edges(app: App, key: &'static str, corners: &[usize]) -> String {
    let number = |index: usize| {
        corners
            .get(index)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    if corners.len() < 4 {
        return app.fill("boundary.problem.touch_corner", &[("corner", &number(0))]);
    }
    app.fill(
        key,
        &[
            ("a", &number(0)),
            ("b", &number(1)),
            ("c", &number(2)),
            ("d", &number(3)),
        ],
    )
}

/// What a repair does, as a button says it.
pub fn repair_label(app: App, repair: &Repair) -> String {
    match repair {
        Repair::SwapAxes => app.t("boundary.repair.swap_axes").to_owned(),
        Repair::CloseRing { .. } => app.t("boundary.repair.close").to_owned(),
        Repair::ReverseRing { .. } => app.t("boundary.repair.turn").to_owned(),
        Repair::RemoveCorners { corners, .. } => {
            let list: Vec<String> = corners.iter().map(ToString::to_string).collect();
            app.fill(
                "boundary.repair.leave_out",
                &[("corners", &list.join(", "))],
            )
        }
        Repair::ReverseCorners { from, to, .. } => {
            let key = if from + 1 == *to {
                "boundary.repair.exchange"
            } else {
                "boundary.repair.reverse"
            };
            app.fill(key, &[("a", &from.to_string()), ("b", &to.to_string())])
        }
        Repair::RemoveRing { ring, .. } => app.fill(
            "boundary.repair.leave_hole",
            &[("number", &ring.to_string())],
        ),
    }
}
