//! The area that a file states, beside the one that its corners give.

use super::review::Review;
use crate::ui::state::{App, Work};
use cluster_ready_core::boundary::Measures;
use cluster_ready_core::read::{AREAS_AGREE, Note, area_apart};
use cluster_ready_core::survey::Surveyed;

/// Farther apart, as a part of the stated area, and something is wrong with the corners or the paper.
const DOUBTFUL: f64 = 0.02;

pub fn hectares(app: App, m2: f64) -> String {
    app.number(m2 / 10_000.0, 2)
}

/// Stated and measured, and by how much of the stated one they differ.
struct Apart {
    stated_m2: f64,
    measured_m2: f64,
}

impl Apart {
    fn of(work: &Work, measures: Option<&Measures>) -> Option<Self> {
        match area_apart(work.stated_m2?, measures?)? {
            Note::StatedArea {
                stated_m2,
                measured_m2,
            } => Some(Self {
                stated_m2,
                measured_m2,
            }),
            _ => None,
        }
    }

    fn share(&self) -> f64 {
        (self.measured_m2 - self.stated_m2).abs() / self.stated_m2
    }

    fn told(&self, app: App, title: &'static str, text: &'static str) -> (String, String) {
        let percent = app.number(self.share() * 100.0, 1);
        let stated = hectares(app, self.stated_m2);
        let measured = hectares(app, self.measured_m2);
        let text = app.fill(text, &[("stated", &stated), ("measured", &measured)]);
        (app.fill(title, &[("percent", &percent)]), text)
    }
}

/// A difference that has to be looked at.
pub fn review(app: App, seen: &Surveyed, work: &Work) -> Option<Review> {
    let apart = Apart::of(work, seen.measures.as_ref()).filter(|one| one.share() > DOUBTFUL)?;
    let (title, text) = apart.told(app, "boundary.stated.apart", "boundary.stated.far_text");
    Some(Review {
        title,
        text,
        way: ("boundary.in_table", "boundary-table"),
    })
}

/// A small difference.
pub fn note(app: App, seen: &Surveyed, work: &Work) -> Option<(String, String)> {
    let apart = Apart::of(work, seen.measures.as_ref()).filter(|one| one.share() <= DOUBTFUL)?;
    Some(apart.told(app, "boundary.stated.apart", "boundary.stated.near_text"))
}

/// Areas that are of all parcels, or of none that can be told.
pub fn unassigned(app: App, areas_m2: &[f64], is_total: bool) -> (String, String) {
    let areas: Vec<String> = areas_m2.iter().map(|m2| hectares(app, *m2)).collect();
    let areas = areas.join("; ");
    let (title, text) = if is_total {
        (
            "boundary.note.stated_total",
            "boundary.note.stated_total_text",
        )
    } else {
        (
            "boundary.note.stated_areas",
            "boundary.note.stated_areas_text",
        )
    };
    (
        app.fill(title, &[("areas", &areas)]),
        app.t(text).to_owned(),
    )
}

/// How the stated area stands to the measured one, and to the one of the profile.
pub fn about(app: App, stated_m2: f64, measures: &Measures) -> String {
    let measured_m2 = measures.nearest_area_m2(stated_m2);
    let share = (measured_m2 - stated_m2).abs() / stated_m2;
    let measured = if share > AREAS_AGREE {
        let percent = app.number(share * 100.0, 1);
        app.fill("boundary.stated.about", &[("percent", &percent)])
    } else {
        app.t("boundary.stated.agrees").to_owned()
    };
    let declared = app.with(|a| a.profile.declared_area_ha);
    let other = declared.filter(|ha| (ha * 10_000.0 - stated_m2).abs() > DOUBTFUL * stated_m2);
    match other {
        Some(ha) => {
            let declared = app.fill(
                "boundary.stated.profile",
                &[("declared", &app.number(ha, 2))],
            );
            format!("{measured} {declared}")
        }
        None => measured,
    }
}
