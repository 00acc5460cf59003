use super::FileError;
use super::boundary::read_boundary;
use super::earlier::read_made_with;
use super::profile::read_profile;
use super::read::{check_format, flag, parse};
use super::words::{self, MODES};
use crate::assessment::{BoundaryRecord, MadeWith, Mode, Profile};
use crate::json::Node;
use crate::model::Indicator;

/// What a list says of a file, read without the questions that were answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Glance {
    pub made_with: MadeWith,
    pub mode: Mode,
    pub profile: Profile,
    pub example: bool,
    pub has_boundary: bool,
    /// Ids of the questions that have an answer, "not known" among them.
    pub settled: Vec<String>,
    /// Those of them whose answer is "not known".
    pub unknown: Vec<String>,
}

impl Glance {
    /// As [`Assessment::asks`](crate::assessment::Assessment::asks).
    pub fn asks(&self, indicator: &Indicator) -> bool {
        let has_place =
            !indicator.needs_boundary || self.has_boundary || self.settled.contains(&indicator.id);
        self.mode.asks(indicator) && has_place
    }
}

/// Looks at a result file or a draft of any version of the model.
///
/// # Errors
/// It is no file of this product, or not as one is.
pub fn glance(text: &str) -> Result<Glance, FileError> {
    let value = parse(text)?;
    let root = Node::root(&value);
    check_format(&root)?;
    let answers = root.field("answers")?.fields()?;
    let unknown = answers
        .iter()
        .filter(|(_, answer)| answer.value().get("unknown").is_some());
    Ok(Glance {
        made_with: read_made_with(&root.field("model")?)?,
        mode: match root.optional("mode")? {
            Some(mode) => words::value(MODES, &mode)?,
            None => Mode::default(),
        },
        profile: match root.optional("profile")? {
            Some(profile) => read_profile(&profile)?,
            None => Profile::default(),
        },
        example: flag(&root, "example")?,
        has_boundary: root.optional("boundary")?.is_some(),
        settled: answers.iter().map(|(id, _)| (*id).to_owned()).collect(),
        unknown: unknown.map(|(id, _)| (*id).to_owned()).collect(),
    })
}

/// The boundary of a result file or a draft of any version of the model, where it has one.
///
/// # Errors
/// As [`glance`].
pub fn boundary(text: &str) -> Result<Option<BoundaryRecord>, FileError> {
    let value = parse(text)?;
    let root = Node::root(&value);
    check_format(&root)?;
    let boundary = root.optional("boundary")?;
    Ok(boundary.map(|node| read_boundary(&node)).transpose()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_told_from_what_is_answered() {
        let mut file: serde_json::Value = serde_json::from_str(include_str!(
            "../../../../packaging/kit/results/1-song-lua.cluster-ready.json"
        ))
        .unwrap();
        file["answers"] = serde_json::json!({ "M2": { "level": 0 }, "M6": { "unknown": true } });
        let seen = glance(&file.to_string()).unwrap();
        assert_eq!(seen.settled, ["M2", "M6"]);
        assert_eq!(seen.unknown, ["M6"]);
    }
}
