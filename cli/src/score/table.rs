//! The scores as a table: a header, then one row for each file.
//!
//! # Sources
//! RFC 4180; rows end with a line feed, as text files do here.

use std::path::Path;

use super::{Doubt, Scored};
use crate::source::SourceError;
use cluster_ready_core::json::canonical_number;
use cluster_ready_core::model::{Dimension, Model};
use cluster_ready_core::score::Range;
use cluster_ready_core::score::uncertainty::{Band, Group};
use cluster_ready_core::write::quoted;

const RANGE: [&str; 3] = ["central", "low", "high"];
const OVERALL: [&str; 6] = [
    "coverage",
    "rated",
    "arithmetic_mean",
    "table2",
    "level",
    "level_before_cap",
];
const BAND: [&str; 3] = ["p05", "p50", "p95"];
/// Of a cluster's model; a firm has none.
const LEVELS: usize = 5;
const COUNTS: [&str; 4] = ["answered", "unknown", "na", "unanswered"];

/// `file`, `error`, then the fields of the JSON line as `group.field`.
pub fn header(columns: &[Dimension], brief: bool) -> String {
    let mut cells = vec!["file".to_owned(), "error".to_owned()];
    for dimension in columns {
        for field in RANGE.iter().chain(&["coverage", "rated"]) {
            cells.push(quoted(&format!("{}.{field}", dimension.id)));
        }
    }
    for field in RANGE.iter().chain(&OVERALL) {
        cells.push(format!("overall.{field}"));
    }
    for field in COUNTS {
        cells.push(format!("counts.{field}"));
    }
    cells.push("model".to_owned());
    if !brief {
        for field in BAND {
            cells.push(format!("band.{field}"));
        }
        for column in columns {
            for field in BAND {
                cells.push(quoted(&format!("dimension_bands.{}.{field}", column.id)));
            }
        }
        for level in 1..=LEVELS {
            cells.push(format!("level_shares.{level}"));
        }
        cells.push("firm_level".to_owned());
        for group in Group::ALL {
            cells.push(format!("sources.{}", group.word()));
        }
    }
    cells.join(",")
}

/// A dimension that the subject does not have is left empty.
pub(super) fn row(path: &Path, columns: &[Dimension], scored: &Scored<'_>) -> String {
    let (model, score) = (scored.model, &scored.score);
    let mut cells = vec![quoted(&path.to_string_lossy()), String::new()];
    for column in columns {
        let at = model.dimensions.iter().position(|one| one.id == column.id);
        let Some(dimension) = at.and_then(|at| score.dimensions.get(at)) else {
            cells.extend(std::iter::repeat_n(String::new(), RANGE.len() + 2));
            continue;
        };
        push_range(&mut cells, &dimension.range);
        cells.push(canonical_number(dimension.coverage));
        cells.push(dimension.rated.to_string());
    }
    push_range(&mut cells, &score.overall);
    cells.push(canonical_number(score.coverage));
    cells.push(score.rated.to_string());
    for number in [
        score.arithmetic_mean,
        score.table2,
        score.level.map(f64::from),
        score.level_before_cap.map(f64::from),
    ] {
        cells.push(optional(number));
    }
    let counts = score.counts;
    for count in [
        counts.answered,
        counts.unknown,
        counts.not_applicable,
        counts.unanswered,
    ] {
        cells.push(count.to_string());
    }
    cells.push(quoted(&model.version));
    if let Some(doubt) = &scored.doubt {
        push_doubt(&mut cells, columns, model, doubt);
    }
    cells.join(",")
}

fn push_doubt(cells: &mut Vec<String>, columns: &[Dimension], model: &Model, doubt: &Doubt) {
    let found = doubt.uncertainty.as_ref();
    push_band(cells, found.map(|found| &found.band));
    for column in columns {
        let at = model.dimensions.iter().position(|one| one.id == column.id);
        let bands = found.map(|found| &found.dimensions);
        push_band(cells, bands.zip(at).and_then(|(bands, at)| bands.get(at)));
    }
    for level in 0..LEVELS {
        let share = found.and_then(|found| found.level_shares.get(level));
        cells.push(optional(share.copied()));
    }
    let firm = found.and_then(|found| found.firm_level);
    cells.push(optional(firm.map(f64::from)));
    for place in 0..Group::ALL.len() {
        let causes = doubt.causes.as_ref();
        let share = causes.and_then(|causes| causes.sources.get(place));
        cells.push(optional(share.copied()));
    }
}

fn push_band(cells: &mut Vec<String>, band: Option<&Band>) {
    for number in [
        band.map(|band| band.p05),
        band.map(|band| band.p50),
        band.map(|band| band.p95),
    ] {
        cells.push(optional(number));
    }
}

/// Nothing but the file and what is wrong with it.
pub fn error_row(path: &Path, error: &SourceError) -> String {
    format!(
        "{},{}",
        quoted(&path.to_string_lossy()),
        quoted(&error.to_string())
    )
}

fn push_range(cells: &mut Vec<String>, range: &Range) {
    for number in [range.central, range.low, range.high] {
        cells.push(optional(number));
    }
}

fn optional(number: Option<f64>) -> String {
    number.map(canonical_number).unwrap_or_default()
}
