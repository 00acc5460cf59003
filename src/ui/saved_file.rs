//! Save files as the view meets them: made, named, and what is wrong with one in words.

use crate::ui::prelude::*;

use super::hand_over::{NewFile, hand_over};
use super::state::{App, Place};
use crate::assessment::Assessment;
use crate::assessment::file::{self, Damage, FileError, Meta, Warning};
use crate::law;
use crate::model::Subject;
use crate::model::canonical::sha256_hex;
use crate::platform::file::Given;
use crate::platform::worker::Payload;
use crate::platform::{clock, intl};
use crate::score;

/// A saved file that was opened and waits for a yes.
#[derive(Clone, PartialEq)]
pub enum Opening {
    Nothing,
    Failed(String),
    Ready {
        name: String,
        assessment: Box<Assessment>,
        notes: Vec<String>,
    },
}

impl App {
    /// The assessment with its results as a save file.
    pub fn result_file(self) -> String {
        let verdicts = untrack(|| self.verdicts());
        let rules = self.rules();
        let legal = rules
            .map(|rules| law::record(rules, &verdicts))
            .unwrap_or_default();
        let meta = Meta {
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
            saved_at: Some(clock::now_iso()),
            rules: rules
                .map(|rules| rules.sets.iter().map(|set| set.id.clone()).collect())
                .unwrap_or_default(),
        };
        self.peek(|assessment| {
            let score = score::score(self.model(), &assessment.entries);
            file::write(self.model(), assessment, &score, &legal, &meta)
        })
    }

    /// What tells two states of an assessment apart: the same for the same answers at any time.
    pub fn result_mark(self) -> String {
        let text = self
            .peek(|assessment| file::draft(self.model(), assessment, &Meta::default(), intl::json));
        sha256_hex(&text)
    }

    /// A file name of this ending that says which cluster and which day, in plain letters.
    pub fn file_name(self, ending: &str) -> String {
        let (name, day) = self.peek(|a| (a.profile.name.clone(), a.profile.assessed));
        let day = day
            .or_else(clock::today)
            .map(|day| format!("-{}", day.to_iso()))
            .unwrap_or_default();
        let plain = crate::read::plain_letters(&name);
        let words: Vec<&str> = plain
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let cluster = if words.is_empty() {
            if self.is_firm() { "firm" } else { "cluster" }.to_owned()
        } else {
            words.join("-").to_lowercase()
        };
        format!("{cluster}{day}.{ending}")
    }

    /// Why a file does not open, and what to do.
    pub fn file_error(self, error: &FileError) -> String {
        match error {
            FileError::TooLarge { limit, .. } => self.fill(
                "open.too_large",
                &[("limit", &(limit / 1_048_576).to_string())],
            ),
            FileError::TooDeep { .. } => self.t("open.not_ours").to_owned(),
            FileError::NotJson { line, column } => self.fill(
                "open.not_json",
                &[("line", &line.to_string()), ("column", &column.to_string())],
            ),
            FileError::NotOurs { .. } => self.t("open.not_ours").to_owned(),
            FileError::Newer { version } => {
                self.fill("open.newer", &[("version", &version.to_string())])
            }
            FileError::OtherSubject { subject } => {
                let key = match subject {
                    Subject::Firm => "open.of_firm",
                    Subject::Cluster => "open.of_cluster",
                };
                self.t(key).to_owned()
            }
            FileError::OtherModel { id, version, .. } => {
                self.fill("open.other_model", &[("model", &format!("{id} {version}"))])
            }
            FileError::Damaged { path, damage } => {
                let key = match damage {
                    Damage::UnknownIndicator => "open.unknown_question",
                    Damage::Shape(_) | Damage::Answer(_) | Damage::NotOneAnswer => "open.damaged",
                };
                self.fill(key, &[("path", path)])
            }
        }
    }

    /// Something to know about a file that opened.
    pub fn file_warning(self, warning: &Warning) -> String {
        match warning {
            Warning::OtherModel { version, .. } => self.fill(
                "open.warn_model",
                &[("theirs", version), ("ours", &self.model().version)],
            ),
        }
    }
}

/// What a file holds that someone chose to open.
pub fn opening(app: App, given: &Given) -> Opening {
    let Ok(text) = std::str::from_utf8(&given.bytes) else {
        return Opening::Failed(app.t("open.not_ours").to_owned());
    };
    match file::read(text, app.model()) {
        Ok(opened) => {
            let notes = opened
                .warnings
                .iter()
                .map(|warning| app.file_warning(warning))
                .collect();
            Opening::Ready {
                name: given.name.clone(),
                assessment: Box::new(opened.assessment),
                notes,
            }
        }
        Err(error) => Opening::Failed(app.file_error(&error)),
    }
}

/// Saves the assessment with its result as a file.
pub fn save_to_file(app: App, place: Place) {
    let file = NewFile {
        name: app.file_name("cluster-ready.json"),
        mime: "application/json",
        content: Payload::text(&app.result_file()),
        instead: None,
    };
    if hand_over(app, place, file) {
        app.tell("save", &[("to", "file".into())]);
    }
}
