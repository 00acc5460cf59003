//! `dimensions`, `overall` and `counts`, as result files and the native command write them.

use crate::json::Writer;
use crate::model::Model;
use crate::score::uncertainty::{Band, Causes, Group, Uncertainty};
use crate::score::{Counts, LevelStatus, Range, Score};

/// All that came out.
pub fn write_results(
    w: &mut Writer,
    model: &Model,
    score: &Score,
    uncertainty: Option<&Uncertainty>,
) {
    w.key("results").open_object();
    write_dimensions(w, model, score);
    write_overall(w, score);
    write_uncertainty(w, model, uncertainty);
    write_counts(w, score.counts);
    w.key("table2_level")
        .optional_number(score.table2_level.map(f64::from));
    write_status(w, model, &score.status);
    w.key("indicators").open_object();
    for one in &score.indicators {
        w.key(&one.id).open_object_line();
        w.key("points").optional_number(one.points);
        w.key("share").number(one.share);
        w.key("contribution").number(one.contribution);
        w.key("could_change").number(one.could_change);
        w.close();
    }
    w.close().close();
}

pub fn write_dimensions(w: &mut Writer, model: &Model, score: &Score) {
    w.key("dimensions").open_object();
    for (dimension, one) in model.dimensions.iter().zip(&score.dimensions) {
        w.key(&dimension.id).open_object();
        write_range(w, &one.range);
        w.key("coverage").number(one.coverage);
        w.key("rated").flag(one.rated);
        w.close();
    }
    w.close();
}

pub fn write_overall(w: &mut Writer, score: &Score) {
    w.key("overall").open_object();
    write_range(w, &score.overall);
    w.key("coverage").number(score.coverage);
    w.key("rated").flag(score.rated);
    w.key("arithmetic_mean")
        .optional_number(score.arithmetic_mean);
    w.key("table2").optional_number(score.table2);
    w.key("level").optional_number(score.level.map(f64::from));
    w.key("level_before_cap")
        .optional_number(score.level_before_cap.map(f64::from));
    w.close();
}

pub fn write_counts(w: &mut Writer, counts: Counts) {
    w.key("counts").open_object();
    w.key("answered").whole(counts.answered);
    w.key("unknown").whole(counts.unknown);
    w.key("na").whole(counts.not_applicable);
    w.key("unanswered").whole(counts.unanswered);
    w.close();
}

/// `band`, `dimension_bands`, `level_shares` and `firm_level`; null where no overall value is shown.
pub fn write_uncertainty(w: &mut Writer, model: &Model, uncertainty: Option<&Uncertainty>) {
    let Some(uncertainty) = uncertainty else {
        for key in ["band", "dimension_bands", "level_shares", "firm_level"] {
            w.key(key).null();
        }
        return;
    };
    write_band(w.key("band"), &uncertainty.band);
    w.key("dimension_bands").open_object();
    for (dimension, band) in model.dimensions.iter().zip(&uncertainty.dimensions) {
        write_band(w.key(&dimension.id), band);
    }
    w.close();
    w.key("level_shares").open_line();
    for share in &uncertainty.level_shares {
        w.number(*share);
    }
    w.close();
    w.key("firm_level")
        .optional_number(uncertainty.firm_level.map(f64::from));
}

pub fn write_band(w: &mut Writer, band: &Band) {
    w.open_object_line();
    w.key("p05").number(band.p05);
    w.key("p50").number(band.p50);
    w.key("p95").number(band.p95);
    w.close();
}

/// `sources` and `total_effects`; null where no overall value is shown.
pub fn write_causes(w: &mut Writer, causes: Option<&Causes>) {
    let Some(causes) = causes else {
        w.key("sources").null();
        w.key("total_effects").null();
        return;
    };
    w.key("sources").open_object_line();
    for (group, share) in Group::ALL.into_iter().zip(causes.sources) {
        w.key(group.word()).number(share);
    }
    w.close();
    w.key("total_effects").open_object();
    for (id, effect) in &causes.total_effects {
        w.key(id).number(*effect);
    }
    w.close();
}

fn write_range(w: &mut Writer, range: &Range) {
    w.key("central").optional_number(range.central);
    w.key("low").optional_number(range.low);
    w.key("high").optional_number(range.high);
}

fn write_status(w: &mut Writer, model: &Model, status: &LevelStatus) {
    let dimension = |index: usize| model.dimensions.get(index).map(|one| one.id.as_str());
    w.key("level_status").open_object_line();
    match status {
        LevelStatus::Shown => {
            w.key("status").text("shown");
        }
        LevelStatus::Capped { weakest } => {
            w.key("status").text("capped");
            w.key("dimension").optional_text(dimension(*weakest));
        }
        LevelStatus::NoLevels => {
            w.key("status").text("none");
        }
        LevelStatus::Withheld { missing } => {
            w.key("status").text("withheld");
            w.key("missing").whole(*missing);
        }
        LevelStatus::NotRated { dimension: index } => {
            w.key("status").text("not-rated");
            w.key("dimension").optional_text(dimension(*index));
        }
    }
    w.close();
}
