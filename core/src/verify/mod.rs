//! A result file made anew from its answers and corners, and compared with what it says.
//!
//! Answers, profile and corners are what a person gave: nothing tells whether they are true. All else follows from them.
//! The corners are measured, the answers scored and the law judged again; every figure and word of the file that does not
//! come out, and every member that nothing is read from, is a difference.

mod added;
mod mode;
mod remade;
mod repeated;

use serde_json::Value;
use thiserror::Error;

use crate::assessment::file::{self, Difference, FileError, Meta, Opened, as_early_as, compare};
use crate::json::{self, canonical_number};
use crate::law::{self, Rules};
use crate::model::{Model, Subject};
use crate::score;

/// Why a file cannot be compared.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum VerifyError {
    #[error(transparent)]
    File(#[from] FileError),
    /// One reader would take the first value, another one the last.
    #[error("{path}: stands there twice")]
    Repeated { path: String },
    #[error("holds no results to compare with")]
    NoResults,
}

/// What a file says that nobody answered: compared as it stands there.
const CLAIMS: [&str; 5] = ["model", "rules", "asked", "results", "legal"];

/// Everything in a result file that is not what its answers and corners give with this model and these rules. Empty: the
/// file is what it says.
///
/// # Errors
/// The file does not open, is ambiguous, or says no results.
pub fn verify(text: &str, model: &Model, rules: &Rules) -> Result<Vec<Difference>, VerifyError> {
    let opened = file::read(text, model)?;
    if let Some(path) = repeated::repeated(text) {
        return Err(VerifyError::Repeated { path });
    }
    if opened.stored.is_none() {
        return Err(VerifyError::NoResults);
    }
    let stored = json::parse(text).map_err(FileError::from)?;
    let claimed = claimed(&opened, model, &stored);
    let computed = computed(&opened, model, rules, &stored);
    let mut found = Vec::new();
    added::added("", &stored, &claimed, &mut found);
    found.extend(mode::difference(&opened.assessment, model, &stored));
    compare("", &claimed, &computed, &mut found);
    if remade::unmeasurable(&opened.assessment).is_some() {
        found.push(Difference {
            path: "boundary.measures".to_owned(),
            stored: claimed.pointer("/boundary/measures").cloned(),
            computed: None,
        });
    }
    Ok(found)
}

/// What was read of the file, as this program writes it, with the file's own claims.
fn claimed(opened: &Opened, model: &Model, stored: &Value) -> Value {
    let text = file::draft(model, &opened.assessment, &opened.meta, canonical_number);
    let mut value = json::parse(&text).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        for key in CLAIMS {
            if let Some(claim) = stored.get(key) {
                fields.insert(key.to_owned(), claim.clone());
            }
        }
        // A file may leave it out.
        fields.entry("legal").or_insert(Value::Null);
    }
    value
}

/// What the answers and corners of the file give.
fn computed(opened: &Opened, model: &Model, rules: &Rules, stored: &Value) -> Value {
    let assessment = remade::remade(model, &opened.assessment);
    let score = score::score(model, &assessment.entries);
    // Nothing said of the law, nothing to compare: there was no rule file at hand.
    let says_law =
        !opened.meta.rules.is_empty() || stored.get("legal").is_some_and(|legal| !legal.is_null());
    let rules = (says_law && model.subject == Subject::Cluster).then_some(rules);
    let legal = rules.map(|rules| {
        let verdicts = law::judge(rules, &law::Input::of(&assessment));
        law::record(rules, &verdicts)
    });
    let meta = Meta {
        rules: rules.map(Rules::set_ids).unwrap_or_default(),
        ..opened.meta.clone()
    };
    let legal = legal.unwrap_or_default();
    let text = file::write(model, &assessment, &score, &legal, &meta);
    let mut value = json::parse(&text).unwrap_or_default();
    if let Some(fields) = value.as_object_mut()
        && stored.get("asked").is_none()
    {
        fields.remove("asked");
    }
    if let (Some(results), Some(stored)) = (value.get_mut("results"), stored.get("results")) {
        *results = as_early_as(results.take(), stored);
    }
    value
}
