use std::collections::BTreeMap;

use serde_json::Value;

use super::answers::read_notes;
use super::boundary::{read_boundary, read_places, read_walk};
use super::earlier::{read_earlier, read_made_with};
use super::profile::read_profile;
use super::words::{self, MODES};
use super::{FILE_BYTES, FORMAT, FORMAT_VERSION, FileError, Meta, Opened, StoredResults, Warning};
use crate::assessment::{Assessment, Entry, MadeWith, Profile, limits};
use crate::json::{self, FaultKind, Node};
use crate::model::{Model, Subject};

/// Opens a result file or a draft.
///
/// # Errors
/// The first reason why the text is none of this model's; nothing is half read.
pub fn read(text: &str, model: &Model) -> Result<Opened, FileError> {
    let value = parse(text)?;
    open(&Node::root(&value), model)
}

/// The answers of a result file, or of a bare object `{"answers": {…}, "notes": {…}}`, whose notes may be absent.
///
/// # Errors
/// As [`read`].
pub fn read_answers(text: &str, model: &Model) -> Result<BTreeMap<String, Entry>, FileError> {
    let value = parse(text)?;
    answers_of(&Node::root(&value), model)
}

pub(super) fn answers_of(root: &Node, model: &Model) -> Result<BTreeMap<String, Entry>, FileError> {
    let value = root.value();
    if value.get("format").is_some() || value.get("answers").is_none() {
        return Ok(open(root, model)?.assessment.entries);
    }
    let mut entries = BTreeMap::new();
    super::answers::read_answers(&root.field("answers")?, model, &mut entries)?;
    if let Some(notes) = root.optional("notes")? {
        super::answers::read_notes(&notes, model, &mut entries)?;
    }
    Ok(entries)
}

/// What the legal checks look at: a result file, or a bare object `{"profile": {…}, "answers": {…}, "area_ha": …}`, whose last
/// member is the measured area in hectares.
///
/// # Errors
/// As [`read`].
pub fn read_case(text: &str, model: &Model) -> Result<(Assessment, Option<f64>), FileError> {
    let value = parse(text)?;
    let root = Node::root(&value);
    if value.get("format").is_some() || value.get("profile").is_none() {
        return Ok((open(&root, model)?.assessment, None));
    }
    let mut case = Assessment {
        profile: read_profile(&root.field("profile")?)?,
        ..Assessment::default()
    };
    if let Some(answers) = root.optional("answers")? {
        super::answers::read_answers(&answers, model, &mut case.entries)?;
    }
    let area_ha = root
        .optional("area_ha")?
        .map(|area| area.number())
        .transpose()?;
    Ok((case, area_ha))
}

/// The model that a result file or a draft was made with; `None` for bare answers.
///
/// # Errors
/// It is no JSON, or no file of this product.
pub fn made_with(text: &str) -> Result<Option<MadeWith>, FileError> {
    made_with_of(&parse(text)?)
}

pub(super) fn made_with_of(value: &Value) -> Result<Option<MadeWith>, FileError> {
    if value.get("format").is_none() && value.get("answers").is_some() {
        return Ok(None);
    }
    let root = Node::root(value);
    check_format(&root)?;
    read_made_with(&root.field("model")?).map(Some)
}

/// Whose answers it holds: those of a cluster where it does not say that they are of a firm.
pub(super) fn subject_of(value: &Value) -> Subject {
    if value.get("mode").and_then(Value::as_str) == Some("firm") {
        Subject::Firm
    } else {
        Subject::Cluster
    }
}

pub(super) fn parse(text: &str) -> Result<Value, FileError> {
    Ok(json::parse_within(text, FILE_BYTES)?)
}

fn open(root: &Node, model: &Model) -> Result<Opened, FileError> {
    check_format(root)?;
    let subject = subject_of(root.value());
    if subject != model.subject {
        return Err(FileError::OtherSubject { subject });
    }
    let made_with = read_made_with(&root.field("model")?)?;
    if made_with.id != model.id {
        return Err(FileError::OtherModel {
            id: made_with.id,
            version: made_with.version,
            hash: made_with.hash,
        });
    }
    let meta = read_meta(root)?;
    let assessment = read_assessment(root, model)?;
    let mut warnings = Vec::new();
    if made_with.hash != model.hash {
        warnings.push(Warning::OtherModel {
            version: made_with.version.clone(),
            hash: made_with.hash.clone(),
        });
    }
    let stored = root
        .optional("results")?
        .map(|results| {
            results.fields()?;
            Ok::<_, FileError>(StoredResults {
                results: results.value().clone(),
                legal: root
                    .optional("legal")?
                    .map_or(Value::Null, |legal| legal.value().clone()),
                model_version: made_with.version,
                model_hash: made_with.hash,
            })
        })
        .transpose()?;
    Ok(Opened {
        assessment,
        stored,
        meta,
        warnings,
    })
}

pub(super) fn check_format(root: &Node) -> Result<(), FileError> {
    let word = root.value().get("format").and_then(Value::as_str);
    if word != Some(FORMAT) {
        return Err(FileError::NotOurs {
            found: word.map(|word| word.chars().take(80).collect()),
        });
    }
    let version = root.field("format_version")?;
    match version.whole()? {
        1..=FORMAT_VERSION => Ok(()),
        newer if newer > FORMAT_VERSION => Err(FileError::Newer { version: newer }),
        older => Err(version
            .fault(FaultKind::OutOfRange {
                value: f64::from(older),
                min: 1.0,
                max: f64::from(FORMAT_VERSION),
            })
            .into()),
    }
}

fn read_meta(root: &Node) -> Result<Meta, FileError> {
    let tool = root.field("tool")?.field("version")?;
    let mut rules = Vec::new();
    if let Some(list) = root.optional("rules")? {
        for id in list.items()? {
            rules.push(id.text_within(limits::NAME_CHARS)?.to_owned());
        }
    }
    Ok(Meta {
        tool_version: tool.text_within(limits::NAME_CHARS)?.to_owned(),
        saved_at: match root.optional("saved_at")? {
            Some(time) => Some(time.text_within(limits::NAME_CHARS)?.to_owned()),
            None => None,
        },
        rules,
    })
}

fn read_assessment(root: &Node, model: &Model) -> Result<Assessment, FileError> {
    let mut entries = BTreeMap::new();
    super::answers::read_answers(&root.field("answers")?, model, &mut entries)?;
    if let Some(notes) = root.optional("notes")? {
        read_notes(&notes, model, &mut entries)?;
    }
    Ok(Assessment {
        mode: match root.optional("mode")? {
            Some(mode) => words::value(MODES, &mode)?,
            None => Default::default(),
        },
        profile: match root.optional("profile")? {
            Some(profile) => read_profile(&profile)?,
            None => Profile::default(),
        },
        entries,
        boundary: match root.optional("boundary")? {
            Some(record) => Some(read_boundary(&record)?),
            None => None,
        },
        places: match root.optional("places")? {
            Some(places) => read_places(&places)?,
            None => Default::default(),
        },
        walk: match root.optional("walk")? {
            Some(walk) => read_walk(&walk)?,
            None => Vec::new(),
        },
        example: flag(root, "example")?,
        earlier: match root.optional("earlier")? {
            Some(earlier) => Some(Box::new(read_earlier(&earlier)?)),
            None => None,
        },
        stays: flag(root, "stays")?,
    })
}

/// A member that is left out where it does not hold.
pub(super) fn flag(root: &Node, key: &str) -> Result<bool, FileError> {
    match root.optional(key)? {
        Some(flag) => Ok(flag.flag()?),
        None => Ok(false),
    }
}
