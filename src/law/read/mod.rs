//! The rule file, read and checked.

mod answers;
mod checks;
mod duties;
mod node;
mod sets;

use serde_json::Value;

use self::node::Node;
use super::error::{Reason, RulesError};
use super::rules::Rules;

const FORMAT: &str = "cluster-ready-law";
const FORMAT_VERSION: u64 = 1;

impl Rules {
    /// Reads a rule file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place: syntax, missing or unknown fields, texts lacking in one of the
    /// languages, figures out of range, sets out of order, a check missing or unknown, words without figures and
    /// figures without words.
    pub fn parse(json: &str) -> Result<Self, RulesError> {
        let value: Value = serde_json::from_str(json).map_err(|error| RulesError {
            path: "file".to_owned(),
            reason: Reason::NotJson {
                line: error.line(),
                column: error.column(),
            },
        })?;
        let root = Node::root(&value);
        if root.optional("format")?.and_then(|n| n.str()) != Some(FORMAT) {
            return Err(root.error(Reason::WrongFormat));
        }
        let version = root.field("format_version")?;
        let found = version.whole(u64::from(u32::MAX))?;
        if found != FORMAT_VERSION {
            return Err(version.error(Reason::OtherVersion {
                found,
                known: FORMAT_VERSION,
            }));
        }
        root.only(&[
            "format",
            "format_version",
            "id",
            "version",
            "checked",
            "sets",
            "duties",
            "answers",
            "checks",
        ])?;
        let duties = root.field("duties")?;
        duties.only(&["settlement", "report", "start_up_land"])?;
        let mut rules = Self {
            id: root.field("id")?.text()?,
            version: root.field("version")?.text()?,
            checked: root.field("checked")?.date()?,
            sets: sets::read(&root.field("sets")?)?,
            settlement: duties::settlement(&duties.field("settlement")?)?,
            report: duties::report(&duties.field("report")?)?,
            start_up_land: duties::start_up_land(&duties.field("start_up_land")?)?,
            answers: answers::read(&root.field("answers")?)?,
            checks: Vec::new(),
        };
        rules.checks = checks::read(&root.field("checks")?, &rules)?;
        Ok(rules)
    }
}
