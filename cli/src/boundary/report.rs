use std::path::Path;

use serde_json::Value;

use cluster_ready_core::boundary::{Crs, Examined, Severity, Status};
use cluster_ready_core::json::Writer;
use cluster_ready_core::overlay::Compared;
use cluster_ready_core::read::{Candidate, Note};

const SQUARE_METRES_PER_HECTARE: f64 = 10_000.0;

/// What came of one file.
pub(super) enum Outcome {
    Examined {
        examined: Box<Examined>,
        crs: Crs,
        /// What the file says.
        stated_area_m2: Option<f64>,
        /// Asked for, and possible.
        compared: Option<Option<Box<Compared>>>,
    },
    /// Area of each polygon that can be measured.
    Choose {
        areas_m2: Vec<Option<f64>>,
        stated_areas_m2: Vec<Option<f64>>,
        crs: Option<Crs>,
    },
    /// The systems it may be in, the most plausible first.
    NeedsCrs {
        options: Vec<Crs>,
        stated_area_m2: Option<f64>,
    },
    Error {
        code: &'static str,
    },
}

pub(super) fn file_line(path: &Path, outcome: &Outcome, notes: &[Note]) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    match outcome {
        Outcome::Examined {
            examined,
            crs,
            stated_area_m2,
            compared,
        } => {
            let word = match examined.status() {
                Status::Ok | Status::Warn => "ok",
                Status::Repair => "repair",
                Status::Error => "error",
            };
            w.key("outcome").text(word);
            measures(&mut w, examined);
            w.key("stated_area_m2").optional_number(*stated_area_m2);
            ring(&mut w, examined);
            w.key("error").optional_text(error(examined));
            issues(&mut w, examined);
            w.key("candidates").whole(1);
            system(&mut w, Some(*crs));
            if let Some(compared) = compared {
                comparison(&mut w, compared.as_deref());
            }
        }
        Outcome::Choose {
            areas_m2,
            stated_areas_m2,
            crs,
        } => {
            w.key("outcome").text("choose");
            w.key("candidates").whole(areas_m2.len());
            for (key, areas) in [("areas_m2", areas_m2), ("stated_areas_m2", stated_areas_m2)] {
                w.key(key).open_list();
                for area in areas {
                    w.optional_number(*area);
                }
                w.close();
            }
            system(&mut w, *crs);
        }
        Outcome::NeedsCrs {
            options,
            stated_area_m2,
        } => {
            w.key("outcome").text("needs_crs");
            w.key("candidates").whole(1);
            w.key("stated_area_m2").optional_number(*stated_area_m2);
            w.key("crs").null();
            w.key("crs_options").open_list();
            for option in options {
                w.optional_text(name(*option).as_deref());
            }
            w.close();
        }
        Outcome::Error { code } => {
            w.key("outcome").text("error");
            w.key("error").text(code);
        }
    }
    if !matches!(outcome, Outcome::Error { .. }) {
        list_notes(&mut w, notes);
    }
    w.close();
    w.finish()
}

/// What is to be said of a whole file whose features follow.
pub(super) fn notes_line(path: &Path, notes: &[Note]) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    list_notes(&mut w, notes);
    w.close();
    w.finish()
}

/// What was left aside, guessed or changed, with its place or its number.
fn list_notes(w: &mut Writer, notes: &[Note]) {
    w.key("notes").open_list();
    for note in notes
        .iter()
        .filter_map(|note| serde_json::to_value(note).ok())
    {
        w.open_object();
        match note {
            Value::String(name) => {
                w.key("code").text(&in_capitals(&name));
            }
            Value::Object(named) => {
                for (name, fields) in named {
                    w.key("code").text(&in_capitals(&name));
                    for (key, value) in fields.as_object().into_iter().flatten() {
                        w.key(key).value(value);
                    }
                }
            }
            _ => {}
        }
        w.close();
    }
    w.close();
}

/// "NotPolygons" → "NOT_POLYGONS".
fn in_capitals(name: &str) -> String {
    let mut capitals = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !capitals.is_empty() {
            capitals.push('_');
        }
        capitals.push(letter.to_ascii_uppercase());
    }
    capitals
}

pub(super) fn feature_line(
    path: &Path,
    candidate: &Candidate,
    examined: Option<&(Crs, Examined)>,
) -> String {
    let mut w = Writer::compact();
    w.open_object();
    w.key("file").text(&path.to_string_lossy());
    w.key("id").optional_text(candidate.id.as_deref());
    w.key("label").optional_text(candidate.label.as_deref());
    match examined {
        Some((crs, examined)) => {
            w.key("status").text(examined.status().word());
            measures(&mut w, examined);
            w.key("stated_area_m2")
                .optional_number(candidate.stated_area_m2);
            w.key("error").optional_text(error(examined));
            issues(&mut w, examined);
            system(&mut w, Some(*crs));
        }
        None => {
            w.key("status").text("needs_crs");
        }
    }
    w.close();
    w.finish()
}

fn measures(w: &mut Writer, examined: &Examined) {
    let measures = examined.measures.as_ref();
    w.key("area_m2")
        .optional_number(measures.map(|m| m.area_m2));
    w.key("perimeter_m")
        .optional_number(measures.map(|m| m.perimeter_m));
}

fn comparison(w: &mut Writer, compared: Option<&Compared>) {
    let hectares =
        |m2: fn(&Compared) -> f64| compared.map(|one| m2(one) / SQUARE_METRES_PER_HECTARE);
    w.key("added_ha")
        .optional_number(hectares(|one| one.added.area_m2));
    w.key("removed_ha")
        .optional_number(hectares(|one| one.removed.area_m2));
    w.key("kept_ha")
        .optional_number(hectares(|one| one.kept.area_m2));
    w.key("earlier_ha")
        .optional_number(hectares(|one| one.earlier_m2));
    w.key("within_accuracy");
    let Some(compared) = compared else {
        w.null();
        return;
    };
    w.open_object();
    w.key("width_m").number(compared.width_m);
    w.key("added_ha")
        .number(compared.added.slivers_m2 / SQUARE_METRES_PER_HECTARE);
    w.key("removed_ha")
        .number(compared.removed.slivers_m2 / SQUARE_METRES_PER_HECTARE);
    w.close();
}

/// The outer ring of the first part.
fn ring(w: &mut Writer, examined: &Examined) {
    w.key("ring").open_list();
    for [lon, lat] in examined.wgs84.ring(0, 0).into_iter().flatten() {
        w.open_list().number(*lon).number(*lat).close();
    }
    w.close();
}

fn error(examined: &Examined) -> Option<&'static str> {
    examined
        .problems
        .iter()
        .find(|problem| problem.severity == Severity::MustFix)
        .map(|problem| problem.code())
}

/// Every kind of problem once.
fn issues(w: &mut Writer, examined: &Examined) {
    let mut codes: Vec<&str> = Vec::new();
    for problem in &examined.problems {
        if !codes.contains(&problem.code()) {
            codes.push(problem.code());
        }
    }
    w.key("issues").open_list();
    for code in codes {
        w.text(code);
    }
    w.close();
}

fn system(w: &mut Writer, crs: Option<Crs>) {
    w.key("crs").optional_text(crs.and_then(name).as_deref());
}

fn name(crs: Crs) -> Option<String> {
    crs.epsg().map(|code| format!("EPSG:{code}"))
}
