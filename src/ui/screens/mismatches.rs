//! Figures that contradict each other, with both of them and the ways to where they stand.

use leptos::task::spawn_local;

use crate::platform::intl;
use crate::ui::components::{link, paragraph};
use crate::ui::prelude::*;
use crate::ui::state::{App, Screen};
use cluster_ready_core::mismatch::{self, Land, Mismatch, Part, Place};
use cluster_ready_core::model::Whole;
use cluster_ready_core::places::Derived;

/// The block of all contradictions; nothing where there is none. What a measuring has to tell comes in a moment later.
pub fn mismatches(app: App) -> View {
    let derived = RwSignal::new(None::<Derived>);
    measure(app, derived);
    let block = move || {
        let found = app.with(|assessment| {
            derived.with(|derived| {
                mismatch::find(app.model(), app.rules(), assessment, derived.as_ref())
            })
        });
        (!found.is_empty()).then(|| of(app, &found))
    };
    block.into_any()
}

/// Asks for what the boundary gives where a person typed another figure over it.
fn measure(app: App, derived: RwSignal<Option<Derived>>) {
    let assessment = app.peek(Clone::clone);
    let Some(record) = assessment.boundary.clone() else {
        return;
    };
    if mismatch::types_over_measures(app.model(), &assessment) {
        let survey = app.survey();
        spawn_local(async move {
            if let Ok(seen) = survey.look_at(&assessment, &record).await {
                derived.try_set(seen.derived);
            }
        });
    }
}

fn of(app: App, found: &[Mismatch]) -> View {
    let one = |one: &Mismatch| {
        let ways = one.places().into_iter().map(|place| way(app, place));
        view! {
            <li>
                {paragraph("measure", sentence(app, one))}
                <p class="actions no-print">{ways.collect_view()}</p>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="mismatches">
            <h2 id="mismatches">{app.t("mismatch.title")}</h2>
            <p class="section__intro">{app.t("mismatch.intro")}</p>
            <ul class="mismatches">{found.iter().map(one).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn way(app: App, place: Place) -> View {
    let (name, to) = match place {
        Place::Profile => (app.t("profile.title").to_owned(), Screen::Profile),
        Place::Facts => (app.t("facts.title").to_owned(), Screen::Facts),
        Place::Boundary => (app.t("boundary.title").to_owned(), Screen::Boundary),
        Place::Question(index) => (name(app, index), Screen::Question(index)),
    };
    link(app.fill("check.change_of", &[("what", &name)]), move || {
        app.changing.set(matches!(to, Screen::Question(_)));
        app.go(to);
    })
}

/// Name of a question.
fn name(app: App, index: usize) -> String {
    let indicator = app.model().indicators.get(index);
    indicator.map_or_else(String::new, |one| app.text(&one.name))
}

fn sentence(app: App, mismatch: &Mismatch) -> String {
    let percent = |value: f64| format!("{}%", app.number(value, 2));
    let hectares = |value: f64| app.fill("unit.hectares", &[("figure", &app.number(value, 2))]);
    let two = |key, first: String, second: String| {
        app.fill(key, &[("first", &first), ("second", &second)])
    };
    let of_question = |key, question, first: String, second: String| {
        let question = name(app, question);
        let texts = [
            ("question", &*question),
            ("first", &first),
            ("second", &second),
        ];
        app.fill(key, &texts)
    };
    match mismatch {
        Mismatch::Occupancy {
            by_areas, answered, ..
        } => two("mismatch.occupancy", percent(*by_areas), percent(*answered)),
        Mismatch::NothingLeased {
            leased_ha,
            question,
        } => of_question(
            "mismatch.nothing_leased",
            *question,
            hectares(*leased_ha),
            String::new(),
        ),
        Mismatch::Distance {
            typed_km,
            measured_km,
            question,
        } => {
            let km = |value: f64, digits| {
                app.fill("map.kilometres", &[("figure", &app.number(value, digits))])
            };
            of_question(
                "mismatch.measured",
                *question,
                km(*typed_km, 2),
                km(*measured_km, 1),
            )
        }
        Mismatch::Compactness {
            typed,
            measured,
            question,
        } => {
            let figures = (app.number(*typed, 2), app.number(*measured, 2));
            of_question("mismatch.measured", *question, figures.0, figures.1)
        }
        Mismatch::DeclaredArea(areas) => app.fill(
            "mismatch.declared",
            &[
                ("first", &hectares(areas.declared_ha)),
                ("second", &hectares(areas.measured_ha)),
                (
                    "percent",
                    &format!("{}%", app.number(areas.difference_percent.abs(), 1)),
                ),
            ],
        ),
        Mismatch::IndustrialAboveMeasured {
            industrial_ha,
            measured_ha,
        } => two(
            "mismatch.industrial",
            hectares(*industrial_ha),
            hectares(*measured_ha),
        ),
        Mismatch::PartAboveWhole {
            part,
            part_ha,
            whole,
            whole_ha,
        } => app.fill(
            "mismatch.part",
            &[
                ("part", app.t(land(*part))),
                ("first", &hectares(*part_ha)),
                ("whole", app.t(land(*whole))),
                ("second", &hectares(*whole_ha)),
            ],
        ),
        Mismatch::Province { said, found } => {
            let province = |code: &String| app.province_name(code).unwrap_or_else(|| code.clone());
            two("mismatch.province", province(said), province(found))
        }
        Mismatch::AssessedBeforeEstablished {
            established,
            assessed,
        } => {
            let day = |date| intl::date(app.language(), date);
            two("mismatch.dates", day(*established), day(*assessed))
        }
        Mismatch::LessThanOne {
            percent: share,
            of,
            whole,
            question,
        } => {
            let key = match of {
                Whole::Tenants => "mismatch.no_firm",
                Whole::Workers => "mismatch.no_worker",
            };
            let whole = app.number(f64::from(*whole), 0);
            of_question(key, *question, percent(*share), whole)
        }
        Mismatch::EnoughFirms { tenants, question } => {
            let indicator = app.model().indicators.get(*question);
            let reason = indicator.and_then(|one| one.not_applicable.as_ref());
            let reason = reason.map_or_else(String::new, |reason| app.text(&reason.text));
            let tenants = app.number(f64::from(*tenants), 0);
            of_question("mismatch.enough_firms", *question, reason, tenants)
        }
        Mismatch::WasteWater {
            subject,
            stated,
            question,
        } => {
            let key = match (subject, stated) {
                (Part::Treatment, true) => "mismatch.treatment_yes",
                (Part::Treatment, false) => "mismatch.treatment_no",
                (Part::Monitoring, true) => "mismatch.monitoring_yes",
                (Part::Monitoring, false) => "mismatch.monitoring_no",
            };
            app.fill(key, &[("question", &name(app, *question))])
        }
        Mismatch::WasteWaterWorks { works, treatment } => {
            two("mismatch.works", name(app, *works), name(app, *treatment))
        }
    }
}

/// The name of the field in which an area is typed.
const fn land(land: Land) -> &'static str {
    match land {
        Land::Declared => "profile.declared",
        Land::Industrial => "profile.industrial",
        Land::Leased => "profile.leased",
        Land::Approved => "facts.approved",
    }
}
