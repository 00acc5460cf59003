use crate::ui::prelude::*;

use super::super::map::Looking;
use super::super::problem_text::part_name;
use crate::ui::state::{App, Done};
use crate::view_model::map::{CornerAt, MOST_EDITED, Refusal};
use cluster_ready_core::boundary::Severity;

/// What came of the last key or press, with the area that follows from it.
pub fn told(looking: Looking) -> Option<String> {
    let app = looking.app;
    let editing = app.survey().editing.get()?;
    let editable = looking.editable.get()?;
    let at = app.survey().chosen(&editable)?;
    let number = (at.corner + 1).to_string();
    let corner = |key: &str| app.fill(key, &[("corner", &number)]);
    let done = match editing.done {
        Done::Chosen => {
            let count = editable.corners(at.part, at.ring);
            return Some(chosen(looking, at, count));
        }
        Done::Moved(by) => {
            let ways = ways(app, by);
            if ways.is_empty() {
                corner("boundary.move.back")
            } else {
                app.fill(
                    "boundary.move.moved",
                    &[("corner", &number), ("ways", &ways)],
                )
            }
        }
        Done::PutIn => corner("boundary.move.put_in"),
        Done::TakenOut(number) => app.fill(
            "boundary.move.taken_out",
            &[("corner", &number.to_string())],
        ),
        Done::Refused(Refusal::TooFew) => return Some(app.t("boundary.move.too_few").to_owned()),
        Done::Refused(Refusal::TooMany) => {
            return Some(app.count("boundary.move.too_many", MOST_EDITED));
        }
        Done::Refused(Refusal::Nowhere) => return Some(app.t("boundary.move.nowhere").to_owned()),
    };
    Some(format!("{done} {}", area(looking)))
}

/// A way of a corner, as fine as it is seen and kept.
pub fn metres(app: App, far: f64) -> String {
    let digits = match far {
        _ if far < 1.0 => 3,
        _ if far < 100.0 => 2,
        _ => 1,
    };
    app.fill("map.metres", &[("figure", &app.number(far, digits))])
}

/// "12 m north, 3.5 m east"; empty for no way at all.
fn ways(app: App, [east, north]: [f64; 2]) -> String {
    let way = |far: f64, ahead: &'static str, back: &'static str| {
        let key = if far > 0.0 { ahead } else { back };
        (far.abs() >= 0.000_5).then(|| {
            app.fill(
                "boundary.move.way",
                &[("distance", &metres(app, far.abs())), ("way", app.t(key))],
            )
        })
    };
    let both = [
        way(north, "wind.north", "wind.south"),
        way(east, "wind.east", "wind.west"),
    ];
    both.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn chosen(looking: Looking, at: CornerAt, count: usize) -> String {
    let app = looking.app;
    let seen = looking.seen();
    let several = seen
        .as_ref()
        .filter(|seen| seen.rings.iter().flatten().count() > 1);
    let (number, count) = ((at.corner + 1).to_string(), count.to_string());
    match several {
        Some(seen) => app.fill(
            "boundary.move.chosen_in",
            &[
                ("corner", &number),
                ("count", &count),
                ("ring", &part_name(app, seen, at.part, at.ring)),
            ],
        ),
        None => app.fill(
            "boundary.move.chosen",
            &[("corner", &number), ("count", &count)],
        ),
    }
}

fn area(looking: Looking) -> String {
    let app = looking.app;
    let Some(seen) = looking.seen() else {
        return String::new();
    };
    match &seen.measures {
        Some(measures) => app.fill(
            "boundary.move.area",
            &[("area", &app.number(measures.area_m2 / 10_000.0, 2))],
        ),
        None => {
            let wrong = seen
                .problems
                .iter()
                .filter(|problem| problem.severity == Severity::MustFix)
                .count();
            app.count("boundary.lead.wrong", wrong)
        }
    }
}
