//! The rule file, read and checked.

mod answers;
mod checks;
mod duties;
mod field;
mod sets;

use self::field::{broken, date, only, text};
use super::error::{Reason, RulesError};
use super::rules::Rules;
use crate::json::{self, Node};

const FORMAT: &str = "cluster-ready-law";
const FORMAT_VERSION: u32 = 1;

/// Bytes of a rule file that is read; the bundled one has 27 KB.
pub const RULES_BYTES: usize = 1024 * 1024;

impl Rules {
    /// Reads a rule file.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place: syntax, missing or unknown fields, texts lacking in one of the
    /// languages, figures out of range, sets out of order, a check missing or unknown, words without figures and
    /// figures without words.
    pub fn parse(json: &str) -> Result<Self, RulesError> {
        let value = json::parse_within(json, RULES_BYTES)?;
        let root = Node::root(&value);
        format(&root)?;
        only(
            &root,
            &[
                "format",
                "format_version",
                "id",
                "version",
                "checked",
                "sets",
                "duties",
                "answers",
                "checks",
            ],
        )?;
        let duties = root.field("duties")?;
        only(&duties, &["settlement", "report", "start_up_land"])?;
        let mut rules = Self {
            id: text(&root.field("id")?)?,
            version: text(&root.field("version")?)?,
            checked: date(&root.field("checked")?)?,
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

fn format(root: &Node<'_>) -> Result<(), RulesError> {
    let word = root.field("format")?;
    if word.text()? != FORMAT {
        return Err(broken(&word, Reason::WrongFormat));
    }
    let version = root.field("format_version")?;
    let found = version.whole()?;
    if found != FORMAT_VERSION {
        return Err(broken(
            &version,
            Reason::OtherVersion {
                found,
                known: FORMAT_VERSION,
            },
        ));
    }
    Ok(())
}
