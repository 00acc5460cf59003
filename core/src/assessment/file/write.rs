use serde_json::Value;

use super::answers::{write_answers, write_notes};
use super::boundary::{write_boundary, write_places, write_walk};
use super::earlier::{write_earlier, write_made_with};
use super::profile::write_profile;
use super::results::write_results;
use super::words::mode_word;
use super::{FORMAT, FORMAT_VERSION, Meta};
use crate::assessment::Assessment;
use crate::json::{NumberText, Writer};
use crate::model::Model;
use crate::score::Score;
use crate::score::uncertainty::{Streams, uncertainty};

/// The result file of an assessment: indented JSON, every figure with all its digits.
///
/// `legal` goes in as it is: verdicts in the caller's own words.
pub fn write(
    model: &Model,
    assessment: &Assessment,
    score: &Score,
    legal: &Value,
    meta: &Meta,
) -> String {
    let mut w = Writer::pretty();
    w.open_object();
    write_head(&mut w, model, meta);
    write_assessment(&mut w, assessment);
    w.key("asked").whole(assessment.asked(model).count());
    let doubt = uncertainty(model, &assessment.entries, &mut Streams::of(model));
    write_results(&mut w, model, score, doubt.as_ref());
    w.key("legal").value(legal);
    w.close();
    w.finish()
}

/// The same file without results, on one line: what is kept on the device while a person answers.
pub fn draft(
    model: &Model,
    assessment: &Assessment,
    meta: &Meta,
    number_text: NumberText,
) -> String {
    let mut w = Writer::compact_with(number_text);
    w.open_object();
    write_head(&mut w, model, meta);
    write_assessment(&mut w, assessment);
    w.close();
    w.finish()
}

fn write_head(w: &mut Writer, model: &Model, meta: &Meta) {
    w.key("format").text(FORMAT);
    w.key("format_version").whole(FORMAT_VERSION as usize);
    write_made_with(w, &model.id, &model.version, &model.hash);
    w.key("rules").open_line();
    for id in &meta.rules {
        w.text(id);
    }
    w.close();
    w.key("tool").open_object();
    w.key("name").text("cluster-ready");
    w.key("version").text(&meta.tool_version);
    w.close();
    w.key("saved_at").optional_text(meta.saved_at.as_deref());
}

fn write_assessment(w: &mut Writer, assessment: &Assessment) {
    w.key("example").flag(assessment.example);
    w.key("mode").text(mode_word(assessment.mode));
    write_profile(w, &assessment.profile);
    write_answers(w, &assessment.entries);
    write_notes(w, &assessment.entries);
    write_boundary(w, assessment.boundary.as_ref());
    write_places(w, &assessment.places);
    write_walk(w, &assessment.walk);
    if let Some(earlier) = &assessment.earlier {
        write_earlier(w, earlier);
    }
    if assessment.stays {
        w.key("stays").flag(true);
    }
}
